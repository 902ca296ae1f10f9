// A straight line across all of a panel: at a value, such as zero, or at what is chosen.

import { dashOf, inkOf } from "./inks.js";
import { stroke } from "./strokes.js";

/** @import { Inked } from "./inks.js" */
/** @import { Pen } from "./pens.js" */
/** @import { At } from "./panel.js" */

/**
 * At a value of x it stands, at one of y it lies.
 * @typedef {Inked & {kind: "rule", x?: number, y?: number, width?: number}} Rule
 */

/** @param {number} y where it lies @returns {Rule} */
export const zeroLine = (y = 0) => ({ kind: "rule", y, colour: "line", width: 1 });

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {At} at
 * @param {Rule} rule
 */
export function paintRule(ink, pen, at, rule) {
  const { left, right, top, bottom } = at.box;
  stroke(ink, inkOf(pen, rule.colour), rule.width ?? 1, 1, dashOf(pen, rule), () => {
    if (rule.x !== undefined) {
      ink.moveTo(at.x.place(rule.x), top);
      ink.lineTo(at.x.place(rule.x), bottom);
    } else {
      ink.moveTo(left, at.y.place(rule.y ?? 0));
      ink.lineTo(right, at.y.place(rule.y ?? 0));
    }
  });
}
