// A sort of one vector, and the same with every step kept.

import { vector } from "./checks.js";
import { derivative, exchangeWires, weight, withoutOverflow } from "./comparator.js";
import { DiffsortError, shown } from "./errors.js";
import { fold, scan } from "./fold.js";

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
  const { wires, step, restore } = prepare(network, x, rule);
  return restore(fold(network, wires, step));
}

/**
 * The soft sort of x with what every wire held before the first layer and after each one.
 * @param {Network} network
 * @param {ArrayLike<number>} x
 * @param {Rule} rule
 * @returns {Trace}
 */
export function trace(network, x, rule) {
  const { given, wires, step, restore, ruleOfX } = prepare(network, x, rule);
  const [, ...after] = scan(network, wires, step);
  return { network, rule: ruleOfX, values: [given, ...after.map(restore)] };
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

/**
 * x made ready: in a unit in which no gap overflows, with the step of a comparator, and how what
 * comes out is brought back to x's own units.
 * @param {Network} network
 * @param {ArrayLike<number>} x
 * @param {Rule} rule
 */
function prepare(network, x, rule) {
  const given = vector(x, "x", network.n, ", one for each wire");
  const [fitted, unit] = withoutOverflow(rule);
  return {
    given,
    wires: given.map((value) => value / unit),
    /** @type {import("./fold.js").Step<Float64Array>} */
    step: (values, low, high) => exchangeWires(fitted, values, low, high),
    /** @param {Float64Array} values */
    restore(values) {
      for (let wire = 0; wire < values.length; wire++) values[wire] *= unit;
      if (values.every(Number.isFinite)) return values;
      throw new DiffsortError(
        `softmax must keep the values within float64, got ${rule.name} with alpha =` +
          ` ${shown(rule.alpha)}, under which they leave it`,
      );
    },
    ruleOfX: unit === 1 ? fitted : rule,
  };
}
