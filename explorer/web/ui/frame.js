// What stands around the picture of every explorer: the hero control above, the folded fields and
// the buttons below.

import { makeBadge } from "./badge.js";
import { makeControls } from "./controls.js";
import { makeCue } from "./cue.js";
import { element } from "./elements.js";
import { makeFolds } from "./folds.js";
import { glide } from "./glide.js";
import { makeGoal } from "./goal.js";
import { lowest } from "./logarithmic.js";
import { opens } from "./opening.js";
import { makeStage } from "./stage.js";
import { stageActs } from "./stage_acts.js";
import { hearEnter } from "./stage_keys.js";
import { themed } from "./theme.js";
import { makeToolbar } from "./toolbar.js";
import { DiffsortError } from "../sort/errors.js";
import { alphaInForce } from "../choices/in_force.js";
import { textOf } from "../choices/text.js";
import { magnitude } from "../choices/values.js";
import { deviationOf } from "../sort/softness.js";
import { isFamily, wired } from "../sort/wiring.js";
import { softestEnd } from "../scenes/layout.js";
import { asText } from "../words/pasted_named.js";

/** @import { Choices } from "../choices/taken.js" */
/** @import { Logarithmic } from "./fields.js" */
/** @import { Goal } from "./goal.js" */
/** @import { Cue } from "./cue.js" */
/** @import { Once, Opening } from "./opening.js" */
/** @import { Acts } from "./stage_acts.js" */
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
 * Where an explorer is shown, what describes it, its choices, what can be done there, whether it has
 * its opening before it, its goal, where somebody judges it, and whether it is on the stage.
 * @typedef {{el: HTMLElement, setup: Setup, store: Store, tools: Tools, once?: Once,
 *   goal?: Goal, cue?: Cue}} Context
 */

/** @typedef {"above" | "below"} Place of fields: above the picture, or folded away below it */

/**
 * `judge(choices)` throws a DiffsortError for what cannot be drawn; `sentenceOf(choices)`: what
 * stands above the picture; `sortedOf(choices)`: the numbers that are sorted, where they are not the
 * values; `makePicture(el)` puts it there, and its draw() follows the choices. How it opens is its
 * own `opening`, or that alpha glides; `acts` are what keys do to what plays in it. Returns how to
 * stop all of it.
 * @param {Context & {judge: (choices: Choices) => void, sentenceOf: (choices: Choices) => string,
 *   sortedOf?: (choices: Choices) => ArrayLike<number>,
 *   makePicture: (el: HTMLElement) =>
 *     {draw: () => void, stop: () => void, opening?: Opening, acts?: Partial<Acts>}}} context
 */
export function showInFrame(context) {
  const { el, setup, store, tools, once, judge, sentenceOf, makePicture } = context;
  const { cue = makeCue(), sortedOf = valuesOf } = context;
  const unjudge = store.judge(judge);
  const root = element("div", { class: "diffsort diffsort-explorer" });
  const picture = element("div", { class: "diffsort-shown" });
  const ends = makeEnds(), unit = makeUnit(picture, () => show());
  const { label, fields } = setup;
  const goal = context.goal ?? (setup.goal ? makeGoal(setup.goal) : null);
  const badge = goal && makeBadge(goal);
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
    staged: true,
    ask: (request, answer) =>
      request.do === "stage" ? cue.turn(true, true) : answers(request, answer, setup, store, tools),
  });
  const above = [controls.root, controls.sentence, ...badge ? [badge.root] : []];
  root.append(...above, picture, folds.root, toolbar.root);
  el.append(root);
  /** @param {import("./store.js").Change} [change] */
  const show = (change) => {
    if (change?.by === "person" && !editing) asked = "above";
    const sorted = sortedOf(store.now());
    const values = shown(store, ends, sorted, unit.of(sorted));
    const silent = { ...values, message: "", remark: "" };
    controls.show(asked === "above" ? values : silent);
    folds.show(asked === "below" ? values : silent);
    controls.describe(sentenceOf(store.now()), change?.by === "opening");
  };
  const stops = [unjudge, unit.stop, themed(root, () => {}), store.hear(show), controls.stop];
  show();
  const { draw, stop, opening = gliding(setup, store, sortedOf), acts: own } = makePicture(picture);
  const played = stageActs({ controls: controls.root, store, opening, own });
  root.addEventListener("pointerdown", played.stop, true);
  hearEnter(root, () => cue.turn(true, true));
  stops.push(store.hear(draw), stop, played.stop, makeStage(root, cue, played));
  if (goal && badge) stops.push(badge.stop, goal.hear((moved) => moved && draw()));
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
 * @param {(choices: Choices) => ArrayLike<number>} sortedOf
 */
function gliding({ fields }, store, sortedOf) {
  const sliders = /** @type {Logarithmic[]} */ (
    fields.filter(({ kind }) => kind === "logarithmic")
  );
  const alpha = sliders.find(({ name }) => name === "alpha") ?? sliders[0];
  return alpha && glide(store, alpha.name, () => {
    const choices = store.chosen();
    const sorted = sortedOf(choices), per = alpha.beside && deviationOf(sorted) || 1;
    const low = 10 ** lowest(alpha, magnitude(choices.values)) / per;
    const to = alpha.name === "alpha" ? inForce(choices, sorted) : choices[alpha.name];
    return [low, to === "infinity" ? low * alpha.high / alpha.low : to];
  });
}

/** @param {Choices} choices */
const valuesOf = ({ values }) => values;

/**
 * @param {Choices} choices
 * @param {ArrayLike<number>} sorted
 */
const inForce = ({ alpha }, sorted) => alphaInForce({ values: sorted, alpha });

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
 * The standard deviation of what is sorted, that alpha counts per: it holds still while a hand is on
 * the picture, where the slider would say that alpha moved.
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
    of(/** @type {ArrayLike<number>} */ sorted) {
      if (!holds || held === null) held = deviationOf(sorted);
      return held;
    },
    stop: () => ends.forEach((name) => removeEventListener(name, release)),
  };
}

/**
 * What the fields show.
 * @param {Store} store
 * @param {ReturnType<typeof makeEnds>} ends
 * @param {ArrayLike<number>} sorted
 * @param {number} deviation
 */
function shown(store, ends, sorted, deviation) {
  const choices = store.now();
  const { values, relaxation, network } = choices;
  const own = !isFamily(network);
  const typed = (/** @type {string} */ field, /** @type {string} */ text) =>
    store.refused?.field === field ? store.refused.text : text;
  const end = relaxation === "softmax" ? "" : ends.of(network, sorted.length);
  return {
    ...choices,
    alpha: inForce(choices, sorted),
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
      return answer({ text: textOf(store.chosen()) });
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
