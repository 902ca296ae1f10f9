// A Jacobian as data: its cells, outputs downwards and inputs across; at its right and below it the
// sums of its rows and columns as strips on the same scale, and as numbers where these have room.

import { longestOf, namedTicks } from "../marks/lettering.js";
import { bound } from "../words/ticks.js";
import { inThree } from "../words/number.js";

/** @import { Label, Mark, Panel } from "../marks/panel.js" */
/** @import { Tick } from "../marks/scales.js" */

/**
 * `name`: by which the targets of a goal know its panel; `entries`, in rows of n, one for each of
 * the `outputs`; `told`: what is said of an entry, and of the sum of a row and of a column; `pick`:
 * the choices that an entry stands for; `cell`: the derivative that is looked at; `crossed`: the
 * inputs with a cross below their column; `rounding`: what is less is nothing; `hues`: the colours of
 * the inputs, and of those that the outputs belong to; `names`: what the inputs and the outputs are
 * called, if anything, the outputs with their `numbered` places before it, in so many pixels of
 * `room` beside the panel.
 * figures/jacobian_matrix.py has the same rules for paper.
 * @typedef {object} Matrix
 * @property {string} title
 * @property {string} [name]
 * @property {string} output
 * @property {Float64Array} entries
 * @property {{byRow: Float64Array, byColumn: Float64Array}} sums
 * @property {number[]} outputs
 * @property {number} n
 * @property {{cell: (out: number, into: number, entry: number) => string,
 *   row: (out: number, sum: number) => string, column: (into: number, sum: number) => string}} told
 * @property {(out: number, into: number) => Record<string, unknown>} [pick]
 * @property {[out: number, into: number] | null} [cell]
 * @property {number[]} [crossed]
 * @property {number} [rounding]
 * @property {Record<"across" | "down", [number, number][]>} hues
 * @property {{across: string[] | null, down: string[] | null, numbered: boolean, room: number}} names
 */

/** @typedef {{width: number, height: number}} Side of a panel, in pixels */

/** Pixels: between the matrix and a strip, of a strip, of a number beside it and below it. */
const [GAP, STRIP, BESIDE, BELOW] = [4, 14, 50, 18];
/** Pixels that a row and a column need for the numbers to have a place, and those of a letter. */
const [LINE, WORD, LETTER] = [13, 20, 6.2];
/** Pixels between two names that stand beside each other. */
const APART = 4;
const FRAME = 8; // pixels of a frame at least: a small cell is found by it

/**
 * @param {Matrix} matrix
 * @param {Side} side
 * @returns {Panel}
 */
export function matrixPanel(matrix, side) {
  const { title, name, output, outputs, n, entries, sums, hues, names, rounding = 0 } = matrix;
  const [first] = outputs,
    last = first + outputs.length - 1,
    plan = planOf(outputs.length, n, side);
  const largest = entries.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  const most = bound(largest > rounding ? largest : 0);
  const all = [...sums.byRow, ...sums.byColumn];
  const right = n - 0.5 + plan.right, bottom = last + 0.5 + plan.bottom;
  return {
    title,
    name,
    aspect: Math.max(0.6, outputs.length / n),
    most: 400,
    x: {
      domain: [-0.5, right],
      ticks: namedTicks(names.across, plan.wide - APART) ?? some(0, n),
      title: "input: wire",
      hues: hues.across,
    },
    y: {
      domain: [first - 0.5, bottom],
      ...ticksDown(matrix, plan),
      title: output,
      downwards: true,
      hues: hues.down,
    },
    marks: [...maps(matrix, plan, most), ...frames(matrix, plan)],
    labels: labels(matrix, plan),
    bar: { most, beyond: all.some((sum) => Math.abs(sum) > most) },
  };
}

/**
 * How large a cell is, in pixels; and in cells how far it is to the middle of a strip, how thick
 * the strip is, and how far the panel goes beyond the matrix.
 * @param {number} rows
 * @param {number} n
 * @param {Side} side
 */
function planOf(rows, n, { width, height }) {
  const strip = GAP + STRIP;
  const beside = strip + ((height - strip) / rows >= LINE ? BESIDE : 2);
  const wide = (width - beside) / n;
  const below = strip + (wide >= WORD ? BELOW : 2), high = (height - below) / rows;
  return { wide, high, right: beside / wide, bottom: below / high };
}

/**
 * How wide a panel of that height is whose cells are squares.
 * @param {Matrix} matrix
 * @param {number} height
 */
export function squareOf({ outputs, n }, height) {
  const cell = (height - GAP - STRIP - BELOW) / outputs.length;
  return cell * n + GAP + STRIP + (cell >= LINE ? BESIDE : 2);
}

/** @typedef {ReturnType<typeof planOf>} Plan */

/**
 * Names of the outputs, where rows are as high as a line of writing.
 * @param {Matrix} matrix
 * @param {Plan} plan
 * @returns {{ticks: Tick[], room?: number}}
 */
