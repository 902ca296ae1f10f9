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
const comparatorName = ({ layer, low, high }) =>
  `Comparator on wires ${low} and ${high}, layer ${layer + 1}`;

/**
 * The same with what the inputs are called that most of meets there.
 * @param {{layer: number, low: number, high: number}} comparator
 * @param {string[]} [names]
 */
export const calledBy = (comparator, names = []) => {
  const [one, other] = names, words = comparatorName(comparator);
  return one && other ? `${words}: ${one} and ${other}` : words;
};

/** @param {Exchange} done */
export function exchangeWords(
  { low, high, a, b, least, most, swap, byA, byB, mixes, layer, names = [] },
) {
  const { aStays, aCrosses } = shareWords({ swap, byA, byB, mixes });
  const [one, other] = names.map((name) => name && `${name} `);
  return [
    comparatorName({ layer, low, high }),
    `in ${one ?? ""}${number(a)} and ${other ?? ""}${number(b)}`,
    `out ${number(least)} (minimum, wire ${low}) and ${number(most)} (maximum, wire ${high})`,
    mixes
      ? `keeps ${aStays}, exchanges ${aCrosses}`
      : `exceeds the larger input by ${number(most - Math.max(a, b))}`,
    `d maximum / d in = ${number(byA)} and ${number(byB)}`,
  ];
}

/**
 * How much of what changes wires, in whole per cent, and what is left of 100.
 * @param {number} swap
 */
export function inPercent(swap) {
  const crosses = Math.round(100 * Math.min(Math.max(swap, 0), 1));
  return { stays: 100 - crosses, crosses };
}

/**
 * What the four strands of a comparator carry: where it mixes, how much of each value stays and
 * crosses; else the derivatives of where they lead by where they come from.
 * @param {Pick<Exchange, "swap" | "byA" | "byB" | "mixes">} done
 */
export function shareWords({ swap, byA, byB, mixes }) {
  if (!mixes) {
    return {
      ofA: byA,
      ofB: 1 - byB,
      aStays: number(1 - byA),
      aCrosses: number(byA),
      bStays: number(byB),
      bCrosses: number(1 - byB),
    };
  }
  const { stays, crosses } = inPercent(swap);
  const [kept, moved] = [`${stays} %`, `${crosses} %`];
  return { ofA: swap, ofB: swap, aStays: kept, aCrosses: moved, bStays: kept, bCrosses: moved };
}

/**
 * What the derivatives of the maximum mean.
 * @param {Pick<Exchange, "a" | "b" | "byA" | "byB" | "mixes">} done
 */
export function derivativeLine({ a, b, byA, byB, mixes }) {
  const means = `Move ${number(a)} a little: the maximum moves ${number(byA)} times as far;` +
    ` move ${number(b)}: ${number(byB)} times.`;
  return mixes ? means : `${means} Log-sum-exp does not mix: the strands carry derivatives.`;
}
