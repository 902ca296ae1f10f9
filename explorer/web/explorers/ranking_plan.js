// How far the axes of the pictures of soft ranks go and what is written at them:
// figures/ranking_plan.py has the same for paper.

import { nameOf } from "../words/names.js";
import { bound, labelled, ticks } from "../words/ticks.js";

/** @import { heldOn } from "../scenes/ranking.js" */
/** @import { Span, Tick } from "../marks/scales.js" */
/** @typedef {ReturnType<typeof heldOn>} Scene */

export const BY_SIGMA = "sigma, in units of value";
const ROOM = 0.06; // of the heights, below the lowest; twice as much above, for the handle of sigma
const MOST_TICKS = 6;

/**
 * @param {number} wire
 * @param {string[] | null} [names]
 */
export const lineTitle = (wire, names = null) =>
  `values and the kernel around ${nameOf(names, wire, `x[${wire}]`)}`;

/** @param {boolean} transposed */
export const wordsOf = (transposed) =>
  transposed
    ? {
      order: "transposed order, argsort ●, hard ○",
      across: "wire it came from",
      down: "place in the soft sort",
      curves: "soft argsort against sigma",
      up: "wire it came from",
    }
    : {
      order: "order matrix, soft rank ●, hard ○",
      across: "place in the soft sort",
      down: "wire",
      curves: "soft ranks against sigma",
      up: "soft rank",
    };

/**
 * The marks of an axis of n wires or places: whole numbers.
 * @param {number} n
 * @returns {Tick[]}
 */
export function wholeTicks(n) {
  const step = Math.max(1, Math.round(ticks(0, Math.max(n - 1, 1), 5)[1]));
  const count = Math.floor((n - 1) / step) + 1;
  return Array.from({ length: count }, (_, k) => [step * k, String(step * k)]);
}

/**
 * The share that has the full colour: those of wide kernels are small.
 * @param {Scene} scene
 */
export const sharesEnd = ({ order }) => bound(Math.max(...order));

/**
 * The heights of the ranks against sigma.
 * @param {Scene} scene
 * @returns {Span}
 */
export function meansRange({ meansFromTo: [low, high] }) {
  return [low - ROOM * (high - low), high + 2 * ROOM * (high - low)];
}

/**
 * The logarithms of the smallest and of the largest sigma.
 * @param {Scene} scene
 * @returns {Span}
 */
export const sigmaRange = ({ sigmas }) => [
  Math.log10(sigmas[0]),
  Math.log10(sigmas[sigmas.length - 1]),
];

/**
 * The marks of an axis of logarithms: some decades.
 * @param {Span} ends
 * @param {number} [most]
 * @returns {Tick[]}
 */
export function decades([low, high], most = MOST_TICKS) {
  const first = Math.ceil(low - 1e-9), last = Math.floor(high + 1e-9);
  const step = Math.max(1, Math.ceil((last - first + 1) / most));
  const count = Math.floor((last - first) / step) + 1;
  const powers = Array.from({ length: Math.max(count, 0) }, (_, k) => first + k * step);
  const words = labelled(powers.map((power) => Number(`1e${power}`)));
  return powers.map((power, k) => [power, words[k][1]]);
}
