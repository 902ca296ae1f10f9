// Says in words that nothing answers what a person did: the kernel is busy or gone, or the page has
// none.

import { element, say, SIGNAL, tell } from "./elements.js";

/** @import { Asked } from "./elements.js" */

const SILENCE = "Nothing answers: the kernel is busy, or gone.";
const PATIENCE = 4000; // milliseconds

/**
 * Watches all parts of the explorer that el stands in, or of `own`, where an explorer is one
 * element; the words stand below the controls, and end with what that means. Not everything that a
 * person does changes something: when half of the time is over, ask(), which the kernel answers.
 * Returns how to stop.
 * @param {HTMLElement} el
 * @param {() => void} ask
 * @param {string} meaning
 * @param {HTMLElement | null} own
 */
export function watchAnswers(el, ask, meaning, own = null) {
  /** @type {HTMLElement | null} */
  let words = null;
  const explorerOf = (/** @type {Element} */ part) => own ?? part.closest(".diffsort-explorer");
  const where = own ?? document;
  /** @type {number[]} */
  let timers = [];
  let due = Infinity; // when an answer must have come
  /** @type {(() => void)[]} */
  let unanswered = []; // what those who asked do when none has
  const rest = () => {
    timers.forEach(clearTimeout);
    [timers, due, unanswered] = [[], Infinity, []];
  };
  const giveUp = () => {
    words ??= element("p", { class: "diffsort diffsort-silence", role: "alert" });
    explorerOf(el)?.querySelector(".diffsort-sentence")?.before(words);
    say(words, `${SILENCE} ${meaning}`);
    unanswered.forEach((act) => act());
    rest();
  };
  const hear = (/** @type {Event} */ event) => {
    const { target, detail: asked } = /** @type {CustomEvent<Asked | null>} */ (event);
    const explorer = explorerOf(el);
    if (!explorer || explorerOf(/** @type {Element} */ (target)) !== explorer) return;
    if (!asked) {
      rest();
      if (words) say(words, "");
      return;
    }
    if (asked.silent) unanswered.push(asked.silent);
    const wait = asked.wait ?? PATIENCE;
    if (performance.now() + wait >= due) return;
    due = performance.now() + wait;
    timers.forEach(clearTimeout);
    timers = [setTimeout(() => tell(el, ask), wait / 2), setTimeout(giveUp, wait)];
  };
  where.addEventListener(SIGNAL, hear);
  return () => {
    rest();
    words?.remove();
    where.removeEventListener(SIGNAL, hear);
  };
}
