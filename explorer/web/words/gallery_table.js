// What the table of the gallery says of each method, and what stands around it.

import { fixed } from "./decimal.js";
import { inThree, number, percent } from "./number.js";

/**
 * A method as the table tells of it.
 * @typedef {object} Told
 * @property {string} name
 * @property {number} alpha
 * @property {boolean} found
 * @property {string} missing
 * @property {string} strength
 * @property {string} cost
 * @property {{monotone: boolean, ordered: boolean, keepsSum: boolean, mixing: string,
 *   use: string}} facts
 * @property {number} negative
 * @property {number} inversions
 * @property {number} error
 * @property {number} surplus
 * @property {number} felt
 */
/**
 * Of the comparator that a method is to two values: how fast its weight falls at a tie, and how far it
 * can be off, both at alpha = 1.
 * @typedef {{tieSlope: number, bound: number} | null} Comparator
 */

export const HEADS = [
  "method",
  "its strength",
  "slope at a tie",
  "mixes?",
  "derivatives",
  "order",
  "error and sum",
  "cost",
  "use it when",
];

/**
 * @param {number} n
 * @param {string} chosen what the output is called that is looked at
 * @param {number} felt what counts as a derivative
 */
export const captionWords = (n, chosen, felt) =>
  `Of each method, for ${n === 1 ? "this 1 value" : `these ${n} values`}. Error: root mean square` +
  " distance to the hard sort, in per cent of the range (of 1, where all values are equal)." +
  ` Output ${chosen} feels an input where the derivative is at least ${felt} in size; the` +
  " isotonic derivatives hold epsilon. Slope: how fast the weight of the lesser of two values falls" +
  " as they part. Equal alpha is not equal slope, so the most that the larger of two values can be" +
  " off is given at slope 1.";

/**
 * What the marks of the pictures mean.
 * @param {string} chosen
 */
export const keyWords = (chosen) =>
  "Rings: the hard sort. Dots: the method's results; a triangle where one lies beyond the axis. In a" +
  " matrix a row is an output, a place in the sort, and a column an input: the fuller the colour, the" +
  " larger the share or the derivative; what is clearly negative has a minus, or where cells are small" +
  ` a line around it. Framed: output ${chosen}; click into a picture to frame another.`;

/**
 * The words of a method's row, after its name.
 * @param {Told} method
 * @param {Comparator} comparator
 * @param {number} n
 * @param {string} chosen
 */
export function cellsOf(method, comparator, n, chosen) {
  const { facts, cost } = method, slope = slopeWords(method, comparator);
  if (!method.found) {
    return [`no result: ${method.missing}`, slope, facts.mixing, "-", "-", "-", cost, facts.use];
  }
  const { strength, felt, inversions: pairs } = method;
  const signs = facts.monotone
    ? "never negative"
    : `can be negative: ${percent(method.negative / (n * n))} of them now`;
  const feels = `output ${chosen} feels ${felt} ${felt === 1 ? "input" : "inputs"}`;
  const order = facts.ordered
    ? "always ascends"
    : `not sure to ascend: ${pairs} ${pairs === 1 ? "pair" : "pairs"} out of order now`;
  const kept = facts.keepsSum ? "sum kept" : `sum off by ${inThree(method.surplus)} now`;
  return [
    strength,
    slope,
    facts.mixing,
    `${signs}; ${feels}`,
    order,
    `${percent(method.error)}; ${kept}`,
    cost,
    facts.use,
  ];
}

/**
 * The slope of a method's weight at a tie, and its error at slope 1.
 * @param {{name: string, alpha: number}} method
 * @param {Comparator} comparator
 */
export function slopeWords({ name, alpha }, comparator) {
  if (name === "hard sort") return "a step: it has none";
  if (!comparator) return "none: it has no weights";
  const { tieSlope, bound } = comparator;
  return `${number(alpha * tieSlope)} per unit now, ${number(tieSlope)} at alpha = 1; at slope 1` +
    ` off by at most ${fixed(bound * tieSlope, 4)}`;
}