function ticksDown({ outputs, names: { down, numbered, room } }, { high }) {
  const [first] = outputs;
  const named = high >= LINE ? namedTicks(down, room, first, numbered) : null;
  return named ? { ticks: named, room: longestOf(named) } : { ticks: some(first, outputs.length) };
}

/**
 * @param {Matrix} matrix
 * @param {Plan} plan
 * @param {number} most
 * @returns {Mark[]}
 */
function maps({ entries, sums, outputs, n, told, pick, title }, { wide, high }, most) {
  const [first] = outputs, shades = { most };
  const [outOf, intoOf] = [(/** @type {number} */ k) => first + Math.floor(k / n), modulo(n)];
  return [
    {
      kind: "map",
      name: title,
      values: entries,
      columns: n,
      top: first,
      shades,
      tell: (k) => told.cell(outOf(k), intoOf(k), entries[k]),
      pick: pick && ((k) => pick(outOf(k), intoOf(k))),
    },
    {
      kind: "map",
      name: "sums of rows",
      values: sums.byRow,
      columns: 1,
      left: n - 0.5 + (GAP + STRIP / 2) / wide,
      top: first,
      wide: STRIP / wide,
      shades,
      tell: (k) => told.row(first + k, sums.byRow[k]),
    },
    {
      kind: "map",
      name: "sums of columns",
      values: sums.byColumn,
      columns: n,
      top: first + outputs.length - 0.5 + (GAP + STRIP / 2) / high,
      high: STRIP / high,
      shades,
      tell: (k) => told.column(k, sums.byColumn[k]),
    },
  ];
}

/** @param {number} n */
const modulo = (n) => (/** @type {number} */ k) => k % n;

/**
 * Around the matrix and its strips, of which many a cell is clear; and around the cell that is
 * looked at.
 * @param {Matrix} matrix
 * @param {Plan} plan
 * @returns {Mark[]}
 */
function frames({ outputs, n, cell }, { wide, high }) {
  const top = outputs[0] - 0.5, bottom = top + outputs.length;
  const [right, below] = [n - 0.5 + GAP / wide, bottom + GAP / high];
  /** @type {Mark[]} */
  const found = [{
    kind: "frames",
    colour: "line",
    width: 1,
    boxes: [
      { left: -0.5, right: n - 0.5, top, bottom },
      { left: right, right: right + STRIP / wide, top, bottom },
      { left: -0.5, right: n - 0.5, top: below, bottom: below + STRIP / high },
    ],
  }];
  if (cell) {
    const [out, into] = cell;
    const [across, down] = [wide, high].map((pixels) => Math.max(0.5, FRAME / 2 / pixels));
    const box = { left: into - across, right: into + across, top: out - down, bottom: out + down };
    found.push({ kind: "frames", colour: "accent", width: 3, boxes: [box] });
  }
  return found;
}

/**
 * Numbers of the sums, crosses, and what the strips are.
 * @param {Matrix} matrix
 * @param {Plan} plan
 * @returns {Label[]}
 */
function labels({ sums, outputs, n, crossed = [], rounding = 0 }, { wide, high, right, bottom }) {
  const [first] = outputs, last = first + outputs.length - 1;
  const [beside, below] = [n - 0.5 + (GAP + STRIP) / wide, last + 0.5 + (GAP + STRIP) / high];
  const strip = { x: beside - STRIP / 2 / wide, y: below - STRIP / 2 / high };
  const middle = /** @type {const} */ ("middle");
  const written = (/** @type {number} */ sum) => inThree(Math.abs(sum) > rounding ? sum : 0);
  /** @type {Label[]} */
  const found = [{ ...strip, words: "Σ", anchor: middle, dy: 4 }];
  for (const x of crossed) {
    found.push({ x, y: strip.y, words: "×", anchor: middle, dy: 5, look: "strong" });
  }
  if (right * wide > GAP + STRIP + 2) {
    sums.byRow.forEach((sum, row) => {
      found.push({ x: beside, y: first + row, words: written(sum), dx: 4, dy: 4 });
    });
  }
  const words = Array.from(sums.byColumn, written);
  const longest = LETTER * Math.max(...words.map(({ length }) => length)) + 4;
  if (bottom * high > GAP + STRIP + 2 && longest <= wide) {
    words.forEach((words, x) => found.push({ x, y: below, words, anchor: middle, dy: 12 }));
  }
  return found;
}

/**
 * Some of so many places, to be named on an axis.
 * @param {number} first
 * @param {number} count
 * @returns {Tick[]}
 */
export function some(first, count) {
  const step = 2 ** Math.max(0, Math.ceil(Math.log2(count / 8)));
  return Array.from({ length: Math.ceil(count / step) }, (_, k) => first + k * step)
    .map((place) => [place, String(place)]);
}
