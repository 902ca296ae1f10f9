// The alpha that is drawn: the one that was chosen, or the one that suits the values.

import { suitedAlpha } from "../sort/softness.js";

/** @import { Changes, Choices } from "./taken.js" */

/** @type {WeakMap<ArrayLike<number>, number>} */
const known = new WeakMap();

/** @param {ArrayLike<number>} values */
function suited(values) {
  const alpha = known.get(values) ?? suitedAlpha(values);
  known.set(values, alpha);
  return alpha;
}

/**
 * Alpha per unit of the values, or whatever else is sorted, or "infinity".
 * @param {{values: ArrayLike<number>, alpha: number | "infinity" | null}} choices
 */
export const alphaInForce = ({ values, alpha }) => alpha ?? suited(values);

/**
 * What a hand on a value changes: an alpha that nobody chose stays as it is, or the sort would move
 * under the hand for two reasons.
 * @param {Choices} choices
 * @param {Changes} changes
 * @returns {Changes}
 */
export const byHand = (choices, changes) =>
  choices.alpha === null && Object.hasOwn(changes, "values")
    ? { alpha: alphaInForce(choices), ...changes }
    : changes;
