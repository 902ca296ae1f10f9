// The alpha that suits some values, for those who choose none: explorer/softness.py.

import { mean } from "./pairwise.js";
import { standardized } from "./standard.js";

const LEAST = 5; // per standard deviation
const SMALLEST = 1e-300; // below it log-sum-exp has no meaning
const APART = 0.9; // the share of a value that stays, where two stand at the median gap

/**
 * The standard deviation, also where its square would be no float; 0 where all values are the same.
 * @param {ArrayLike<number>} values
 */
export function deviationOf(values) {
  const x = Float64Array.from(values);
  if (x.every((value) => value === x[0])) return 0;
  const { deviation, peak } = standardized(x).spread;
  return deviation * peak;
}

/**
 * The alpha, per unit of the values, that `diffsort_core.suggest` has for them, and at least 5 per
 * standard deviation; 5 per unit where all values are the same.
 * @param {ArrayLike<number>} values
 */
export function suitedAlpha(values) {
  const deviation = deviationOf(values);
  if (!deviation) return LEAST;
  const most = Number.MAX_VALUE, odds = Math.log(APART / (1 - APART));
  const suggested = Math.min(odds / medianGap(values), most);
  return Math.max(SMALLEST, Math.min(Math.max(suggested, LEAST / deviation), most));
}

/**
 * The median of the gaps between neighbours in the sort that are no ties.
 * @param {ArrayLike<number>} values
 */
function medianGap(values) {
  const x = Float64Array.from(values).sort();
  const gaps = x.subarray(1).map((value, k) => Math.min(value - x[k], Number.MAX_VALUE / 2))
    .filter((gap) => gap > 0).sort();
  const half = gaps.length / 2;
  return mean(gaps.subarray(Math.ceil(half) - 1, Math.floor(half) + 1));
}
