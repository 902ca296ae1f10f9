// How far the axes of the pictures of alpha go and what is marked on them: figures/alpha_plan.py has
// the same for paper.

import { LINE } from "../scenes/labels.js";
import { SPAN } from "../sort/soft_maxima.js";
import { number } from "../words/number.js";
import { labelled, ticks } from "../words/ticks.js";

/** @import { alphaScene } from "../scenes/alpha.js" */
/** @import { AlphaAxis } from "../sort/alpha_axis.js" */
/** @import { Span, Tick } from "../marks/scales.js" */
/** @typedef {ReturnType<typeof alphaScene>} Scene */

export const CURVES = "soft maximum of (a, b), by alpha";
export const STEEP = "soft maximum of (a, b), as steep at a tie";
export const PATH = "outputs of the soft sort, by place";
export const MEASURES = ["error, % of range", "pairs out of order", "derivatives"];
export const BY_ALPHA = "alpha, per unit of the values";
/** @type {Tick[]} */
export const A_TICKS = [[-5, "-5"], [0, "0"], [5, "5"]];

/**
 * The heights of the soft maxima: with room for a handle below and a label above.
 * @param {Scene} scene
 * @returns {Span}
 */
export function curvesRange({ maxima: { low, high } }) {
  return [low - 2 * LINE * (high - low), high + 2 * LINE * (high - low)];
}

/**
 * The range of a: with room for the labels at their side, of which names are the longer.
 * @param {Scene} scene
 * @returns {Span}
 */
export function curvesAcross({ maxima: { side }, sameSlope }) {
  const room = sameSlope ? 4.6 : 2.7;
  return [-SPAN - (side > 0 ? 0.3 : room), SPAN + (side > 0 ? room : 0.3)];
}

/** @param {Scene} scene */
export const curvesTitle = ({ sameSlope }) => sameSlope ? STEEP : CURVES;

/**
 * The heights of the outputs: with room for the words of the stops below and for the handle above.
 * @param {Scene} scene
 * @returns {Span}
 */
export function pathRange({ outputsFromTo: [low, high] }) {
  return [low - 2 * LINE * (high - low), high + 2.6 * LINE * (high - low)];
}

/**
 * The heights of the error in per cent (no more than 100), of the inversions, and of the
 * derivatives.
 * @param {Scene} scene
 * @returns {Span[]}
 */
export function measureRanges({ path: { sorts } }) {
  const most = (/** @type {"error" | "inversions" | "largest"} */ name) =>
    Math.max(...sorts.map((sort) => sort[name]));
  const error = Math.min(100, Math.max(5, 100 * most("error")));
  const pairs = Math.max(4, most("inversions"));
  const least = Math.min(0, ...sorts.map(({ smallest }) => smallest));
  return [
    [-0.05 * error, 1.08 * error],
    [-0.05 * pairs, 1.08 * pairs],
    [least - 0.2, Math.max(1, most("largest")) + 0.2],
  ];
}

/**
 * The marks of an axis of alphas, at their places: 0, some decades, infinity.
 * @param {AlphaAxis} axis
 * @returns {Tick[]}
 */
export function ticksOfAlpha({ low, ends: [first, last] }) {
  const decades = [1, 3, 5].map((k) => /** @type {Tick} */ ([
    low + k,
    number(Number(`1e${low + k}`)),
  ]));
  return [[first, "0"], ...decades, [last, "∞"]];
}

/**
 * The marks on the axis of the outputs, in as many digits as tell them apart.
 * @param {Scene} scene
 * @returns {Tick[]}
 */
export const valueTicks = ({ outputsFromTo }) => labelled(ticks(...outputsFromTo, 4));
