// Comparators as text, such as `0:1,2:3`: diffsort_core/listed.py.

import { DiffsortError, shown } from "./errors.js";

/** @import { Comparator } from "./networks.js" */

/**
 * The comparators of a text, between commas, blanks or lines, in as few layers as their order
 * allows: each as early as both of its wires are free.
 * @param {string} text
 */
export function layersOf(text) {
  /** @type {Comparator[][]} */
  const layers = [];
  /** @type {Map<number, number>} */
  const free = new Map();
  for (const [low, high] of pairsOf(text)) {
    const first = Math.max(free.get(low) ?? 0, free.get(high) ?? 0);
    if (first === layers.length) layers.push([]);
    layers[first].push([low, high]);
    free.set(low, first + 1).set(high, first + 1);
  }
  return layers;
}

/**
 * @param {string} text
 * @returns {Comparator[]}
 */
function pairsOf(text) {
  const trimmed = text.trim();
  if (!trimmed) return [];
  return trimmed.replace(/,+$/, "").split(/[\s,]+/).map((part) => {
    if (!/^[0-9]{1,7}:[0-9]{1,7}$/.test(part)) {
      throw new DiffsortError(
        `text must list comparators, such as '0:1,2:3', got ${shown(part)}`,
      );
    }
    const [low, high] = part.split(":").map(Number);
    if (low === high) {
      throw new DiffsortError(`text must compare two wires each time, got ${shown(part)}`);
    }
    return [low, high];
  });
}
