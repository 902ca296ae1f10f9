// The numbers as they were when a person took one of them in hand: until it is let go every input
// keeps its colour, in all pictures of a page, so that a colour follows the number in the hand.

import { huesOf } from "../scenes/hues.js";

/** @type {number[] | null} */
let held = null;
/** @type {Set<() => void>} */
const hearers = new Set();

/** @param {ArrayLike<number>} values */
export const hold = (values) => void (held = Array.from(values));

/** Colours are by rank again: whoever shows any hears of it. */
export function letGo() {
  held = null;
  [...hearers].forEach((hear) => hear());
}

/**
 * Call hear() whenever a number is let go. Returns how to stop.
 * @param {() => void} hear
 */
export function hearLetGo(hear) {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}

/**
 * The colours that inputs have now: as when they were taken in hand, if they are the same but for
 * the one that moves.
 * @param {ArrayLike<number>} values
 */
export function huesNow(values) {
  const before = held?.length === values.length ? held : values;
  const moved = Array.from(before).filter((value, wire) => value !== values[wire]).length;
  return huesOf(moved > 1 ? values : before);
}

/**
 * A scene with the colours that its inputs have now.
 * @template {{values: ArrayLike<number>, hues: number[]}} Scene
 * @param {Scene} scene
 * @returns {Scene}
 */
export const colouredNow = (scene) => ({ ...scene, hues: huesNow(scene.values) });
