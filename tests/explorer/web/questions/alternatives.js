// What the tests in Python ask of the sorts without a network, and of the gallery's methods.

import { NETWORKS } from "../../../../explorer/web/sort/families.js";
import * as isotonic from "../../../../explorer/web/sort/isotonic.js";
import { COMPARED, longestStep, METHODS } from "../../../../explorer/web/sort/methods.js";
import { neuralSort, neuralSortJacobian } from "../../../../explorer/web/sort/neural_sort.js";
import { mean, sum } from "../../../../explorer/web/sort/pairwise.js";
import { isotonicRegression } from "../../../../explorer/web/sort/regression.js";
import { softSort, softSortJacobian } from "../../../../explorer/web/sort/soft_sort.js";

export { longestStep, neuralSort, neuralSortJacobian, softSort, softSortJacobian };

/** @param {number[]} values */
export const added = (values) => [sum(values), mean(values)];

/** @param {number[]} v */
export const regression = (v) => isotonicRegression(Float64Array.from(v));

/** @param {number[]} x @param {number} epsilon */
export const projected = (x, epsilon) => ({
  sorted: isotonic.isotonicSort(x, epsilon),
  blocks: isotonic.isotonicBlocks(x, epsilon),
  jacobian: isotonic.isotonicSortJacobian(x, epsilon),
  ranks: isotonic.isotonicRank(x, epsilon),
  rankJacobian: isotonic.isotonicRankJacobian(x, epsilon),
});

/** @param {"isotonicSort" | "isotonicRank"} name @param {number[]} x @param {number} epsilon */
export const projection = (name, x, epsilon) => isotonic[name](x, epsilon);

export const methods = () => METHODS;
export const compared = () => COMPARED;

/** @param {string} name @param {string} family @param {number[]} x @param {number} alpha */
export const byMethod = (name, family, x, alpha) =>
  METHODS[name].run(Float64Array.from(x), NETWORKS[family](x.length), alpha);
