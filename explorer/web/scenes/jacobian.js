// What the Jacobian explorer shows of one run.

import { hardRanks, negatives, sumsOf, vanished } from "../sort/measures.js";
import { rankJacobian } from "../sort/rank_derivatives.js";
import { diffArgsort } from "../sort/ranking.js";
import { RELAXATIONS } from "../sort/relaxations.js";
import { finiteDifferences } from "../sort/finite_differences.js";
import { sortJacobian } from "../sort/sort_derivatives.js";
import {
  agreement,
  jacobianWords,
  largestWords,
  signs,
  vanishedInputs,
} from "../words/jacobian.js";
import { taken } from "./chosen.js";

/**
 * `sigma`: the width of the ranking kernel; `top`: so many largest values of the sort are its
 * outputs, all where there is none.
 * @typedef {import("./chosen.js").Shared & {sigma: number, top: number | null}} Choices
 */

/** Relaxations that mix and under which no derivative is negative. */
const MONOTONE = Object.keys(RELAXATIONS).filter((name) =>
  RELAXATIONS[name].mixes && RELAXATIONS[name].monotone
);

/**
 * The Jacobian of the soft sort, in rows of n, whose outputs are the places `outputs` of the sort,
 * and that of the soft ranks, with the sums of their rows and columns. `difference`: how far the
 * former is from finite differences, at most; `vanished`: the inputs that no output answers to;
 * `checks`: what was measured of the former.
 * @param {Choices} choices
 */
export function jacobianScene(choices) {
  const { values, sigma, top } = choices, n = values.length;
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
  const largest = largestWords(byRank, n);
  return {
    values,
    ranks: diffArgsort(network, x, sigma, rule),
    hardRanks: hardRanks(x),
    outputs: Array.from({ length: count }, (_, k) => n - count + k),
    sortJacobian: bySort,
    rankJacobian: byRank,
    sortSums: sumsOf(bySort, n),
    rankSums: sumsOf(byRank, n),
    difference,
    vanished: gone,
    checks,
    largest,
    description: jacobianWords(strength, checks, largest),
  };
}
