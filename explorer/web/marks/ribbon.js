// A ribbon: from one edge to another, as thick as what it carries, leaving and reaching both at a right
// angle.

import { inkOf } from "./inks.js";
import { nearLine } from "./line.js";
import { linear } from "./scales.js";
import { stroke } from "./strokes.js";

/** @import { Colour } from "./inks.js" */
/** @import { Pen } from "./pens.js" */
/** @import { At, Near, Point, Told } from "./panel.js" */

/**
 * From the first of two points to the second, down the page or, with `across`, to its right; `thick`
 * in the units of the axis that it lies along where it begins.
 * @typedef {Told & {kind: "ribbon", x: [number, number], y: [number, number], thick: number,
 *   colour: Colour, across?: boolean}} Ribbon
 */

const [OPACITY, LIT] = [0.6, 1];
const STEPS = 24; // of a ribbon's way, where it is asked how near it is
const SAME = linear([0, 1], [0, 1]);
const PIXELS = { x: SAME, y: SAME, box: { left: 0, right: 1, top: 0, bottom: 1 } };

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {At} at
 * @param {Ribbon} ribbon
 * @param {boolean} lit
 */
export function paintRibbon(ink, pen, at, ribbon, lit) {
  const [start, leaving, reaching, end] = curveOf(at, ribbon);
  stroke(ink, inkOf(pen, ribbon.colour), thickOf(at, ribbon), lit ? LIT : OPACITY, [], () => {
    ink.moveTo(start.x, start.y);
    ink.bezierCurveTo(leaving.x, leaving.y, reaching.x, reaching.y, end.x, end.y);
  });
}

/**
 * How far a point is from its edge: nothing on it.
 * @param {At} at
 * @param {Ribbon} ribbon
 * @param {Point} point
 * @returns {Near}
 */
export function nearRibbon(at, ribbon, point) {
  const curve = curveOf(at, ribbon);
  const way = Array.from({ length: STEPS + 1 }, (_, step) => along(curve, step / STEPS));
  const [x, y] = [way.map((each) => each.x), way.map((each) => each.y)];
  const near = nearLine(PIXELS, { kind: "line", x, y, colour: ribbon.colour }, point);
  return { ...near, k: 0, away: Math.max(0, near.away - thickOf(at, ribbon) / 2) };
}

/**
 * Its ends in pixels, and the points half-way between these that it leaves towards and comes from.
 * @param {At} at
 * @param {Ribbon} ribbon
 * @returns {Point[]}
 */
function curveOf(at, { x, y, across }) {
  const [start, end] = [0, 1].map((k) => ({ x: at.x.place(x[k]), y: at.y.place(y[k]) }));
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const turns = [start, end].map((point) =>
    across ? { x: middle.x, y: point.y } : { x: point.x, y: middle.y }
  );
  return [start, ...turns, end];
}

/**
 * @param {At} at
 * @param {Ribbon} ribbon
 */
function thickOf(at, { thick, across }) {
  const { place } = across ? at.y : at.x;
  return Math.abs(place(thick) - place(0));
}

/**
 * A point of a Bézier curve of the third degree.
 * @param {Point[]} curve
 * @param {number} part of its way
 */
function along(curve, part) {
  const rest = 1 - part;
  const shares = [rest ** 3, 3 * part * rest ** 2, 3 * part ** 2 * rest, part ** 3];
  const sum = (/** @type {"x" | "y"} */ axis) =>
    curve.reduce((sum, point, k) => sum + shares[k] * point[axis], 0);
  return { x: sum("x"), y: sum("y") };
}
