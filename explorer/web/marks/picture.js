// A picture: panels beside and below each other, in so many pixels.

import { BAR } from "./colour_bar.js";
import { LEGEND, legendLeft } from "./legend.js";
import { paintPanel, panelWords, pointedAt } from "./panel.js";
import { linear, logarithmic } from "./scales.js";
import { ticksOf } from "./axis.js";

/** @import { Pen } from "./pens.js" */
/** @import { Axis } from "./axis.js" */
/** @import { Box, Panel, Placed, Point } from "./panel.js" */
/** @import { Scale, Span } from "./scales.js" */

/** @typedef {{width: number, height: number, panels: Placed[]}} Picture */

/** Pixels below which panels stand below each other, and that a picture has at least. */
const NARROW = 620;
export const LEAST = 240;
const [RIGHT, TITLE, BOTTOM, SPACE] = [12, 9, 42, 10]; // pixels around a panel
const [LETTER, LINE, TURNED] = [6.6, 20, 14]; // pixels of a letter at most, and of lines of writing

/**
 * Rows of panels, in so many pixels; in a narrow picture each panel has a row of its own.
 * @param {number} width
 * @param {Panel[][]} rows
 * @returns {Picture}
 */
export function pictureOf(width, rows) {
  const wide = Math.max(width, LEAST);
  const laid = wide < NARROW ? rows.flat().map((panel) => [panel]) : rows;
  const left = besideOf(rows.flat());
  let top = 0;
  const panels = laid.flatMap((row) => {
    const bars = BAR * row.filter(({ bar }) => bar).length;
    const inner = wide - RIGHT - row.length * left - (row.length - 1) * SPACE - bars;
    const shares = row.reduce((sum, { share = 1 }) => sum + share, 0);
    const across = row.map(({ share = 1 }) => (inner * share) / shares);
    const below = row.some((panel, k) => panel.legend && !legendLeft(panel, across[k]));
    const above = LINE + (below ? LEGEND : 0);
    const tall = Math.max(
      ...row.map(({ aspect = 0.8, most = Infinity }, k) => Math.min(across[k] * aspect, most)),
    );
    let x = left;
    const placed = row.map((panel, k) => {
      const box = { left: x, right: x + across[k], top: top + above, bottom: top + above + tall };
      x = box.right + (panel.bar ? BAR : 0) + SPACE + left;
      return { ...panel, at: atOf(panel, box), top: above - LINE + TITLE, left };
    });
    top += above + tall + BOTTOM;
    return placed;
  });
  return { width: wide, height: Math.ceil(top), panels };
}

/**
 * Room for the words beside every panel: all have as much.
 * @param {Panel[]} panels
 */
export function besideOf(panels) {
  const lengths = panels.flatMap(({ y }) =>
    ticksOf(y, scaleOf(y, [0, 1])).map(([, words]) => words.length)
  );
  const title = panels.some(({ y }) => y.title) ? TURNED : 0;
  return Math.max(30, 12 + LETTER * Math.max(0, ...lengths)) + title;
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
