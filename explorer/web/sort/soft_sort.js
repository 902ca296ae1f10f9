// SoftSort: a relaxed permutation matrix by the simplest formula, one hard sort and one softmax a
// row. Source: Prillo & Eisenschlos, "SoftSort: a continuous relaxation for the argsort operator",
// ICML 2020; there it sorts downwards.

import { positive, some } from "./checks.js";
import { hardJacobian, sorted } from "./hard.js";
import { normalized, square } from "./matrices.js";
import { fromTheMean, sign } from "./neural_sort.js";

const MOST = Number.MAX_VALUE;
const VANISHED = Math.log(800); // exp(-800) is 0

/**
 * P[out, in], with P x ascending: of softmax(-|sort(x)[out] - x[in]|^power / tau) over `in`; rows
 * add up to 1.
 * @param {ArrayLike<number>} x
 * @param {number} [tau] in the units of x^power
 * @param {number} [power]
 */
export function softSort(x, tau = 1, power = 1) {
  const values = some(x, "x").map((value) => value * 0.5), n = values.length;
  const bend = [positive(tau, "tau"), Math.min(positive(power, "power"), MOST / 1000)];
  const ordered = sorted(values);
  const weights = square(n, (out, into) => {
    const distance = Math.abs(ordered[out] - values[into]);
    if (!(distance > 4 / MOST)) return 1; // equal: at least one in every row
    // In logarithms neither the power nor the quotient can overflow.
    const exponent = bend[1] * (Math.log(distance) + Math.LN2) - Math.log(bend[0]);
    return Math.exp(-Math.exp(Math.min(exponent, VANISHED)));
  });
  return normalized(weights, n);
}

/**
 * The Jacobian of `softSort(x, tau)` times x, [out, in]. Its rows add up to 1; entries may be
 * negative.
 * @param {ArrayLike<number>} x
 * @param {number} [tau]
 * @param {Float64Array} [weights] what softSort gives, where it is known
 */
export function softSortJacobian(x, tau = 1, weights = softSort(x, tau)) {
  const values = some(x, "x"), n = values.length;
  const off = fromTheMean(values, weights, positive(tau, "tau"));
  const ordered = sorted(values), hard = hardJacobian(values);
  const pulls = square(n, (out, into) => {
    const at = out * n + into;
    return weights[at] * sign(ordered[out], values[into]) * off[at];
  });
  const sums = new Float64Array(n);
  pulls.forEach((pull, at) => sums[Math.floor(at / n)] += pull);
  return square(n, (out, into) => {
    const at = out * n + into;
    return weights[at] + pulls[at] - sums[out] * hard[at];
  });
}
