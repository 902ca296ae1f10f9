// The colour of an input, as a share of the scale of colours: by its rank, so that no two have the
// same and the order of the colours is that of the numbers. explorer/scenes/hues.py has the same.

import { argsort } from "../sort/hard.js";

/**
 * The share of one of n: no two have the same.
 * @param {number} k
 * @param {number} n
 */
export const shareAmong = (k, n) => n > 1 ? k / (n - 1) : 0.5;

/**
 * That of each input, wire by wire; of equal values the earlier wire comes first.
 * @param {ArrayLike<number>} values
 */
export function huesOf(values) {
  /** @type {number[]} */
  const hues = Array.from(values, () => 0);
  argsort(values).forEach((wire, place) => hues[wire] = shareAmong(place, values.length));
  return hues;
}

/**
 * The colours along an axis: at each place from the first on, that of one of `hues`.
 * @param {number[]} hues
 * @param {number} [first]
 */
export const alongOf = (hues, first = 0) =>
  hues.map((hue, k) => /** @type {[number, number]} */ ([first + k, hue]));

/**
 * Place by place: that of the input which the hard sort brings there.
 * @param {{values: ArrayLike<number>, hues: number[]}} scene
 */
export const placeHues = ({ values, hues }) => argsort(values).map((wire) => hues[wire]);
