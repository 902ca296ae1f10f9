// What holds still while a hand is on the picture: the ends of its axes, and the rows in which the
// values stand below their line, so that their words do not meet.

import { grouped, LABELLED } from "../scenes/ranking.js";
import { LEAST } from "../marks/picture.js";
import { shareOf } from "../marks/places.js";
import { nameOf } from "../words/names.js";
import { number } from "../words/number.js";
import { labelled, ticks } from "../words/ticks.js";
import { meansRange, sigmaRange } from "./ranking_plan.js";

/** @import { Scene } from "./ranking_plan.js" */
/** @import { Span, Tick } from "../marks/scales.js" */

/** With more values, only the chosen one can be dragged. */
export const MOST_HANDLES = 24;
const [AROUND, RIGHT, LETTER] = [78, 10, 6.6]; // pixels beside a panel, at its right, of a letter
const [HANDLE, DOT, GAP] = [9, 5, 5]; // pixels: half of what is at a value, and beside its words
const ROWS = [4, 20, 240]; // pixels of a row, at least and at most, and of all
/** Pixels: the kernel, what is below the line before the first row, and the room at both ends. */
export const TALL = 112;
export const BELOW = 36;
export const ENDS = 14;

/**
 * `line`: the ends of the number line; `rows` of the wires, `pitch` pixels apart; `sigmas`: the
 * logarithms of the ends of that axis; `heights`: those of the ranks; `wide`: pixels of a panel
 * across the picture, and `half`, of the one of ranks.
 * @typedef {{line: Span, rows: number[], pitch: number, sigmas: Span, heights: Span, wide: number,
 *   half: number}} Frame
 */

/**
 * @param {Scene} scene
 * @param {number} width of the picture
 * @returns {Frame}
 */
export function frameOf(scene, width) {
  const wide = Math.max(width, LEAST) - AROUND, { line } = scene;
  const rows = rowsOf(scene.values.map((_, wire) => spanOf(scene, line, wide, wire)));
  const count = Math.max(...rows) + 1, [least, most, all] = ROWS;
  return {
    line,
    rows,
    pitch: Math.min(Math.max(all / count, least), most),
    sigmas: sigmaRange(scene),
    heights: meansRange(scene),
    wide,
    half: wide === width - AROUND && width >= 620 ? wide / 2 - AROUND : wide,
  };
}

/**
 * What is written beside a value, and at which side of it there is room.
 * @param {Scene} scene
 * @param {Span} line
 * @param {number} wide
 * @param {number} wire
 */
export function besideOf({ values, names, focus }, line, wide, wire) {
  const named = values.length <= LABELLED || wire === focus;
  const words = named ? `${nameOf(names, wire, `x[${wire}]`)} = ${number(values[wire])}` : "";
  const at = shareOf(values[wire], line) * wide, long = HANDLE + GAP + LETTER * words.length;
  return { words, at, long, side: at + long > wide && at > wide / 2 ? -1 : 1 };
}

/**
 * From where to where, in pixels, a value and its words go.
 * @param {Scene} scene
 * @param {Span} line
 * @param {number} wide
 * @param {number} wire
 * @returns {Span}
 */
function spanOf(scene, line, wide, wire) {
  const { words, at, long, side } = besideOf(scene, line, wide, wire);
  const half = scene.values.length <= MOST_HANDLES || words ? HANDLE : DOT;
  if (!words) return [at - half, at + half];
  return side > 0 ? [at - half, at + long] : [at - long, at + half];
}

/**
 * The row of each: the first in which it meets no earlier one.
 * @param {Span[]} spans
 */
export function rowsOf(spans) {
  /** @type {Span[][]} */
  const rows = [];
  return spans.map(([left, right]) => {
    const free = rows.findIndex((row) => row.every(([from, to]) => right < from || to < left));
    const row = free < 0 ? rows.push([]) - 1 : free;
    rows[row].push([left, right]);
    return row;
  });
}

/**
 * Words for the places on the line, at their middles; several that are near each other share them,
 * so that no two meet.
 * @param {Scene} scene
 * @param {Frame} frame
 * @returns {[number, string][]}
 */
export function placeWords({ places }, { line, wide }) {
  if (places.length > LABELLED) return [];
  const unit = (line[1] - line[0]) / wide;
  for (let apart = 2 * DOT;; apart *= 1.5) {
    const found = grouped(places, "", apart * unit);
    const apartEnough = found.every(([at, words], k) => {
      if (!k) return true;
      const [before, others] = found[k - 1];
      return (at - before) / unit >= LETTER * (words.length + others.length) / 2 + GAP;
    });
    if (apartEnough) return found;
  }
}

/**
 * The marks of the number line, without such as would be cut at the end of the picture.
 * @param {Frame} frame
 * @returns {Tick[]}
 */
export const lineTicks = ({ line, wide }) =>
  labelled(ticks(...line, wide < 500 ? 4 : 8)).filter(([value, words]) =>
    shareOf(value, line) * wide + LETTER * words.length / 2 <= wide + RIGHT
  );

/**
 * Words as near to their middle as leaves them within a panel.
 * @param {number} at
 * @param {string} words
 * @param {Frame} frame
 */
export function within(at, words, { line: [low, high], wide }) {
  const half = Math.min(LETTER * words.length / 2 / wide, 0.5) * (high - low);
  return Math.min(Math.max(at, low + half), high - half);
}
