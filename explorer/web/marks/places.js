// Where the parts of a network's picture stand, and how much a strand carries: functions of their
// arguments alone.

/** @import { layoutOf, Strand } from "../scenes/layout.js" */
/** @import { Choices } from "../scenes/network.js" */

/**
 * A network's parts with its size, and what stands below it.
 * @typedef {ReturnType<typeof layoutOf> &
 *   {n: number, depth: number, below: Choices["below"]}} Drawn
 */

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/**
 * Where a value lies between two others, 0 to 1; halves, so that no difference can overflow.
 * @param {number} value
 * @param {[number, number] | number[]} domain
 */
export const shareOf = (value, [low, high]) =>
  high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5;

/**
 * All in pixels of a picture of that width.
 * @param {Drawn} network
 * @param {number} width
 */
export function place(network, width) {
  const { n, depth } = network;
  const narrow = width < 620;
  const row = n <= 8 ? 40 : n <= 16 ? 28 : n <= 32 ? 19 : 12;
  const hardBelow = network.below === "hard network";
  const left = narrow ? 118 : 200;
  const right = width - (narrow ? 80 : 156);
  const wiresTop = 34;
  const wiresBottom = wiresTop + row * n;
  const valueTop = wiresBottom + 64;
  const valueBottom = valueTop +
    (hardBelow ? row * n : network.below === "nothing" ? -40 : narrow ? 180 : 230);
  return {
    width,
    narrow,
    row,
    left,
    right,
    wiresTop,
    wiresBottom,
    valueTop,
    valueBottom,
    hardBelow,
    byValue: network.below === "values",
    every: Math.ceil(13 / row), // the wires that have room for words
    height: valueBottom + (network.below === "nothing" ? 0 : 38),
    thick: clamp(row * 0.28, 4, 10),
    radius: clamp(row * 0.2, 3.5, 7.5),
    barLeft: narrow ? 60 : 72,
    barRight: left - 32,
    y: (/** @type {number} */ wire) => wiresTop + row * (wire + 0.5),
    hardY: (/** @type {number} */ wire) => valueTop + row * (wire + 0.5),
    x: (/** @type {number} */ column) =>
      left + 10 + (depth ? network.columns[column] : 0.5) * (right - left - 20),
  };
}

/**
 * A point of a strand: straight along a wire, S-shaped from one wire to another; t runs from 0 to
 * 1.
 * @param {number} x0
 * @param {number} y0
 * @param {number} x1
 * @param {number} y1
 * @param {number} t
 */
export function strandPoint(x0, y0, x1, y1, t) {
  const s = 1 - t;
  const [near, far] = [s * s * s + 3 * s * s * t, 3 * s * t * t + t * t * t];
  return [x0 * s * s * s + 1.5 * (x0 + x1) * s * t + x1 * t * t * t, y0 * near + y1 * far];
}

/**
 * How much of a value takes a strand, from 0 to 1.
 * @param {ArrayLike<number>} swap
 * @param {Strand} strand
 */
export const weightOf = (swap, { from, to, k }) =>
  k === null ? 1 : clamp(from === to ? 1 - swap[k] : swap[k], 0, 1);

/**
 * How much of a derivative takes a strand, which ends in the cell `end`.
 * @param {{nodes: ArrayLike<number>, strands: ArrayLike<number>}} flow
 * @param {Strand} strand
 * @param {number} end
 */
export const flowOf = (flow, { k, part }, end) =>
  k === null ? flow.nodes[end] : flow.strands[4 * k + (part ?? 0)];
