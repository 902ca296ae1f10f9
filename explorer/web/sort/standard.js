// Where alpha is scale-free: x less its mean over its standard deviation, and what that does to
// derivatives.

import { mean } from "./pairwise.js";

/**
 * x was (standardized x * deviation + centre) * peak; `unit` is the deviation, but 1 where that is
 * 0.
 * @typedef {{centre: number, deviation: number, peak: number, unit: number}} Spread
 */

/**
 * x less its mean, over its standard deviation, and how to go back; equal values become 0.
 * @param {Float64Array} x
 * @returns {{x: Float64Array, spread: Spread}}
 */
export function standardized(x) {
  const peak = x.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const shrunk = peak > 1 ? 1 / 16 : 1; // as diffsort_core divides, to the last bit
  const part = x.map((value) => value * shrunk / (peak * shrunk));
  const centre = mean(part);
  const off = part.map((value) => value - centre);
  const variance = mean(off.map((value) => value * value));
  const unit = Math.sqrt(variance > 0 ? variance : 1);
  const spread = { centre, deviation: variance > 0 ? unit : 0, peak, unit };
  return { x: off.map((value) => value / unit), spread };
}

/**
 * How the standardized x moves, times its unit, when x itself moves by rows of `width` numbers.
 * @param {Float64Array} x
 * @param {Float64Array} rows
 * @param {number} width
 */
export function inward(x, rows, width) {
  const [means, along] = [meanRow(rows, width), meanRow(rows, width, x)];
  return rows.map((entry, at) =>
    entry - means[at % width] - x[Math.floor(at / width)] * along[at % width]
  );
}

/**
 * How the sorted values move when the standardized ones, `values`, moved by `moved`: what a
 * scale-free alpha adds is the mean of the rows, and `values` times the mean of `x` times the rows.
 * @param {Spread} spread
 * @param {Float64Array} moved
 * @param {Float64Array} values
 * @param {Float64Array} rows
 * @param {Float64Array} x
 */
export function outward(spread, moved, values, rows, x) {
  const width = moved.length / values.length, share = spread.deviation / spread.unit;
  const [means, along] = [meanRow(rows, width), meanRow(rows, width, x)];
  return moved.map((entry, at) =>
    entry * share + means[at % width] +
    share * values[Math.floor(at / width)] * along[at % width]
  );
}

/**
 * The mean of the rows, each times its weight.
 * @param {Float64Array} rows
 * @param {number} width
 * @param {Float64Array} [weights]
 */
function meanRow(rows, width, weights) {
  const found = new Float64Array(width), n = rows.length / width;
  rows.forEach((entry, at) => {
    found[at % width] += weights ? entry * weights[Math.floor(at / width)] : entry;
  });
  return found.map((sum) => sum / n);
}
