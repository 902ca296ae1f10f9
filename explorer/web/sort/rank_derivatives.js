// Exact derivatives of the soft ranks, and of the soft argsort: by the values and by the width of
// the kernel.

import { mixingRows } from "./derivatives.js";
import { fold } from "./fold.js";
import { inWidths, kernel } from "./kernel.js";
import { identity, product, timesVector } from "./matrices.js";
import { inUnits } from "./ranking.js";
import { inward } from "./standard.js";
import { mixed, ownUnit, prepare } from "./task.js";

/** @import { Network } from "./networks.js" */
/** @import { Rule } from "./relaxations.js" */

/**
 * How n means answer, in the units of a task: to each place of the sort, and to each value itself,
 * in rows of n; and to the width of the kernel (of the two functions below: times that width).
 * @typedef {{bySorted: Float64Array, byValue: Float64Array, bySigma: Float64Array}} Answers
 */

/**
 * The Jacobian of `diffArgsort` at x, [out, in], in ranks per unit of x.
 * @param {Network} network
 * @param {ArrayLike<number>} x
 * @param {number} sigma
 * @param {Rule} rule
 * @param {{transpose?: boolean}} [options]
 */
export function rankJacobian(network, x, sigma, rule, options = {}) {
  const task = prepare(network, x, rule, true), { n } = network;
  const { result, byA } = mixed(task), rows = identity(n);
  const moves = task.spread ? inward(task.x, rows, n) : rows;
  const { bySorted, byValue } = answers(task.x, result, inUnits(task, sigma), options);
  const moved = fold(network, moves.slice(), mixingRows(n, byA));
  const itself = product(byValue, moves, n);
  return product(bySorted, moved, n).map((entry, at) => (entry + itself[at]) / ownUnit(task));
}

/**
 * The derivative of each rank of `diffArgsort` by sigma, in ranks per unit of sigma.
 * @param {Network} network
 * @param {ArrayLike<number>} x
 * @param {number} sigma
 * @param {Rule} rule
 * @param {{transpose?: boolean}} [options]
 */
export function ranksBySigma(network, x, sigma, rule, options = {}) {
  const task = prepare(network, x, rule, true);
  const { bySigma } = answers(task.x, mixed(task).result, inUnits(task, sigma), options);
  return bySigma.map((entry) => entry / task.unit);
}

/**
 * @param {Float64Array} x
 * @param {Float64Array} sortd
 * @param {number} sigma
 * @param {{transpose?: boolean}} options
 * @returns {Answers}
 */
function answers(x, sortd, sigma, { transpose }) {
  const { order, quarter, exponents } = kernel(x, sortd, sigma);
  // What moves the logarithm of a weight, before its row is made to add up to 1: a place that
  // moves, and the width.
  const byPlace = quarter.map((away) => inWidths(inWidths(away, sigma), sigma) * 4);
  const byWidth = exponents.map((exponent) => -2 * exponent); // times sigma
  const found = (transpose ? ofPlaces : ofValues)(order, byPlace, byWidth, x.length);
  return { ...found, bySigma: found.bySigma.map((entry) => entry / sigma) };
}

/**
 * Of the ranks: each is the mean of the places under the weights of one row.
 * @param {Float64Array} order
 * @param {Float64Array} byPlace
 * @param {Float64Array} byWidth
 * @param {number} n
 * @returns {Answers}
 */
function ofValues(order, byPlace, byWidth, n) {
  const ranks = timesVector(order, Array.from({ length: n }, (_, place) => place));
  const off = order.map((share, at) => share * (at % n - ranks[Math.floor(at / n)]));
  const bySorted = off.map((share, at) => share * byPlace[at]), byValue = new Float64Array(n * n);
  const bySigma = new Float64Array(n);
  off.forEach((share, at) => {
    const value = Math.floor(at / n);
    byValue[value * n + value] -= bySorted[at];
    bySigma[value] += share * byWidth[at];
  });
  return { bySorted, byValue, bySigma };
}

/**
 * Of the soft argsort: each place adds up what every value gives it, times the value's wire.
 * @param {Float64Array} order
 * @param {Float64Array} byPlace
 * @param {Float64Array} byWidth
 * @param {number} n
 * @returns {Answers}
 */
function ofPlaces(order, byPlace, byWidth, n) {
  const bySorted = new Float64Array(n * n), byValue = new Float64Array(n * n);
  const bySigma = new Float64Array(n);
  for (let value = 0; value < n; value++) {
    const row = order.subarray(value * n, value * n + n);
    const slopes = byPlace.subarray(value * n, value * n + n);
    const bends = byWidth.subarray(value * n, value * n + n);
    const [slope] = timesVector(row, slopes), [bend] = timesVector(row, bends);
    for (let place = 0; place < n; place++) {
      const given = value * row[place];
      byValue[place * n + value] = given * (slope - slopes[place]);
      bySigma[place] += given * (bends[place] - bend);
      bySorted[place * n + place] += given * slopes[place];
      for (let other = 0; other < n; other++) {
        bySorted[place * n + other] -= given * row[other] * slopes[other];
      }
    }
  }
  return { bySorted, byValue, bySigma };
}
