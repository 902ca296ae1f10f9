// The soft sort from the mean to the hard sort, as data: its outputs, and how good it is.

import { leaders } from "../marks/leaders.js";
import { zeroLine } from "../marks/rule.js";
import { shortened } from "../marks/lettering.js";
import { placeHues } from "../scenes/hues.js";
import { placeNames } from "../scenes/placed.js";
import { withName } from "../words/names.js";
import { number } from "../words/number.js";
import {
  BY_ALPHA,
  measureRanges,
  MEASURES,
  PATH,
  pathRange,
  ticksOfAlpha,
  valueTicks,
} from "./alpha_plan.js";

/** @import { Colour } from "../marks/inks.js" */
/** @import { Label, Mark, Panel, Placed } from "../marks/panel.js" */
/** @import { Span } from "../marks/scales.js" */
/** @import { Scene } from "./alpha_plan.js" */

const SMALLEST = [6, 4]; // the dash of the smallest derivative
/** Beyond the last alpha, in units of the axis: a place's number, its name, and the line to them. */
const [PLACED, NAMED, LEADER] = [1.2, 2.6, 0.3];
const BESIDE = 3; // pixels from that line to the words

/**
 * The pixels that words at the ends of the outputs have.
 * @param {Placed} panel
 */
export const roomAtEnds = ({ at: { x, box }, x: { domain: [, right] } }) =>
  box.right - x.place(right - NAMED + LEADER) - BESIDE;

/**
 * Every output of the soft sort over alpha, in the colour of the input that the hard sort brings
 * there.
 * @param {Scene} scene
 * @param {number} room pixels of what stands at their ends
 * @returns {Panel}
 */
export function outputs(scene, room) {
  const { path, place, ordered, sorts, zero, placeLabels } = scene;
  const [first, last] = path.axis.ends, [low, high] = pathRange(scene);
  const byPlace = placeNames(scene);
  const called = (/** @type {number} */ output) => withName(`output ${output}`, byPlace?.[output]);
  const told = (/** @type {number} */ output, /** @type {number} */ alpha, value = NaN) =>
    `${called(output)} at alpha = ${number(alpha)} per unit: ${number(value)}` +
    ` (hard: ${number(ordered[output])})`;
  const each = placeHues(scene).map((share, output) => ({
    name: `output ${output}`,
    colour: /** @type {Colour} */ ({ share }),
    output,
  }));
  /** @type {Mark[]} */
  const lines = each.map(({ output, ...inked }) => ({
    ...inked,
    kind: "line",
    x: path.places,
    y: path.sorts.map(({ outputs }) => outputs[output]),
    tell: (k) => told(output, path.alphas[k], path.sorts[k].outputs[output]),
  }));
  /** @type {Mark[]} */
  const dots = each.map(({ output, ...inked }) => ({
    ...inked,
    kind: "dots",
    x: [place],
    y: [sorts.outputs[output]],
    tell: () => told(output, scene.alpha, sorts.outputs[output]),
  }));
  /** @type {Label[]} */
  const labels = placeLabels.map(({ words, to }) => ({
    x: last + LEADER,
    y: to,
    words: shortened(words, room),
    dx: BESIDE,
    dy: 4,
  }));
  labels.push(
    { x: first - 0.25, y: low, words: zero, dx: 4, dy: -5 },
    { x: last, y: low, words: "hard", dy: -5, anchor: "middle" },
  );
  return {
    title: PATH,
    name: "outputs",
    now: { x: place },
    share: 1.3,
    aspect: 0.85 / 1.3,
    most: 225,
    x: byAlpha(scene, byPlace ? NAMED : PLACED),
    y: { domain: [low, high], ticks: valueTicks(scene) },
    marks: [...lines, leaders(placeLabels, last, LEADER), now(scene), ...dots],
    labels,
    legend: [{ words: "present alpha", colour: "accent", width: 1.5 }],
  };
}

/**
 * How good the sort is over alpha: its error, its pairs out of order, its derivatives.
 * @param {Scene} scene
 * @returns {Panel[]}
 */
export function measures(scene) {
  const { path, sorts, place } = scene, pairs = path.sorts[0].outputs.length;
  /** @typedef {{words: (value: number) => string, of: (sort: Scene["sorts"]) => number,
   *   dash?: number[]}} Curve */
  /** @type {Curve[][]} */
  const curves = [
    [{
      words: (value) => `error: ${number(value)} % of the range`,
      of: ({ error }) => 100 * error,
    }],
    [{
      words: (value) => `${value} of ${pairs * (pairs - 1) / 2} pairs out of order`,
      of: ({ inversions }) => inversions,
    }],
    [
      { words: (value) => `largest derivative: ${number(value)}`, of: ({ largest }) => largest },
      {
        words: (value) => `smallest derivative: ${number(value)}`,
        of: ({ smallest }) => smallest,
        dash: SMALLEST,
      },
    ],
  ];
  return measureRanges(scene).map((domain, panel) => ({
    title: MEASURES[panel],
    aspect: 0.75,
    most: 110,
    x: byAlpha(scene, 0.25),
    y: { domain, intervals: 6 },
    marks: [
      zeroLine(),
      ...curves[panel].flatMap(({ words, of, dash }) =>
        curveOf(scene, words, of, dash, panel === 1)
      ),
      now(scene),
      ...curves[panel].map(({ words, of }) => /** @type {Mark} */ ({
        kind: "dots",
        x: [place],
        y: [of(sorts)],
        colour: "accent",
        tell: () => `alpha = ${number(scene.alpha)} per unit: ${words(of(sorts))}`,
      })),
    ],
    legend: panel === 2
      ? [
        { words: "largest", colour: "text" },
        { words: "smallest", colour: "text", dash: SMALLEST },
      ]
      : undefined,
  }));
}

/**
 * The line of a measure.
 * @param {Scene} scene
 * @param {(value: number) => string} words
 * @param {(sort: Scene["sorts"]) => number} of
 * @param {number[] | undefined} dash
 * @param {boolean} steps
 * @returns {Mark}
 */
function curveOf({ path }, words, of, dash, steps) {
  const y = path.sorts.map(of);
  const tell = (/** @type {number} */ k) =>
    `alpha = ${number(path.alphas[k])} per unit: ${words(y[k])}`;
  return { kind: "line", x: path.places, y, colour: "text", dash, steps, tell };
}

/**
 * A line at the present alpha.
 * @param {Scene} scene
 * @returns {Mark}
 */
const now = ({ place }) => ({ kind: "rule", x: place, colour: "accent", width: 1.5 });

/**
 * @param {Scene} scene
 * @param {number} right room there
 */
function byAlpha({ path: { axis } }, right) {
  /** @type {Span} */
  const domain = [axis.ends[0] - 0.25, axis.ends[1] + right];
  return { domain, ticks: ticksOfAlpha(axis), title: BY_ALPHA };
}
