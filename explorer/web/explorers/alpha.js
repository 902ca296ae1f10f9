// The pictures of alpha, as data: soft maxima of two numbers, and the soft sort from the mean to the
// hard sort.

import { shareAmong } from "../marks/inks.js";
import { zeroLine } from "../marks/rule.js";
import { LINE } from "../scenes/labels.js";
import { SPAN } from "../sort/soft_maxima.js";
import { alphaName } from "../words/alpha.js";
import { number } from "../words/number.js";
import {
  A_TICKS,
  BY_ALPHA,
  CURVES,
  curvesAcross,
  curvesRange,
  measureRanges,
  MEASURES,
  PATH,
  pathRange,
  ticksOfAlpha,
  valueTicks,
} from "./alpha_plan.js";

/** @import { Colour } from "../marks/inks.js" */
/** @import { Line } from "../marks/line.js" */
/** @import { Label, Mark, Panel } from "../marks/panel.js" */
/** @import { Span } from "../marks/scales.js" */
/** @import { Label as End } from "../scenes/labels.js" */
/** @import { Movable } from "../ui/points.js" */
/** @import { Scene } from "./alpha_plan.js" */

/** Of the soft maxima for the fixed alphas; the last is the hard one. */
const DASHES = [[1, 3], [5, 2, 1, 2], [5, 2], [9, 2], [5, 4]];
const SMALLEST = [6, 4];
const STEP = 0.2; // decades that a key moves alpha by: one step reaches a stop, or leaves it

/**
 * Its panels, row by row.
 * @param {Scene} scene
 * @returns {Panel[][]}
 */
export const alphaPanels = (scene) => [[curves(scene), outputs(scene)], measures(scene)];

/**
 * The soft maximum of (a, b) over a: at the present alpha, and quietly at others.
 * @param {Scene} scene
 * @returns {Panel}
 */
function curves(scene) {
  const { alpha, a, maxima, curve, soft, hard, curveLabels } = scene;
  const { b, side } = maxima, [low, high] = curvesRange(scene), line = (high - low) * LINE;
  const present = alphaName(alpha), unused = DASHES.length - maxima.alphas.length;
  /** @type {(alpha: number, y: ArrayLike<number>) => (k: number) => string} */
  const told = (alpha, y) => (k) =>
    `soft maximum of (${number(maxima.a[k])}, ${number(b)}) at alpha = ${number(alpha)}:` +
    ` ${number(y[k])}`;
  const others = maxima.curves.map((y, k) => /** @type {Line} */ ({
    kind: "line",
    name: alphaName(maxima.alphas[k]),
    x: maxima.a,
    y,
    colour: "quiet",
    width: 1.3,
    dash: DASHES[k + unused],
    tell: told(maxima.alphas[k], y),
  }));
  const difference = { x: [a, a], y: [hard, soft], colour: { sign: soft - hard } };
  const ends = (/** @type {number} */ k) =>
    `${k ? "soft" : "hard"} maximum of (${number(a)}, ${number(b)}): ${number(k ? soft : hard)}`;
  /** @type {Mark[]} */
  const marks = [
    { kind: "rule", x: b, colour: "line" },
    ...others,
    leaders(curveLabels, side * SPAN, 0.5 * side),
    {
      kind: "line",
      name: present,
      x: maxima.a,
      y: curve,
      colour: "accent",
      width: 3.5,
      tell: told(alpha, curve),
    },
    { kind: "line", width: 2.5, ...difference },
    { kind: "dots", ...difference, tell: ends },
  ];
  /** @type {Label[]} */
  const labels = curveLabels.map(({ words, to }) => ({
    x: side * (SPAN + 0.5),
    y: to,
    words,
    dx: 3 * side,
    dy: 4,
    anchor: side > 0 ? "start" : "end",
    look: words.replace(" ↑", "") === present ? "strong" : "quiet",
  }));
  const atA = Math.min(Math.max(soft, low + line), high - line);
  labels.push(
    { ...beside(a), y: atA, words: "a", dy: 16, look: "strong" },
    { ...beside(b), y: low + line / 2, words: "b", dy: 4, look: "strong" },
  );
  return {
    title: CURVES,
    aspect: 0.85,
    most: 225,
    x: { domain: curvesAcross(scene), ticks: A_TICKS, title: "a" },
    y: { domain: [low, high], intervals: 5 },
    marks,
    labels,
  };
}

