// The exact Jacobian of a sort, and of its largest values.

import { whole } from "./checks.js";
import { mixingRows } from "./derivatives.js";
import { fold } from "./fold.js";
import { identity } from "./matrices.js";
import { inward, outward } from "./standard.js";
import { mixed, prepare, restore } from "./task.js";
import { sort } from "./tracing.js";

/** @import { Network } from "./networks.js" */
/** @import { Rule } from "./relaxations.js" */

/**
 * The Jacobian of `sort` at x, [out, in]; where alpha is scale-free with what x does to its
 * standard deviation.
 * @param {Network} network
 * @param {ArrayLike<number>} x
 * @param {Rule} rule
 */
export const sortJacobian = (network, x, rule) => carried(prepare(network, x, rule)).jacobian;

/**
 * The sort of x and its Jacobian, by one run.
 * @param {Network} network
 * @param {ArrayLike<number>} x
 * @param {Rule} rule
 */
export function sortWithJacobian(network, x, rule) {
  const task = prepare(network, x, rule), { result, jacobian } = carried(task);
  return { sorted: restore(task, result), jacobian };
}

/**
 * The sorted x of a task, in its units, and the Jacobian.
 * @param {import("./task.js").Task} task
 */
function carried(task) {
  const { network, spread, x } = task, { result, byA } = mixed(task), rows = identity(network.n);
  const moves = spread ? inward(x, rows, network.n) : rows.slice();
  const moved = fold(network, moves, mixingRows(network.n, byA));
  return { result, jacobian: spread ? outward(spread, moved, result, rows, x) : moved };
}

/**
 * The k largest values of x, softly, the largest first.
 * @param {Network} network
 * @param {ArrayLike<number>} x
 * @param {number} k
 * @param {Rule} rule
 */
export function diffTopk(network, x, k, rule) {
  const ordered = sort(network, x, rule);
  return ordered.reverse().slice(0, whole(k, "k", network.n));
}

/**
 * The Jacobian of `diffTopk`: k rows of n.
 * @param {Network} network
 * @param {ArrayLike<number>} x
 * @param {number} k
 * @param {Rule} rule
 */
export function topkJacobian(network, x, k, rule) {
  const { n } = network, jacobian = sortJacobian(network, x, rule);
  const found = new Float64Array(whole(k, "k", n) * n);
  for (let place = 0; place < k; place++) {
    found.set(jacobian.subarray((n - 1 - place) * n, (n - place) * n), place * n);
  }
  return found;
}
