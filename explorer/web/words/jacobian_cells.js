// What the Jacobian explorer says of what is pointed at: which derivative it is, of which output, by
// which input; or the sum of such ones.

import { derivativeWords } from "./flow.js";
import { nameOf } from "./names.js";
import { number } from "./number.js";

/** @typedef {{values: ArrayLike<number>, names: string[] | null}} Inputs */

/**
 * @param {Inputs} x
 * @param {number} k
 */
const named = (x, k) => `${called(x, k)} = ${number(x.values[k])}`;

/**
 * @param {Inputs} x
 * @param {number} k
 */
const called = ({ names }, k) => nameOf(names, k, `x[${k}]`);

/**
 * A derivative of the sort.
 * @param {Inputs} x
 * @param {number} out
 * @param {number} into
 * @param {number} derivative
 */
export const sortCell = (x, out, into, derivative) =>
  `${derivativeWords(out, into, derivative, x.names)} (${named(x, into)})`;

/**
 * A derivative of the ranks.
 * @param {Inputs} x
 * @param {number} out
 * @param {number} into
 * @param {number} derivative
 */
export function rankCell(x, out, into, derivative) {
  const values = [...new Set([out, into])].map((k) => named(x, k)).join(", ");
  const rank = x.names ? `rank of ${called(x, out)}` : `rank[${out}]`;
  return `d ${rank} / d ${called(x, into)} = ${number(derivative)} per unit (${values})`;
}

/**
 * @param {number} out
 * @param {number} sum
 */
export const sortRow = (out, sum) =>
  `row ${out}: the derivatives of sorted[${out}] by all inputs add up to ${number(sum)}`;

/**
 * `gone`: whether no output answers to that input.
 * @param {Inputs} x
 * @param {number} into
 * @param {number} sum
 * @param {boolean} gone
 */
export const sortColumn = (x, into, sum, gone) =>
  `column ${into}: the derivatives of all outputs shown by ${named(x, into)} add up to` +
  ` ${number(sum)}${gone ? "; none answers to it: it has vanished" : ""}`;

/**
 * @param {Inputs} x
 * @param {number} out
 * @param {number} sum
 */
export const rankRow = (x, out, sum) =>
  `row ${out}: the derivatives of the rank of ${named(x, out)} by all inputs add up to` +
  ` ${number(sum)}`;

/**
 * @param {Inputs} x
 * @param {number} into
 * @param {number} sum
 */
export const rankColumn = (x, into, sum) =>
  `column ${into}: the derivatives of all ranks by ${named(x, into)} add up to ${number(sum)}`;

/**
 * The rank of an input.
 * @param {Inputs} x
 * @param {number} k
 * @param {number} soft
 * @param {number} hard
 */
export const rankWords = (x, k, soft, hard) =>
  `${named(x, k)}: soft rank ${number(soft)}, hard rank ${number(hard)}`;

/**
 * Why the network does not show the paths of a derivative: what is missing of it, which of n inputs
 * or of the `outputs` shown there is none of, or that there are more wires than `most`; nothing,
 * where it is shown.
 * @param {{out: number | null, into: number | null}} asked
 * @param {number} n
 * @param {number[]} outputs
 * @param {number} most
 */
export function noPaths({ out, into }, n, outputs, most) {
  if (out === null && into === null) {
    return "Point at a cell of d sort / d x to see the paths that this derivative takes through the" +
      " network.";
  }
  if (out !== null && out >= n) return `There is no output ${out}: they go from 0 to ${n - 1}.`;
  if (into !== null && into >= n) return `There is no input ${into}: they go from 0 to ${n - 1}.`;
  if (out !== null && !outputs.includes(out)) {
    return `Output ${out} is not among the top ${outputs.length}.`;
  }
  if (out === null || into === null) {
    return `To see paths, choose an ${out === null ? "output" : "input"}, too.`;
  }
  return n > most ? `Paths are shown for up to ${most} wires.` : "";
}
