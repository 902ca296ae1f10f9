// What the tests in Python ask of an explorer in a notebook: acts on a model, with and without a kernel that answers.

import { wayAt } from "../../../../explorer/web/ui/glide.js";
import { makeNotebook } from "../../../../explorer/web/hosts/notebook.js";

/** Where alpha is on its way, after each of some milliseconds. @param {number[]} times */
export const way = (times) => times.map(wayAt);

/**
 * A model as a widget's view has it.
 * @param {Record<string, any>} state
 */
function fake(state) {
  /** @type {Record<string, Set<(...given: any[]) => void>>} */
  const heard = {};
  return {
    /** @type {any[]} what was sent, each with the choices of that moment */
    saved: [],
    get: (/** @type {string} */ name) => state[name],
    set(/** @type {string} */ name, /** @type {any} */ value) {
      if (JSON.stringify(state[name]) === JSON.stringify(value)) return;
      state[name] = value;
      heard[`change:${name}`]?.forEach((listener) => listener());
    },
    on: (/** @type {string} */ name, /** @type {() => void} */ listener) =>
      (heard[name] ??= new Set()).add(listener),
    off: (/** @type {string} */ name, /** @type {() => void} */ listener) =>
      heard[name]?.delete(listener),
    save_changes() {
      this.saved.push(structuredClone(state.choices));
    },
    send() {},
    listeners: () => Object.values(heard).reduce((sum, each) => sum + each.size, 0),
  };
}

/**
 * What is shown after each of several acts: ["change", changes], ["type", text], ["load", text], ["reset"];
 * ["answer", choices, names, message]: the kernel's, which has heard of the edits of these names; ["view"]: a second
 * view is opened; ["close"]: the first is; ["wait"]: until what waits has left. `saved`: the choices of each message.
 * @param {Record<string, any>} setup
 * @param {Record<string, any>} choices
 * @param {any[][]} acts
 */
export async function acted(setup, choices, acts) {
  const model = fake({ setup, choices });
  const notebook = makeNotebook(model);
  const shown = /** @type {any[]} */ ([]); // the stores of the views, which are one
  const due = /** @type {boolean[]} */ ([]); // whether each view has its opening before it
  const show = (/** @type {any} */ { store, once }) => {
    shown.push(store);
    due.push(once.due);
    once.due = false; // it plays
    return () => {};
  };
  const open = () => {
    const el = /** @type {any} */ (new EventTarget());
    return notebook.view({ model: { ...model, save_changes: () => model.save_changes() }, el }, {
      [setup.explorer]: show,
    }, { packed: "", styles: "", shell: "" });
  };
  const views = [open()];
  const [store] = shown;
  const told = [];
  for (const [act, ...given] of acts) {
    if (act === "change") store.change(given[0]);
    if (act === "type") store.type(given[0]);
    if (act === "reset") store.reset();
    if (act === "load") store.load(given[0]);
    if (act === "overlay") store.overlay(given[0]);
    if (act === "wait") await new Promise((resolve) => setTimeout(resolve, 130));
    if (act === "view") views.push(open());
    if (act === "close") views.shift()?.();
    if (act === "answer") {
      const { edited = {} } = model.saved.at(-1) ?? {};
      const [changes, names, message] = given;
      const heard = Object.fromEntries(
        names.map((/** @type {string} */ name) => [name, edited[name]]),
      );
      const said = message ? { message } : {};
      model.set("choices", { ...choices, ...changes, edited: heard, ...said });
    }
    const { message, remark, refused } = store;
    told.push({
      ...store.now(),
      chosen: store.chosen(),
      message,
      remark,
      refused: refused?.text ?? null,
      one: shown.every((each) => each === store),
    });
  }
  views.forEach((close) => close());
  return { told, saved: model.saved, due, left: model.listeners() };
}
