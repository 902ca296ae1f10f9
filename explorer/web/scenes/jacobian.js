// What the Jacobian explorer shows of one run.

import { hardRanks, negatives, sumsOf, vanished } from "../sort/measures.js";
import { rankJacobian } from "../sort/rank_derivatives.js";
import { diffArgsort } from "../sort/ranking.js";
import { RELAXATIONS } from "../sort/relaxations.js";
import { finiteDifferences } from "../sort/finite_differences.js";
import { sortJacobian } from "../sort/sort_derivatives.js";
import { withDoubt } from "../words/doubt.js";
import {
  agreement,
  jacobianWords,
  largestWords,
  signs,
  vanishedInputs,
} from "../words/jacobian.js";
import { taken } from "./chosen.js";
import { huesOf } from "./hues.js";

/**
 * `sigma`: the width of the ranking kernel; `top`: so many largest values of the sort are its
 * outputs, all where there is none.
 * @typedef {import("./chosen.js").Shared & {sigma: number, top: number | null}} Choices
 */

/** So many wires at most can the network show. */
export const MOST_WIRES = 64;

/** Relaxations that mix and under which no derivative is negative. */
const MONOTONE = Object.keys(RELAXATIONS).filter((name) =>
  RELAXATIONS[name].mixes && RELAXATIONS[name].monotone
);

/**
 * The Jacobian of the soft sort, in rows of n, whose outputs are the places `outputs` of the sort,
 * and that of the soft ranks, with the sums of their rows and columns. `difference`: how far the
 * former is from finite differences, at most; `vanished`: the inputs that no output answers to;
 * `checks`: what was measured of the former; `rankRounding`: what is less is no derivative of a rank.
 * @param {Choices} choices
 */
export function jacobianScene(choices) {
  const { values, labels: names = null, sigma, top } = choices, n = values.length;
  const { network, rule, strength } = taken(choices), x = Float64Array.from(values);
  const count = Math.min(top || n, n), shown = (n - count) * n; // where the outputs begin
  const bySort = sortJacobian(network, x, rule).slice(shown);
  const byRank = rankJacobian(network, x, sigma, rule);
  const differences = finiteDifferences(network, x, rule).subarray(shown);
  const difference = bySort.reduce(
    (most, entry, at) => Math.max(most, Math.abs(entry - differences[at])),
    0,
  );
  const gone = vanished(bySort, n);
  const checks = [
    agreement(difference),
    signs(negatives(bySort), bySort.length, rule.monotone, MONOTONE),
    vanishedInputs(gone.length, n),
  ];
  const largest = largestWords(byRank, n, names);
  return {
    strength,
    values,
    hues: huesOf(values),
    names,
    ranks: diffArgsort(network, x, sigma, rule),
    hardRanks: hardRanks(x),
    outputs: Array.from({ length: count }, (_, k) => n - count + k),
    sortJacobian: bySort,
    rankJacobian: byRank,
    sortSums: sumsOf(bySort, n),
    rankSums: sumsOf(byRank, n),
    rankRounding: roundingOfRanks(x),
    difference,
    vanished: gone,
    checks,
    largest,
    description: withDoubt(jacobianWords(strength, checks, largest), network),
  };
}

/**
 * Rounding of one of so many ranks over the range of the values, which itself may overflow.
 * @param {Float64Array} x
 */
export const roundingOfRanks = (x) =>
  5e-13 * x.length / (Math.max(...x) / 2 - Math.min(...x) / 2 || 0.5);

/** @typedef {ReturnType<typeof jacobianScene>} Scene */

/**
 * The derivative of the sort that is chosen, [out, into], if the scene shows such a one.
 * @param {Scene} scene
 * @param {{out: number | null, into: number | null}} chosen
 * @returns {[out: number, into: number] | null}
 */
export function cellOf({ outputs, values }, { out, into }) {
  if (out === null || into === null) return null;
  return outputs.includes(out) && into < values.length ? [out, into] : null;
}

/**
 * The same, if there is room for the network with its paths.
 * @param {Scene} scene
 * @param {{out: number | null, into: number | null}} chosen
 */
export const pathsOf = (scene, chosen) =>
  scene.values.length <= MOST_WIRES ? cellOf(scene, chosen) : null;
