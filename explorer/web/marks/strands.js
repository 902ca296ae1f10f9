// What is to be drawn of a run: its strands, with what each carries.

import { flowOf, weightOf } from "./places.js";

/** @import { Drawn, place } from "./places.js" */
/** @import { networkScene } from "../scenes/network.js" */

/**
 * What is drawn: `cell` is where a column and a wire stand in the run's arrays, `hues` the colour of
 * each input as a share of the scale, `valueY` the height of a value, `lit` the inputs whose ways are
 * lit up, `looked` the number of the comparator that is looked at, and the heights are those of each
 * input's value at every column. What a wire holds has the colour of the input that is on it: the one
 * that came by the larger shares.
 * @typedef {object} Picture
 * @property {Drawn} network
 * @property {ReturnType<typeof networkScene>} run
 * @property {ReturnType<typeof place>} at
 * @property {number[]} lit
 * @property {number | null} looked
 * @property {(column: number, wire: number) => number} cell
 * @property {number[]} hues
 * @property {(value: number) => number} valueY
 * @property {number[][]} softHeights
 * @property {number[][]} hardHeights
 */

/**
 * A network of the picture: the soft one, or the hard one below it.
 * @typedef {object} Side
 * @property {(wire: number) => number} y
 * @property {ArrayLike<number>} swap
 * @property {ArrayLike<number>} tokens
 * @property {Picture["run"]["flow"]} flow
 */

/**
 * A strand as it is drawn: its ends, what it carries (negative only of a derivative), its size from
 * 0 to 1, the colour of the input that it leaves with, and whether it is lit: a lit input takes it,
 * or it is one of the comparator that is looked at.
 * @typedef {object} Carried
 * @property {number} x0
 * @property {number} y0
 * @property {number} x1
 * @property {number} y1
 * @property {number} share
 * @property {number} weight
 * @property {number} hue
 * @property {boolean} onWay
 */

/** What carries less than this much is not drawn. */
export const FAINT = 0.004;

/**
 * @param {Picture} picture
 * @returns {Side[]}
 */
export function sidesOf({ run, at }) {
  const { swap, tokens, flow, hardSwap, hardTokens } = run;
  const above = { y: at.y, swap, tokens, flow };
  const below = { y: at.hardY, swap: hardSwap, tokens: hardTokens, flow: null };
  return at.hardBelow ? [above, below] : [above];
}

/**
 * The strands that carry enough to be seen, layer by layer.
 * @param {Picture} picture
 * @param {Side} side
 */
export function carriedBy(
  { network, at, lit, looked, cell, hues },
  { y, swap, tokens, flow },
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
        hue: hues[tokens[start]],
        onWay: strand.k !== null && strand.k === looked ||
          !flow && lit.includes(tokens[start]) && tokens[end] === tokens[start],
      });
    }
  });
  return carried;
}
