// What a person chose, as the sorts take it.

import { DiffsortError } from "../sort/errors.js";
import { network as networkOf } from "../sort/networks.js";
import { rule as ruleOf } from "../sort/relaxations.js";
import { wired } from "../sort/wiring.js";
import { reprNumber } from "../words/repr.js";
import { strength } from "../words/sentences.js";

/** @import { Layer } from "../sort/networks.js" */

/**
 * `alpha`: a number, or "infinity"; `network`: a family's name, comparators as text, or a
 * name and layers.
 * @typedef {object} Shared
 * @property {number[]} values
 * @property {string[] | null} [labels]
 * @property {string} relaxation
 * @property {number | "infinity"} alpha
 * @property {string | {name: string, layers: Layer[]}} network
 */

/** Beyond it values, and room about them, find no place on an axis. */
const DRAWABLE = 1e300;

/** @param {number | "infinity"} alpha */
export const strong = (alpha) => alpha === "infinity" ? Infinity : alpha;

/**
 * The network that is chosen, for so many things.
 * @param {Shared["network"]} chosen
 * @param {number} n
 * @param {string} [things]
 */
export const wires = (chosen, n, things) =>
  typeof chosen === "string" ? wired(chosen, n, things) : networkOf(chosen.name, n, chosen.layers);

/**
 * The network, the rule and what it is called.
 * @param {Shared} choices
 */
export function taken({ values, relaxation, alpha, network }) {
  return {
    network: wires(network, values.length),
    rule: ruleOf(relaxation, strong(alpha)),
    strength: strength(relaxation, strong(alpha)),
  };
}

/**
 * A refusal of values that cannot be drawn on one axis.
 * @param {number[]} values
 */
export function drawable(values) {
  if (values.every((value) => Math.abs(value) <= DRAWABLE)) return;
  const listed = values.map(reprNumber).join(", ");
  throw new DiffsortError(`values must be within ±1e+300 to be drawn here, got [${listed}]`);
}