/**
 * Beside a handle, within the panel.
 * @param {number} x
 * @returns {Pick<Label, "x" | "dx" | "anchor">}
 */
const beside = (x) => x > SPAN - 1 ? { x, dx: -14, anchor: "end" } : { x, dx: 14 };

/**
 * Every output of the soft sort over alpha.
 * @param {Scene} scene
 * @returns {Panel}
 */
function outputs(scene) {
  const { path, place, ordered, sorts, zero, placeLabels } = scene, n = ordered.length;
  const [first, last] = path.axis.ends, [low, high] = pathRange(scene);
  const told = (/** @type {number} */ output, /** @type {number} */ alpha, value = NaN) =>
    `output ${output} at alpha = ${number(alpha)} per unit: ${number(value)}` +
    ` (hard: ${number(ordered[output])})`;
  const each = Array.from(ordered, (_, output) => ({
    name: `output ${output}`,
    colour: /** @type {Colour} */ ({ share: shareAmong(output, n) }),
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
    x: last + 0.3,
    y: to,
    words,
    dx: 3,
    dy: 4,
  }));
  labels.push(
    { x: first - 0.25, y: low, words: zero, dx: 4, dy: -5 },
    { x: last, y: low, words: "hard", dy: -5, anchor: "middle" },
  );
  return {
    title: PATH,
    share: 1.3,
    aspect: 0.85 / 1.3,
    most: 225,
    x: byAlpha(scene, 1.2),
    y: { domain: [low, high], ticks: valueTicks(scene) },
    marks: [...lines, leaders(placeLabels, last, 0.3), now(scene), ...dots],
    labels,
    legend: [{ words: "present alpha", colour: "accent", width: 1.5 }],
  };
}

/**
 * How good the sort is over alpha: its error, its pairs out of order, its derivatives.
 * @param {Scene} scene
 * @returns {Panel[]}
 */
function measures(scene) {
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

/**
 * Thin lines from the ends of curves at x to the words for them.
 * @param {End[]} labels
 * @param {number} x
 * @param {number} long
 * @returns {Mark}
 */
const leaders = (labels, x, long) => ({
  kind: "line",
  x: labels.flatMap(() => [x, x + long, NaN]),
  y: labels.flatMap(({ at, to }) => [at, to, NaN]),
  colour: "quiet",
  width: 0.7,
  dash: [],
});

/**
 * What a person can drag: a and b among the soft maxima, alpha above the outputs.
 * @param {Scene} scene
 * @returns {Movable[]}
 */
export function alphaHandles(scene) {
  const { a, alpha, soft, place, maxima: { b }, path: { axis } } = scene;
  const [low, high] = curvesRange(scene), [floor, ceiling] = pathRange(scene);
  const top = ceiling - LINE * (ceiling - floor);
  /** @type {Pick<Movable, "panel" | "along" | "step" | "low" | "high">} */
  const ab = { panel: 0, along: "x", step: 0.1, low: [-SPAN, low], high: [SPAN, high] };
  return [
    {
      ...ab,
      name: "a",
      x: a,
      y: Math.min(Math.max(soft, low), high),
      label: "a, of the soft maximum of (a, b)",
      words: `a = ${number(a)}, soft maximum ${number(soft)}`,
    },
    {
      ...ab,
      name: "b",
      x: b,
      y: low + LINE * (high - low) / 2,
      label: "b, of the soft maximum of (a, b)",
      words: `b = ${number(b)}`,
    },
    {
      panel: 1,
      along: "x",
      step: STEP,
      name: "alpha",
      x: place,
      y: top,
      low: [axis.diverges ? axis.low : axis.ends[0], top],
      high: [axis.ends[1], top],
      label: "alpha",
      words: `alpha = ${number(alpha)} per unit`,
    },
  ];
}

/**
 * The choice that a handle makes.
 * @param {Scene} scene
 * @param {string} name
 * @param {number} x
 */
export function alphaMoved({ path: { axis } }, name, x) {
  if (name !== "alpha") return { [name]: Number(x.toFixed(2)) };
  const alpha = axis.alphaAt(x);
  return { alpha: alpha === Infinity ? "infinity" : alpha };
}
