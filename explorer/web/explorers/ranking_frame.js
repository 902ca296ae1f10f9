// What holds still while a hand is on the picture: the ends of its axes, and the rows in which the
// values stand below their line, so that their words do not meet.

import { grouped, LABELLED } from "../scenes/ranking.js";
import { LOW, NARROW } from "../marks/heights.js";
import { shareOf } from "../marks/places.js";
import { nameOf } from "../words/names.js";
import { number } from "../words/number.js";
import { labelled, ticks } from "../words/ticks.js";
import { meansRange, sigmaRange } from "./ranking_plan.js";

/** @import { Scene } from "./ranking_plan.js" */
/** @import { Span, Tick } from "../marks/scales.js" */

/** With more values, only the chosen one can be dragged. */
export const MOST_HANDLES = 24;
const [RIGHT, LETTER] = [10, 6.6]; // pixels at the right of a panel, of a letter
const [HANDLE, DOT, GAP] = [9, 5, 5]; // pixels: half of what is at a value, and beside its words
const ROW = 20; // pixels of a row of values, at most where the line is no higher than it needs
const [KERNEL, VALUES] = [112, 240]; // pixels of the kernel and of all rows there, at most
const [LEAST, MOST_ROW] = [0.4, 34]; // of a given height, the kernel's part at least; pixels
/** Pixels: what is below the line before the first row, and the room at both ends. */
export const BELOW = 52;
export const ENDS = 14;

/**
 * `line`: the ends of the number line; `rows` of the wires, `pitch` pixels apart; `tall`: pixels of
 * the kernel; `sigmas`: the logarithms of the ends of that axis; `heights`: those of the ranks;
 * `wide`: pixels of the number line, and `half`, of the panel of ranks; `layout`: how panels stand.
 * @typedef {{line: Span, rows: number[], pitch: number, tall: number, sigmas: Span, heights: Span,
 *   wide: number, half: number, layout: Layout}} Frame
 */

/**
 * Panels below each other; the line beside the others, which stand below each other; all of them
 * beside each other; or, where that is too wide and else too high, without the order matrix.
 * @typedef {"rows" | "halves" | "thirds" | "pair"} Layout
 */

/**
 * @param {number} width
 * @param {number} most pixels that it is high
 * @returns {Layout}
 */
export function layoutOf(width, most) {
  if (width >= 1240) return "thirds";
  if (most < LOW && width >= NARROW) return "pair";
  return width < 900 ? "rows" : "halves";
}

/**
 * @param {Scene} scene
 * @param {Layout} layout
 * @param {{wide: number, half: number, high: number}} room pixels of the number line across, of the
 *   panel of ranks across, and of the line's height, where the layout gives it one
 * @returns {Frame}
 */
export function frameIn(scene, layout, { wide, half, high }) {
  const { line } = scene;
  const rows = rowsOf(scene.values.map((_, wire) => spanOf(scene, line, wide, wire)));
  const count = Math.max(...rows) + 1, room = high - BELOW - 2 * ENDS;
  const given = layout !== "rows";
  const pitch = given
    ? Math.min((1 - LEAST) * room / count, MOST_ROW)
    : Math.min(VALUES / count, ROW);
  return {
    line,
    rows,
    pitch,
    tall: given ? room - pitch * (count - 1) : KERNEL,
    sigmas: sigmaRange(scene),
    heights: meansRange(scene),
    wide,
    half,
    layout,
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
 * The marks of the number line, without such as would be cut at the end of the picture or meet the
 * name of the axis.
 * @param {Frame} frame
 * @returns {Tick[]}
 */
export const lineTicks = ({ line, wide }) =>
  labelled(ticks(...line, wide < 500 ? 4 : 8)).filter(([value, words]) => {
    const at = shareOf(value, line) * wide, half = LETTER * words.length / 2;
    return half - at <= 0 && at + half <= wide + RIGHT;
  });

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
