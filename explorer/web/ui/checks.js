// What was measured, as a list: a tick where all is well, else a warning sign.

import { element, say } from "./elements.js";

/** @typedef {{good: boolean, words: string}} Check */

/**
 * Returns how to show some checks.
 * @param {HTMLElement} el
 */
export function makeChecks(el) {
  const list = element("ul", { class: "diffsort-checks", "aria-label": "checks" });
  el.append(list);
  return (/** @type {Check[]} */ checks) => {
    while (list.children.length > checks.length) list.lastElementChild?.remove();
    checks.forEach(({ good, words }, k) => {
      const item = list.children[k] ?? makeItem(list), [sign, text] = item.children;
      item.className = good ? "good" : "bad";
      sign.setAttribute("aria-label", good ? "good" : "beware");
      say(sign, good ? "✓" : "⚠");
      say(text, words);
    });
  };
}

/** @param {HTMLElement} list */
function makeItem(list) {
  const item = element("li", {}, element("b", { role: "img" }), element("span"));
  list.append(item);
  return item;
}
