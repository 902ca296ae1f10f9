// What the tests in Python ask of the ranks, of scale-free rules and of rows in explorer/web/sort.

import { NETWORKS } from "../../../../explorer/web/sort/families.js";
import { finiteDifferences } from "../../../../explorer/web/sort/finite_differences.js";
import { orderMatrix } from "../../../../explorer/web/sort/kernel.js";
import { rankJacobian, ranksBySigma } from "../../../../explorer/web/sort/rank_derivatives.js";
import { dargsort, diffArgsort } from "../../../../explorer/web/sort/ranking.js";
import { rule } from "../../../../explorer/web/sort/relaxations.js";
import { comparisonSort, vectorSort } from "../../../../explorer/web/sort/rows.js";
import * as derivatives from "../../../../explorer/web/sort/sort_derivatives.js";
import { exchanges, sort, trace } from "../../../../explorer/web/sort/tracing.js";

/** @typedef {[name: string, alpha: number, scaleFree?: boolean]} Named */

export { dargsort, orderMatrix };

/**
 * @param {string} family
 * @param {number[]} x
 * @param {number} sigma
 * @param {Named} named
 * @param {{transpose?: boolean, descending?: boolean}} [options]
 */
export const ranksOf = (family, x, sigma, named, options) =>
  diffArgsort(NETWORKS[family](x.length), x, sigma, rule(...named), options);

/**
 * @param {string} family
 * @param {number[]} x
 * @param {number} sigma
 * @param {Named} named
 * @param {{transpose?: boolean}} [options]
 */
export function ranksAnswer(family, x, sigma, named, options) {
  const given = /** @type {const} */ ([NETWORKS[family](x.length), x, sigma, rule(...named)]);
  return { jacobian: rankJacobian(...given, options), bySigma: ranksBySigma(...given, options) };
}

/** @param {string} family @param {number[]} x @param {Named} named */
export function sortsOf(family, x, named) {
  const network = NETWORKS[family](x.length), fixed = rule(...named);
  const run = trace(network, x, fixed);
  return {
    sorted: sort(network, x, fixed),
    values: run.values,
    alpha: run.rule.alpha,
    byA: exchanges(run).byA,
    jacobian: derivatives.sortJacobian(network, x, fixed),
  };
}

/** @param {string} family @param {number[]} x @param {number} k @param {Named} named */
export function largest(family, x, k, named) {
  const network = NETWORKS[family](x.length), fixed = rule(...named);
  return {
    topk: derivatives.diffTopk(network, x, k, fixed),
    jacobian: derivatives.topkJacobian(network, x, k, fixed),
  };
}

/** @param {string} family @param {number[]} x @param {Named} named */
export const differences = (family, x, named) =>
  finiteDifferences(NETWORKS[family](x.length), Float64Array.from(x), rule(...named));

/** @type {Record<string, (row: Float64Array) => number>} */
const KEYS = {
  first: (row) => row[0],
  modulus: (row) => Math.hypot(row[0], row[1]),
  mean: (row) => row.reduce((sum, each) => sum + each, 0) / row.length,
  nothing: () => NaN,
};

/**
 * @param {string} family
 * @param {number} n
 * @param {number[]} rows
 * @param {string} key
 * @param {number} alpha
 * @param {boolean} descending
 */
export const byKey = (family, n, rows, key, alpha, descending) =>
  vectorSort(NETWORKS[family](n), rows, KEYS[key], alpha, descending);

/** @type {Record<string, (a: number, b: number) => number>} */
const COMPARED = { difference: (a, b) => a - b, clamped: (a, b) => Math.tanh(a - b) };

/**
 * @param {string} family
 * @param {number} n
 * @param {number[]} rows
 * @param {string} compared
 * @param {[alpha: number, scale: number, descending: boolean]} how
 */
export const byComparison = (family, n, rows, compared, how) =>
  comparisonSort(NETWORKS[family](n), rows, (a, b) => COMPARED[compared](a[0], b[0]), ...how);
