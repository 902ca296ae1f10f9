// Rings, each around a point: what is hard, where a dot is what is soft.

import { nearDots } from "./dots.js";
import { inkOf } from "./inks.js";
import { stroke } from "./strokes.js";

/** @import { Inked } from "./inks.js" */
/** @import { Pen } from "./pens.js" */
/** @import { At, Near, Point, Told } from "./panel.js" */

/**
 * @typedef {Inked & Told & {kind: "rings", x: ArrayLike<number>, y: ArrayLike<number>,
 *   radius?: number}} Rings
 */

const [RADIUS, WIDTH, LIT] = [6.5, 1.6, 1.4]; // pixels; what a ring gains where it is pointed at

/**
 * Each has a rim of the page's colour, so that one is seen on a cell of its own colour.
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {At} at
 * @param {Rings} rings
 * @param {boolean} lit
 */
export function paintRings(ink, pen, at, { x, y, radius = RADIUS, colour }, lit) {
  const wide = Math.min(WIDTH, radius / 3) + (lit ? LIT : 0);
  for (const [ring, width] of /** @type {const} */ ([[pen.page, wide + 2], [null, wide]])) {
    stroke(ink, ring ?? inkOf(pen, colour), width, 1, [], () => {
      for (let k = 0; k < x.length; k++) {
        const [across, down] = [at.x.place(x[k]), at.y.place(y[k])];
        ink.moveTo(across + radius, down);
        ink.arc(across, down, radius, 0, 2 * Math.PI);
      }
    });
  }
}

/**
 * @param {At} at
 * @param {Rings} rings
 * @param {Point} point
 * @returns {Near}
 */
export const nearRings = (at, { radius = RADIUS, x, y, colour }, point) =>
  nearDots(at, { kind: "dots", x, y, colour, radius }, point);
