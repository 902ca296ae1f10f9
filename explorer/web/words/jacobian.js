// What the Jacobian explorer says of its derivatives in sentences: explorer/scenes/jacobian.py to the
// letter.

import { significant } from "./decimal.js";
import { nameOf } from "./names.js";
import { number } from "./number.js";

/**
 * Whether all is as a person who trains through the sort would wish, and what was found, in words.
 * @typedef {{good: boolean, words: string}} Check
 */

/** Finite differences that are closer than this confirm a derivative. */
const AGREES = 1e-3;

/**
 * How far the derivatives are from finite differences.
 * @param {number} difference
 * @returns {Check}
 */
export function agreement(difference) {
  const derivatives = "the derivatives of the sort";
  if (difference < AGREES) {
    const rounded = number(oneDigit(difference));
    return { good: true, words: `${derivatives} agree with finite differences to ${rounded}` };
  }
  const off = `off from finite differences by up to ${number(difference)}`;
  return { good: false, words: `${derivatives} are ${off}: a tie or a kink is near` };
}

/**
 * How many derivatives, of so many, are negative; whether the relaxation is monotone, and which
 * ones are.
 * @param {number} negative
 * @param {number} size
 * @param {boolean} monotone
 * @param {string[]} others
 * @returns {Check}
 */
export function signs(negative, size, monotone, others) {
  if (negative) {
    const told = `${negative} of ${size} derivatives of the sort are negative: a larger input, a` +
      " smaller output";
    return { good: false, words: `${told} (under ${others.join(", ")} none can be)` };
  }
  const where = monotone
    ? ", and under this relaxation none can be"
    : " here; under this relaxation they can be";
  return { good: true, words: `no derivative of the sort is negative${where}` };
}

/**
 * How many inputs, of n, no output answers to.
 * @param {number} count
 * @param {number} n
 * @returns {Check}
 */
export function vanishedInputs(count, n) {
  if (!count) return { good: true, words: "every input moves some output" };
  const [have, them] = count === 1 ? ["has", "it"] : ["have", "them"];
  const words = `${count} of ${n} inputs ${have} vanished: no output shown answers to ${them}` +
    " (× below the map)";
  return { good: false, words };
}

/**
 * The derivative of a rank that is the largest.
 * @param {Float64Array} byRank
 * @param {number} n
 * @param {string[] | null} [names]
 */
export function largestWords(byRank, n, names = null) {
  let most = 0;
  byRank.forEach((entry, at) => {
    if (Math.abs(entry) > Math.abs(byRank[most])) most = at;
  });
  const [of, by] = [Math.floor(most / n), most % n].map((k) => nameOf(names, k, `input ${k}`));
  return `The largest derivative of a rank: that of ${of} with respect to ${by},` +
    ` ${number(byRank[most])} per unit.`;
}

/**
 * All of it as sentences.
 * @param {string} strength
 * @param {Check[]} checks
 * @param {string} largest
 */
export function jacobianWords(strength, checks, largest) {
  const said = checks.map(({ words }) => `${words[0].toUpperCase()}${words.slice(1)}.`);
  return `${strength}. ${said.join(" ")} ${largest}`;
}

/** @param {number} value */
function oneDigit(value) {
  if (!value) return 0;
  const [digit, place] = significant(value, 1);
  return Number(`${digit}e${place}`);
}
