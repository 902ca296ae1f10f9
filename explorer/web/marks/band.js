// A band: what lies between two heights along an axis, filled, with a line along its upper edge.

import { inkOf } from "./inks.js";
import { nearLine } from "./line.js";
import { stroke } from "./strokes.js";

/** @import { Colour } from "./inks.js" */
/** @import { Pen } from "./pens.js" */
/** @import { At, Near, Point, Told } from "./panel.js" */

/**
 * At each x, which ascend, from `low` up to the height `y`.
 * @typedef {Told & {kind: "band", x: ArrayLike<number>, y: ArrayLike<number>, low?: number,
 *   colour: Colour, opacity?: number, width?: number}} Band
 */

const LIT = 1.5; // pixels that its edge gains where it is pointed at

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {At} at
 * @param {Band} band
 * @param {boolean} lit
 */
export function paintBand(ink, pen, at, band, lit) {
  const { opacity = 0.18, width = 1.5, low = 0 } = band, colour = inkOf(pen, band.colour);
  const points = Array.from(band.x, (x, k) => [at.x.place(x), at.y.place(band.y[k])]);
  if (!points.length) return;
  const ground = at.y.place(low), last = points[points.length - 1];
  const edge = () => points.forEach(([x, y], k) => k ? ink.lineTo(x, y) : ink.moveTo(x, y));
  ink.fillStyle = colour;
  ink.globalAlpha = opacity;
  ink.beginPath();
  edge();
  ink.lineTo(last[0], ground);
  ink.lineTo(points[0][0], ground);
  ink.fill();
  stroke(ink, colour, width + (lit ? LIT : 0), 1, [], edge);
}

/**
 * How far a point is from the edge: what is drawn on the band can be pointed at, too.
 * @param {At} at
 * @param {Band} band
 * @param {Point} point
 * @returns {Near}
 */
export const nearBand = (at, { x, y, colour }, point) =>
  nearLine(at, { kind: "line", x, y, colour }, point);
