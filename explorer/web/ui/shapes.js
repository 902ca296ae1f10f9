// Shapes.

import { write } from "./elements.js";

export const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Record<string, string | number | boolean>} Attributes by name */

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {SVGElement} parent
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function shape(parent, tag, attributes = {}) {
  const node = document.createElementNS(SVG, tag);
  set(node, attributes);
  parent.append(node);
  return node;
}

/**
 * Only what changed is written: the browser restyles every element that is written to.
 * @param {Element & ElementCSSInlineStyle & {written?: Attributes}} node
 * @param {Attributes} attributes
 */
export function set(node, attributes) {
  const known = (node.written ??= {});
  for (const [name, value] of Object.entries(attributes)) {
    if (known[name] === value) continue;
    known[name] = value;
    write(node, name, value);
  }
}
