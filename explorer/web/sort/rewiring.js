// The same sorting network on other wires, or on fewer of them.

/** @import { Comparator, Layer, Network } from "./networks.js" */

/**
 * The layers of a network, untangled: every comparator leaves the minimum on the wire of lower
 * number. Source: Knuth 5.3.4, exercise 16.
 * @param {Network} network
 * @returns {Layer[]}
 */
export function untangled({ n, layers }) {
  const place = Array.from({ length: n }, (_, wire) => wire); // of each wire
  /** @param {Comparator} comparator @returns {Comparator} */
  const move = ([low, high]) => {
    const [a, b] = [place[low], place[high]];
    [place[low], place[high]] = a < b ? [a, b] : [b, a];
    return [place[low], place[high]];
  };
  return layers.map(({ comparators, stage }) => ({ comparators: comparators.map(move), stage }));
}

/**
 * The same layers without the last of these wires, from n on. Those are imagined to hold values
 * above all others: where such a value meets a real one the outcome is known, so that the
 * comparator is only a change of place. It goes, and the real value is followed under its own
 * wire's number.
 * @param {Layer[]} layers
 * @param {number} n
 * @param {number} wires
 * @returns {Layer[]}
 */
export function dropWires(layers, n, wires) {
  const wireAt = Array.from({ length: wires }, (_, wire) => wire < n ? wire : -1);
  /** @param {Comparator} comparator @returns {Comparator[]} */
  const kept = ([low, high]) => {
    if (wireAt[low] >= 0 && wireAt[high] >= 0) return [[wireAt[low], wireAt[high]]];
    if (wireAt[low] < 0) [wireAt[low], wireAt[high]] = [wireAt[high], -1];
    return [];
  };
  const followed = layers.map(({ comparators }) => comparators.flatMap(kept));
  const place = new Int32Array(n); // where each wire's value comes out
  wireAt.forEach((wire, end) => wire >= 0 && (place[wire] = end));
  return followed.map((comparators, k) => ({
    comparators: comparators.map(([low, high]) => [place[low], place[high]]),
    stage: layers[k].stage,
  }));
}
