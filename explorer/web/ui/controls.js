// The fields above a picture, and below them what is to be said: a refusal, how a text was read,
// what the picture shows.

import { announcer } from "./announcer.js";
import { element, keepKeys, say } from "./elements.js";
import { makeField } from "./fields.js";

/** @import { Field, Kept, Shown } from "./fields.js" */

/**
 * `read()` gives what the fields show, and `edit(name, value)` hears what a person sets.
 * @param {{label: string, fields: Field[], read: () => Shown,
 *   edit: (name: string, value: Kept) => void}} given
 */
export function makeControls({ label, fields, read, edit }) {
  const root = element("div", {
    class: "diffsort diffsort-controls",
    role: "group",
    "aria-label": label,
  });
  const message = element("p", { class: "diffsort-message", role: "alert" });
  const remark = element("p", { class: "diffsort-remark", role: "status" });
  const sentence = element("p", { class: "diffsort-sentence" });
  const made = fields.map((field) => ({
    field,
    ...makeField(field, (value) => edit(field.name, value)),
  }));
  root.append(...made.map(({ node }) => node), message, remark, sentence);
  const announce = announcer(root);
  let described = false;
  keepKeys(root);
  return {
    root,
    show() {
      const values = read();
      for (const { field, node, show } of made) {
        show(values[field.name], values);
        enable(field, node, values);
      }
      say(message, values.message ?? "");
      say(remark, values.remark ?? "");
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
  };
}

/**
 * A field may say for which values of others it means something; it is disabled where it does not.
 * @param {Field} field
 * @param {ParentNode} node
 * @param {Shown} values
 */
function enable(field, node, values) {
  const applies = Object.entries(field.applies ?? {}).every(([name, known]) =>
    known.includes(values[name])
  );
  for (const input of node.querySelectorAll("input, select, textarea")) {
    /** @type {HTMLInputElement} */ (input).disabled = !applies;
  }
}
