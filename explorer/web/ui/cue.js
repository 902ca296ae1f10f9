// Whether an explorer is on the stage: its button, its keys, an address and a setup turn it, and who
// shows or tells it hears of that.

/** @typedef {ReturnType<typeof makeCue>} Cue */

/** @param {boolean} [on] from the beginning */
export function makeCue(on = false) {
  /** @type {Set<(on: boolean, asked: boolean) => void>} */
  const hearers = new Set();
  return {
    isOn: () => on,
    /**
     * @param {boolean} next
     * @param {boolean} [asked] whether a person asks for it just now: then it may have the full screen
     */
    turn(next, asked = false) {
      if (next === on) return;
      on = next;
      [...hearers].forEach((hear) => hear(on, asked));
    },
    /**
     * Call hear(on, asked) whenever it is turned. Returns how to stop.
     * @param {(on: boolean, asked: boolean) => void} hear
     */
    hear(hear) {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
  };
}
