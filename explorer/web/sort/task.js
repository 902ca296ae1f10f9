// A sort made ready: x in units in which no gap overflows, the rule of a comparator in these units,
// and how what comes out is brought back.

import { vector } from "./checks.js";
import { derivative, exchangeWires, isHard, withoutOverflow } from "./comparator.js";
import { DiffsortError, shown } from "./errors.js";
import { fold } from "./fold.js";
import { standardized } from "./standard.js";

/** @import { Network } from "./networks.js" */
/** @import { Rule } from "./relaxations.js" */
/** @import { Spread } from "./standard.js" */

/**
 * `given` is the vector itself; `x` the same in the task's units, to which `rule` belongs: in
 * multiples of `unit`, or standardized where alpha is scale-free (`spread`). `named` is the rule in
 * the person's units.
 * @typedef {object} Task
 * @property {Network} network
 * @property {Float64Array} given
 * @property {Float64Array} x
 * @property {Rule} rule
 * @property {Rule} named
 * @property {number} unit
 * @property {Spread | null} spread
 */

/**
 * x and the network made ready, or a refusal where they do not fit each other. Where alpha is
 * scale-free and infinite, x stays as it is, and so every digit of it, but for `ranks`, whose sigma
 * is scale-free, too.
 * @param {Network} network
 * @param {ArrayLike<number>} x
 * @param {Rule} named
 * @param {boolean} [ranks]
 * @returns {Task}
 */
export function prepare(network, x, named, ranks = false) {
  const given = vector(x, "x", network.n, ", one for each wire");
  if (named.scaleFree && (ranks || !isHard(named))) {
    const { x, spread } = standardized(given);
    return { network, given, x, rule: { ...named, scaleFree: false }, named, unit: 1, spread };
  }
  const [rule, unit] = withoutOverflow(named);
  return { network, given, x: given.map((value) => value / unit), rule, named, unit, spread: null };
}

/**
 * The step of a sort.
 * @param {Task} task
 * @returns {import("./fold.js").Step<Float64Array>}
 */
export const sortStep = ({ rule }) => (values, low, high) => exchangeWires(rule, values, low, high);

/**
 * The sorted x of a task, in its units, and of each comparator the derivative of its maximum by a.
 * @param {Task} task
 */
export function mixed({ network, x, rule }) {
  const byA = new Float64Array(network.size);
  const result = fold(network, x.slice(), (values, low, high, place) => {
    byA[place] = derivative(rule, values[low], values[high]);
    exchangeWires(rule, values, low, high);
  });
  return { result, byA };
}

/**
 * What came out on the wires, in x's own units, or a refusal where it leaves the floats; it is
 * written over.
 * @param {Task} task
 * @param {Float64Array} values
 */
export function restore({ named, unit, spread }, values) {
  const back = spread
    ? (/** @type {number} */ value) => (value * spread.deviation + spread.centre) * spread.peak
    : (/** @type {number} */ value) => value * unit;
  for (let wire = 0; wire < values.length; wire++) values[wire] = back(values[wire]);
  if (values.every(Number.isFinite)) return values;
  throw new DiffsortError(
    `softmax must keep the values within float64, got ${named.name} with alpha =` +
      ` ${shown(named.alpha)}, under which they leave it`,
  );
}

/**
 * The rule in x's own units.
 * @param {Task} task
 * @returns {Rule}
 */
export function ruleOfX(task) {
  const { rule, named, spread } = task;
  if (spread) return { ...rule, alpha: rule.alpha * (1 / ownUnit(task)) };
  return isHard(rule) ? rule : { ...named, scaleFree: false };
}

/**
 * The unit in which the task's x is measured.
 * @param {Task} task
 */
export const ownUnit = ({ unit, spread }) => spread ? spread.unit * spread.peak || 1 : unit;
