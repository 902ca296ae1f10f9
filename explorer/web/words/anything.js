// What the sort-anything explorer says: explorer/scenes/anything.py to the letter.

import { fixed, significant } from "./decimal.js";
import { number, percent as rounded } from "./number.js";

/**
 * What a person reads of a comparator.
 * @type {Record<string, string>}
 */
export const COMPARATOR_WORDS = {
  "key": "vector_sort, by its key",
  "difference": "comparison_sort, a - b (the same)",
  "clamped": "comparison_sort, tanh(a - b)",
  "clamped abs": "comparison_sort, tanh(a² - b²)",
};

/**
 * How things are sorted, by what, and how much they were blended.
 * @param {object} sorted
 * @param {{noun: string, keyName: string, remark: string}} sorted.material
 * @param {string} sorted.comparator
 * @param {number} sorted.alpha per unit of the keys
 * @param {number} sorted.deviation of the keys
 * @param {boolean} sorted.descending
 * @param {ArrayLike<number>} sorted.purest the largest share of one thing at each place
 */
export function anythingWords(sorted) {
  const { material, comparator, alpha, deviation, descending, purest } = sorted;
  const words = COMPARATOR_WORDS[comparator].replace(/ \(the same\)$/, "");
  const by = comparator === "key"
    ? `by ${material.keyName}`
    : `with ${words} of a and b, the ${material.keyName} in standard deviations`;
  const told = `Sorted ${by},` +
    ` ${descending ? "descending" : "ascending"}; alpha = ${counted(alpha, deviation)}.` +
    ` ${blended(purest, material.noun)}`;
  const surest = number(1 / (1 + Math.exp(-alpha * (deviation || 1))));
  const clamped = comparator.startsWith("clamped")
    ? ` tanh is at most 1, so no single comparison is surer than ${surest}.`
    : "";
  return `${told}${clamped} ${material.remark}`.trim();
}

/**
 * Alpha as its slider counts it, and as it is chosen.
 * @param {number} alpha
 * @param {number} deviation
 */
function counted(alpha, deviation) {
  if (alpha === Infinity) return number(alpha);
  const own = `${number(alpha)} per unit`;
  return deviation ? `${number(alpha * deviation)} per standard deviation of the key, ${own}` : own;
}

const PURE = 5e-5; // so much of others at most is in a place that holds one thing

/**
 * Which places are blended the most and the least.
 * @param {ArrayLike<number>} purest
 * @param {string} noun
 */
function blended(purest, noun) {
  const shares = Array.from(purest), [high, low] = [Math.max(...shares), Math.min(...shares)];
  if (low > 1 - PURE) return `No place is blended: each holds one ${noun}.`;
  if (high - low < 1e-9) {
    return `All places are blended alike: no ${noun} has more than ${percent(shares[0])} of one.`;
  }
  const [most, least] = [shares.indexOf(high), shares.indexOf(low)];
  return `Place ${least} is blended the most: no ${noun} has more than ${percent(low)} of it.` +
    ` Place ${most} is blended the least: ${percent(high)} of it is one ${noun}.`;
}

/** @param {number} share */
const percent = (share) => `${number(100 * share)} %`;

const [NAMED, FEW] = [3, 0.005]; // so many parts are named, but none that has less than this share

/**
 * Which things a place is made of, the largest shares first.
 * @param {ArrayLike<number>} shares of each thing
 * @param {(thing: number) => string} called
 */
export function madeOf(shares, called) {
  const parts = Array.from(shares, (share, thing) => ({ share, thing }))
    .filter(({ share }) => share >= FEW)
    .sort((one, other) => other.share - one.share || one.thing - other.thing);
  const named = parts.slice(0, NAMED);
  const rest = 1 - named.reduce((sum, { share }) => sum + share, 0);
  const words = named.map(({ share, thing }) => `${rounded(share)} ${called(thing)}`);
  return [...words, ...(rest >= FEW ? [`${rounded(rest)} others`] : [])].join(", ");
}

/**
 * A complex number, each part in four digits.
 * @param {number} real
 * @param {number} imaginary
 */
export const complex = (real, imaginary) =>
  `${number(real)} ${imaginary < 0 ? "-" : "+"} ${number(Math.abs(imaginary))}i`;

/**
 * A number in so many significant digits at most.
 * @param {number} value
 * @param {number} digits
 */
export function short(value, digits) {
  if (!value) return "0";
  const [figures, place] = significant(value, digits);
  return number(Number(`${figures}e${place - digits + 1}`));
}

/**
 * A key below its picture: three digits, no more than three of them behind the point.
 * @param {number} key
 */
export const caption = (key) => short(Number(fixed(key, 3)), 3);
