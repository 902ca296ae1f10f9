// The numbers of a figure in words, for who does not see it or wants to read them off: tables that
// are made when they are opened.

import { element, keepKeys } from "../ui/elements.js";

/** @typedef {{caption: string, head: string[], rows: string[][]}} Table */

/**
 * `read` gives the tables of now. Returns their place, and how to bring what is open up to date.
 * @param {string} label
 * @param {() => Table[]} read
 */
export function makeTables(label, read) {
  const summary = element("summary", {}, "Numbers in a table");
  const place = element("div", {
    class: "tables",
    role: "region",
    tabindex: 0,
    "aria-label": `${label}: numbers`,
  });
  const root = element("details", { class: "numbers" }, summary, place);
  /** @type {Table[] | null} */
  let written = null;
  const show = () => {
    const tables = read();
    if (!root.open || tables === written) return;
    written = tables;
    place.replaceChildren(...tables.map(tableOf));
  };
  root.addEventListener("toggle", show);
  summary.setAttribute("tabindex", "0");
  keepKeys(root);
  return { root, show };
}

/** @param {Table} table */
function tableOf({ caption, head, rows }) {
  const cell = (/** @type {string} */ words, /** @type {number} */ k) =>
    k ? element("td", {}, words) : element("th", { scope: "row" }, words);
  return element(
    "table",
    {},
    element("caption", {}, caption),
    element(
      "thead",
      {},
      element("tr", {}, ...head.map((words) => element("th", { scope: "col" }, words))),
    ),
    element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map(cell)))),
  );
}
