// A sort of one vector, and the same with every step kept.

import { derivative, weight } from "./comparator.js";
import { fold, scan } from "./fold.js";
import { prepare, restore, ruleOfX, sortStep } from "./task.js";

/** @import { Network } from "./networks.js" */
/** @import { Rule } from "./relaxations.js" */

/**
 * One run: `values[k]` is what every wire held after k layers, so `values[0]` is the input.
 * @typedef {{network: Network, rule: Rule, values: Float64Array[]}} Trace
 */

/**
 * What every comparator did, in the order of the layers and their comparators: a and b came in on
 * the wires that receive the minimum and the maximum, low and high went out on them. `byA` and
 * `byB` are the derivatives of high; `weight` the share of a in high, null where the relaxation
 * does not mix.
 * @typedef {object} Exchanges
 * @property {Float64Array} a
 * @property {Float64Array} b
 * @property {Float64Array} low
 * @property {Float64Array} high
 * @property {Float64Array} byA
 * @property {Float64Array} byB
 * @property {Float64Array | null} weight
 */

/**
 * The soft sort of x.
 * @param {Network} network
 * @param {ArrayLike<number>} x
 * @param {Rule} rule
 */
export function sort(network, x, rule) {
  const task = prepare(network, x, rule);
  return restore(task, fold(network, task.x, sortStep(task)));
}

/**
 * The soft sort of x with what every wire held before the first layer and after each one.
 * @param {Network} network
 * @param {ArrayLike<number>} x
 * @param {Rule} rule
 * @returns {Trace}
 */
export function trace(network, x, rule) {
  const task = prepare(network, x, rule);
  const [, ...after] = scan(network, task.x, sortStep(task));
  const values = [task.given, ...after.map((column) => restore(task, column))];
  return { network, rule: ruleOfX(task), values };
}

/**
 * What every comparator of a run did.
 * @param {Trace} run
 * @returns {Exchanges}
 */
export function exchanges({ network: { layers, size, starts, low, high }, rule, values }) {
  const [a, b, least, most, byA, byB, weights] = Array.from(
    { length: 7 },
    () => new Float64Array(size),
  );
  for (let k = 0; k < layers.length; k++) {
    for (let place = starts[k]; place < starts[k + 1]; place++) {
      a[place] = values[k][low[place]];
      b[place] = values[k][high[place]];
      least[place] = values[k + 1][low[place]];
      most[place] = values[k + 1][high[place]];
      byA[place] = derivative(rule, a[place], b[place]);
      byB[place] = 1 - byA[place];
      if (rule.mixes) weights[place] = weight(rule, a[place], b[place]);
    }
  }
  return { a, b, low: least, high: most, byA, byB, weight: rule.mixes ? weights : null };
}
