// Tells a screen reader what it is given last, once that has come to rest: not every step of a drag
// or of a run.

import { element, say } from "./elements.js";

const REST = 800; // milliseconds
const READ = 5000; // and then it is gone, or who goes through the page would be read it twice

/** @param {Element} parent */
export function announcer(parent) {
  const node = element("p", { class: "diffsort-spoken", role: "status" });
  parent.append(node);
  let waiting = 0;
  return (/** @type {string} */ text) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      say(node, text);
      waiting = setTimeout(() => say(node, ""), READ);
    }, REST);
  };
}
