// The sum of each column of a run in words: explorer/scenes/network.py to the letter.

import { fsum } from "./fsum.js";
import { number } from "./number.js";

/** What is less than this much of the largest value is rounding: no change of a sum. */
const ROUNDING = 1e-12;
/** Below this a float has no digits left to keep a sum with. */
const SUBNORMAL = 2 ** -1022;

/**
 * The sum of each column in words, and after it whether it is the input's (rounding aside) or by
 * how much it is not.
 * @param {ArrayLike<number>[]} columns
 * @returns {[string, string][]}
 */
export function sums(columns) {
  // so that no sum overflows, unless it is itself too large for a float
  const sizes = columns.flatMap((column) => Array.from(column, Math.abs));
  const scale = sizes.reduce((most, size) => Math.max(most, size), 0) || 1;
  const [first, ...rest] = columns.map((column) => fsum(Array.from(column, (x) => x / scale)));
  const words = number(first * scale);
  return [[words, ""], ...rest.map((now) => sum(now, first, scale, words))];
}

/**
 * @param {number} now
 * @param {number} first
 * @param {number} scale
 * @param {string} words
 * @returns {[string, string]}
 */
function sum(now, first, scale, words) {
  const off = Math.abs(now - first);
  if (off <= ROUNDING || off * scale < SUBNORMAL) return [words, ", kept"];
  return [number(now * scale), `, off by ${number(off * scale)}`];
}
