// Comparators as text, such as `0:1,2:3`: diffsort_core/listed.py.

import { DiffsortError, shown } from "./errors.js";

/** @import { Comparator } from "./networks.js" */

/**
 * The comparators of a text, between commas, blanks or lines, in as few layers as their order
 * allows: each as early as both of its wires are free. A refusal calls it `name`, and what is wrong
 * as `told` writes it.
 * @param {string} text
 * @param {string} [name]
 * @param {(part: string) => string} [told]
 */
export function layersOf(text, name = "text", told = shown) {
  /** @type {Comparator[][]} */
  const layers = [];
  /** @type {Map<number, number>} */
  const free = new Map();
  for (const [low, high] of pairsOf(text, name, told)) {
    const first = Math.max(free.get(low) ?? 0, free.get(high) ?? 0);
    if (first === layers.length) layers.push([]);
    layers[first].push([low, high]);
    free.set(low, first + 1).set(high, first + 1);
  }
  return layers;
}

/** Between two comparators, and around all: what no host takes for another character. */
const BETWEEN = /[ \t\n\r\f\v,]+/;
const AROUND = /^[ \t\n\r\f\v]+|[ \t\n\r\f\v]+$/g;

/**
 * @param {string} text
 * @param {string} name
 * @param {(part: string) => string} told
 * @returns {Comparator[]}
 */
function pairsOf(text, name, told) {
  const trimmed = text.replace(AROUND, "");
  if (!trimmed) return [];
  return trimmed.replace(/,+$/, "").split(BETWEEN).map((part) => {
    if (!/^[0-9]{1,7}:[0-9]{1,7}$/.test(part)) {
      throw new DiffsortError(
        `${name} must list comparators, such as '0:1,2:3', got ${told(part)}`,
      );
    }
    const [low, high] = part.split(":").map(Number);
    if (low === high) {
      throw new DiffsortError(`${name} must compare two wires each time, got ${told(part)}`);
    }
    return [low, high];
  });
}
