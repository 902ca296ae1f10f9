// What stands around the picture of every explorer: its fields above, its buttons below.

import { makeControls } from "./controls.js";
import { element } from "./elements.js";
import { themed } from "./theme.js";
import { makeToolbar } from "./toolbar.js";
import { DiffsortError } from "../sort/errors.js";
import { alphaInForce } from "../choices/in_force.js";
import { magnitude } from "../choices/values.js";
import { NETWORKS } from "../sort/families.js";
import { deviationOf } from "../sort/softness.js";
import { softestEnd } from "../scenes/layout.js";
import { written } from "../words/repr.js";

/** @import { Choices } from "../choices/taken.js" */
/** @import { Setup, Store } from "./store.js" */
/** @import { Answer, Request } from "./toolbar.js" */

/**
 * What the place where an explorer stands can do: the `formats` of which `picture` has a file made,
 * where something can make one; and `page(choices)`, the text of a page with this explorer, where
 * there is one to be had.
 * @typedef {object} Tools
 * @property {string[]} formats
 * @property {((format: string, answer: Answer) => void) | null} picture
 * @property {((choices: Choices) => string) | null} page
 */

/**
 * Where an explorer is shown, what describes it, its choices, and what can be done there.
 * @typedef {{el: HTMLElement, setup: Setup, store: Store, tools: Tools}} Context
 */

/**
 * `judge(choices)` throws a DiffsortError for what cannot be drawn; `sentenceOf(choices)`: what
 * stands above the picture; `makePicture(el)` puts it there, and its draw() follows the choices.
 * Returns how to stop all of it.
 * @param {Context & {judge: (choices: Choices) => void, sentenceOf: (choices: Choices) => string,
 *   makePicture: (el: HTMLElement) => {draw: () => void, stop: () => void}}} context
 */
export function showInFrame({ el, setup, store, tools, judge, sentenceOf, makePicture }) {
  const unjudge = store.judge(judge);
  const root = element("div", { class: "diffsort diffsort-explorer" });
  const picture = element("div");
  const ends = makeEnds(), unit = makeUnit(picture, () => controls.show());
  const controls = makeControls({
    label: setup.label,
    fields: setup.fields,
    read: () => shown(store, ends, unit.of(store.now().values)),
    edit: (name, value) =>
      name === "numbers" ? store.type(String(value)) : store.change({ [name]: value }),
  });
  const toolbar = makeToolbar({
    label: setup.label,
    stem: setup.stem,
    formats: tools.formats,
    page: Boolean(tools.page),
    ask: (request, answer) => answers(request, answer, setup, store, tools),
  });
  root.append(controls.root, picture, toolbar.root);
  el.append(root);
  const show = () => {
    controls.show();
    controls.describe(sentenceOf(store.now()));
  };
  const stops = [unjudge, unit.stop, themed(root, () => {}), store.hear(show)];
  show();
  const { draw, stop } = makePicture(picture);
  stops.push(store.hear(draw), stop);
  return () => stops.forEach((each) => each());
}

/** What alpha's left end is called, computed once for a network. */
function makeEnds() {
  /** @type {Map<string, string>} */
  const known = new Map();
  return {
    of(/** @type {string} */ network, /** @type {number} */ n) {
      const key = `${network} ${n}`;
      const end = known.get(key) ?? softestEnd(NETWORKS[network](n));
      known.set(key, end);
      return end;
    },
  };
}

/**
 * The standard deviation of the values, that alpha counts per: it holds still while a hand is on the
 * picture, where the slider would say that alpha moved.
 * @param {HTMLElement} picture
 * @param {() => void} released
 */
function makeUnit(picture, released) {
  let holds = false;
  /** @type {number | null} */
  let held = null;
  const hold = () => void (holds = true);
  const release = () => {
    if (!holds) return;
    [holds, held] = [false, null];
    released();
  };
  picture.addEventListener("pointerdown", hold, true);
  const ends = ["pointerup", "pointercancel"];
  ends.forEach((name) => addEventListener(name, release));
  return {
    of(/** @type {number[]} */ values) {
      if (!holds || held === null) held = deviationOf(values);
      return held;
    },
    stop: () => ends.forEach((name) => removeEventListener(name, release)),
  };
}

/**
 * What the fields show.
 * @param {Store} store
 * @param {ReturnType<typeof makeEnds>} ends
 * @param {number} deviation
 */
function shown(store, ends, deviation) {
  const choices = store.now();
  const { values, relaxation, network } = choices;
  const end = relaxation === "softmax" ? "" : ends.of(network, values.length);
  return {
    ...choices,
    alpha: alphaInForce(choices),
    wires: values.length,
    numbers: store.refused ?? values.map(written).join(", "),
    zero_end: end,
    magnitude: magnitude(values),
    deviation,
    live: true,
    message: store.message,
    remark: store.remark,
    refused: store.refused === null ? "" : "numbers",
  };
}

/**
 * What the buttons ask for.
 * @param {Request} request
 * @param {Answer} answer
 * @param {Setup} setup
 * @param {Store} store
 * @param {Tools} tools
 */
function answers(request, answer, setup, store, tools) {
  switch (request.do) {
    case "reset":
      store.reset();
      return answer({ message: "Reset to the first choices" });
    case "share":
      return answer({ text: JSON.stringify(store.now()) });
    case "load":
      return answer(loaded(store, request.text ?? ""));
    case "page":
      return answer({
        name: `${setup.stem}.html`,
        type: "text/html",
        message: `saved as ${setup.stem}.html`,
      }, [tools.page?.(store.now()) ?? ""]);
    default:
      return tools.picture?.(request.format ?? "", answer);
  }
}

/**
 * Take the choices that a text names; the others stay.
 * @param {Store} store
 * @param {string} text
 */
function loaded(store, text) {
  try {
    const others = store.load(text);
    const left = others.length
      ? ` (left out, as none of this explorer's: ${others.join(", ")})`
      : "";
    return { message: `Choices loaded${left}` };
  } catch (error) {
    if (!(error instanceof DiffsortError)) throw error;
    return { message: `${error.message}. Nothing was changed.`, refused: true };
  }
}
