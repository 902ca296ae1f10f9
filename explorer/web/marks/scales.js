// Scales: where a value stands, in pixels, and which value stands there.

import { number } from "../words/number.js";
import { labelled, ticks } from "../words/ticks.js";
import { shareOf } from "./places.js";

/** @typedef {[number, number]} Span from one number to another */
/** @typedef {[value: number, words: string]} Tick */
/**
 * @typedef {{place: (value: number) => number, value: (pixels: number) => number,
 *   ticks: (intervals?: number) => Tick[]}} Scale
 */

/**
 * @param {Span} domain
 * @param {Span} range
 * @returns {Scale}
 */
export function linear(domain, [from, to]) {
  const [low, high] = domain;
  return {
    place: (value) => from + shareOf(value, domain) * (to - from),
    value(pixels) {
      const part = (pixels - from) / (to - from);
      return (1 - part) * low + part * high;
    },
    ticks: (intervals = 4) => labelled(ticks(low, high, intervals)),
  };
}

/**
 * Marked at decades.
 * @param {Span} domain of positive numbers
 * @param {Span} range
 * @returns {Scale}
 */
export function logarithmic([low, high], range) {
  const first = Math.log10(low), last = Math.log10(high);
  const powers = linear([first, last], range);
  return {
    place: (value) => powers.place(Math.log10(value)),
    value: (pixels) => 10 ** powers.value(pixels),
    ticks(intervals = 6) {
      const [begin, end] = [Math.ceil(first), Math.floor(last)];
      const step = Math.max(1, Math.ceil((end - begin) / intervals));
      const count = Math.max(0, Math.floor((end - begin) / step) + 1);
      return Array.from({ length: count }, (_, k) => Number(`1e${begin + k * step}`))
        .map((value) => [value, number(value)]);
    },
  };
}
