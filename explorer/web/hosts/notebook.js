// An explorer in a notebook: choices travel between its views and Python, which hears of them and
// need not answer.

import { makeCue } from "../ui/cue.js";
import { hears, tell } from "../ui/elements.js";
import { makeStore } from "../ui/store.js";
import { watchAnswers } from "../ui/waiting.js";
import { pageOf } from "./shell.js";

/** @import { Choices } from "../choices/taken.js" */
/** @import { Show } from "../explorers/explorers.js" */
/** @import { Answer } from "../ui/toolbar.js" */

/**
 * @typedef {object} Model of a widget, as anywidget hands it out
 * @property {(name: string) => any} get
 * @property {(name: string, value: any) => void} set
 * @property {() => void} save_changes
 * @property {(content: any) => void} send
 * @property {(name: string, listener: (...given: any[]) => void) => void} on
 * @property {(name: string, listener: (...given: any[]) => void) => void} off
 */

/** @typedef {{model: Model, el: HTMLElement}} View */

const SILENCE = "The picture follows you all the same, but Python does not hear of it." +
  " If the kernel was restarted, run this cell again.";
const PAUSE = 100; // milliseconds between two messages at least
const PAINTED = 20; // and after a change, so that it is seen first

let last = 0;

/** Of an edit: later ones are larger, those of another page among them. */
const stamp = () => (last = Math.max(Date.now(), last + 0.001));

/**
 * What is shown once these choices came from the kernel: its own, but for what was edited here and
 * is not yet heard there, by the stamps that it gave back.
 * @param {Choices} came
 * @param {Choices} here
 * @param {Record<string, number>} stamps
 */
export function merged({ edited = {}, message: _, ...came }, here, stamps) {
  const ahead = Object.keys(stamps).filter((name) => stamps[name] > (edited[name] ?? 0));
  return { ...came, ...Object.fromEntries(ahead.map((name) => [name, here[name]])) };
}

/**
 * What all views of one model share.
 * @param {Model} first
 */
export function makeNotebook(first) {
  const setup = first.get("setup");
  const { edited: before = {}, message: _, ...choices } = first.get("choices");
  const store = makeStore(setup, choices);
  /** @type {Map<Model, HTMLElement>} */
  const views = new Map();
  /** @type {Record<string, number>} */
  const stamps = {};
  const once = { due: !Object.keys(before).length }; // what a person made of it before is kept
  let staged = Boolean(setup.stage) && once.due; // by the first view that there is
  let waiting = 0;
  let next = 0;

  const leave = () => {
    waiting = 0;
    next = performance.now() + PAUSE;
    const [[model, el] = []] = views;
    if (!model || !el) return;
    const edited = { ...model.get("choices").edited, ...stamps };
    tell(el, () => {
      model.set("choices", { ...store.chosen(), edited });
      model.save_changes();
    });
  };
  store.hear(({ by, names }) => {
    if (by !== "person" || !names.length) return;
    const now = stamp();
    for (const name of names) stamps[name] = now;
    waiting ||= setTimeout(leave, Math.max(PAINTED, next - performance.now()));
  });

  return {
    /**
     * @param {View} context
     * @param {Record<string, Show>} explorers
     * @param {import("./program.js").Parts} parts
     */
    view({ model, el }, explorers, parts) {
      views.set(model, el);
      const take = () => {
        const came = model.get("choices");
        hears(el);
        store.receive(merged(came, store.chosen(), stamps), came.message);
      };
      const id = Math.random().toString(36); // each view takes its own answers only
      /** @type {Answer} */
      let answered = () => {};
      const receive = (/** @type {any} */ answer, /** @type {any[]} */ buffers) => {
        hears(el);
        if (answer.view !== id) return;
        if (answer.wait) tell(el, () => {}, { wait: answer.wait });
        if (!answer.heard) answered(answer, buffers);
      };
      const ask = (/** @type {any} */ request) => model.send({ ...request, view: id });
      model.on("change:choices", take);
      model.on("msg:custom", receive);
      const cue = makeCue(staged);
      staged = false;
      const stop = explorers[setup.explorer]({
        el,
        setup,
        store,
        once,
        cue,
        tools: {
          formats: setup.formats ?? [],
          picture(format, answer) {
            answered = answer;
            const silent = () => answer({ message: "no answer" }, []);
            tell(el, () => ask({ do: "picture", format }), { silent });
          },
          page: (choices) =>
            pageOf(parts, {
              title: setup.title,
              explorers: [{ setup, choices }],
            }),
        },
      });
      const unwatch = watchAnswers(el, () => ask({ do: "heard" }), SILENCE, el);
      take(); // what another view, or the kernel, has made of it meanwhile
      return () => {
        if (waiting) (clearTimeout(waiting), leave());
        unwatch();
        stop();
        model.off("change:choices", take);
        model.off("msg:custom", receive);
        views.delete(model);
      };
    },
  };
}
