// What a comparator did, in words.

import { number } from "./number.js";

/**
 * @typedef {object} Exchange what came in and went out on the wires of the minimum and the maximum,
 * how much of each changed wires, and the derivatives of the maximum
 * @property {number} layer
 * @property {number} low
 * @property {number} high
 * @property {number} a
 * @property {number} b
 * @property {number} least
 * @property {number} most
 * @property {number} swap
 * @property {number} byA
 * @property {number} byB
 * @property {boolean} mixes
 * @property {string[]} [names] of the inputs that most of came in, where they have any
 */

/** @param {{layer: number, low: number, high: number}} comparator */
export const nameOf = ({ layer, low, high }) =>
  `Comparator on wires ${low} and ${high}, layer ${layer + 1}`;

/** @param {Exchange} done */
export function exchangeWords(
  { low, high, a, b, least, most, swap, byA, byB, mixes, layer, names = [] },
) {
  const [one, other] = names.map((name) => name && `${name} `);
  const swapped = Math.round(100 * swap);
  return [
    nameOf({ layer, low, high }),
    `in ${one ?? ""}${number(a)} and ${other ?? ""}${number(b)}`,
    `out ${number(least)} (minimum, wire ${low}) and ${number(most)} (maximum, wire ${high})`,
    mixes
      ? `keeps ${100 - swapped} %, exchanges ${swapped} %`
      : `exceeds the larger input by ${number(most - Math.max(a, b))}`,
    `d maximum / d in = ${number(byA)} and ${number(byB)}`,
  ];
}
