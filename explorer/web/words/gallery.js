// What the gallery says of its methods: explorer/scenes/gallery.py and gallery_methods.py to the
// letter.

import { number, percent } from "./number.js";

/**
 * Of a method in words: whether results are weighted means; when to use it; what a sort costs,
 * where it has no network.
 * @typedef {{mixing: string, use: string, cost: string}} Words
 */

const doubly = "yes: P is doubly stochastic";
const byRows = "yes: rows of P add up to 1, columns may not";
const aMatrix = "O(n²): a matrix";

/** @type {Record<string, Words>} */
export const METHOD_WORDS = {
  "hard sort": {
    mixing: "no: each place takes one value",
    use: "the sorted values are all you need: each passes its gradient to one input, and the" +
      " order gets none",
    cost: "O(n log n) comparisons",
  },
  softmax: {
    mixing: "no: log-sum-exp leaves the range",
    use: "no derivative may have the wrong sign, and values may leave their range",
    cost: "",
  },
  smoothmax: {
    mixing: doubly,
    use: "the error must vanish fast as gaps grow, and a derivative of the wrong sign does no" +
      " harm",
    cost: "",
  },
  Cauchy: {
    mixing: doubly,
    use: "you train through the sort: signs are right, and gradients fade slowly, as a power of" +
      " the gap",
    cost: "",
  },
  optimal: {
    mixing: doubly,
    use: "signs must be right at little error; gaps above 1 / (4 alpha) pass a gradient to one" +
      " of the two only",
    cost: "",
  },
  NeuralSort: {
    mixing: byRows,
    use: "P itself is what you train on, and a place should weigh all pairs of values",
    cost: aMatrix,
  },
  SoftSort: {
    mixing: byRows,
    use: "P itself is what you train on, by the simplest formula: one hard sort, one softmax a" +
      " row",
    cost: aMatrix,
  },
  isotonic: {
    mixing: "no: a projection, which gives no P",
    use: "n is large: order and sum are kept, and where no gap is long it is the hard sort" +
      " itself",
    cost: "O(n log n): a sort and one pass",
  },
};

/**
 * What a sort costs in a network.
 * @param {{size: number, depth: number}} network
 */
export const costWords = ({ size, depth }) =>
  [[size, "comparator"], [depth, "layer"]].map(([count, noun]) =>
    `${count} ${noun}${count === 1 ? "" : "s"}`
  ).join(" in ");

/**
 * What alpha is to a method.
 * @param {string} name
 * @param {number | null} amount
 */
export function amountWords(name, amount) {
  if (amount === null) return "it has none";
  if (name === "isotonic") {
    return `1 / epsilon = alpha × (mean gap)² = ${number(amount)}, in units of value: the` +
      " longest step";
  }
  return name === "NeuralSort" || name === "SoftSort"
    ? `tau = 1 / alpha = ${number(amount)}, in units of value`
    : `alpha = ${number(amount)} per unit`;
}

/**
 * The same in few words, to stand above a picture.
 * @param {string} name
 * @param {number | null} amount
 */
export function briefWords(name, amount) {
  if (amount === null) return "";
  if (name === "isotonic") return `steps ≤ ${number(amount)}`;
  return `${name === "NeuralSort" || name === "SoftSort" ? "tau" : "alpha"} = ${number(amount)}`;
}

/**
 * What was measured of a method: its error, how many derivatives are negative and pairs are out of
 * order, and whether it has a result.
 * @typedef {object} Measured
 * @property {string} name
 * @property {boolean} found
 * @property {number} error
 * @property {number} negative
 * @property {number} inversions
 */

/**
 * All methods side by side; `size`: how many derivatives each has; `spread`: whether the values
 * differ; `sameSlope`: whether alpha is that of smoothmax, and others are as steep.
 * @param {Measured[]} methods
 * @param {number} alpha
 * @param {boolean} spread
 * @param {number} size
 * @param {boolean} sameSlope
 */
export function galleryWords(methods, alpha, spread, size, sameSlope = false) {
  const at = `alpha = ${number(alpha)} per unit`;
  const steep = `at one slope at a tie, that of smoothmax at ${at} (where there is none, at that` +
    " alpha)";
  const soft = methods.slice(1).filter(({ found }) => found);
  const negative = methods.filter((each) => each.negative);
  const unordered = methods.filter((each) => each.inversions);
  return [
    `One vector, ${sameSlope ? steep : at}.`,
    ...(soft.length ? [errorWords(soft, spread ? "of the range" : "of one unit")] : []),
    negative.length
      ? `Negative derivatives of ${size}: ` +
        `${negative.map((each) => `${each.name} ${each.negative}`).join(", ")}.`
      : "No derivative is negative.",
    unordered.length
      ? `Out of order: ${unordered.map(({ name }) => name).join(", ")}.`
      : "All results are in order.",
  ].join(" ");
}

/**
 * @param {Measured[]} soft
 * @param {string} span
 */
function errorWords(soft, span) {
  const nearest = soft.reduce((best, each) => each.error < best.error ? each : best);
  const farthest = soft.reduce((worst, each) => each.error > worst.error ? each : worst);
  const [least, most] = [nearest, farthest].map(({ error }) => percent(error));
  if (least !== most) {
    return `Nearest to the hard sort is ${nearest.name} (error ${least} ${span}), farthest` +
      ` ${farthest.name} (${most}).`;
  }
  const whose = soft.length === 1 ? `${nearest.name}'s error` : "The error of each";
  return `${whose} is ${least} ${span}.`;
}
