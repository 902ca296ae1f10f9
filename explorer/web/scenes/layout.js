// Where a network's parts stand: columns of wires, comparators side by side, stages in brackets.

import { softPermutation } from "../sort/derivatives.js";
import { action, softestEnd as named, stages } from "../words/layers.js";

/** @import { Layer, Network } from "../sort/networks.js" */

/**
 * A comparator: its number, its layer, its wires, and the place of its arrow between two columns.
 * @typedef {{k: number, layer: number, low: number, high: number, offset: number}} Arrow
 */

/**
 * What leads from a wire to a wire in a layer: `k` is the comparator, and `part` which of its four
 * strands; null where no comparator is passed.
 * @typedef {{from: number, to: number, k: number | null, part?: number}} Strand
 */

/**
 * The parts of a network's drawing that do not depend on the values. `columns`: depth + 1 places
 * from 0 to 1, where the wires are read.
 * @param {Network} network
 */
export function layoutOf(network) {
  const packed = network.layers.map(pack);
  const comparators = network.layers.flatMap((layer, k) => arrows(layer, k, packed[k]));
  comparators.forEach((comparator, k) => comparator.k = k);
  const layers = network.layers.map((_, k) => comparators.filter(({ layer }) => layer === k));
  return {
    columns: columnsOf(packed),
    stages: stages(network.name, network.n, depthsOf(network.layers)),
    actions: network.layers.map((layer) => action(layer.comparators)),
    comparators,
    layers,
    strands: layers.map((layer) => strandsOf(layer, network.n)),
  };
}

/**
 * What a relaxation that mixes gives at alpha = 0, where every comparator halves: "mean", "near the
 * mean" or "softest".
 * @param {Network} network
 */
export function softestEnd(network) {
  const { n, size } = network;
  const weights = softPermutation(network, { weight: new Float64Array(size).fill(0.5) });
  return named(Array.from({ length: n }, (_, k) => weights.subarray(k * n, (k + 1) * n)));
}

/**
 * For each comparator the first offset in which its arrow meets no earlier one.
 * @param {Layer} layer
 */
function pack({ comparators }) {
  /** @type {[number, number][][]} */
  const taken = [];
  return comparators.map((ends) => {
    const [top, bottom] = [Math.min(...ends), Math.max(...ends)];
    let offset = taken.findIndex((others) =>
      others.every((other) => bottom < other[0] || top > other[1])
    );
    if (offset < 0) offset = taken.push([]) - 1;
    taken[offset].push([top, bottom]);
    return offset;
  });
}

/**
 * @param {Layer} layer
 * @param {number} k
 * @param {number[]} offsets
 * @returns {Arrow[]}
 */
function arrows({ comparators }, k, offsets) {
  const last = Math.max(...offsets, 0);
  return comparators.map(([low, high], place) => ({
    k: 0,
    layer: k,
    low,
    high,
    offset: last ? 0.25 + (0.5 * offsets[place]) / last : 0.5,
  }));
}

/** @param {number[][]} packed */
function columnsOf(packed) {
  const widths = packed.map((offsets) => 1 + (Math.min(Math.max(...offsets, 0) + 1, 5) - 1) / 3);
  const total = widths.reduce((sum, width) => sum + width, 0) || 1;
  const columns = [0];
  for (const width of widths) columns.push(columns[columns.length - 1] + width / total);
  return columns;
}

/**
 * How many layers each stage has.
 * @param {Layer[]} layers
 */
function depthsOf(layers) {
  /** @type {number[]} */
  const depths = [];
  for (const { stage } of layers) depths[stage] = (depths[stage] ?? 0) + 1;
  return depths.filter(Boolean);
}

/**
 * @param {Arrow[]} layer
 * @param {number} n
 * @returns {Strand[]}
 */
function strandsOf(layer, n) {
  const busy = new Set(layer.flatMap(({ low, high }) => [low, high]));
  const idle = Array.from({ length: n }, (_, wire) => wire).filter((wire) => !busy.has(wire));
  const both = (/** @type {Arrow} */ { k, low, high }) =>
    [low, high].flatMap((from, i) =>
      [low, high].map((to, j) => ({ from, to, k, part: 2 * i + j }))
    );
  return [...layer.flatMap(both), ...idle.map((wire) => ({ from: wire, to: wire, k: null }))];
}
