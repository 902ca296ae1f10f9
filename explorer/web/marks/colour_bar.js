// What the colours of a map stand for: a bar at the right of its panel, marked at its ends and at 0.

import { number } from "../words/number.js";
import { paintCells, pixelsOf } from "./map.js";

/** @import { Shades } from "./map.js" */
/** @import { Pen } from "./pens.js" */
/** @import { Placed, Written } from "./panel.js" */

/**
 * `beyond`: whether there is more than the ends say.
 * @typedef {Shades & {beyond?: boolean}} Bar
 */

/** Pixels that it takes beside a panel. */
export const BAR = 56;
const [AWAY, WIDE, STEPS] = [10, 10, 64];

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {Placed} panel
 */
export function paintBar(ink, pen, { bar, at: { box } }) {
  if (!bar) return;
  const [low, high] = endsOf(bar);
  const steps = Array.from({ length: STEPS }, (_, k) => high - (high - low) * k / (STEPS - 1));
  const place = /** @type {const} */ ([box.right + AWAY, box.top, WIDE, box.bottom - box.top]);
  paintCells(ink, pixelsOf(pen, steps, bar), 1, [...place]);
  ink.strokeStyle = pen.line;
  ink.lineWidth = 1;
  ink.setLineDash([]);
  ink.strokeRect(...place);
}

/**
 * @param {Placed} panel
 * @returns {Written[]}
 */
export function barWords({ bar, at: { box } }) {
  if (!bar) return [];
  const [low, high] = endsOf(bar), x = box.right + AWAY + WIDE + 5;
  const end = (/** @type {number} */ value) =>
    `${bar.beyond && value ? (value > 0 ? "≥ " : "≤ ") : ""}${number(value)}`;
  return [...new Set([low, 0, high])].map((value) => ({
    x,
    y: box.bottom - (box.bottom - box.top) * (value - low) / (high - low) + 4,
    words: end(value),
  }));
}

/** @param {Bar} bar */
const endsOf = ({ most, colour }) => [colour ? 0 : -most, most];
