// What the choices are to reach, and what Python says of how far they have come: only Python judges,
// so that nothing else is said where it does not.

/** @import { Target } from "../marks/targets.js" */

/**
 * What Python says: the step, a sentence, the places that are meant, and the stamp of the latest
 * edit that it knew of.
 * @typedef {{step: "hint" | "almost" | "correct", words: string, targets: Target[],
 *   heard: number}} Badge
 */

const PATIENCE = 1500; // milliseconds after an edit, and the last word is not of what is shown

/**
 * @param {string} asked what is to be reached
 * @param {number} [newest] the stamp of the latest edit that was made here
 */
export function makeGoal(asked, newest = 0) {
  /** @type {Badge | null} */
  let badge = null;
  let late = false, waiting = 0;
  /** @type {Set<(moved: boolean) => void>} */
  const listeners = new Set();
  const now = () => late ? null : badge;
  const seen = () => JSON.stringify([now()?.targets, now()?.step]);
  let known = seen(); // of the picture
  const tell = () => {
    const moved = known !== (known = seen());
    listeners.forEach((hear) => hear(moved));
  };
  const rest = () => {
    clearTimeout(waiting);
    waiting = 0;
  };
  const wait = () => {
    waiting ||= setTimeout(() => {
      [waiting, late] = [0, true];
      tell();
    }, PATIENCE);
  };
  return {
    asked,
    /** The last word of Python's; null where it has said none of what is chosen. */
    now,
    targets: () => now()?.targets ?? [],
    /**
     * Something was chosen here.
     * @param {number} stamp
     */
    edited(stamp) {
      newest = stamp;
      wait();
    },
    /**
     * What Python says now; or said to a page that was closed since, which was `saved`.
     * @param {Badge | Record<string, never>} came
     */
    judged(came, saved = false) {
      badge = came.step ? /** @type {Badge} */ (came) : null;
      const behind = (badge?.heard ?? 0) < newest;
      rest();
      late = saved && behind;
      if (behind && !late) wait();
      tell();
    },
    /**
     * Call listener(moved) after every change, `moved` where it is one of the picture, too. Returns
     * how to stop.
     * @param {(moved: boolean) => void} listener
     */
    hear(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: rest,
  };
}

/** @typedef {ReturnType<typeof makeGoal>} Goal */
