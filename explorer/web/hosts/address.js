// Keeps the address of a page in step with what is chosen: a link is a state.

import { choicesIn, fragmentOf } from "./fragment.js";

/** @import { MakeStore, Opened } from "./page.js" */

const AT_REST = 250; // ms after the last change

/**
 * @param {Window} view
 * @param {Opened[]} opened
 * @param {MakeStore} makeStore
 * @param {(words: string) => void} say
 */
export function keepAddress(view, opened, makeStore, say) {
  let waiting = 0;
  const write = () => {
    const shown = opened.map(({ setup, store }) => ({ setup, choices: store.now() }));
    try {
      view.history.replaceState(null, "", fragmentOf(shown));
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
      const taken = asked(view.location.hash, opened, makeStore);
      opened.forEach(({ store }, index) => store.receive(taken[index]));
      view.clearTimeout(waiting); // what was read is in the address
      say("");
    } catch (error) {
      say(`The link is not followed, and the choices stay as they are: ${words(error)}`);
    }
  };
  if (view.location.hash.length > 1) read();
  view.addEventListener("hashchange", read);
  for (const { store } of opened) store.hear(soon);
}

/**
 * What an address asks of each explorer, or the page's own choices: all of it, or an Error.
 * @param {string} hash
 * @param {Opened[]} opened
 * @param {MakeStore} makeStore
 */
function asked(hash, opened, makeStore) {
  const found = choicesIn(hash, opened.map(({ setup }) => setup));
  return opened.map(({ setup, choices }, index) => {
    if (!found[index]) return choices;
    const trial = makeStore(setup, setup.plain);
    if (Object.keys(found[index]).length && !trial.change(found[index])) {
      throw new Error(trial.message);
    }
    return trial.now();
  });
}

/** @param {unknown} error */
const words = (error) => `${/** @type {Error} */ (error).message}`.replace(/\.?$/, ".");
