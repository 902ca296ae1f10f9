// Says in words that nothing answers what a person did: the kernel is busy or gone, or the page has none.

import { element, say, SIGNAL, tell } from "./elements.js";

const SILENCE =
  "Nothing answers: the kernel is busy, or gone. If it was restarted, run this cell again. Meanwhile a network follows you all the same; other pictures stay as they are.";
const PATIENCE = 4000; // milliseconds

// Watches all widgets of the explorer that el stands in; its words stand below the controls. Not everything that a person does
// changes something: when half of the time is over, ask(), which the kernel answers. Returns how to stop.
export function watchAnswers(el, ask) {
  const words = element("p", { class: "diffsort-silence", role: "alert" });
  const explorerOf = (part) => part.closest(".diffsort-explorer");
  let timers = [];
  let due = Infinity; // when an answer must have come
  let unanswered = []; // what those who asked do when none has
  const rest = () => {
    timers.forEach(clearTimeout);
    [timers, due, unanswered] = [[], Infinity, []];
  };
  const giveUp = () => {
    explorerOf(el).querySelector(".diffsort-sentence").before(words);
    say(words, SILENCE);
    unanswered.forEach((act) => act());
    rest();
  };
  const hear = ({ target, detail: asked }) => {
    const explorer = explorerOf(el);
    if (!explorer || explorerOf(target) !== explorer) return;
    if (!asked) {
      rest();
      return say(words, "");
    }
    if (asked.silent) unanswered.push(asked.silent);
    const wait = asked.wait ?? PATIENCE;
    if (performance.now() + wait >= due) return;
    due = performance.now() + wait;
    timers.forEach(clearTimeout);
    timers = [setTimeout(() => tell(el, ask), wait / 2), setTimeout(giveUp, wait)];
  };
  document.addEventListener(SIGNAL, hear);
  return () => {
    rest();
    words.remove();
    document.removeEventListener(SIGNAL, hear);
  };
}
