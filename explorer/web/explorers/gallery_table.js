// The table below the pictures: of each method, what is true of it always, and of these values.

import { FELT } from "../scenes/gallery.js";
import { RELAXATIONS } from "../sort/relaxations.js";
import { element, say } from "../ui/elements.js";
import { outputName } from "./gallery_tell.js";
import { captionWords, cellsOf, HEADS, keyWords } from "../words/gallery_table.js";

/** @import { Method, Scene } from "../scenes/gallery.js" */

/**
 * Roles are named: where a page is narrow the table is laid out as blocks, and browsers then forget that
 * it is one. Returns how to write what is so now.
 * @param {HTMLElement} el
 */
export function makeTable(el) {
  const key = element("p", { class: "diffsort-sentence" });
  const caption = element("caption");
  const heads = HEADS.map((head) => element("th", { scope: "col", role: "columnheader" }, head));
  const body = element("tbody", { role: "rowgroup" });
  const table = element(
    "table",
    { role: "table" },
    caption,
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...heads)),
    body,
  );
  el.append(element("div", { class: "diffsort diffsort-gallery" }, key, table));
  return (/** @type {Scene} */ scene) => {
    const { methods, values } = scene, chosen = outputName(scene, scene.chosen);
    say(key, keyWords(chosen));
    say(caption, captionWords(values.length, chosen, FELT));
    while (body.children.length > methods.length) body.lastElementChild?.remove();
    while (body.children.length < methods.length) body.append(rowOf());
    methods.forEach((method, k) => {
      const words = rowWords(method, values.length, chosen);
      Array.from(body.children[k].children, (cell, at) => say(cell, words[at]));
    });
  };
}

/**
 * The words of a method's row.
 * @param {Method} method
 * @param {number} n
 * @param {string} chosen what the output is called that is looked at
 */
export function rowWords(method, n, chosen) {
  const { comparator } = method.facts, known = comparator ? RELAXATIONS[comparator] : null;
  const weights = known?.tieSlope ? { tieSlope: known.tieSlope, bound: known.bound } : null;
  return [method.name, ...cellsOf(method, weights, n, chosen)];
}

const rowOf = () =>
  element(
    "tr",
    { role: "row" },
    element("th", { scope: "row", role: "rowheader" }),
    ...HEADS.slice(1).map((head) => element("td", { role: "cell", "data-head": head })),
  );
