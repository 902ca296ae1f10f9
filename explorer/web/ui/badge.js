// How far the choices have come to a goal: a form, a word and a sentence, in one line.

import { announcer } from "./announcer.js";
import { element, say } from "./elements.js";
import { set, shape, SVG } from "./shapes.js";

/** @import { Goal } from "./goal.js" */

const UNJUDGED = "Run the notebook to be judged.";
const RING = "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13Z";
/** What is drawn in the ring at each step: nothing, a half, a tick. */
const FORMS = {
  hint: "",
  almost: "M8 1.5a6.5 6.5 0 0 1 0 13Z",
  correct: "M4.5 8.2l2.6 2.6l4.6-5.4",
};

/**
 * @param {Goal} goal
 */
export function makeBadge(goal) {
  const svg = document.createElementNS(SVG, "svg");
  set(svg, { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" });
  shape(svg, "path", { class: "ring", d: RING });
  const form = shape(svg, "path", { class: "form" });
  const step = element("b"), words = element("span");
  const line = element("p", { class: "line" }, svg, step, words);
  const root = element("div", { class: "diffsort diffsort-badge" }, line);
  const announce = announcer(root);
  let known = "";
  const show = () => {
    const badge = goal.now(), now = badge?.step ?? "hint";
    const told = badge?.words ?? `${goal.asked} ${UNJUDGED}`;
    root.dataset.step = now;
    set(form, { d: FORMS[now] });
    say(step, `${now}: `);
    say(words, told);
    line.title = told;
    if (known && known !== now) announce(`${now}: ${told}`);
    known = now;
  };
  show();
  return { root, stop: goal.hear(show) };
}
