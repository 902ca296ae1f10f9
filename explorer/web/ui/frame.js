// What stands around the picture of every explorer: the hero control above, the folded fields and
// the buttons below.

import { answers } from "./answers.js";
import { makeBadge } from "./badge.js";
import { makeControls } from "./controls.js";
import { makeCue } from "./cue.js";
import { element } from "./elements.js";
import { makeFolds } from "./folds.js";
import { glide } from "./glide.js";
import { makeGoal } from "./goal.js";
import { lowest } from "./logarithmic.js";
import { opens } from "./opening.js";
import { inForce, makeEnds, makeUnit, shown } from "./shown.js";
import { makeStage } from "./stage.js";
import { stageActs } from "./stage_acts.js";
import { hearEnter } from "./stage_keys.js";
import { themed } from "./theme.js";
import { makeToolbar } from "./toolbar.js";
import { magnitude } from "../choices/values.js";
import { deviationOf } from "../sort/softness.js";

/** @import { Choices } from "../choices/taken.js" */
/** @import { Tools } from "./answers.js" */
/** @import { Logarithmic } from "./fields.js" */
/** @import { Goal } from "./goal.js" */
/** @import { Cue } from "./cue.js" */
/** @import { Once, Opening } from "./opening.js" */
/** @import { Acts } from "./stage_acts.js" */
/** @import { Change, Setup, Store } from "./store.js" */

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
