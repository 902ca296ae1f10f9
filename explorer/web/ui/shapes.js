// Shapes.

import { write } from "./elements.js";

export const SVG = "http://www.w3.org/2000/svg";

export function shape(parent, tag, attributes = {}) {
  const node = document.createElementNS(SVG, tag);
  set(node, attributes);
  parent.append(node);
  return node;
}

// Only what changed is written: the browser restyles every element that is written to.
export function set(node, attributes) {
  const known = (node.written ??= {});
  for (const [name, value] of Object.entries(attributes)) {
    if (known[name] === value) continue;
    known[name] = value;
    write(node, name, value);
  }
}
