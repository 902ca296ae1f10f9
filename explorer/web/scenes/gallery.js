// What the gallery of relaxations shows: one vector through several ways to sort it.

import { DiffsortError } from "../sort/errors.js";
import { sorted as sortedOf } from "../sort/hard.js";
import { inversions, negatives, relativeRms } from "../sort/measures.js";
import { COMPARED, METHODS } from "../sort/methods.js";
import { sum } from "../sort/pairwise.js";
import { amountWords, galleryWords, METHOD_WORDS } from "../words/gallery.js";
import { drawable, strong, wires } from "./chosen.js";

/** @import { Network } from "../sort/networks.js" */

/**
 * `compared`: what is laid side by side; `output`: the place that is looked at.
 * @typedef {Omit<import("./chosen.js").Shared, "relaxation"> &
 *   {compared: string, output: number}} Choices
 */

/** A derivative of at least this size counts: the output feels the input. */
const FELT = 0.01;
const ROUNDING = 1e-9;

/**
 * The values, their hard sort, the methods, and the output that is looked at, `chosen`: a place in
 * the sort. `low` and `high`: the ends of the value axis, beyond which results are drawn at its
 * edge.
 * @param {Choices} choices
 */
export function galleryScene({ values, alpha, network, compared, output }) {
  drawable(values);
  const n = values.length, chosen = Math.min(output, n - 1), hard = sortedOf(values);
  const [low, high] = [hard[0], hard[n - 1]], room = (high - low) * 0.12 || 0.5;
  const given = { x: Float64Array.from(values), hard, network: wires(network, n), chosen };
  const methods = COMPARED[compared].map((name) => methodOf(name, strong(alpha), given));
  return {
    values,
    hard,
    methods,
    chosen,
    low: low - room,
    high: high + room,
    description: galleryWords(methods, strong(alpha), low < high, n * n),
  };
}

/**
 * One row of the gallery: what is always true of a method, what it made of the values, and measures
 * of that. Without a finite result `missing` says why. `surplus`: the sum of the results less that
 * of the values; `felt`: by how many inputs the chosen output is moved; `noPermutation`: why there
 * is no soft permutation to be seen.
 * @param {string} name
 * @param {number} alpha
 * @param {{x: Float64Array, hard: Float64Array, network: Network, chosen: number}} given
 */
function methodOf(name, alpha, { x, hard, network, chosen }) {
  const { run, ...facts } = METHODS[name], { mixing, use, cost } = METHOD_WORDS[name];
  const told = {
    ...{ name, facts: { ...facts, mixing, use } },
    cost: facts.network ? `${network.size} comparators in ${network.depth} layers` : cost,
  };
  try {
    const result = run(x, network, alpha), { sorted, jacobian, permutation, amount } = result;
    const rounding = ROUNDING * Math.max(...hard.map(Math.abs)), n = x.length;
    const surplus = sum(sorted.map((value, place) => value - hard[place]));
    const felt = jacobian.subarray(chosen * n, chosen * n + n);
    return {
      ...told,
      ...{ found: true, missing: "", noPermutation: permutation ? "" : "none: it does not mix" },
      ...{ sorted, jacobian, permutation, strength: amountWords(name, amount) },
      negative: negatives(jacobian, ROUNDING),
      inversions: inversions(sorted, rounding),
      error: errorOf(sorted, hard),
      surplus: facts.keepsSum || Math.abs(surplus) <= rounding ? 0 : surplus,
      felt: felt.filter((entry) => Math.abs(entry) >= FELT).length,
    };
  } catch (error) {
    if (!(error instanceof DiffsortError)) throw error;
    const nothing = { negative: 0, inversions: 0, error: 0, surplus: 0, felt: 0 };
    return {
      ...told,
      ...nothing,
      found: false,
      missing: error.message,
      noPermutation: "no result",
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
