// Dots, each at a point; or rings around one.

import { inkOf } from "./inks.js";

/** @import { Inked } from "./inks.js" */
/** @import { Pen } from "./pens.js" */
/** @import { At, Near, Point, Told } from "./panel.js" */

/**
 * @typedef {Inked & Told & {kind: "dots", x: ArrayLike<number>, y: ArrayLike<number>,
 *   radius?: number, ring?: boolean}} Dots
 */

const [RADIUS, LIT] = [4, 2]; // pixels: of a dot, and what it gains where it is pointed at

/**
 * Each has a rim of the page's colour, so that one is seen on a line of its own.
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {At} at
 * @param {Dots} dots
 * @param {boolean} lit
 */
export function paintDots(ink, pen, at, dots, lit) {
  const radius = (dots.radius ?? RADIUS) + (lit ? LIT : 0);
  ink.fillStyle = inkOf(pen, dots.colour);
  ink.strokeStyle = dots.ring ? ink.fillStyle : pen.page;
  ink.lineWidth = dots.ring ? 1.5 : 1;
  ink.globalAlpha = 1;
  ink.setLineDash([]);
  for (let k = 0; k < dots.x.length; k++) {
    ink.beginPath();
    ink.arc(at.x.place(dots.x[k]), at.y.place(dots.y[k]), radius, 0, 2 * Math.PI);
    if (!dots.ring) ink.fill();
    ink.stroke();
  }
}

/**
 * How far a point is from the rim of the nearest dot: what is on a dot is at it.
 * @param {At} at
 * @param {Dots} dots
 * @param {Point} point
 * @returns {Near}
 */
export function nearDots(at, dots, point) {
  /** @type {Near} */
  let near = { away: Infinity, k: 0, ...point };
  for (let k = 0; k < dots.x.length; k++) {
    const x = at.x.place(dots.x[k]), y = at.y.place(dots.y[k]);
    const away = Math.max(0, Math.hypot(x - point.x, y - point.y) - (dots.radius ?? RADIUS));
    if (away < near.away) near = { away, k, x, y };
  }
  return near;
}
