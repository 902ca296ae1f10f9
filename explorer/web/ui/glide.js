// How an explorer opens whose picture is still: its slider glides by itself from the softest end to
// what is chosen, and the picture with it. Nothing is chosen by that.

import { eased } from "../marks/beats.js";
import { DiffsortError } from "../sort/errors.js";

/** @import { Opening } from "./opening.js" */
/** @import { Store } from "./store.js" */

// Milliseconds back to the softest end, without a jump; and of the way from there.
const [BACK, WAY] = [400, 3000];

/**
 * The share of the way after so many milliseconds; null at its end.
 * @param {number} passed
 */
export function wayAt(passed) {
  if (passed < BACK) return 1 - eased(passed, 0, BACK);
  return passed < BACK + WAY ? eased(passed, BACK, BACK + WAY) : null;
}

/**
 * @param {Pick<Store, "overlay">} store
 * @param {string} name of a choice that is a number
 * @param {() => [number, number]} range from the softest end to what is chosen
 * @returns {Opening}
 */
export function glide(store, name, range) {
  const end = () => store.overlay(null);
  return {
    end,
    play(ended) {
      const [low, to] = range();
      const began = performance.now();
      let frame = 0;
      const tick = (/** @type {number} */ now) => {
        const share = to > low ? wayAt(now - began) : null;
        if (share === null) return (end(), ended());
        const value = Number((low * (to / low) ** share).toPrecision(4));
        try {
          store.overlay({ [name]: value });
        } catch (error) {
          if (!(error instanceof DiffsortError)) throw error;
          return (end(), ended());
        }
        frame = requestAnimationFrame(tick);
      };
      frame = requestAnimationFrame(tick);
      return () => {
        cancelAnimationFrame(frame);
        end();
      };
    },
  };
}
