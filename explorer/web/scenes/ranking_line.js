// Where the parts of the ranking explorer's picture stand: the number line, the kernel on it, and
// the widths that ranks are drawn for.

import { linspace } from "../sort/linspace.js";
import { roundHalfEven } from "../sort/magnitude.js";
import { ticks } from "../words/ticks.js";

/** Soft ranks are drawn for sigma from 1e-4 of the spread (as a power of ten) to all of it. */
const DECADES = 4;
/** Values that are larger, or closer together than its inverse, cannot be drawn on a line. */
export const DRAWABLE = 1e100;
/** Of the largest value: what lies closer together is drawn as if it were equal. */
const FINEST = 1e-12;

/**
 * The kernel, 1 at its centre.
 * @param {Float64Array} x
 * @param {number} centre
 * @param {number} sigma
 */
export const bell = (x, centre, sigma) =>
  x.map((each) => {
    const away = Math.min(Math.max(each - centre, -40 * sigma), 40 * sigma) / sigma;
    return Math.exp(-0.5 * away * away);
  });

/**
 * The points at which the kernel around a value is drawn, all along the line and closely where it is
 * high; and its height there.
 * @param {[number, number]} line
 * @param {number} centre
 * @param {number} sigma
 */
export function kernelOn(line, centre, sigma) {
  const near = linspace(-4, 4, 81).map((width) => centre + width * sigma);
  const all = [...linspace(...line, 121), ...near];
  const inside = all.filter((x) => x >= line[0] && x <= line[1]);
  const grid = Float64Array.from(new Set(inside)).sort();
  return [grid, bell(grid, centre, sigma)];
}

/**
 * The logarithms of the smallest and of the largest width that ranks are drawn for, the present one
 * between them; and how many are drawn.
 * @param {number[]} values
 * @param {number} sigma
 */
export function sigmasOf(values, sigma) {
  const span = Math.max(...values) - Math.min(...values);
  const top = roundHalfEven(Math.log10(span || sizeOf(values)));
  const now = Math.log10(sigma), perDecade = values.length <= 32 ? 12 : 8;
  const low = Math.max(Math.min(top - DECADES, now), top - 9);
  const high = Math.min(Math.max(top, now), top + 4);
  return [low, high, roundHalfEven((high - low) * perDecade) + 1];
}

/**
 * The ends of the number line: round numbers around all values and places, so that they stay while
 * one of them moves.
 * @param {number[]} both
 * @returns {[number, number]}
 */
export function lineOf(both) {
  const least = Math.min(...both), most = Math.max(...both);
  const size = sizeOf(both);
  const margin = (most - least > FINEST * size ? most - least : size) / 20;
  const [low, high] = [least - margin, most + margin], [first, second] = ticks(low, high, 12);
  const step = second - first;
  return [Math.floor(low / step) * step, Math.ceil(high / step) * step];
}

/**
 * The largest of some numbers, without its sign; 1 where all are as good as 0.
 * @param {number[]} numbers
 */
function sizeOf(numbers) {
  const largest = Math.max(...numbers.map(Math.abs));
  return largest >= 1 / DRAWABLE ? largest : 1;
}
