// What the lines of a panel stand for: beside its title, or where there is no room in a row below it.

import { dashOf, inkOf } from "./inks.js";
import { stroke } from "./strokes.js";

/** @import { Inked } from "./inks.js" */
/** @import { Pen } from "./pens.js" */
/** @import { Placed, Written } from "./panel.js" */

/** @typedef {Inked & {words: string, width?: number}} Entry */

/** How high the row is. */
export const LEGEND = 18;
const [SAMPLE, SPACE, LETTER] = [20, 5, 6]; // pixels: of a line, beside it, of a letter
const CAPITAL = 6.8; // of a title

/**
 * How far from the left of a panel its entries begin: beside the title, or 0 for a row of their
 * own.
 * @param {Pick<Placed, "title" | "legend">} panel
 * @param {number} width of the panel
 */
export function legendLeft({ title, legend = [] }, width) {
  const left = CAPITAL * title.length + 3 * SPACE;
  const long = legend.reduce((sum, entry) => sum + wide(entry), 0);
  return left + long <= width + SPACE ? left : 0;
}

/** @param {Entry} entry */
const wide = ({ words }) => SAMPLE + 3 * SPACE + LETTER * words.length;

/**
 * Where each entry begins.
 * @param {Placed} panel
 */
function entriesOf({ title, legend = [], at: { box }, top }) {
  const beside = legendLeft({ title, legend }, box.right - box.left);
  let left = box.left + beside;
  return legend.map((entry) => {
    const x = left;
    left += wide(entry);
    return { ...entry, x, y: box.top - (beside ? top + 4 : 11) };
  });
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {Placed} panel
 */
export function paintLegend(ink, pen, panel) {
  for (const { x, y, ...entry } of entriesOf(panel)) {
    stroke(ink, inkOf(pen, entry.colour), entry.width ?? 2, 1, dashOf(pen, entry), () => {
      ink.moveTo(x, y);
      ink.lineTo(x + SAMPLE, y);
    });
  }
}

/**
 * @param {Placed} panel
 * @returns {Written[]}
 */
export const legendWords = (panel) =>
  entriesOf(panel).map(({ x, y, words }) => ({ x: x + SAMPLE + SPACE, y: y + 4, words }));
