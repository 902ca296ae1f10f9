// The stage as a wall to be drawn on: by how much all of it is enlarged, so that it is read from the
// back of a hall, and how high a picture may be there. All pixels but a window's are enlarged ones.

import { NARROW } from "../marks/heights.js";

export const STAGED = "diffsort-staged";
const TYPE = 20 / 12; // so that words of 12 pixels have 20
const [WIDE, HIGH] = [1152, 648]; // pixels that are enlarged to a larger screen
const LEAST = 180; // pixels of a picture: where a window leaves fewer, it is scrolled

/** @type {Set<() => void>} */
const hearers = new Set();

/**
 * By how much, in a window of so many pixels: words have 20 pixels, and more on a larger screen;
 * fewer only where a narrow window would have its panels below each other.
 * @param {number} width
 * @param {number} height
 */
export const zoomFor = (width, height) =>
  Math.max(1, Math.min(TYPE, width / NARROW), Math.min(width / WIDE, height / HIGH));

/**
 * By how much an element is enlarged: 1 where it is on no stage.
 * @param {Element} node
 */
export function zoomOf(node) {
  const root = /** @type {HTMLElement | null} */ (node.closest(`.${STAGED}`));
  return Number(root?.style.zoom || 1);
}

/**
 * How high the picture in an element may be, where heights are rounded; undefined where it is on no
 * stage, and its width says it.
 * @param {HTMLElement} node that the stage gives its height
 */
export const roomOf = (node) =>
  node.closest(`.${STAGED}`) ? Math.max(node.clientHeight - 1, LEAST) : undefined;

/**
 * Call hear() whenever an explorer enters a stage, leaves it or has another window: it is drawn anew
 * at once. Returns how to stop.
 * @param {() => void} hear
 */
export function hearWall(hear) {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}

export const tellWall = () => [...hearers].forEach((hear) => hear());
