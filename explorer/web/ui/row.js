// Fields beside each other, of which those are shown that mean something now; and what is to be said
// of an edit beside them: why it was refused, how a text was read.

import { activeIn, element, say } from "./elements.js";
import { makeField } from "./fields.js";

/** @import { Field, Kept, Shown } from "./fields.js" */

/**
 * @param {Field[]} fields
 * @param {(name: string, value: Kept) => void} edit hears what a person sets
 */
export function makeRow(fields, edit) {
  const made = fields.map((field) => ({
    field,
    ...makeField(field, (value) => edit(field.name, value)),
  }));
  /** @param {Shown} values */
  const show = (values) => {
    for (const { field, show } of made) show(values[field.name], values);
    hide(values);
  };
  /** @type {Shown | null} */
  let last = null;
  const hideLater = () => last && hide(last);
  // A field in which a person is stays until it is left: whatever hides it, no focus is lost.
  const hide = (/** @type {Shown} */ values) => {
    last = values;
    for (const { field, node } of made) {
      const left = !node.contains(activeIn(node));
      if (applies(field, values)) node.hidden = false;
      else if (left) node.hidden = true;
      else node.addEventListener("focusout", () => setTimeout(hideLater), { once: true });
    }
  };
  return { nodes: made.map(({ node }) => node), show };
}

/**
 * A field may say for which values of others it means something.
 * @param {Field} field
 * @param {Shown} values
 */
const applies = (field, values) =>
  Object.entries(field.applies ?? {}).every(([name, known]) => known.includes(values[name]));

/** What is said of the last edit. */
export function makeAnswer() {
  const message = element("p", { class: "diffsort-message", role: "alert" });
  const remark = element("p", { class: "diffsort-remark", role: "status" });
  return {
    nodes: [message, remark],
    show(/** @type {Shown} */ values) {
      say(message, values.message ?? "");
      say(remark, values.remark ?? "");
    },
  };
}
