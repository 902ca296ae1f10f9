// Sorting networks as plain data: which wires are compared, and when.

import { whole } from "./checks.js";
import { DiffsortError, shown } from "./errors.js";

/**
 * The wire that receives the minimum and the wire that receives the maximum.
 * @typedef {[low: number, high: number]} Comparator
 */

/**
 * Comparators on disjoint wires: they run at once. `stage` numbers the run of layers (one bitonic
 * merge) that the layer belongs to, from 0.
 * @typedef {{comparators: Comparator[], stage: number}} Layer
 */

/**
 * `n` wires and layers of comparators. `low` and `high` are the wires of all comparators in order;
 * those of layer k are at `starts[k]` up to, not including, `starts[k + 1]`.
 * @typedef {object} Network
 * @property {string} name
 * @property {number} n
 * @property {Layer[]} layers
 * @property {number} depth the number of layers
 * @property {number} size the number of comparators
 * @property {Int32Array} low
 * @property {Int32Array} high
 * @property {Int32Array} starts
 */

/**
 * The network of these layers, whose comparators are known to fit.
 * @param {string} name
 * @param {number} n
 * @param {Layer[]} layers
 * @returns {Network}
 */
export function network(name, n, layers) {
  const pairs = layers.flatMap((layer) => layer.comparators);
  const starts = new Int32Array(layers.length + 1);
  layers.forEach((layer, k) => starts[k + 1] = starts[k] + layer.comparators.length);
  return {
    name,
    n,
    layers,
    depth: layers.length,
    size: pairs.length,
    low: Int32Array.from(pairs, ([low]) => low),
    high: Int32Array.from(pairs, ([, high]) => high),
    starts,
  };
}

/**
 * A person's own network: layers of comparators, or a refusal.
 * @param {number} n
 * @param {Comparator[][]} layers
 */
export function custom(n, layers) {
  layers.forEach(checkLayer);
  whole(n, "n");
  const beyond = layers.flat().find((comparator) => Math.max(...comparator) >= n);
  if (beyond) {
    throw new DiffsortError(
      `comparators must name wires below n = ${n}, got ${shown(beyond)}`,
    );
  }
  return network("custom", n, layers.map((comparators) => ({ comparators, stage: 0 })));
}

/** @param {unknown} comparators */
function checkLayer(comparators) {
  if (!Array.isArray(comparators) || !comparators.every(isPair)) {
    throw new DiffsortError(
      `comparators must be pairs of wires (low, high), got ${shown(comparators)}`,
    );
  }
  const wires = comparators.flat();
  if (new Set(wires).size < wires.length) {
    throw new DiffsortError(
      `comparators of one layer must not share a wire, got ${shown(comparators)}`,
    );
  }
  if (wires.some((wire) => wire < 0)) {
    throw new DiffsortError(`comparators must name wires from 0 up, got ${shown(comparators)}`);
  }
}

/** @param {unknown} pair */
const isPair = (pair) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isInteger);
