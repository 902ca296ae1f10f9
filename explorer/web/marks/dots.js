// Dots, each at a point.

import { inkOf } from "./inks.js";

/** @import { Inked } from "./inks.js" */
/** @import { Pen } from "./pens.js" */
/** @import { At, Near, Point, Told } from "./panel.js" */

/**
 * One with something `beyond` it is a triangle that points there: up where that is positive, down where
 * it is negative; with `byX` all that is above or below a dot is at it.
 * @typedef {Inked & Told & {kind: "dots", x: ArrayLike<number>, y: ArrayLike<number>,
 *   radius?: number, beyond?: ArrayLike<number>, byX?: boolean}} Dots
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
  ink.strokeStyle = pen.page;
  ink.lineWidth = 1;
  ink.globalAlpha = 1;
  ink.setLineDash([]);
  for (let k = 0; k < dots.x.length; k++) {
    const x = at.x.place(dots.x[k]), y = at.y.place(dots.y[k]), side = dots.beyond?.[k] ?? 0;
    ink.beginPath();
    if (side) triangle(ink, x, y, radius + 1, side);
    else ink.arc(x, y, radius, 0, 2 * Math.PI);
    ink.fill();
    ink.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {number} side up where it is positive
 */
function triangle(ink, x, y, radius, side) {
  const high = side > 0 ? -radius : radius;
  ink.moveTo(x, y + high);
  ink.lineTo(x + radius, y - high);
  ink.lineTo(x - radius, y - high);
  ink.lineTo(x, y + high);
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
    const away = dots.byX
      ? Math.abs(x - point.x)
      : Math.max(0, Math.hypot(x - point.x, y - point.y) - (dots.radius ?? RADIUS));
    if (away < near.away) near = { away, k, x, y };
  }
  return dots.byX ? { ...near, away: 0 } : near;
}
