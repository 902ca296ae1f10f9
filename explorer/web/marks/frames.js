// Frames around cells, or around rows and columns of them: what is looked at.

import { dashOf, inkOf } from "./inks.js";
import { stroke } from "./strokes.js";

/** @import { Inked } from "./inks.js" */
/** @import { Pen } from "./pens.js" */
/** @import { At } from "./panel.js" */

/**
 * Each of `boxes` goes from (left, top) to (right, bottom), in the units of the panel.
 * @typedef {Inked & {kind: "frames", width?: number,
 *   boxes: {left: number, right: number, top: number, bottom: number}[]}} Frames
 */

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {At} at
 * @param {Frames} frames
 */
export function paintFrames(ink, pen, { x, y }, frames) {
  stroke(ink, inkOf(pen, frames.colour), frames.width ?? 2, 1, dashOf(pen, frames), () => {
    for (const { left, right, top, bottom } of frames.boxes) {
      const [from, to] = [x.place(left), y.place(top)];
      ink.rect(from, to, x.place(right) - from, y.place(bottom) - to);
    }
  });
}
