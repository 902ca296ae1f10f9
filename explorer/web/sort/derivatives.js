// Exact derivatives of a sort: the fold, with derivatives carried along. `jacobian[out, in]`, row
// by row in one array, is the derivative of output `out` by input `in`; it is never the soft
// permutation, which holds shares.

import { vector } from "./checks.js";
import { DiffsortError } from "./errors.js";
import { fold, scan, scanBack } from "./fold.js";
import { identity } from "./matrices.js";

/** @import { Network } from "./networks.js" */
/** @import { Exchanges } from "./tracing.js" */

/**
 * The Jacobian of a run, of which `done` are the exchanges: n rows of n.
 * @param {Network} network
 * @param {Pick<Exchanges, "byA">} done
 */
export function jacobian(network, { byA }) {
  return fold(network, identity(network.n), mixingRows(network.n, byA));
}

/**
 * The doubly stochastic matrix whose product with the input is the sorted output: n rows of n.
 * @param {Network} network
 * @param {Pick<Exchanges, "weight">} done
 */
export function softPermutation(network, { weight }) {
  if (!weight) throw new DiffsortError("softmax must be a relaxation that mixes");
  return fold(network, identity(network.n), mixingRows(network.n, weight));
}

/**
 * How what every wire holds moves when the input moves by v: for each column, from v itself to the
 * Jacobian times v.
 * @param {Network} network
 * @param {Pick<Exchanges, "byA">} done
 * @param {ArrayLike<number>} v
 */
export function tangents(network, { byA }, v) {
  return scan(network, vector(v, "v", network.n), mixingRows(1, byA));
}

/**
 * How the sum of w times the sorted values answers to what every wire holds: for each column, from
 * its gradient by the input to w.
 * @param {Network} network
 * @param {Pick<Exchanges, "byA" | "byB">} done
 * @param {ArrayLike<number>} w
 */
export function cotangents(network, { byA, byB }, w) {
  return scanBack(network, vector(w, "w", network.n), (wires, low, high, place) => {
    const down = wires[low];
    const change = wires[high] - down;
    wires[low] = down + byA[place] * change;
    wires[high] = down + byB[place] * change;
  });
}

/**
 * The step that mixes rows of so many numbers as a comparator mixed the values: of the upper row
 * it takes that share of the row on the wire that receives the minimum, and the lower row is what
 * is left of their sum.
 * @param {number} width
 * @param {Float64Array} shares
 * @returns {import("./fold.js").Step<Float64Array>}
 */
export function mixingRows(width, shares) {
  return (rows, low, high, place) => {
    const share = shares[place];
    for (let at = low * width, to = high * width, end = at + width; at < end; at++, to++) {
      const a = rows[at];
      const b = rows[to];
      const moved = share * (a - b);
      rows[at] = a - moved;
      rows[to] = b + moved;
    }
  };
}
