// What the fields show of the choices, and of what depends on them.

import { alphaInForce } from "../choices/in_force.js";
import { magnitude } from "../choices/values.js";
import { softestEnd } from "../scenes/layout.js";
import { deviationOf } from "../sort/softness.js";
import { isFamily, wired } from "../sort/wiring.js";
import { asText } from "../words/pasted_named.js";

/** @import { Choices } from "../choices/taken.js" */
/** @import { Store } from "./store.js" */

/**
 * @param {Choices} choices
 * @param {ArrayLike<number>} sorted
 */
export const inForce = ({ alpha }, sorted) => alphaInForce({ values: sorted, alpha });

/** What alpha's left end is called, computed once for a network. */
export function makeEnds() {
  /** @type {Map<string, string>} */
  const known = new Map();
  return {
    of(/** @type {string} */ network, /** @type {number} */ n) {
      const key = `${network} ${n}`;
      const end = known.get(key) ?? softestEnd(wired(network, n));
      known.set(key, end);
      return end;
    },
  };
}

/**
 * The standard deviation of what is sorted, that alpha counts per: it holds still while a hand is on
 * the picture, where the slider would say that alpha moved.
 * @param {HTMLElement} picture
 * @param {() => void} released
 */
export function makeUnit(picture, released) {
  let holds = false;
  /** @type {number | null} */
  let held = null;
  const hold = () => void (holds = true);
  const release = () => {
    if (!holds) return;
    [holds, held] = [false, null];
    released();
  };
  picture.addEventListener("pointerdown", hold, true);
  const ends = ["pointerup", "pointercancel"];
  ends.forEach((name) => addEventListener(name, release));
  return {
    of(/** @type {ArrayLike<number>} */ sorted) {
      if (!holds || held === null) held = deviationOf(sorted);
      return held;
    },
    stop: () => ends.forEach((name) => removeEventListener(name, release)),
  };
}

/**
 * What the fields show.
 * @param {Store} store
 * @param {ReturnType<typeof makeEnds>} ends
 * @param {ArrayLike<number>} sorted
 * @param {number} deviation
 */
export function shown(store, ends, sorted, deviation) {
  const choices = store.now();
  const { values, relaxation, network } = choices;
  const own = !isFamily(network);
  const typed = (/** @type {string} */ field, /** @type {string} */ text) =>
    store.refused?.field === field ? store.refused.text : text;
  const end = relaxation === "softmax" ? "" : ends.of(network, sorted.length);
  return {
    ...choices,
    alpha: inForce(choices, sorted),
    wires: values.length,
    numbers: typed("numbers", asText(values, choices.labels)),
    own_network: own,
    comparators: typed("comparators", own ? network : ""),
    zero_end: end,
    magnitude: magnitude(values),
    deviation,
    live: true,
    message: store.message,
    remark: store.remark,
    refused: store.refused?.field ?? "",
  };
}
