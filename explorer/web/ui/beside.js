// Where something stands that is said of a place: beside it, and within what is seen.

import { parentOf } from "./elements.js";

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box in pixels of the window */

const GAP = 12; // pixels between the two

/**
 * Right of the place, or left of it, or else below or above, wherever there is room; never outside
 * the room, as long as it is large enough.
 * @param {Box} place
 * @param {{width: number, height: number}} size
 * @param {Box} room
 */
export function beside(place, { width, height }, room) {
  const within = (/** @type {number} */ at, /** @type {number} */ from, /** @type {number} */ to) =>
    Math.max(Math.min(at, to), from);
  const [last, lowest] = [room.right - width, room.bottom - height];
  const right = place.right + GAP;
  const left = place.left - GAP - width;
  const aside = right <= last ? right : left >= room.left ? left : null;
  if (aside !== null) {
    const top = (place.top + place.bottom - height) / 2;
    return { left: within(aside, room.left, last), top: within(top, room.top, lowest) };
  }
  const below = place.bottom + GAP;
  const top = below <= lowest ? below : place.top - GAP - height;
  const middle = (place.left + place.right - width) / 2;
  return { left: within(middle, room.left, last), top: within(top, room.top, lowest) };
}

/**
 * @param {Box} one
 * @param {Box} other
 * @returns {Box}
 */
const common = (one, other) => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

/**
 * What is seen of an element, where something of that size finds room in it; else the window.
 * @param {Element} el
 * @param {{width: number, height: number}} size
 */
export function seenOf(el, { width, height }) {
  const page = document.documentElement, { clientWidth: right, clientHeight: bottom } = page;
  const all = { left: 0, top: 0, right, bottom };
  let seen = common(all, el.getBoundingClientRect());
  for (let over = parentOf(el); over && over !== page; over = parentOf(over)) {
    if (getComputedStyle(over).overflow !== "visible") {
      seen = common(seen, over.getBoundingClientRect());
    }
  }
  const holds = seen.right - seen.left >= width && seen.bottom - seen.top >= height;
  return holds ? seen : all;
}
