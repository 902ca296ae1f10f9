// Every output of a soft sort from the mean (alpha = 0) to the hard sort (alpha = infinity), and
// how good it is on the way.

import { AlphaAxis, DECADES } from "./alpha_axis.js";
import { sorted } from "./hard.js";
import { linspace } from "./linspace.js";
import { magnitude } from "./magnitude.js";
import { inversions, relativeRms } from "./measures.js";
import { sortWithJacobian } from "./sort_derivatives.js";

/** @import { Network } from "./networks.js" */
/** @import { Rule } from "./relaxations.js" */

/**
 * A soft sort: `outputs`; `error`, relative RMS as a share of the values' range (of 1, where they
 * are equal); `inversions`, pairs out of order; `largest` and `smallest` entry of the Jacobian.
 * @typedef {object} Sort
 * @property {Float64Array} outputs
 * @property {number} error
 * @property {number} inversions
 * @property {number} largest
 * @property {number} smallest
 */

/**
 * The soft sorts at `alphas`: 0 (unless the relaxation diverges there), the scale, and infinity,
 * with their places on the axis.
 * @param {Network} network
 * @param {ArrayLike<number>} values
 * @param {Rule} rule whose own alpha does not matter
 */
export function sortPath(network, values, rule) {
  const axis = new AlphaAxis(-1 - magnitude(values), !rule.mixes), centred = centredOf(values);
  const at = (/** @type {number} */ alpha) => sortOf(network, centred, { ...rule, alpha });
  const steps = DECADES * (values.length <= 16 ? 20 : 10);
  const scale = Array.from(linspace(axis.low, axis.high, steps + 1));
  // Every relaxation depends on alpha times the gaps alone: the values times each alpha are sorted
  // under alpha = 1, where twice half the range may be no float.
  const between = scale.map((place) => scaledSort(network, centred, rule, 10 ** place));
  const soft = axis.diverges ? [] : [at(0)];
  return {
    axis,
    alphas: [...soft.map(() => 0), ...scale.map((place) => 10 ** place), Infinity],
    places: [...soft.map(() => axis.ends[0]), ...scale, axis.ends[1]],
    sorts: [...soft, ...between, at(Infinity)],
  };
}

/**
 * The soft sort at the alpha of the rule.
 * @param {Network} network
 * @param {ArrayLike<number>} values
 * @param {Rule} rule
 */
export function sortAt(network, values, rule) {
  const centred = centredOf(values);
  return sortOf(network, centred, { ...rule, alpha: rule.alpha * centred.half * 2 });
}

/**
 * @param {Network} network
 * @param {Centred} centred
 * @param {Rule} rule
 */
const sortOf = (network, centred, rule) =>
  measured(centred, sortWithJacobian(network, centred.x, rule));

/**
 * @param {Network} network
 * @param {Centred} centred
 * @param {Rule} rule
 * @param {number} alpha
 */
function scaledSort(network, centred, rule, alpha) {
  const strength = centred.half * (2 * alpha);
  const x = centred.x.map((value) => strength * value), unit = { ...rule, alpha: 1 };
  const { sorted, jacobian } = sortWithJacobian(network, x, unit);
  return measured(centred, { sorted: sorted.map((value) => value / strength), jacobian });
}

/**
 * The measures of a soft sort of x, which is returned in the units of the values.
 * @param {Centred} centred
 * @param {{sorted: Float64Array, jacobian: Float64Array}} soft
 * @returns {Sort}
 */
function measured({ hard, centre, half }, { sorted, jacobian }) {
  let [largest, smallest] = [-Infinity, Infinity];
  for (const entry of jacobian) {
    if (entry > largest) largest = entry;
    if (entry < smallest) smallest = entry;
  }
  return {
    outputs: sorted.map((value) => centre + value * half * 2),
    error: relativeRms(sorted, hard),
    inversions: inversions(sorted, 1e-9), // rounding aside
    largest,
    smallest,
  };
}

/** @typedef {{x: Float64Array, hard: Float64Array, centre: number, half: number}} Centred */

/**
 * The values from -1/2 to 1/2, the same sorted, their centre and half of their range (of 1, where
 * they are equal), without an overflow.
 * @param {ArrayLike<number>} values
 * @returns {Centred}
 */
function centredOf(values) {
  const each = Array.from(values), low = Math.min(...each) / 2, high = Math.max(...each) / 2;
  const centre = low + high, half = high - low || 0.5;
  const x = Float64Array.from(each, (value) => (value / 2 - centre / 2) / half);
  return { x, hard: sorted(x), centre, half };
}
