// What the keys of a stage do: alpha is its slider, moved as by a hand; a picture that does not play
// has its opening once more.

import { fresh } from "../choices/fresh.js";
import { still } from "./opening.js";

/** @import { Opening } from "./opening.js" */
/** @import { Act } from "./stage_keys.js" */
/** @import { Store } from "./store.js" */

/** @typedef {Record<Act, () => string | void>} Acts a remark on what was done, where one is needed */

const STEPS = "+ and −: alpha · n: other numbers";
/** What the keys do: where alpha alone moves, and where a run is played. */
const STILL = `space: alpha by itself · ←, →, ${STEPS}`;
const PLAYED = `space: play · ←, →: a layer · home, end · ${STEPS}`;

/**
 * `own` are the acts of a picture that plays; `controls` have the slider of alpha. Returns what is
 * done, how it is told, and how to stop what goes on by itself.
 * @param {{controls: HTMLElement, store: Store, opening?: Opening, own?: Partial<Acts>}} given
 * @returns {{acts: Acts, keys: string, stop: () => void}}
 */
export function stageActs({ controls, store, opening, own }) {
  const slider =
    () => /** @type {HTMLInputElement} */ (controls.querySelector("input[aria-label=alpha]") ??
      controls.querySelector("input[type=range]"));
  /** @param {(input: HTMLInputElement) => void} move */
  const moves = (move) => () => {
    const input = slider();
    move(input);
    for (const name of ["input", "change"]) input.dispatchEvent(new Event(name));
  };
  const [down, up] = [moves((input) => input.stepDown()), moves((input) => input.stepUp())];
  /** @type {(() => void) | null} */
  let halt = null; // while alpha moves by itself
  const stop = () => {
    halt?.();
    halt = null;
  };
  const play = () => {
    const moving = halt;
    stop();
    if (!moving && opening && !still()) halt = opening.play(() => void (halt = null));
  };
  /** @type {Omit<Acts, "leave">} */
  const acts = {
    play,
    back: down,
    forward: up,
    start: moves((input) => void (input.value = input.min)),
    end: moves((input) => void (input.value = input.max)),
    down,
    up,
    fresh() {
      const { changes, words } = fresh(store.chosen());
      return store.change(changes) ? words : store.message;
    },
    ...own,
  };
  const stopping = Object.entries(acts).map(([name, act]) => [
    name,
    name === "play" ? act : () => (stop(), act()),
  ]);
  return { acts: Object.fromEntries(stopping), keys: own ? PLAYED : STILL, stop };
}
