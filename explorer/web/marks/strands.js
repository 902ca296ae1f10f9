// What is to be drawn of a run: its strands, with what each carries.

import { flowOf, weightOf } from "./places.js";

/** @import { Drawn, place } from "./places.js" */
/** @import { networkScene } from "../scenes/network.js" */

/**
 * What is drawn: `cell` is where a column and a wire stand in the run's arrays, `part` where a
 * value lies between the smallest and the largest, `valueY` its height, `lit` the inputs whose ways
 * are lit up, `looked` the number of the comparator that is looked at, and the heights are those of each input's value at every column.
 * @typedef {object} Picture
 * @property {Drawn} network
 * @property {ReturnType<typeof networkScene>} run
 * @property {ReturnType<typeof place>} at
 * @property {number[]} lit
 * @property {number | null} looked
 * @property {(column: number, wire: number) => number} cell
 * @property {(value: number) => number} part
 * @property {(value: number) => number} valueY
 * @property {number[][]} softHeights
 * @property {number[][]} hardHeights
 */

/**
 * A network of the picture: the soft one, or the hard one below it.
 * @typedef {object} Side
 * @property {(wire: number) => number} y
 * @property {ArrayLike<number>} values
 * @property {ArrayLike<number>} swap
 * @property {ArrayLike<number>} tokens
 * @property {Picture["run"]["flow"]} flow
 */

/**
 * A strand as it is drawn: its ends, what it carries (negative only of a derivative), its size from
 * 0 to 1, where its value lies (0 to 1), and whether it is lit: a lit input takes it, or it is one
 * of the comparator that is looked at.
 * @typedef {object} Carried
 * @property {number} x0
 * @property {number} y0
 * @property {number} x1
 * @property {number} y1
 * @property {number} share
 * @property {number} weight
 * @property {number} part
 * @property {boolean} onWay
 */

/** What carries less than this much is not drawn. */
export const FAINT = 0.004;

/**
 * @param {Picture} picture
 * @returns {Side[]}
 */
export function sidesOf({ run, at }) {
  const { soft, swap, tokens, flow, hard, hardSwap, hardTokens } = run;
  const above = { y: at.y, values: soft, swap, tokens, flow };
  const below = { y: at.hardY, values: hard, swap: hardSwap, tokens: hardTokens, flow: null };
  return at.hardBelow ? [above, below] : [above];
}

/**
 * The strands that carry enough to be seen, layer by layer.
 * @param {Picture} picture
 * @param {Side} side
 */
export function carriedBy(
  { network, at, lit, looked, cell, part },
  { y, values, swap, tokens, flow },
) {
  /** @type {Carried[]} */
  const carried = [];
  network.strands.forEach((strands, layer) => {
    const [x0, x1] = [at.x(layer), at.x(layer + 1)];
    for (const strand of strands) {
      const [start, end] = [cell(layer, strand.from), cell(layer + 1, strand.to)];
      const share = flow ? flowOf(flow, strand, end) : weightOf(swap, strand);
      const weight = Math.min(Math.abs(share), 1);
      if (weight < FAINT) continue;
      carried.push({
        x0,
        y0: y(strand.from),
        x1,
        y1: y(strand.to),
        share,
        weight,
        part: part(values[start]),
        onWay: strand.k !== null && strand.k === looked ||
          !flow && lit.includes(tokens[start]) && tokens[end] === tokens[start],
      });
    }
  });
  return carried;
}
