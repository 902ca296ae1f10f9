// The colours of inputs along an axis: a small field at each place, so that a row and a column of a
// matrix are found again as a line or a dot elsewhere.

/** @import { Pen } from "./pens.js" */
/** @import { Axis } from "./axis.js" */
/** @import { Scale } from "./scales.js" */

/** Fields at least so many pixels long have a hair of the page between them. */
const APART = 5;

/**
 * From where to where the field of each place goes, in pixels, and its share of the scale.
 * @param {Axis} axis
 * @param {Scale} scale
 * @returns {[number, number, number][]}
 */
export const edgeOf = ({ hues = [] }, scale) =>
  hues.map(([place, share]) => {
    const ends = [scale.place(place - 0.5), scale.place(place + 0.5)];
    const [from, to] = ends.sort((a, b) => a - b), hair = to - from < APART ? 0 : 0.5;
    return [from + hair, to - hair, share];
  });

/**
 * Where a system forces one colour for all there is nothing to be told by them.
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {{share: number, x: number, y: number, wide: number, high: number}[]} fields
 */
export function paintEdges(ink, pen, fields) {
  if (pen.hue(0) === pen.hue(1)) return;
  ink.globalAlpha = 1;
  for (const { share, x, y, wide, high } of fields) {
    ink.fillStyle = pen.hue(share);
    ink.fillRect(x, y, wide, high);
  }
}
