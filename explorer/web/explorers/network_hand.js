// What a person does in the picture: drags an input, or has the way of one lit up, or a
// comparator.

import { hold, letGo } from "../ui/held.js";

/**
 * `put(values)` hears what the inputs are to be. `draw` says how it is drawn that another way is
 * lit, and that a handle moved; that one was let go, all pictures hear.
 * @param {{put: (values: number[]) => void}} choices
 * @param {{lit: () => void, moved: () => void}} draw
 */
export function makeHand({ put }, draw) {
  const hand = {
    /** @type {number[]} the inputs as the reader has them */
    values: [],
    /** Whether they are zeros and ones. */
    bits: false,
    /** @type {number[]} the smallest and the largest value of their run */
    domain: [0, 0],
    /** @type {number[] | null} the domain while an input is dragged: the axis holds still then */
    dragged: null,
    /** @type {number | null} the input whose way is lit up */
    lit: null,
    /** @type {number | null} the comparator that is looked at, which is lit before any way */
    looked: null,
    /** From where to where the handles go. */
    span: () => hand.dragged ?? hand.domain,
    /** @param {number | null} token */
    light(token) {
      if (token === hand.lit) return;
      hand.lit = token;
      draw.lit();
    },
    /** @param {number | null} comparator */
    look(comparator) {
      if (comparator === hand.looked) return;
      Object.assign(hand, { looked: comparator, lit: null });
      draw.lit();
    },
    /**
     * @param {number} wire
     * @param {number} value
     */
    move(wire, value) {
      if (!Number.isFinite(value)) return;
      put(hand.values.map((old, k) => (k === wire ? value : old)));
      draw.moved();
    },
    /**
     * Take hold of an input.
     * @param {[number, number]} span from where to where the handles go meanwhile
     */
    take(span) {
      hold(hand.values);
      return hand.dragged = span;
    },
    release() {
      hand.dragged = null;
      letGo();
    },
  };
  return hand;
}

/** @typedef {ReturnType<typeof makeHand>} Hand */
