// A picture: panels beside and below each other, in so many pixels.

import { BAR } from "./colour_bar.js";
import { NARROW } from "./heights.js";
import { LEGEND, legendLeft } from "./legend.js";
import { paintPanel, panelWords, pointedAt } from "./panel.js";
import { linear, logarithmic } from "./scales.js";
import { ticksOf } from "./axis.js";

/** @import { Pen } from "./pens.js" */
/** @import { Axis } from "./axis.js" */
/** @import { Box, Panel, Placed, Point } from "./panel.js" */
/** @import { Scale, Span } from "./scales.js" */

/** @typedef {{width: number, height: number, panels: Placed[]}} Picture */

/** Pixels that a picture has across at least. */
export const LEAST = 240;
/** Pixels right of panels, and between two. */
export const RIGHT = 12;
export const SPACE = 10;
const [TITLE, BOTTOM] = [9, 42]; // pixels around a panel
const FOOT = 8; // below a panel whose axis has its words within it
const [LETTER, LINE, TURNED] = [6.6, 20, 14]; // pixels of a letter at most, and of lines of writing
/** Pixels above and below a panel. */
export const AROUND = LINE + BOTTOM;

/**
 * A part of a row: a panel, or several below each other, which are together as high as the row.
 * @typedef {Panel | Panel[]} Cell
 */

/**
 * Rows of panels, in so many pixels; in a narrow picture each panel has a row of its own. A wide one
 * is no higher than `most`: its panels are lower, all by as much.
 * @param {number} width
 * @param {Cell[][]} rows
 * @param {number} [most]
 * @returns {Picture}
 */
export function pictureOf(width, rows, most = Infinity) {
  const wide = Math.max(width, LEAST), high = wide < NARROW ? Infinity : most;
  const stacks = rows.map((row) => row.map((cell) => Array.isArray(cell) ? cell : [cell]));
  const laid = wide < NARROW ? stacks.flat(2).map((panel) => [[panel]]) : stacks;
  const left = besideOf(stacks.flat(2));
  const measured = laid.map((row) => measuredRow(row, wide, left));
  const around = measured.reduce((sum, { around }) => sum + around, 0);
  const inner = measured.reduce((sum, { tall }) => sum + tall, 0);
  const part = Math.min(1, (high - around) / inner);
  let top = 0;
  const panels = measured.flatMap(({ cells, around, tall }) => {
    const lines = around + tall * part, begin = top;
    top += lines;
    let x = left;
    return cells.flatMap(({ stack, across, bar }) => {
      const free = lines - stack.reduce((sum, { above, below }) => sum + above + below, 0);
      const natural = stack.reduce((sum, { tall }) => sum + tall, 0);
      let y = begin;
      const placed = stack.map(({ panel, above, below, tall }) => {
        const bottom = y + above + tall * free / natural;
        const box = { left: x, right: x + across, top: y + above, bottom };
        y = bottom + below;
        return { ...panel, at: atOf(panel, box), top: above - LINE + TITLE, left };
      });
      x += across + bar + SPACE + left;
      return placed;
    });
  });
  return { width: wide, height: Math.ceil(top - 1e-9), panels };
}

/**
 * The cells of a row with their widths, and what each of their panels has above it, below it and as
 * its height; `around`: pixels of the row that are not its panels'.
 * @param {Panel[][]} row
 * @param {number} wide
 * @param {number} left
 */
function measuredRow(row, wide, left) {
  const bars = row.map((stack) => stack.some(({ bar }) => bar) ? BAR : 0);
  const shares = row.map(([{ share = 1 }]) => share);
  const [allBars, allShares] = [bars, shares].map((each) => each.reduce((sum, k) => sum + k, 0));
  const inner = wide - RIGHT - row.length * left - (row.length - 1) * SPACE - allBars;
  const widths = shares.map((share) => (inner * share) / allShares);
  const alone = row.every(({ length }) => length === 1); // their panels then begin at one height
  const lower = alone && row.some(([panel], k) => hasRow(panel, widths[k]));
  const cells = row.map((stack, k) => ({
    across: widths[k],
    bar: bars[k],
    stack: stack.map((panel) => {
      const { aspect = 0.8, most = Infinity, x } = panel;
      return {
        panel,
        above: LINE + (lower || hasRow(panel, widths[k]) ? LEGEND : 0),
        below: x.at === undefined ? BOTTOM : FOOT,
        tall: Math.min(widths[k] * aspect, most),
      };
    }),
  }));
  const sums = cells.map(({ stack }) => ({
    around: stack.reduce((sum, { above, below }) => sum + above + below, 0),
    tall: stack.reduce((sum, { tall }) => sum + tall, 0),
  }));
  const around = Math.max(...sums.map(({ around }) => around));
  return { cells, around, tall: Math.max(...sums.map((each) => each.around + each.tall)) - around };
}

/**
 * Whether its legend has a row of its own.
 * @param {Panel} panel
 * @param {number} width
 */
const hasRow = (panel, width) => Boolean(panel.legend) && !legendLeft(panel, width);

/**
 * Room for the words beside every panel: all have as much.
 * @param {Panel[]} panels
 */
export function besideOf(panels) {
  const lengths = panels.flatMap(({ y }) =>
    y.room ?? ticksOf(y, scaleOf(y, [0, 1])).map(([, words]) => LETTER * words.length)
  );
  const title = panels.some(({ y }) => y.title) ? TURNED : 0;
  return Math.max(30, 12 + Math.max(0, ...lengths)) + title;
}

/**
 * @param {Axis} axis
 * @param {Span} range
 * @returns {Scale}
 */
const scaleOf = (axis, range) => (axis.logarithmic ? logarithmic : linear)(axis.domain, range);

/**
 * @param {Panel} panel
 * @param {Box} box
 */
export const atOf = ({ x, y }, box) => ({
  x: scaleOf(x, [box.left, box.right]),
  y: scaleOf(y, y.downwards ? [box.top, box.bottom] : [box.bottom, box.top]),
  box,
});

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {string | null} lit the name of the marks that are pointed at
 */
export function paintPicture(ink, { width, height, panels }, pen, lit = null) {
  ink.clearRect(0, 0, width, height);
  for (const panel of panels) paintPanel(ink, pen, panel, lit);
}

/**
 * Where the panels are that have names.
 * @param {Picture} picture
 * @returns {Record<string, import("./targets.js").Place>}
 */
export const namedIn = ({ panels }) =>
  Object.fromEntries(panels.flatMap(({ name, at, now }) => name ? [[name, { ...at, now }]] : []));

/** @param {Picture} picture */
export const wordsIn = ({ panels }) => panels.flatMap(panelWords);

/**
 * What is pointed at, or null; with the `spots` where it is: one, or one in each panel of a group.
 * @param {Picture} picture
 * @param {Point} point
 */
export function pointedIn({ panels }, point) {
  for (const panel of panels) {
    const found = pointedAt(panel, point);
    if (found) return { ...found, spots: [found, ...alikeIn(panels, panel, point)] };
  }
  return null;
}

/**
 * What the same place of the other panels of a group is at.
 * @param {Placed[]} panels
 * @param {Placed} panel
 * @param {Point} point
 */
function alikeIn(panels, panel, { x, y }) {
  if (!panel.group) return [];
  const { left, top } = panel.at.box;
  const others = panels.filter((each) => each !== panel && each.group === panel.group);
  return others.flatMap((other) => {
    const { box } = other.at;
    return pointedAt(other, { x: x - left + box.left, y: y - top + box.top }) ?? [];
  });
}
