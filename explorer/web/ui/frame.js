// What stands around the picture of every explorer: the hero control above, the folded fields and
// the buttons below.

import { makeControls } from "./controls.js";
import { element } from "./elements.js";
import { makeFolds } from "./folds.js";
import { glide } from "./glide.js";
import { lowest } from "./logarithmic.js";
import { opens } from "./opening.js";
import { themed } from "./theme.js";
import { makeToolbar } from "./toolbar.js";
import { DiffsortError } from "../sort/errors.js";
import { alphaInForce } from "../choices/in_force.js";
import { magnitude } from "../choices/values.js";
import { deviationOf } from "../sort/softness.js";
import { isFamily, wired } from "../sort/wiring.js";
import { softestEnd } from "../scenes/layout.js";
import { asText } from "../words/pasted_named.js";

/** @import { Choices } from "../choices/taken.js" */
/** @import { Logarithmic } from "./fields.js" */
/** @import { Once, Opening } from "./opening.js" */
/** @import { Change, Setup, Store } from "./store.js" */
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
 * Where an explorer is shown, what describes it, its choices, what can be done there, and whether
 * it has its opening before it.
 * @typedef {{el: HTMLElement, setup: Setup, store: Store, tools: Tools, once?: Once}} Context
 */

/** @typedef {"above" | "below"} Place of fields: above the picture, or folded away below it */

/**
 * `judge(choices)` throws a DiffsortError for what cannot be drawn; `sentenceOf(choices)`: what
 * stands above the picture; `makePicture(el)` puts it there, and its draw() follows the choices. How
 * it opens is its own `opening`, or that alpha glides. Returns how to stop all of it.
 * @param {Context & {judge: (choices: Choices) => void, sentenceOf: (choices: Choices) => string,
 *   makePicture: (el: HTMLElement) =>
 *     {draw: () => void, stop: () => void, opening?: Opening}}} context
 */
export function showInFrame(context) {
  const { el, setup, store, tools, once, judge, sentenceOf, makePicture } = context;
  const unjudge = store.judge(judge);
  const root = element("div", { class: "diffsort diffsort-explorer" });
  const picture = element("div");
  const ends = makeEnds(), unit = makeUnit(picture, () => show());
  const { label, fields } = setup;
  // An edit is answered beside its field; what is done elsewhere, by the picture.
  /** @type {Place} */
  let asked = "above", editing = false;
  const edit =
    (/** @type {Place} */ place) => (/** @type {string} */ name, /** @type {any} */ value) => {
      [asked, editing] = [place, true];
      try {
        edited(store, name, value);
      } finally {
        editing = false;
      }
    };
  const controls = makeControls({ label, fields, edit: edit("above") });
  const folds = makeFolds({ label, fields, edit: edit("below") });
  const toolbar = makeToolbar({
    label,
    stem: setup.stem,
    formats: tools.formats,
    page: Boolean(tools.page),
    ask: (request, answer) => answers(request, answer, setup, store, tools),
  });
  root.append(controls.root, controls.sentence, picture, folds.root, toolbar.root);
  el.append(root);
  /** @param {import("./store.js").Change} [change] */
  const show = (change) => {
    if (change?.by === "person" && !editing) asked = "above";
    const values = shown(store, ends, unit.of(store.now().values));
    const silent = { ...values, message: "", remark: "" };
    controls.show(asked === "above" ? values : silent);
    folds.show(asked === "below" ? values : silent);
    controls.describe(sentenceOf(store.now()), change?.by === "opening");
  };
  const stops = [unjudge, unit.stop, themed(root, () => {}), store.hear(show), controls.stop];
  show();
  const { draw, stop, opening = gliding(setup, store) } = makePicture(picture);
  stops.push(store.hear(draw), stop);
  if (once && opening) stops.push(opens(root, store, once, opening));
  return () => stops.forEach((each) => each());
}

/**
 * What a person set in a field: of numbers and of comparators, the text.
 * @param {Store} store
 * @param {string} name
 * @param {any} value
 */
function edited(store, name, value) {
  if (name === "numbers") store.type(String(value));
  else if (name === "comparators") store.wire(String(value));
  else store.change({ [name]: value });
}

/**
 * The opening of a picture that has none of its own: alpha glides, or what else an explorer has a
 * slider for on a scale of tens.
 * @param {Setup} setup
 * @param {Store} store
 */
function gliding({ fields }, store) {
  const sliders = /** @type {Logarithmic[]} */ (
    fields.filter(({ kind }) => kind === "logarithmic")
  );
  const alpha = sliders.find(({ name }) => name === "alpha") ?? sliders[0];
  return alpha && glide(store, alpha.name, () => {
    const choices = store.chosen();
    const per = alpha.beside && deviationOf(choices.values) || 1;
    const low = 10 ** lowest(alpha, magnitude(choices.values)) / per;
    const to = alpha.name === "alpha" ? alphaInForce(choices) : choices[alpha.name];
    return [low, to === "infinity" ? low * alpha.high / alpha.low : to];
  });
}

/** What alpha's left end is called, computed once for a network. */
function makeEnds() {
  /** @type {Map<string, string>} */
  const known = new Map();
  return {
    of(/** @type {string} */ network, /** @type {number} */ n) {
      const key = `${network} ${n}`;
      const end = known.get(key) ?? softestEnd(wired(network, n));
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
  const own = !isFamily(network);
  const typed = (/** @type {string} */ field, /** @type {string} */ text) =>
    store.refused?.field === field ? store.refused.text : text;
  const end = relaxation === "softmax" ? "" : ends.of(network, values.length);
  return {
    ...choices,
    alpha: alphaInForce(choices),
    wires: values.length,
    numbers: typed("numbers", asText(values, choices.labels)),
    own_network: own,
    comparators: typed("comparators", own ? network : ""),
    zero_end: end,
    magnitude: magnitude(values),
    deviation,
    live: true,
    message: store.message,
    remark: store.remark,
    refused: store.refused?.field ?? "",
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
      return answer({ text: JSON.stringify(store.chosen()) });
    case "load":
      return answer(loaded(store, request.text ?? ""));
    case "page":
      return answer({
        name: `${setup.stem}.html`,
        type: "text/html",
        message: `saved as ${setup.stem}.html`,
      }, [tools.page?.(store.chosen()) ?? ""]);
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
