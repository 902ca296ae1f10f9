// Where the parts of a network's picture stand, and how much a strand carries: functions of their
// arguments alone.

import { NARROW, tallest } from "./heights.js";

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

/** Pixels: what stands around a network within its element, above its wires, and below them. */
const [AROUND, ABOVE, SUMS, HEADING, COLUMNS] = [98, 30, 24, 26, 36];
const [WIRE, VALUES] = [40, 230]; // pixels of a wire and of the picture by value, at most
/** Of the height, where both share it: with 16 wires every one still has room for its words. */
const wiresPart = (/** @type {number} */ n) => clamp(0.5 + n / 100, 0.58, 0.66);

/**
 * All in pixels of a picture of that width, which is no higher than `tall`.
 * @param {Drawn} network
 * @param {number} width
 * @param {number} [tall]
 */
export function place(network, width, tall = tallest(width) - AROUND) {
  const { depth, below } = network;
  const narrow = width < NARROW;
  const { row, wires, lower } = heightsOf(network, narrow, tall);
  const left = narrow ? 118 : 200;
  const right = width - (narrow ? 80 : 156);
  const wiresTop = ABOVE;
  const wiresBottom = wiresTop + wires;
  const valueTop = wiresBottom + SUMS + (below === "nothing" ? 0 : HEADING);
  const valueBottom = valueTop + lower;
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
    hardBelow: below === "hard network",
    byValue: below === "values",
    every: Math.ceil(13 / row), // the wires that have room for words
    height: Math.ceil(valueBottom + (below === "nothing" ? 0 : COLUMNS)),
    thick: clamp(row * 0.28, 1.5, 10),
    radius: clamp(row * 0.22, 1.5, 7.5),
    barLeft: narrow ? 60 : 72,
    barRight: left - 32,
    y: (/** @type {number} */ wire) => wiresTop + row * (wire + 0.5),
    hardY: (/** @type {number} */ wire) => valueTop + row * (wire + 0.5),
    x: (/** @type {number} */ column) =>
      left + 10 + (depth ? network.columns[column] : 0.5) * (right - left - 20),
  };
}

/**
 * How high a wire is, all wires, and what stands below them: where the height is bounded, wires
 * stand closer together the more there are.
 * @param {Drawn} network
 * @param {boolean} narrow
 * @param {number} tall
 */
function heightsOf({ n, below }, narrow, tall) {
  const room = tall - ABOVE - SUMS - (below === "nothing" ? 0 : HEADING + COLUMNS);
  const share = { values: wiresPart(n), "hard network": 0.5, nothing: 1 }[below];
  const most = n <= 8 ? WIRE : n <= 16 ? 28 : n <= 32 ? 19 : 12;
  const row = Math.min(narrow ? most : WIRE, share * room / n), wires = row * n;
  const lower = { values: Math.min(narrow ? 180 : VALUES, room - wires), "hard network": wires };
  return { row, wires, lower: below === "nothing" ? 0 : lower[below] };
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
