// Soft ranks: where each value stands among the places of its soft sort; and the soft argsort:
// which wire each place was filled from.

import { positive, some } from "./checks.js";
import { fold } from "./fold.js";
import { differences, exponentsInto, powersIn } from "./kernel.js";
import { prepare, sortStep } from "./task.js";

/** @import { Network } from "./networks.js" */
/** @import { Rule } from "./relaxations.js" */
/** @import { Task } from "./task.js" */

/**
 * Soft ranks of `original` among `sortd`: the order matrix times (0, 1, ..., n - 1); with
 * `transpose`, its transpose.
 * @param {ArrayLike<number>} original
 * @param {ArrayLike<number>} sortd
 * @param {number} [sigma]
 * @param {boolean} [transpose]
 */
export const dargsort = (original, sortd, sigma = 0.1, transpose = false) =>
  dargsorts(original, sortd, [sigma], transpose)[0];

/**
 * The same for several widths of the kernel.
 * @param {ArrayLike<number>} original
 * @param {ArrayLike<number>} sortd
 * @param {ArrayLike<number>} sigmas
 * @param {boolean} [transpose]
 */
export function dargsorts(original, sortd, sigmas, transpose = false) {
  const values = some(original, "original"), places = some(sortd, "sortd");
  const apart = differences(values, places), scratch = new Float64Array(apart.quarter.length);
  return Array.from(sigmas, (sigma) => {
    const weights = powersIn(exponentsInto(scratch, apart, positive(sigma, "sigma")));
    return (transpose ? meansOfColumns : meansOfRows)(weights, places.length);
  });
}

/**
 * The soft rank of each value of x, from 0 for the smallest (with `descending` for the largest);
 * with `transpose` the wire that the value at each place came from, softly.
 * @param {Network} network
 * @param {ArrayLike<number>} x
 * @param {number} sigma in the units of x, or of its standard deviation where alpha is scale-free
 * @param {Rule} rule
 * @param {{transpose?: boolean, descending?: boolean}} [options]
 */
export function diffArgsort(network, x, sigma, rule, { transpose, descending } = {}) {
  const task = prepare(network, x, rule, true);
  const places = fold(network, task.x.slice(), sortStep(task));
  return dargsort(task.x, descending ? places.reverse() : places, inUnits(task, sigma), transpose);
}

/**
 * The mean place of each row of m weights.
 * @param {Float64Array} weights
 * @param {number} m
 */
function meansOfRows(weights, m) {
  const means = new Float64Array(weights.length / m);
  for (let row = 0, at = 0; row < means.length; row++) {
    let [total, reached] = [0, 0];
    for (let place = 0; place < m; place++, at++) {
      total += weights[at];
      reached += weights[at] * place;
    }
    means[row] = reached / total;
  }
  return means;
}

/**
 * What each place receives of the rows' numbers: a row gives its own in shares that add up to 1.
 * @param {Float64Array} weights
 * @param {number} m
 */
function meansOfColumns(weights, m) {
  const means = new Float64Array(m);
  for (let row = 0, from = 0; from < weights.length; row++, from += m) {
    let total = 0;
    for (let place = 0; place < m; place++) total += weights[from + place];
    for (let place = 0; place < m; place++) means[place] += weights[from + place] / total * row;
  }
  return means;
}

/**
 * sigma in the units of a task.
 * @param {Task} task
 * @param {number} sigma
 */
export const inUnits = ({ unit }, sigma) =>
  Math.max(positive(sigma, "sigma") / unit, Number.MIN_VALUE);
