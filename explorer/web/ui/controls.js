// What stands above a picture: the fields that are touched first, which stay in view with it, and
// what the picture shows in words.

import { announcer } from "./announcer.js";
import { element, keepKeys, say } from "./elements.js";
import { makeAnswer, makeRow } from "./row.js";
import { stay } from "./stay.js";

/** @import { Field, Kept, Shown } from "./fields.js" */

/**
 * Of all `fields` those of the hero's group; `edit(name, value)` hears what a person sets.
 * @param {{label: string, fields: Field[], edit: (name: string, value: Kept) => void}} given
 */
export function makeControls({ label, fields, edit }) {
  const root = element("div", {
    class: "diffsort diffsort-controls",
    role: "group",
    "aria-label": label,
  });
  const row = makeRow(fields.filter(({ group }) => group === "hero"), edit);
  const answer = makeAnswer();
  const sentence = element("p", { class: "diffsort diffsort-sentence" });
  root.append(...row.nodes, ...answer.nodes);
  const announce = announcer(root);
  let described = false;
  keepKeys(root);
  return {
    root,
    sentence,
    show(/** @type {Shown} */ values) {
      row.show(values);
      answer.show(values);
    },
    /**
     * Say what the picture shows; all but the first is spoken, once it has come to rest, unless it
     * is `quiet`.
     * @param {string} words
     */
    describe(words, quiet = false) {
      if (described && !quiet && words !== sentence.textContent) announce(words);
      described = true;
      say(sentence, words);
    },
    stop: stay(root, "--diffsort-covered"),
  };
}
