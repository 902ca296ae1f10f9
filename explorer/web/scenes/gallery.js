// What the gallery of relaxations shows: one vector through several ways to sort it.

import { DiffsortError } from "../sort/errors.js";
import { sorted as sortedOf } from "../sort/hard.js";
import { inversions, negatives, relativeRms } from "../sort/measures.js";
import { COMPARED, METHODS, steepAs } from "../sort/methods.js";
import { sum } from "../sort/pairwise.js";
import { withDoubt } from "../words/doubt.js";
import {
  amountWords,
  briefWords,
  costWords,
  galleryWords,
  METHOD_WORDS,
} from "../words/gallery.js";
import { drawable, strong, wires } from "./chosen.js";
import { huesOf } from "./hues.js";
import { remembered } from "./remembered.js";

/** @import { Network } from "../sort/networks.js" */

/**
 * `compared`: what is laid side by side; `output`: the place that is looked at; with `sameSlope`
 * alpha is that of smoothmax, and every other method that has weights stands at the alpha at which
 * they fall as fast at a tie.
 * @typedef {Omit<import("./chosen.js").Shared, "relaxation"> &
 *   {compared: string, output: number, sameSlope?: boolean}} Choices
 */

/** A derivative of at least this size counts: the output feels the input. */
export const FELT = 0.01;
const ROUNDING = 1e-9;

/**
 * The values, their hard sort, the methods, and the output that is looked at, `chosen`: a place in
 * the sort. `low` and `high`: the ends of the value axis, beyond which results are drawn at its
 * edge. Each method has `felt`: by how many inputs the chosen output is moved.
 * @param {Choices} choices
 */
export function galleryScene({ output, labels: names = null, ...choices }) {
  const { values, alpha, sameSlope } = choices;
  drawable(values);
  const n = values.length, chosen = Math.min(output, n - 1), { hard, methods } = methodsOf(choices);
  const [low, high] = [hard[0], hard[n - 1]], room = (high - low) * 0.12 || 0.5;
  return {
    values,
    hues: huesOf(values),
    names,
    hard,
    methods: methods.map((method) => ({ ...method, felt: feltBy(method, chosen, n) })),
    chosen,
    low: low - room,
    high: high + room,
    description: withDoubt(
      galleryWords(methods, strong(alpha), low < high, n * n, sameSlope),
      wires(choices.network, n),
    ),
  };
}

/** @typedef {ReturnType<typeof galleryScene>} Scene */
/** @typedef {Scene["methods"][number]} Method */

/** Of what the output that is looked at leaves as it is. */
const methodsOf = remembered((/** @type {Omit<Choices, "output">} */ choices) => {
  const { values, network, compared, sameSlope } = choices, alpha = strong(choices.alpha);
  const x = Float64Array.from(values), hard = sortedOf(values);
  const given = { x, hard, network: wires(network, x.length) };
  const methods = COMPARED[compared].map((name) =>
    methodOf(name, sameSlope ? steepAs(name, alpha) : alpha, given)
  );
  return { hard, methods };
});

/**
 * @param {{jacobian: Float64Array | null}} method
 * @param {number} chosen
 * @param {number} n
 */
function feltBy({ jacobian }, chosen, n) {
  const row = jacobian?.subarray(chosen * n, chosen * n + n) ?? [];
  return row.filter((entry) => Math.abs(entry) >= FELT).length;
}

/**
 * One row of the gallery, at an alpha of its own: what is always true of a method, what it made of
 * the values, and measures of that. Without a finite result `missing` says why. `surplus`: the sum of
 * the results less that of the values; `noPermutation`: why there is no soft permutation to be seen.
 * @param {string} name
 * @param {number} alpha
 * @param {{x: Float64Array, hard: Float64Array, network: Network}} given
 */
function methodOf(name, alpha, { x, hard, network }) {
  const { run, ...facts } = METHODS[name], { mixing, use, cost } = METHOD_WORDS[name];
  const told = {
    ...{ name, alpha, facts: { ...facts, mixing, use } },
    cost: facts.network ? costWords(network) : cost,
  };
  try {
    const result = run(x, network, alpha), { sorted, jacobian, permutation, amount } = result;
    const rounding = ROUNDING * Math.max(...hard.map(Math.abs));
    const surplus = sum(sorted.map((value, place) => value - hard[place]));
    return {
      ...told,
      ...{ found: true, missing: "", noPermutation: permutation ? "" : "none: it does not mix" },
      ...{ sorted, jacobian, permutation },
      ...{ strength: amountWords(name, amount), brief: briefWords(name, amount) },
      negative: negatives(jacobian, ROUNDING),
      inversions: inversions(sorted, rounding),
      error: errorOf(sorted, hard),
      surplus: facts.keepsSum || Math.abs(surplus) <= rounding ? 0 : surplus,
    };
  } catch (error) {
    if (!(error instanceof DiffsortError)) throw error;
    return {
      ...told,
      ...{ found: false, missing: error.message, noPermutation: "no result" },
      ...{ sorted: null, jacobian: null, permutation: null, strength: "", brief: "" },
      ...{ negative: 0, inversions: 0, error: 0, surplus: 0 },
    };
  }
}

/**
 * The relative error without overflow: infinite only where the quotient is.
 * @param {Float64Array} soft
 * @param {Float64Array} hard
 */
function errorOf(soft, hard) {
  const unit = hard[hard.length - 1] / 2 - hard[0] / 2;
  if (!unit) return relativeRms(soft, hard);
  return relativeRms(soft.map((value) => value / unit), hard.map((value) => value / unit));
}
