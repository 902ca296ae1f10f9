// What one comparator does to two numbers, however large they are, and to small changes of them.

import { vector } from "./checks.js";
import { DiffsortError } from "./errors.js";

/** @import { Rule } from "./relaxations.js" */

const FAR = 1e18; // beyond this |alpha| gap every slope is 0

/**
 * The soft minimum and maximum of a and b.
 * @param {Rule} rule
 * @param {number} a
 * @param {number} b
 * @returns {[low: number, high: number]}
 */
export function exchange(rule, a, b) {
  const [fitted, unit] = withoutOverflow(rule);
  // A soft result is never -0: 0 is added, as in diffsort_core.
  const pair = vector([a, b], "a, b", 2).map((side) => isHard(fitted) ? side : side / unit + 0);
  exchangeWires(fitted, pair, 0, 1);
  return [pair[0] * unit, pair[1] * unit];
}

/**
 * The same on the wires `low` and `high` of values whose gap does not overflow, which are written
 * over: the inner step of every sort.
 * @param {Rule} rule
 * @param {Float64Array} values
 * @param {number} low
 * @param {number} high
 */
export function exchangeWires(rule, values, low, high) {
  const { alpha } = rule;
  const a = values[low];
  const b = values[high];
  let least = a < b ? a : b; // of 0 and -0 it is the latter twice, as in NumPy
  let most = a > b ? a : b;
  if (alpha === 0 && rule.mixes) {
    least = most = (a + b) * 0.5;
  } else if (Number.isFinite(alpha)) {
    const shift = rule.shift(most - least, Math.abs(alpha));
    least += shift;
    most -= shift;
  }
  values[low] = alpha < 0 ? most : least;
  values[high] = alpha < 0 ? least : most;
}

/**
 * The same rule for values in multiples of a unit in which no gap overflows, and that unit.
 * @param {Rule} rule
 * @returns {[Rule, number]}
 */
export function withoutOverflow(rule) {
  const unit = rule.mixes ? 2 : 1;
  const fitted = { ...rule, alpha: rule.alpha * unit, scaleFree: false };
  return [fitted, isHard(fitted) ? 1 : unit];
}

/**
 * The share of a in the soft maximum: weight a + (1 - weight) b.
 * @param {Rule} rule
 * @param {number} a
 * @param {number} b
 */
export function weight(rule, a, b) {
  if (rule.mixes) return byArgument(rule, a, b, rule.weight);
  throw new DiffsortError(
    `softmax must be a relaxation that mixes, got ${rule.name}, which has no mixing weights`,
  );
}

/**
 * The derivative of the soft maximum by a; that by b is 1 less this. At a tie it is 1/2.
 * @param {Rule} rule
 * @param {number} a
 * @param {number} b
 */
export function derivative(rule, a, b) {
  return byArgument(rule, a, b, rule.slope);
}

/**
 * @param {Rule} rule
 * @param {number} a
 * @param {number} b
 * @param {(t: number) => number} ofLesser
 */
function byArgument(rule, a, b, ofLesser) {
  if (a === b) return 0.5;
  const alpha = Math.min(Math.abs(rule.alpha), Number.MAX_VALUE);
  const near = alpha ? Math.min(FAR / 2 / alpha, Number.MAX_VALUE) : Number.MAX_VALUE;
  const halfGap = Math.min(Math.abs(a * 0.5 - b * 0.5), near);
  const found = isHard(rule) ? 0 : ofLesser(2 * (alpha * halfGap));
  const lesser = rule.alpha < 0 ? 1 - found : found;
  return a < b ? lesser : 1 - lesser;
}

/**
 * Whether the soft maximum is the hard one.
 * @param {Pick<Rule, "alpha">} rule
 */
export const isHard = ({ alpha }) => alpha === Infinity || alpha === -Infinity;
