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

const STEPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/**
 * The end of a scale on which `most` still finds place: a round number, so that it stays while
 * numbers change a little; 1 where there is nothing to scale.
 * @param {number} most not negative
 */
export function bound(most) {
  if (!(most > 0)) return 1;
  const place = firstPlace(most);
  const ends = STEPS.map((step) => Number(`${step}e${place}`));
  return ends.find((end) => end >= most * (1 - 1e-9)) ?? most;
}
