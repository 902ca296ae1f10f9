// Colours of a figure by what they stand for: explorer/figures/inks.py says how they are named, and
// the pen of the page has a colour for each.

import { inkOf, partsOf } from "../marks/inks.js";

/** @import { Colour } from "../marks/inks.js" */
/** @import { Pen } from "../marks/pens.js" */

/**
 * A part of a figure with the colours of a page.
 * @param {any} part
 * @param {Pen} pen
 * @returns {any}
 */
export function inked(part, pen) {
  if (typeof part === "string") return part.startsWith("@") ? ink(part.slice(1), pen) : part;
  if (Array.isArray(part)) return part.map((each) => inked(each, pen));
  if (!part || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, inked(each, pen)]));
}

/**
 * @param {string} name
 * @param {Pen} pen
 */
function ink(name, pen) {
  const [named, opacity] = name.split("/");
  const [kind, number] = named.split(" ");
  const colour = number === undefined ? kind : { [kind]: Number(number) };
  const found = inkOf(pen, /** @type {Colour} */ (colour));
  return opacity === undefined ? found : `rgba(${partsOf(found).join(",")},${opacity})`;
}
