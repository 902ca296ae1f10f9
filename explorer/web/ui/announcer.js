// Tells a screen reader what it is given last, once that has come to rest: not every step of a drag or of a run.

import { element, say } from "./elements.js";

export function announcer(parent) {
  const node = element("p", { class: "diffsort-spoken", role: "status" });
  parent.append(node);
  let waiting = 0;
  return (text) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      say(node, text);
      waiting = setTimeout(() => say(node, ""), 5000); // or it would be read twice by those who go through the page
    }, 800);
  };
}
