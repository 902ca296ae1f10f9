// What is drawn in one go: many strokes of nearly one colour and opacity are one path, which a
// browser draws in a fraction of the time that a path for each takes.

/** @import { Pen } from "./pens.js" */
/** @import { Carried, Picture, Side } from "./strands.js" */

/** So many colours, and so many opacities, are told apart. */
const HUES = 12;
const LEVELS = 6;

/** @param {number} share */
const hueOf = (share) => Math.round(Math.min(Math.max(share, 0), 1) * (HUES - 1));

/** @param {number} weight */
export const levelOf = (weight) => Math.round(weight * (LEVELS - 1));

/**
 * @typedef {{colour: string, dash: number[], weight: number, lines: Carried[]}} Batch
 */

/**
 * Every strand in one batch, those that carry the most in the last, and so on top.
 * @param {Pen} pen
 * @param {Carried[]} carried
 * @param {boolean} flowing whether colours are those of signs
 * @returns {Batch[]}
 */
export function batchesOf(pen, carried, flowing) {
  /** @type {Batch[][]} */
  const levels = Array.from({ length: LEVELS }, () => []);
  for (const strand of carried) {
    const level = levelOf(strand.weight);
    const hue = flowing ? Number(strand.share > 0) : hueOf(strand.hue);
    (levels[level][hue] ??= {
      colour: flowing ? pen.signs[hue] : pen.hue(hue / (HUES - 1)),
      dash: flowing ? (hue ? [] : [5, 3]) : pen.dash(hue / (HUES - 1)),
      weight: level / (LEVELS - 1),
      lines: [],
    }).lines.push(strand);
  }
  return levels.flatMap((batches) => batches.filter(Boolean));
}

/**
 * The nodes of each colour.
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {Side} side
 */
export function dotsOf({ network, at, cell, hues }, pen, { y, tokens }) {
  /** @type {{colour: string, dots: [number, number][]}[]} */
  const colours = [];
  for (let column = 0; column <= network.depth; column++) {
    for (let wire = 0; wire < network.n; wire++) {
      const hue = hueOf(hues[tokens[cell(column, wire)]]);
      (colours[hue] ??= { colour: pen.hue(hue / (HUES - 1)), dots: [] }).dots.push([
        at.x(column),
        y(wire),
      ]);
    }
  }
  return colours.filter(Boolean);
}
