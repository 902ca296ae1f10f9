// The places that a goal speaks of, as boxes in pixels.

/** @import { Box } from "./panel.js" */
/** @import { Scale, Span } from "./scales.js" */

/**
 * A place of a picture: the panel by its name; from where to where it goes along each of the axes,
 * or `"now"`, where the present choice stands, or null, all of it; and what is to be there.
 * @typedef {{panel: string, x: Span | "now" | null, y: Span | "now" | null, words: string}} Target
 */
/** @typedef {Pick<Scale, "place">} Axis */
/** @typedef {{x: Axis, y: Axis, box: Box, now?: {x?: number, y?: number}}} Place of a panel */
/** @typedef {{left: number, top: number, width: number, height: number, words: string}} Aim */

const [AROUND, LEAST] = [7, 6]; // pixels to both sides of the present choice; and of a box at least

/**
 * Those of some targets that are in the picture.
 * @param {Target[]} targets
 * @param {Record<string, Place>} panels by name
 * @returns {Aim[]}
 */
export const aimsOf = (targets, panels) =>
  targets.flatMap(({ panel, x, y, words }) => {
    const at = panels[panel];
    if (!at) return [];
    const { box, now = {} } = at;
    const across = along(at.x, x, now.x, [box.left, box.right]);
    const down = along(at.y, y, now.y, [box.top, box.bottom]);
    if (!across || !down) return [];
    const [[left, right], [top, bottom]] = [across, down];
    return [{ left, top, width: right - left, height: bottom - top, words }];
  });

/**
 * From which pixel to which, the lower first; null where that is not in the panel at all.
 * @param {Axis} scale
 * @param {Target["x"]} from
 * @param {number | undefined} now
 * @param {[number, number]} whole
 * @returns {[number, number] | null}
 */
function along(scale, from, now, [first, last]) {
  if (from === null) return [first, last];
  if (from === "now") {
    return now === undefined ? null : [scale.place(now) - AROUND, scale.place(now) + AROUND];
  }
  const [a, b] = from.map(scale.place).sort((p, q) => p - q);
  if (b < first || a > last) return null;
  const middle = (a + b) / 2, half = Math.max(b - a, LEAST) / 2;
  return [middle - half, middle + half];
}
