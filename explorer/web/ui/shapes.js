// Shapes, numbers in words, the theme.

import { element } from "./elements.js";

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
    node.setAttribute(name, value);
  }
}

// Four significant digits, as explorer/style.py writes them.
export function number(value) {
  if (!Number.isFinite(value)) return value > 0 ? "infinity" : "-infinity";
  const size = Math.abs(value);
  if (value && (size < 1e-3 || size >= 1e5)) {
    const [digits, exponent] = value.toExponential(3).split("e");
    return `${Number(digits)}e${Number(exponent)}`;
  }
  return String((size >= 1e4 ? Math.round(value) : Number(value.toPrecision(4))) || 0);
}

// Whether the page is dark, by the colour that common.css takes for it.
export function isDark() {
  const probe = element("span", { style: "color: var(--jp-layout-color0, #fff)" });
  document.body.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return red + green + blue < 382;
}
