// A line through points; where one of its numbers is none, it has a gap.

import { dashOf, inkOf } from "./inks.js";
import { stroke } from "./strokes.js";

/** @import { Inked } from "./inks.js" */
/** @import { Pen } from "./pens.js" */
/** @import { At, Near, Point, Told } from "./panel.js" */

/**
 * With `steps` it is level about each of its points, and goes up or down half-way between two.
 * @typedef {Inked & Told & {kind: "line", x: ArrayLike<number>, y: ArrayLike<number>,
 *   width?: number, opacity?: number, steps?: boolean}} Line
 */

const LIT = 2; // pixels that a line gains where it is pointed at

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {At} at
 * @param {Line} line
 * @param {boolean} lit
 */
export function paintLine(ink, pen, at, line, lit) {
  const { width = 2, opacity = 1 } = line;
  const wide = width + (lit ? LIT : 0);
  stroke(ink, inkOf(pen, line.colour), wide, opacity, dashOf(pen, line), () => {
    let drawing = false;
    for (const { x, y } of pointsOf(at, line)) {
      const there = !Number.isNaN(x) && !Number.isNaN(y);
      if (there && drawing) ink.lineTo(x, y);
      else if (there) ink.moveTo(x, y);
      drawing = there;
    }
  });
}

/**
 * How far a point is from a line, and which of the line's points is the nearer of the two beside
 * it.
 * @param {At} at
 * @param {Line} line
 * @param {Point} point
 * @returns {Near}
 */
export function nearLine(at, line, point) {
  const points = pointsOf(at, line);
  /** @type {Near} */
  let near = { away: Infinity, k: 0, ...point };
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    const [across, up] = [to.x - from.x, to.y - from.y];
    const along = ((point.x - from.x) * across + (point.y - from.y) * up) /
      (across * across + up * up || 1);
    const part = Math.min(Math.max(along, 0), 1);
    const away = Math.hypot(from.x + part * across - point.x, from.y + part * up - point.y);
    const { k } = part < 0.5 ? from : to;
    if (away < near.away) near = { away, k, x: at.x.place(line.x[k]), y: at.y.place(line.y[k]) };
  }
  return near;
}

/**
 * @param {At} at
 * @param {Line} line
 * @returns {{x: number, y: number, k: number}[]}
 */
function pointsOf({ x, y }, line) {
  const points = Array.from(
    line.x,
    (value, k) => ({ x: x.place(value), y: y.place(line.y[k]), k }),
  );
  if (!line.steps) return points;
  return points.flatMap((point, k) =>
    [points[k - 1], points[k + 1]].map((other) => ({
      ...point,
      x: other ? (point.x + other.x) / 2 : point.x,
    }))
  );
}
