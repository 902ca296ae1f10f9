// How things are laid out, and how far the axes about them go: figures/anything_plan.py has the same
// for paper.

import { bound } from "../words/ticks.js";

/** @import { anythingScene } from "../scenes/anything.js" */
/** @import { Span, Tick } from "../marks/scales.js" */
/** @typedef {ReturnType<typeof anythingScene>} Scene */

// Pixels of a picture and its gap, across, and down to the next one, where a caption has room, too.
const [TILE, LINE] = [9, 12];
const STRIP = 2; // between strips of more than one line

export const MIX = "what each place is made of";
export const KEYS = "key: soft dots, hard rings";
export const PLANES = ["before", "after: soft dots, hard rings"];
export const STRIPS = ["before", "soft", "hard"];
/** @param {Scene} scene */
export const tableTitles = (
  { column },
) => ["before", `softly sorted by column ${column}`, "sorted"];
/** @param {Scene} scene */
export const digitsTitle = ({ keyName }) => `digits and their ${keyName}`;

/**
 * Pixels of a page: below the first, captions of eight pictures would meet; below the second, each
 * panel is a row; from the others on, all are in one, and five are.
 */
const [SLIM, NARROW, WIDE, WIDEST] = [380, 620, 1120, 1300];

/**
 * How many pictures stand in a line.
 * @param {number} n
 * @param {number} width in pixels
 */
export const acrossOf = (n, width) => width < SLIM ? 4 : n > 8 && width >= NARROW ? 16 : 8;

/**
 * Where the strips of n pictures stand, in pixels of these: each picture's top left, by strip; how far
 * they go across and down.
 * @param {number} n
 * @param {number} across pictures in a line
 */
export function stripsOf(n, across) {
  const lines = Math.ceil(n / across), high = lines * LINE + (lines > 1 ? STRIP : 0);
  /** @type {(strip: number, k: number) => {left: number, top: number}} */
  const at = (strip, k) => ({
    left: TILE * (k % across),
    top: strip * high + LINE * Math.floor(k / across),
  });
  const middle = (/** @type {number} */ strip) => strip * high + (lines * LINE - 4) / 2 - 0.5;
  return { at, middle, across: TILE * across - 1, down: 3 * high - 1 };
}

/**
 * Whether what the places are made of stands beside the things, and not below them.
 * @param {Scene} scene
 * @param {number} width in pixels
 */
export function isBeside({ kind, n, width: columns }, width) {
  if (kind === "table") return width >= WIDEST && n <= 8 && columns <= 3;
  return width >= WIDE && (kind === "complex numbers" || n <= 8);
}

/**
 * About how many pixels a panel has across, of so many in its row.
 * @param {number} width
 * @param {number} count
 */
export const acrossPanel = (width, count) =>
  width < NARROW ? width - 80 : (width - 70) / count - 75;

const CELL = 40; // pixels that a column of a table needs

/**
 * How many tables stand in a row: all three, or one.
 * @param {Scene} scene
 * @param {number} width
 */
export const tablesInRow = (scene, width) =>
  isBeside(scene, width) || acrossPanel(width, 3) >= CELL * scene.width ? 3 : 1;

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
