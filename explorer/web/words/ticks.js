// Round numbers for an axis, and their labels: explorer/style.py to the letter.

import { firstPlace, fixed } from "./decimal.js";
import { number } from "./number.js";

/**
 * Round numbers from low to high, with at most so many intervals between them.
 * @param {number} low
 * @param {number} high
 * @param {number} intervals
 */
export function ticks(low, high, intervals = 6) {
  const span = high / intervals - low / intervals;
  const size = span > 0 ? Number(`1e${firstPlace(span)}`) : 0;
  if (!size) return [low];
  const step = [1, 2, 5, 10, 20].map((factor) => size * factor).find((step) => step >= span) ??
    size;
  const first = -Math.floor(-low / step), last = Math.floor(high / step);
  return Array.from({ length: last - first + 1 }, (_, k) => step * (first + k));
}

/**
 * Ticks with their labels, in as many digits as it takes to tell them apart.
 * @param {number[]} marks
 * @returns {[number, string][]}
 */
export function labelled(marks) {
  let words = marks.map(number);
  if (new Set(words).size < words.length) {
    const places = Math.max(0, -firstPlace(marks[1] - marks[0]));
    words = marks.map((mark) => fixed(mark, places));
  }
  return marks.map((mark, k) => [mark, words[k]]);
}
