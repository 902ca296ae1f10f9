// How things are laid out, and how far the axes about them go: figures/anything_plan.py has the same
// for paper.

import { bound } from "../words/ticks.js";

/** @import { anythingScene } from "../scenes/anything.js" */
/** @import { Span, Tick } from "../marks/scales.js" */
/** @typedef {ReturnType<typeof anythingScene>} Scene */

export const MIX = "what each place is made of";
export const KEYS = "key: soft dots, hard rings";
export const ROWS = ["before", "after"];

/**
 * What stands above the things.
 * @param {Scene} scene
 */
export function thingsTitle({ kind, noun, keyName, column }) {
  if (kind === "table") return `rows, sorted by column ${column}`;
  return `${noun}s and their ${keyName}`;
}

/**
 * Pixels: the side of a thing at most, and how far apart two are at most; from the things before to
 * those after; the words above the first of them; how thick all the ribbons of one thing are, of its
 * side.
 */
const [SIDE, PITCH, FLOW, HEAD, THICK] = [72, 118, 84, 16, 0.45];
const HIGH = HEAD + 2 * SIDE + FLOW + 1; // of rows of which nobody says how high they may be

/**
 * Where n things stand in two rows, in pixels of a panel that is so far `across`: the side of each,
 * the middle of the k-th, the tops of both rows, and how far all goes `down`, which may be given:
 * then they are as large as that lets them be.
 * @param {number} n
 * @param {number} across
 * @param {number} [high]
 */
export function rowsOf(n, across, high = HIGH) {
  const part = (high - HEAD - 1) / (2 * SIDE + FLOW), flow = part * FLOW;
  const pitch = Math.min(across / n, part * PITCH), side = Math.min(8 / 9 * pitch, part * SIDE);
  return {
    pitch,
    side,
    thick: THICK * side,
    middle: (/** @type {number} */ k) => (k + 0.5) * pitch,
    tops: [HEAD, HEAD + side + flow],
    down: HEAD + 2 * side + flow + 1,
  };
}

/** How thick all the ribbons of a table's row are, in rows. */
export const LINE_THICK = 0.6;

/** Pixels: of a line of a table of few and of more rows; of a cell at most; between two tables. */
const [LINE, LOW_LINE, FEW, CELL, APART] = [22, 15, 8, 110, [64, 170]];

/**
 * Where a table stands before and after a sort, in cells of a panel that is so many pixels `across`:
 * where the second begins, how far both go, how wide a cell is in pixels, and how high both are.
 * @param {number} rows
 * @param {number} columns
 * @param {number} across
 */
export function tablesOf(rows, columns, across) {
  const [least, most] = APART, cell = Math.min((across - least) / (2 * columns), CELL);
  const apart = Math.min(across - 2 * columns * cell, most) / cell;
  const tall = Math.max(rows, 4) * (rows > FEW ? LOW_LINE : LINE);
  return { second: columns + apart, ends: across / cell, cell, tall };
}

/** Pixels of a page and of a thing from which on what the places are made of stands beside these. */
const [WIDE, ROOMY] = [1120, 56];

/**
 * Whether what the places are made of stands beside the things, and not below them.
 * @param {Scene} scene
 * @param {number} width in pixels
 */
export function isBeside({ kind, n, width: columns }, width) {
  const halves = width / 2 - 80;
  return width >= WIDE && halves >= (kind === "table" ? 2 * columns * ROOMY + APART[0] : n * ROOMY);
}

/**
 * Both sides of a plane: from minus to plus so much.
 * @param {Scene} scene
 */
export const planeEnd = ({ before }) => bound(1.1 * Math.max(...before.map(Math.abs)));

/**
 * The heights of the keys, soft and hard.
 * @param {Scene} scene
 * @returns {Span}
 */
export function keysRange({ keysAfter, keysHard }) {
  const all = [...keysAfter, ...keysHard], low = Math.min(...all), high = Math.max(...all);
  const room = 0.08 * (high - low) || 0.1 * Math.abs(high) || 1;
  return [low - room, high + room];
}

/**
 * How a column of numbers between low and high is shaded: 0 at its lowest, 1 at its highest.
 * @param {Scene} scene
 */
export function shadeOf({ keysBefore }) {
  const low = Math.min(...keysBefore), span = Math.max(...keysBefore) / 2 - low / 2 || 1;
  return (/** @type {number} */ key) => (key / 2 - low / 2) / span;
}

/**
 * Marks at places or things: all, or some of many.
 * @param {number} n
 * @param {number} [most]
 * @param {number} [first]
 * @returns {Tick[]}
 */
export function counted(n, most = 8, first = 0) {
  const step = Math.max(1, Math.ceil(n / most));
  return Array.from(
    { length: Math.ceil(n / step) },
    (_, k) => [first + k * step, `${first + k * step}`],
  );
}
