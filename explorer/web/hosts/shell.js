// A page of one's own as text: a shell (explorer.page.shell) with a program and data in it. To the
// letter what explorer.page.page_of writes.

import { json } from "./json.js";

/** @typedef {{setup: Record<string, any>, choices: Record<string, any>}} Shown */
/** @typedef {{title: string, explorers: Shown[]}} Data what a page holds */

const VERSION = 1;
const SLOTS = ["{title}", "{data}", "{program}"]; // in this order; "{styles}" is full already
const ENTITIES = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" });
// What opens each slot of a page, and what closes it: written apart, for this text stands in a
// page, too.
const AROUND = [["<title>", "title>"], ['id="diffsort-page">', "script>"], [
  '<script type="module">',
  "script>",
]];

/** @param {string} title */
const titled = (title) =>
  title.toWellFormed()
    .replace(/\p{Cc}/gu, " ")
    .replace(/[&<>]/g, (each) => ENTITIES[each]);

/**
 * @param {string} shell
 * @param {string} program
 * @param {Data} data
 */
export function pageOf(shell, program, { title, explorers }) {
  const shown = explorers.map(({ setup, choices }) => ({ setup, choices }));
  const parts = [titled(title), json({ version: VERSION, title, explorers: shown }), program];
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
 * A page's text taken apart again: its shell and its program.
 * @param {string} page
 * @returns {{shell: string, program: string}}
 */
export function apart(page) {
  let [rest, shell, inside] = [page, "", ""];
  AROUND.forEach(([opening, closing], index) => {
    const from = rest.indexOf(opening) + opening.length;
    const to = rest.indexOf(`</${closing}`, from);
    inside = rest.slice(from, to);
    shell += rest.slice(0, from) + SLOTS[index];
    rest = rest.slice(to);
  });
  return { shell: shell + rest, program: inside };
}
