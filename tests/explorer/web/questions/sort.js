// What the tests in Python ask of explorer/web/sort.

import { derivative, exchange, weight } from "../../../../explorer/web/sort/comparator.js";
import * as derivatives from "../../../../explorer/web/sort/derivatives.js";
import { erfc } from "../../../../explorer/web/sort/erfc.js";
import { NETWORKS } from "../../../../explorer/web/sort/families.js";
import { layersOf } from "../../../../explorer/web/sort/listed.js";
import * as flow from "../../../../explorer/web/sort/flow.js";
import * as measures from "../../../../explorer/web/sort/measures.js";
import { custom } from "../../../../explorer/web/sort/networks.js";
import { RELAXATIONS, rule } from "../../../../explorer/web/sort/relaxations.js";
import { exchanges, sort, trace } from "../../../../explorer/web/sort/tracing.js";

/** @import { Comparator } from "../../../../explorer/web/sort/networks.js" */
/** @import { Exchanges } from "../../../../explorer/web/sort/tracing.js" */
/** @typedef {[name: string, alpha: number]} Named */

export { custom };
export const { hardRanks, inversions, relativeRms } = measures;
export const { shares } = flow;

/** @param {number} value */
export const echo = (value) => value;

/** @param {number[]} values */
export const erfcOf = (values) => values.map(erfc);

export { layersOf };
export const families = () => Object.keys(NETWORKS);
export const relaxations = () => RELAXATIONS;
export { alphaAtSlope } from "../../../../explorer/web/sort/relaxations.js";

/** @param {string} family @param {number} n */
export const network = (family, n) => NETWORKS[family](n);

/** @param {Named} named @param {number[]} a @param {number[]} b */
export function comparators(named, a, b) {
  const fixed = rule(...named);
  return {
    sides: a.map((side, k) => exchange(fixed, side, b[k])),
    byA: a.map((side, k) => derivative(fixed, side, b[k])),
    weight: fixed.mixes ? a.map((side, k) => weight(fixed, side, b[k])) : null,
  };
}

/** @param {Named} named */
export const weightOf = (named) => weight(rule(...named), 0, 1);

/**
 * @param {string | Comparator[][]} family its name, or layers of a person's own
 * @param {number} n
 * @param {number[]} x
 * @param {Named} named
 */
export function run(family, n, x, named) {
  const wires = typeof family === "string" ? NETWORKS[family](n) : custom(n, family);
  const fixed = rule(...named);
  const found = trace(wires, x, fixed);
  const { values, rule: { alpha } } = found;
  return { values, alpha, done: exchanges(found), sorted: sort(wires, x, fixed) };
}

/** @param {string} family @param {number[]} x @param {Named} named */
export function jacobianOf(family, x, named) {
  const found = trace(NETWORKS[family](x.length), x, rule(...named));
  return derivatives.jacobian(found.network, exchanges(found));
}

/**
 * Everything that is linear in a run's exchanges.
 * @param {string} family
 * @param {number} n
 * @param {Exchanges} done
 * @param {number[]} v
 * @param {number[]} w
 */
export function carried(family, n, done, v, w) {
  const wires = NETWORKS[family](n);
  return {
    jacobian: derivatives.jacobian(wires, done),
    softPermutation: done.weight && derivatives.softPermutation(wires, done),
    tangents: derivatives.tangents(wires, done, v),
    cotangents: derivatives.cotangents(wires, done, w),
  };
}

/**
 * @param {string} family
 * @param {number} n
 * @param {Exchanges} done
 * @param {number} out
 * @param {number} into
 */
export function flows(family, n, done, out, into) {
  const wires = NETWORKS[family](n);
  return {
    tokens: flow.tokens(wires, flow.swaps(done)),
    gradient: flow.gradientFlow(wires, done, out),
    path: flow.pathFlow(wires, done, out, into),
  };
}

/** @param {string} family @param {number} n */
export const softPermutationWithoutWeights = (family, n) =>
  derivatives.softPermutation(NETWORKS[family](n), { weight: null });

/** @param {number[]} jacobian @param {number} n */
export function health(jacobian, n) {
  const entries = Float64Array.from(jacobian);
  return {
    wrongSigned: measures.wrongSigned(entries),
    negatives: measures.negatives(entries),
    vanishing: measures.vanishing(entries, n),
    vanished: measures.vanished(entries, n),
    ...measures.sumsOf(entries, n),
  };
}
