// Where the parts of the ranking explorer's picture stand: the number line, the kernel on it, the
// rows of values and the widths that ranks are drawn for.

import { linspace } from "../sort/linspace.js";
import { roundHalfEven } from "../sort/magnitude.js";
import { ticks } from "../words/ticks.js";

/** Soft ranks are drawn for sigma from 1e-4 of the spread (as a power of ten) to all of it. */
const DECADES = 4;

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
 * The points at which the kernel around a value is drawn: all along the line, and closely where it
 * is high.
 * @param {[number, number]} line
 * @param {number} centre
 * @param {number} sigma
 */
export function kernelGrid(line, centre, sigma) {
  const near = linspace(-4, 4, 81).map((width) => centre + width * sigma);
  const all = [...linspace(...line, 121), ...near];
  const inside = all.filter((x) => x >= line[0] && x <= line[1]);
  return Float64Array.from(new Set(inside)).sort();
}

/**
 * The widths that ranks are drawn for, evenly on a logarithmic scale; the present one is within
 * their range.
 * @param {number[]} values
 * @param {number} sigma
 */
export function sigmasOf(values, sigma) {
  const most = Math.max(...values), size = Math.max(...values.map(Math.abs));
  const top = roundHalfEven(Math.log10(most - Math.min(...values) || size || 1));
  const now = Math.log10(sigma), perDecade = values.length <= 32 ? 12 : 8;
  const low = Math.max(Math.min(top - DECADES, now), top - 9);
  const high = Math.min(Math.max(top, now), top + 4);
  const count = roundHalfEven((high - low) * perDecade) + 1;
  return linspace(low, high, count).map((place) => 10 ** place);
}

/**
 * The ends of the number line: round numbers around all values and places, so that they stay while
 * one of them moves.
 * @param {number[]} both
 * @returns {[number, number]}
 */
export function lineOf(both) {
  const least = Math.min(...both), most = Math.max(...both);
  const margin = (most - least) / 20 || Math.abs(most) / 20 || 1;
  const [low, high] = [least - margin, most + margin], [first, second] = ticks(low, high, 12);
  const step = second - first;
  return [Math.floor(low / step) * step, Math.ceil(high / step) * step];
}

/**
 * The row of each value: the first in which no earlier wire's value is closer than `apart`.
 * @param {number[]} values
 * @param {number} apart
 */
export function rowsOf(values, apart) {
  /** @type {number[][]} */
  const rows = [];
  return values.map((value) => {
    const free = rows.findIndex((row) => row.every((other) => Math.abs(value - other) >= apart));
    const row = free < 0 ? rows.push([]) - 1 : free;
    rows[row].push(value);
    return row;
  });
}
