// What the sort-anything explorer says: explorer/scenes/anything.py to the letter.

import { number } from "./number.js";

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
 * @param {number} sorted.alpha
 * @param {number} sorted.deviation of the keys
 * @param {boolean} sorted.descending
 * @param {ArrayLike<number>} sorted.purest the largest share of one thing at each place
 */
export function anythingWords(sorted) {
  const { material, comparator, alpha, deviation, descending, purest } = sorted;
  const words = COMPARATOR_WORDS[comparator].replace(/ \(the same\)$/, "");
  const by = comparator === "key"
    ? ""
    : ` of a and b, the ${material.keyName} in standard deviations`;
  const told = `${words.replace("its key", () => material.keyName)}${by},` +
    ` ${descending ? "descending" : "ascending"}; alpha = ${number(alpha)} per standard` +
    ` deviation of the key, which is ${number(deviation)}. ${blended(purest, material.noun)}`;
  const surest = number(1 / (1 + Math.exp(-alpha)));
  const clamped = comparator.startsWith("clamped")
    ? ` tanh is at most 1, so no single comparison is surer than ${surest}.`
    : "";
  return `${told}${clamped} ${material.remark}`.trim();
}

/**
 * Which places are blended the most and the least.
 * @param {ArrayLike<number>} purest
 * @param {string} noun
 */
function blended(purest, noun) {
  const shares = Array.from(purest), [high, low] = [Math.max(...shares), Math.min(...shares)];
  if (high - low < 1e-9) {
    return `All places are equally blended: ${percent(shares[0])} of each is one ${noun}.`;
  }
  const [most, least] = [shares.indexOf(high), shares.indexOf(low)];
  return `Place ${least} is the most blended: no ${noun} has more than ${percent(low)} of it.` +
    ` Place ${most} is the least blended: ${percent(high)} of it is one ${noun}.`;
}

/** @param {number} share */
const percent = (share) => `${number(100 * share)} %`;
