// Whether an explorer is on the stage: its button, its keys, an address and a setup turn it, and who
// shows or tells it hears of that.

/** @typedef {ReturnType<typeof makeCue>} Cue */

/** @param {boolean} [on] from the beginning */
export function makeCue(on = false) {
  /** @type {Set<(on: boolean) => void>} */
  const hearers = new Set();
  return {
    isOn: () => on,
    /** @param {boolean} next */
    turn(next) {
      if (next === on) return;
      on = next;
      [...hearers].forEach((hear) => hear(on));
    },
    /**
     * Call hear(on) whenever it is turned. Returns how to stop.
     * @param {(on: boolean) => void} hear
     */
    hear(hear) {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
  };
}
