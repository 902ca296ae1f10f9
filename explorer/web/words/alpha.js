// What the alpha explorer says: explorer/scenes/alpha.py to the letter.

import { number } from "./number.js";

/**
 * What an alpha is called beside its curve.
 * @param {number} alpha
 */
export const alphaName = (alpha) =>
  alpha === 0 ? "mean" : alpha === Infinity ? "hard" : number(alpha);

/**
 * The two maxima of (a, b) and the measures of the soft sort of n values.
 * @param {object} found
 * @param {string} found.strength
 * @param {number} found.n
 * @param {number} found.a
 * @param {number} found.b
 * @param {number} found.soft
 * @param {number} found.hard
 * @param {number} found.error
 * @param {number} found.inversions
 * @param {number} found.smallest
 * @param {number} found.largest
 */
export function alphaWords({ strength, n, a, b, soft, hard, ...sort }) {
  const off = soft === hard
    ? "the same as"
    : `${number(Math.abs(soft - hard))} ${soft > hard ? "above" : "below"}`;
  return `${strength}. The soft maximum of (${number(a)}, ${number(b)}) is ${number(soft)}:` +
    ` ${off} the hard one. The soft sort: an error of ${number(100 * sort.error)} % of the` +
    ` range, ${sort.inversions} of ${n * (n - 1) / 2} pairs out of order, derivatives from` +
    ` ${number(sort.smallest)} to ${number(sort.largest)}.`;
}

/**
 * Which relaxations stand beside the present one, at which alpha.
 * @param {boolean} mixes whether the present one does
 * @param {{name: string, alpha: number, mixes: boolean}[]} steep
 */
export function slopeWords(mixes, steep) {
  const [weighed, others] = [true, false].map((so) =>
    steep.filter((each) => (each.mixes && mixes) === so)
  );
  const told = weighed.map(({ name, alpha }) => `${name} at alpha = ${number(alpha)}`);
  return (told.length ? ` As steep at a tie: ${told.join(", ")}.` : "") +
    (others.length
      ? " At the same alpha, as log-sum-exp has no weights:" +
        ` ${others.map(({ name }) => name).join(", ")}.`
      : "");
}
