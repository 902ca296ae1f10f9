// Eight ways to sort, each with what is always true of it, and how it is run at one alpha.

import { softPermutation } from "./derivatives.js";
import { argsort } from "./hard.js";
import { isotonicSort, isotonicSortJacobian } from "./isotonic.js";
import { timesVector } from "./matrices.js";
import { neuralSort, neuralSortJacobian } from "./neural_sort.js";
import { alphaAtSlope, rule as ruleOf } from "./relaxations.js";
import { softSort, softSortJacobian } from "./soft_sort.js";
import { sortJacobian } from "./sort_derivatives.js";
import { exchanges, sort, trace } from "./tracing.js";

/** @import { Network } from "./networks.js" */

/**
 * What a method made of a vector: `amount`, what alpha is to it (nothing to the hard sort); the
 * sorted values; P[out, in], if it has one; the Jacobian [out, in].
 * @typedef {object} Result
 * @property {number | null} amount
 * @property {Float64Array} sorted
 * @property {Float64Array | null} permutation
 * @property {Float64Array} jacobian
 */

/** @typedef {(x: Float64Array, network: Network, alpha: number) => Result} Run */

/**
 * What is always true of a method. `network`: whether it needs one; `monotone`: no derivative is
 * ever negative; `ordered`: results always ascend; `keepsSum`: they add up to what x adds up to;
 * `comparator`: the relaxation that it is to two values, where it has weights.
 * @typedef {object} Method
 * @property {Run} run
 * @property {boolean} network
 * @property {boolean} monotone
 * @property {boolean} ordered
 * @property {boolean} keepsSum
 * @property {string | null} comparator
 */

/** @type {Run} */
function hard(x) {
  const order = argsort(x), permutation = new Float64Array(x.length ** 2);
  order.forEach((into, out) => permutation[out * x.length + into] = 1);
  const sorted = Float64Array.from(order, (into) => x[into]);
  return { amount: null, sorted, permutation, jacobian: permutation };
}

/** @param {string} relaxation @returns {Run} */
const relaxed = (relaxation) => (x, network, alpha) => {
  const rule = ruleOf(relaxation, alpha);
  const permutation = rule.mixes
    ? softPermutation(network, exchanges(trace(network, x, rule)))
    : null;
  return {
    amount: alpha,
    sorted: permutation ? timesVector(permutation, x) : sort(network, x, rule),
    permutation,
    jacobian: sortJacobian(network, x, rule),
  };
};

/**
 * @typedef {(x: Float64Array, tau: number, permutation?: any) => Float64Array} ByMatrix
 */

/** @param {ByMatrix} matrix @param {ByMatrix} jacobian @returns {Run} */
const byMatrix = (matrix, jacobian) => (x, _, alpha) => {
  const tau = alpha ? 1 / alpha : Infinity, permutation = matrix(x, withinFloats(tau));
  return {
    amount: tau,
    sorted: timesVector(permutation, x),
    permutation,
    jacobian: jacobian(x, withinFloats(tau), permutation),
  };
};

/** @type {Run} */
function isotonic(x, _, alpha) {
  const step = longestStep(x, alpha), epsilon = withinFloats(step ? 1 / step : Infinity);
  return {
    amount: step,
    sorted: isotonicSort(x, epsilon),
    permutation: null,
    jacobian: isotonicSortJacobian(x, epsilon),
  };
}

/**
 * 1 / epsilon for an alpha: alpha times the square of the mean gap between neighbours in the hard
 * sort, in units of x. The isotonic sort is the nearest vector to the hard sort of which no step is
 * longer.
 * @param {ArrayLike<number>} x
 * @param {number} alpha
 */
export function longestStep(x, alpha) {
  const each = Array.from(x), reach = Math.max(...each) / 2 - Math.min(...each) / 2;
  const gap = reach / Math.max(each.length - 1, 1) * 2;
  return gap ? alpha * gap * gap : 0;
}

/** @param {number} value */
const withinFloats = (value) => Math.min(Math.max(value, Number.MIN_VALUE), Number.MAX_VALUE);

const inNetwork = { network: true, monotone: true, ordered: false, keepsSum: true };
const projected = {
  network: false,
  monotone: true,
  ordered: true,
  keepsSum: true,
  comparator: null,
};
const ofRows = {
  network: false,
  monotone: false,
  ordered: true,
  keepsSum: false,
  comparator: "smoothmax",
};

/** @param {string} comparator @returns {Method} */
const mixing = (comparator) => ({ run: relaxed(comparator), ...inNetwork, comparator });

/**
 * In the order of the gallery.
 * @type {Record<string, Method>}
 */
export const METHODS = {
  "hard sort": { run: hard, ...projected },
  softmax: { run: relaxed("softmax"), ...inNetwork, comparator: null },
  smoothmax: { ...mixing("smoothmax"), monotone: false },
  Cauchy: mixing("Cauchy"),
  optimal: mixing("optimal"),
  NeuralSort: { run: byMatrix(neuralSort, neuralSortJacobian), ...ofRows },
  SoftSort: { run: byMatrix(softSort, softSortJacobian), ...ofRows },
  isotonic: { run: isotonic, ...projected },
};

/**
 * The alpha at which a method's weights fall as fast at a tie as those of smoothmax at that alpha:
 * that alpha itself, where it has none.
 * @param {string} name
 * @param {number} alpha
 */
export function steepAs(name, alpha) {
  const { comparator } = METHODS[name];
  return comparator ? alphaAtSlope(comparator, { name: "smoothmax", alpha }) : alpha;
}

const names = Object.keys(METHODS);
const networks = names.filter((name) => METHODS[name].network);
const alone = names.filter((name) => name !== "hard sort");

/**
 * What can be laid side by side: a choice -> the methods that it shows.
 * @type {Record<string, string[]>}
 */
export const COMPARED = {
  "all": names,
  "in a network": ["hard sort", ...networks],
  "without a network": names.filter((name) => !networks.includes(name)),
  ...Object.fromEntries(alone.map((name) => [name, ["hard sort", name]])),
};
