// The two axes of a panel: their lines and ticks, a grid where one is wanted, and their words.

import { edgeOf, paintEdges } from "./edges.js";
import { stroke } from "./strokes.js";

/** @import { Pen } from "./pens.js" */
/** @import { Placed, Written } from "./panel.js" */
/** @import { Scale, Span, Tick } from "./scales.js" */

/**
 * From where to where it goes, on a logarithmic scale or a linear one; `ticks`, where they are not
 * the scale's own; what stands along it; whether there is a line across the panel at each tick; an
 * upright axis may go `downwards`, as the rows of a matrix do; one across may stand `at` a height of
 * its panel, which then has no other line, and is named at its left; `hues`, the colour of the input
 * at each place along it, as [place, share], which stands there as a small field; `room`: pixels that
 * its ticks take where these are names.
 * @typedef {{domain: Span, logarithmic?: boolean, ticks?: Tick[], intervals?: number,
 *   title?: string, grid?: boolean, downwards?: boolean, at?: number,
 *   hues?: [number, number][], room?: number}} Axis
 */

const TICK = 4;

/**
 * The ticks that lie within an axis.
 * @param {Axis} axis
 * @param {Scale} scale
 */
export const ticksOf = ({ domain: [low, high], ticks, intervals }, scale) =>
  (ticks ?? scale.ticks(intervals)).filter(([value]) => low <= value && value <= high);

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {Placed} panel
 */
export function paintAxes(ink, pen, { x, y, at, boxed, bare }) {
  if (bare) return;
  const { left, right, top, bottom } = at.box;
  const across = ticksOf(x, at.x).map(([value]) => at.x.place(value));
  const up = ticksOf(y, at.y).map(([value]) => at.y.place(value));
  stroke(ink, pen.line, 1, 0.5, [], () => {
    for (const place of x.grid ? across : []) ink.moveTo(place, top), ink.lineTo(place, bottom);
    for (const place of y.grid ? up : []) ink.moveTo(left, place), ink.lineTo(right, place);
  });
  stroke(ink, pen.quiet, 1, 1, [], () => {
    const foot = footOf(x, at);
    if (x.at === undefined) ink.moveTo(left, top), ink.lineTo(left, bottom);
    else ink.moveTo(left, foot);
    ink.lineTo(right, foot);
    if (boxed) ink.lineTo(right, top), ink.lineTo(left, top);
    for (const place of x.hues ? [] : across) {
      ink.moveTo(place, foot), ink.lineTo(place, foot + TICK);
    }
    for (const place of y.hues ? [] : up) ink.moveTo(left - TICK, place), ink.lineTo(left, place);
  });
  paintEdges(ink, pen, [
    ...edgeOf(x, at.x).map(([from, to, share]) => ({
      ...{ share, x: from, y: bottom + 1, wide: to - from, high: TICK },
    })),
    ...edgeOf(y, at.y).map(([from, to, share]) => ({
      ...{ share, x: left - 1 - TICK, y: from, wide: TICK, high: to - from },
    })),
  ]);
}

/**
 * How high the axis across stands, in pixels.
 * @param {Axis} axis
 * @param {Placed["at"]} at
 */
const footOf = (axis, { y, box }) => axis.at === undefined ? box.bottom : y.place(axis.at);

/**
 * What is written along the axes, and above them.
 * @param {Placed} panel
 * @returns {Written[]}
 */
export function axisWords({ x, y, at, title, top: above, left: beside }) {
  const { left, right, top, bottom } = at.box, foot = footOf(x, at);
  /** @type {Written[]} */
  const words = title ? [{ x: left, y: top - above, words: title, look: "title" }] : [];
  for (const [value, text] of ticksOf(x, at.x)) {
    words.push({ x: at.x.place(value), y: foot + 17, words: text, anchor: "middle" });
  }
  for (const [value, text] of ticksOf(y, at.y)) {
    const away = TICK + (y.hues ? 5 : 3);
    words.push({ x: left - away, y: at.y.place(value) + 4, words: text, anchor: "end" });
  }
  if (x.title && x.at !== undefined) {
    words.push({ x: left - 7, y: foot + 17, words: x.title, anchor: "end" });
  } else if (x.title) {
    words.push({ x: (left + right) / 2, y: bottom + 33, words: x.title, anchor: "middle" });
  }
  if (y.title) {
    const at = {
      x: left - beside + 10,
      y: (top + bottom) / 2,
      anchor: /** @type {const} */ ("middle"),
    };
    words.push({ ...at, words: y.title, turned: true });
  }
  return words;
}
