// The soft maximum of a and a fixed b, over a, at several alphas.

import { exchange } from "./comparator.js";
import { sorted } from "./hard.js";
import { linspace } from "./linspace.js";
import { roundHalfEven } from "./magnitude.js";

/** @import { Rule } from "./relaxations.js" */

/** a goes from -5 to 5, as in differentiable_sorting's pictures of its soft maxima. */
export const SPAN = 5;
const POINTS = 201;

/**
 * `curves[k]` is the soft maximum at `alphas[k]`, the last of which is infinity, over `a`. `side`:
 * where the curves end farthest apart, 1 at a = 5, -1 at a = -5; `low` and `high`: the lowest and
 * the highest value that has to be seen.
 * @typedef {object} SoftMaxima
 * @property {number} b
 * @property {Float64Array} a
 * @property {number[]} alphas
 * @property {Float64Array[]} curves
 * @property {1 | -1} side
 * @property {number} low
 * @property {number} high
 */

/**
 * The soft maxima for alphas at which the relaxation is clearly off the hard maximum, each twice
 * the one before, with the mean (where it mixes) and the hard maximum.
 * @param {Rule} rule whose own alpha does not matter
 * @param {number} b
 * @returns {SoftMaxima}
 */
export function softMaxima(rule, b) {
  const first = 2 ** roundHalfEven(Math.log2(rule.bound));
  const alphas = [...(rule.mixes ? [0] : []), first, 2 * first, 4 * first, Infinity];
  const grid = Array.from(linspace(-SPAN, SPAN, POINTS));
  const a = sorted(grid.includes(b) ? grid : [...grid, b]);
  const curves = alphas.map((alpha) => softMaximum({ ...rule, alpha }, a, b));
  const [left, right] = [0, a.length - 1].map((end) => {
    const ends = curves.map((curve) => curve[end]);
    return Math.max(...ends) - Math.min(...ends);
  });
  const all = curves.flatMap((curve) => Array.from(curve));
  const side = right >= left * (1 - 1e-9) ? 1 : -1;
  return { b, a, alphas, curves, side, low: Math.min(...all), high: Math.max(...all) };
}

/**
 * The soft maximum of each a with b.
 * @param {Rule} rule
 * @param {Float64Array} a
 * @param {number} b
 */
export const softMaximum = (rule, a, b) => a.map((each) => exchange(rule, each, b)[1]);
