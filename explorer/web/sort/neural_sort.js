// NeuralSort: a relaxed permutation matrix in which a place weighs all pairs of values.
// Source: Grover et al., "Stochastic optimization of sorting networks via continuous relaxations",
// ICLR 2019; there it sorts downwards.

import { positive, some } from "./checks.js";
import { normalized, product, square } from "./matrices.js";
import { sum } from "./pairwise.js";

const MOST = Number.MAX_VALUE;
/** exp(-800) is 0. */
const VANISHED = 800;
/** Times tau: farther values have no weight. */
const FARTHEST = 1e4;

/**
 * P[out, in], with P x ascending; rows add up to 1. Values closer than the rounding error of
 * n max|x| share their places, as do some of those that are all below 1e-300, where tau can be no
 * smaller.
 * @param {ArrayLike<number>} x
 * @param {number} [tau] in the units of x: a small one gives the hard permutation
 */
export function neuralSort(x, tau = 1) {
  const values = some(x, "x"), n = values.length;
  const scale = 2 ** -(bitLength(n) + 3); // below 1 / (8 n), so that no score can overflow
  const width = Math.min(Math.max(positive(tau, "tau") * scale, 4 / MOST), MOST);
  const cut = Math.min(VANISHED * width, MOST);
  const gaps = values.map((value) => value * scale);
  const rows = Array.from(gaps, (value) => gaps.map((other) => value - other));
  const aboveMean = rows.map((row) => sum(row) / n);
  const apart = rows.map((row) => sum(row.map(Math.abs)));
  const weights = new Float64Array(n * n);
  for (let out = 0; out < n; out++) {
    const place = 2 * (out + 1) - (n + 1); // 1 - n, 3 - n, ..., n - 1
    const scores = aboveMean.map((above, into) => place * above - apart[into]);
    const most = Math.max(...scores);
    weights.set(scores.map((score) => Math.exp(-Math.min(most - score, cut) / width)), out * n);
  }
  return normalized(weights, n);
}

/**
 * The Jacobian of `neuralSort(x, tau)` times x, [out, in]. Its rows add up to 1; entries may be
 * negative.
 * @param {ArrayLike<number>} x
 * @param {number} [tau]
 * @param {Float64Array} [weights] what neuralSort gives, where it is known
 */
export function neuralSortJacobian(x, tau = 1, weights = neuralSort(x, tau)) {
  const values = some(x, "x"), n = values.length;
  const off = fromTheMean(values, weights, positive(tau, "tau"));
  const pulls = weights.map((weight, at) => weight * off[at]);
  const signs = square(n, (above, below) => sign(values[above], values[below]));
  const sums = values.map((_, row) => sum(signs, row * n, row * n + n));
  const pairs = product(pulls, signs, n);
  return square(n, (out, into) => {
    const at = out * n + into, place = 2 * out - (n - 1);
    return weights[at] + pulls[at] * (place - sums[into]) + pairs[at];
  });
}

/**
 * (x[in] - the mean of x under the weights of out) / tau; exactly 0 where only equal values have
 * weight, however small tau is.
 * @param {Float64Array} x
 * @param {Float64Array} weights
 * @param {number} tau
 */
export function fromTheMean(x, weights, tau) {
  const gaps = square(x.length, (other, into) => {
    const gap = (x[into] * 0.5 - x[other] * 0.5) / tau * 2;
    return Math.min(Math.max(gap, -FARTHEST), FARTHEST);
  });
  return product(weights, gaps, x.length);
}

/** @param {number} a @param {number} b */
export const sign = (a, b) => a > b ? 1 : a < b ? -1 : 0;

/** @param {number} n */
const bitLength = (n) => 32 - Math.clz32(n);
