// What the tests in Python ask of explorer/web/explorers: acts on models without a kernel.

import { makeChoices } from "../../../../explorer/web/explorers/network_choices.js";
import { edit, makeReader } from "../../../../explorer/web/ui/edits.js";

/** A model as a widget's view has it. */
function fake(/** @type {Record<string, any>} */ state) {
  /** @type {Record<string, Set<() => void>>} */
  const heard = {};
  const each = (/** @type {string} */ names, /** @type {(name: string) => void} */ act) =>
    names.split(" ").forEach(act);
  return {
    saved: 0,
    /** @type {any} */
    widget_manager: null,
    get: (/** @type {string} */ name) => state[name],
    set(/** @type {string} */ name, /** @type {any} */ value) {
      if (JSON.stringify(state[name]) === JSON.stringify(value)) return;
      state[name] = value;
      heard[`change:${name}`]?.forEach((listener) => listener());
    },
    on: (/** @type {string} */ names, /** @type {() => void} */ listener) =>
      each(names, (name) => (heard[name] ??= new Set()).add(listener)),
    off: (/** @type {string} */ names, /** @type {() => void} */ listener) =>
      each(names, (name) => heard[name]?.delete(listener)),
    save_changes() {
      this.saved++;
    },
    listeners: () => Object.values(heard).reduce((sum, each) => sum + each.size, 0),
  };
}

/**
 * What would be drawn after each of several acts: ["put", values], ["edit", name, changes], ["pick",
 * output], ["answer", values, names]: the kernel's, which has heard of those edits; ["controls",
 * changes, names]: the same of the controls; ["view"]: a second view is opened, and looked at;
 * ["wait"]: until what waits has left. Without controls the picture stands alone.
 * @param {Record<string, any> | null} controls
 * @param {number[]} values
 * @param {any[][]} acts
 */
export async function acted(controls, values, acts) {
  const box = fake({ values: controls ?? {} });
  const choices = { relaxation: "smoothmax", alpha: 1, network: "bitonic", below: "values" };
  const model = fake({ choices, values, controls: controls ? "IPY_MODEL_box" : "" });
  model.widget_manager = { get_model: () => Promise.resolve(box) };
  const reader = makeReader(box);
  box.on("change:values", () => reader.read().length || reader.restore());
  const open = async () => {
    const view = { model, root: new EventTarget(), dragged: null, values: model.get("values") };
    const made = makeChoices(view, () => {});
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    return made;
  };
  let shown = await open();
  const first = shown;
  const heard = (/** @type {string[]} */ names) => {
    const { edited = {} } = box.get("values");
    return Object.fromEntries(names.map((name) => [name, edited[name]]));
  };
  const told = [];
  for (const [act, ...given] of acts) {
    if (act === "put") shown.put(given[0]);
    if (act === "pick") shown.pick(given[0]);
    if (act === "edit") edit(box, given[0], given[1]);
    if (act === "wait") await new Promise((resolve) => setTimeout(resolve, 130));
    if (act === "view") shown = await open();
    if (act === "answer") {
      model.set("choices", { ...model.get("choices"), edited: heard(given[1]) });
      model.set("values", given[0]);
    }
    if (act === "controls") {
      box.set("values", { ...controls, ...given[0], edited: heard(given[1]) });
    }
    told.push({ ...shown.now(), box: box.get("values") });
  }
  first.stop();
  shown.stop();
  return { told, saved: box.saved + model.saved, left: model.listeners() + box.listeners() - 1 };
}

/** How many listeners are left where a view is gone before its controls are found. */
export async function goneEarly() {
  const [box, model] = [fake({ values: {} }), fake({ values: [1], choices: {}, controls: "x" })];
  model.widget_manager = { get_model: () => Promise.resolve(box) };
  const view = { model, root: new EventTarget(), dragged: null, values: [1] };
  makeChoices(view, () => {}).stop();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return model.listeners() + box.listeners();
}
