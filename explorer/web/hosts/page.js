// A page of one's own, opened: each explorer that it holds is shown in its place, and its address
// says what is chosen.

import { makeCue } from "../ui/cue.js";
import { element, say } from "../ui/elements.js";
import { keepAddress } from "./address.js";
import { apart, pageOf } from "./shell.js";
import { followTheme } from "./theme.js";
import { keepTogether } from "./together.js";

/** @import { Choices } from "../choices/taken.js" */
/** @import { Cue } from "../ui/cue.js" */
/** @import { Show } from "../explorers/explorers.js" */
/** @import { Setup, Store } from "../ui/store.js" */

/** @typedef {(setup: Setup, choices: Choices) => Store} MakeStore */
/** @typedef {{setup: Setup, choices: Choices, state: number}} Shown */
/** @typedef {Shown & {store: Store, cue: Cue}} Opened */

const DATA = "diffsort-page";
const WORDS = "diffsort-words";
const OF_SEVERAL = "page"; // what such a page is called where it is saved, before the dot

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
  const refused = element("p", { class: "diffsort-refused", role: "alert" });
  followTheme(document);
  document.querySelector("h1")?.after(refused);

  /** @type {Opened[]} */
  const opened = data.explorers.map((/** @type {Shown} */ shown) => ({
    ...shown,
    store: makeStore(shown.setup, shown.choices),
    cue: makeCue(),
  }));
  const page = () => pageWith(pristine, data.title, opened);
  const view = /** @type {Window} */ (document.defaultView);
  const due = view.location.hash.length <= 1; // what a link asks for is shown as it is
  const places = [...document.querySelectorAll("main > section")];
  opened.forEach(({ setup, store, cue }, index) => {
    const el = /** @type {HTMLElement} */ (places[index]);
    el.setAttribute("aria-label", named(opened, index));
    const stem = opened.length > 1 ? OF_SEVERAL : setup.stem;
    const tools = { formats: [], picture: null, page };
    explorers[setup.explorer]({ el, setup: { ...setup, stem }, store, tools, once: { due }, cue });
  });
  for (const state of new Set(opened.map((each) => each.state))) {
    keepTogether(opened.filter((each) => each.state === state).map(({ store }) => store));
  }
  if (due) opened.find(({ setup }) => setup.stage)?.cue.turn(true);
  keepAddress(view, opened, (words) => say(refused, words));
  document.getElementById(WORDS)?.remove();
}

/**
 * What an explorer is called among those of its page: several of a kind are counted.
 * @param {Opened[]} opened
 * @param {number} index
 */
function named(opened, index) {
  const { label } = opened[index].setup;
  const before = opened.slice(0, index).filter(({ setup }) => setup.label === label).length;
  return before ? `${label} ${before + 1}` : label;
}

/**
 * The page's own text, with what is chosen now.
 * @param {string} pristine
 * @param {string} title
 * @param {Opened[]} opened
 */
const pageWith = (pristine, title, opened) =>
  pageOf(apart(pristine), {
    title,
    explorers: opened.map(({ setup, store, state }) => ({ setup, choices: store.chosen(), state })),
  });
