// Thin lines from the ends of curves to the words for them, which keep apart.

/** @import { Label } from "../scenes/labels.js" */
/** @import { Line } from "./line.js" */

/**
 * From curves that end at x, so far across.
 * @param {Label[]} labels
 * @param {number} x
 * @param {number} long
 * @returns {Line}
 */
export const leaders = (labels, x, long) => ({
  kind: "line",
  x: labels.flatMap(() => [x, x + long, NaN]),
  y: labels.flatMap(({ at, to }) => [at, to, NaN]),
  colour: "quiet",
  width: 0.7,
  dash: [],
});
