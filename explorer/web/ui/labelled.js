// An input with its label, which is spoken, too, and its tooltip.

import { element } from "./elements.js";
import { set } from "./shapes.js";

/** @import { Named } from "./fields.js" */

/**
 * @param {Named} field
 * @param {HTMLElement} input
 * @param {string} className
 */
export function labelled(field, input, className = "") {
  const id = `ds-${Math.random().toString(36).slice(2)}`;
  set(input, { id, title: field.tooltip });
  const heading = element("label", { for: id }, field.label);
  const node = element("div", { class: `diffsort-field ${className}` }, heading, input);
  return { node, heading };
}
