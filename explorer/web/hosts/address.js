// Keeps the address of a page in step with what is chosen: a link is a state.

import { asNow } from "../scenes/earlier.js";
import { choicesIn, fragmentOf } from "./fragment.js";
import { stageIn, withStage } from "./fragment_stage.js";

/** @import { Choices } from "../choices/taken.js" */
/** @import { Opened } from "./page.js" */

const AT_REST = 250; // ms after the last change

/**
 * A link is judged by whoever draws what it asks for: the explorers are shown by now.
 * @param {Window} view
 * @param {Opened[]} opened
 * @param {(words: string) => void} say
 */
export function keepAddress(view, opened, say) {
  let waiting = 0;
  const write = () => {
    const shown = opened.map(({ setup, store, state }) => ({
      setup,
      choices: store.chosen(),
      state,
    }));
    try {
      const staged = opened.findIndex(({ cue }) => cue.isOn());
      view.history.replaceState(null, "", withStage(fragmentOf(shown), staged));
      say("");
    } catch (error) {
      say(`The address of this page does not say what is chosen: ${words(error)}`);
    }
  };
  const soon = () => {
    view.clearTimeout(waiting);
    waiting = view.setTimeout(write, AT_REST);
  };
  const read = () => {
    view.clearTimeout(waiting);
    try {
      const { rest, staged } = stageIn(view.location.hash, opened.length);
      const taken = asked(rest, opened);
      opened.forEach(({ store, cue }, index) => {
        store.receive(taken[index]);
        cue.turn(index === staged);
      });
      view.clearTimeout(waiting); // what was read is in the address
      say("");
    } catch (error) {
      say(`The link is not followed, and the choices stay as they are: ${words(error)}`);
    }
  };
  if (view.location.hash.length > 1) read();
  view.addEventListener("hashchange", read);
  for (const { store, cue } of opened) {
    store.hear(({ by }) => by === "opening" || soon());
    cue.hear(soon);
  }
}

/**
 * What an address asks of each explorer, or the page's own choices: all of it, or an Error. What
 * explorers share is asked of the first.
 * @param {string} hash
 * @param {Opened[]} opened
 */
function asked(hash, opened) {
  const found = choicesIn(hash, opened);
  /** @type {Map<number, Choices>} */
  const known = new Map(); // by states
  return opened.map(({ setup, choices, store, state }, index) => {
    const here = found[index] ? setup.plain : choices;
    const named = asNow(found[index] ?? {}, here, setup);
    const given = Object.entries({ ...named, ...known.get(state) });
    const suited = given.filter(([name]) => Object.hasOwn(here, name));
    const next = found[index] || suited.length
      ? store.judged(here, Object.fromEntries(suited))
      : here;
    known.set(state, { ...next, ...known.get(state) });
    return next;
  });
}

/** @param {unknown} error */
const words = (error) => `${/** @type {Error} */ (error).message}`.replace(/\.?$/, ".");
