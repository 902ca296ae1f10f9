// A page of one's own as text: a shell (explorer.page_text.shell) with what it shows put in. To the
// letter what explorer.page_text.page_of writes.

import { json } from "./json.js";

/**
 * An explorer as a page holds it; those of the same `state` share their choices.
 * @typedef {{setup: Record<string, any>, choices: Record<string, any>, state?: number}} Shown
 */
/** @typedef {{title: string, explorers: Shown[]}} Data what a page holds */
/**
 * Of a page, what stays as it is whatever is chosen: the page around it; the program, compressed;
 * and `body`, the prose with a place for each explorer, where it is not these places alone.
 * @typedef {{shell: string, packed: string, body?: string}} Page
 */

const VERSION = 1;
const SLOTS = ["{title}", "{title}", "{body}", "{data}", "{packed}"]; // in this order
const ENTITIES = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" });
const PLACE = "<section></section>\n";
// What opens each slot of a page, and what closes it.
const AROUND = [
  ["<title>", "</title>"],
  ["<h1>", "</h1>"],
  ["</noscript>\n", "</main>"],
  ['id="diffsort-page">', "</script>"],
  ['id="diffsort-program">', "</script>"],
];

/** @param {string} title */
const titled = (title) =>
  title.toWellFormed()
    .replace(/\p{Cc}/gu, " ")
    .replace(/[&<>]/g, (each) => ENTITIES[each]);

/**
 * @param {Page} page
 * @param {Data} data
 */
export function pageOf({ shell, packed, body }, { title, explorers }) {
  const shown = explorers.map(({ setup, choices, state }, index) => ({
    setup,
    choices,
    state: state ?? index,
  }));
  const data = json({ version: VERSION, title, explorers: shown });
  const parts = [titled(title), titled(title), body ?? PLACE.repeat(shown.length), data, packed];
  let rest = shell;
  let page = "";
  SLOTS.forEach((slot, index) => {
    const place = rest.indexOf(slot);
    page += rest.slice(0, place) + parts[index];
    rest = rest.slice(place + slot.length);
  });
  return page + rest;
}

/**
 * A page's text taken apart again.
 * @param {string} page
 */
export function apart(page) {
  let [rest, shell] = [page, ""];
  const inside = AROUND.map(([opening, closing], index) => {
    const from = rest.indexOf(opening) + opening.length;
    const to = rest.indexOf(closing, from);
    const found = rest.slice(from, to);
    shell += rest.slice(0, from) + SLOTS[index];
    rest = rest.slice(to);
    return found;
  });
  const [, , body, , packed] = inside;
  return { shell: shell + rest, packed, body };
}
