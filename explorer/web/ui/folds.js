// What folds away below a picture: the fields of what is sorted, and all the others.

import { element, keepKeys } from "./elements.js";
import { makeAnswer, makeRow } from "./row.js";

/** @import { Field, Kept, Shown } from "./fields.js" */

/** @type {[Field["group"], string][]} */
const FOLDS = [["numbers", "Numbers"], ["more", "More"]];

/**
 * Of all `fields` those of each fold's group, where there are any; `edit(name, value)` hears what a
 * person sets. What is said of an edit stands outside of what can be closed.
 * @param {{label: string, fields: Field[], edit: (name: string, value: Kept) => void}} given
 */
export function makeFolds({ label, fields, edit }) {
  const answer = makeAnswer();
  const folds = FOLDS
    .map(([group, words]) => ({ group, words, own: fields.filter((each) => each.group === group) }))
    .filter(({ own }) => own.length)
    .map(({ group, words, own }) => {
      const { nodes, show } = makeRow(own, edit);
      return { root: makeFold(`diffsort-${group}`, words, nodes), nodes, show };
    });
  const root = element(
    "div",
    { class: "diffsort diffsort-folds", role: "group", "aria-label": `${label}: numbers and more` },
    ...answer.nodes,
    ...folds.map(({ root }) => root),
  );
  keepKeys(root);
  return {
    root,
    show(/** @type {Shown} */ values) {
      answer.show(values);
      for (const { root, nodes, show } of folds) {
        show(values);
        root.hidden = nodes.every(({ hidden }) => hidden);
      }
    },
  };
}

/**
 * A fold is as a person left it last, in any explorer; closed at first.
 * @param {string} name
 * @param {string} words
 * @param {Node[]} nodes
 */
function makeFold(name, words, nodes) {
  const summary = element("summary", {}, words);
  const row = element("div", { class: "diffsort-row" }, ...nodes);
  const fold = element("details", { class: "diffsort-fold" }, summary, row);
  fold.open = remembered(name);
  // The key that presses it is a click, too; what opens it otherwise is not a person's wish.
  summary.addEventListener("click", () => remember(name, !fold.open));
  return fold;
}

/** @param {string} name */
function remembered(name) {
  try {
    return localStorage.getItem(name) === "open";
  } catch {
    return false; // a page may be denied its storage, and forgets
  }
}

/**
 * @param {string} name
 * @param {boolean} open
 */
function remember(name, open) {
  try {
    localStorage.setItem(name, open ? "open" : "closed");
  } catch {
    // as above
  }
}
