// A page of one's own, opened: each explorer that it holds is shown, and its address says what is
// chosen.

import { element, say } from "../ui/elements.js";
import { keepAddress } from "./address.js";
import { apart, pageOf } from "./shell.js";
import { followTheme } from "./theme.js";

/** @import { Choices } from "../choices/taken.js" */
/** @import { Show } from "../explorers/explorers.js" */
/** @import { Setup, Store } from "../ui/store.js" */

/** @typedef {(setup: Setup, choices: Choices) => Store} MakeStore */
/** @typedef {{setup: Setup, choices: Choices}} Shown */
/** @typedef {Shown & {store: Store}} Opened */

const DATA = "diffsort-page";
const WORDS = "diffsort-words";

/**
 * Whether a document is a page that was saved.
 * @param {Document | undefined} document
 */
export const isPage = (document) => Boolean(document?.getElementById(DATA));

/**
 * @param {Document} document
 * @param {Record<string, Show>} explorers
 * @param {MakeStore} makeStore
 */
export function openPage(document, explorers, makeStore) {
  // Before anything is drawn.
  const pristine = `<!DOCTYPE html>\n${document.documentElement.outerHTML}`;
  const data = JSON.parse(/** @type {HTMLElement} */ (document.getElementById(DATA)).textContent);
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const refused = element("p", { class: "diffsort-refused", role: "alert" });
  followTheme(document);
  main.append(element("h1", {}, data.title), refused);

  /** @type {Shown[]} */
  const shown = data.explorers;
  const opened = shown.map(({ setup, choices }) => ({
    setup,
    choices,
    store: makeStore(setup, choices),
  }));
  opened.forEach((each, index) => {
    const { setup, store } = each;
    const name = index ? `${setup.label} ${index + 1}` : setup.label;
    const el = element("section", { "aria-label": name });
    main.append(el);
    /** @param {Choices} choices */
    const page = (choices) =>
      pageWith(
        pristine,
        data.title,
        opened.map((other) => other === each ? choices : null),
        opened,
      );
    explorers[setup.explorer]({ el, setup, store, tools: { formats: [], picture: null, page } });
  });
  const view = /** @type {Window} */ (document.defaultView);
  keepAddress(view, opened, (words) => say(refused, words));
  document.getElementById(WORDS)?.remove();
}

/**
 * The page's own text, with what is chosen now.
 * @param {string} pristine
 * @param {string} title
 * @param {(Choices | null)[]} given
 * @param {Opened[]} opened
 */
function pageWith(pristine, title, given, opened) {
  const { shell, program } = apart(pristine);
  const explorers = opened.map(({ setup, store }, index) => ({
    setup,
    choices: given[index] ?? store.now(),
  }));
  return pageOf(shell, program, { title, explorers });
}
