// Small multiples: columns of square panels, beside each other as many as find room, and in lines below
// each other where not all do.

import { BAR } from "./colour_bar.js";
import { atOf, besideOf, LEAST } from "./picture.js";

/** @import { Panel } from "./panel.js" */
/** @import { Picture } from "./picture.js" */

/** Pixels: around tiles, above a column and below it, and of a tile's side. */
const [RIGHT, GAP, HEAD, FOOT] = [12, 12, 42, 44];
const [NARROWEST, WIDEST] = [78, 190];

/**
 * Each of `columns` is some panels, from top to bottom, all of as many; only the first in a line has
 * the ticks and the words beside it, and only the last one its bars.
 * @param {number} width
 * @param {Panel[][]} columns
 * @returns {Picture}
 */
export function tilesOf(width, columns) {
  const wide = Math.max(width, LEAST), panels = columns.flat(), left = besideOf(panels);
  const right = panels.some(({ bar }) => bar) ? BAR : RIGHT, inner = wide - left - right;
  const { perLine, size } = fitted(columns.length, inner);
  const tall = HEAD + FOOT + columns[0].length * (size + GAP) - GAP;
  const placed = columns.flatMap((column, k) => {
    const place = k % perLine, last = place === perLine - 1 || k === columns.length - 1;
    const x = left + place * (size + GAP), head = Math.floor(k / perLine) * tall + HEAD;
    return column.map((panel, row) => {
      const shown = place ? withoutTicks(panel) : { ...panel };
      if (!last) delete shown.bar;
      const y = head + row * (size + GAP);
      const box = { left: x, right: x + size, top: y, bottom: y + size };
      return { ...shown, at: atOf(shown, box), top: 0, left };
    });
  });
  const lines = Math.ceil(columns.length / perLine);
  return { width: wide, height: Math.ceil(lines * tall), panels: placed };
}

/** @param {Panel} panel */
const withoutTicks = ({ x, y, ...panel }) => ({
  ...panel,
  x: { ...x, ticks: [] },
  y: { ...y, ticks: [], title: "" },
});

/**
 * How many tiles stand in a line, as even as lines can be, and how large they are.
 * @param {number} count
 * @param {number} inner
 */
function fitted(count, inner) {
  const most = Math.max(1, Math.min(count, Math.floor((inner + GAP) / (NARROWEST + GAP))));
  const perLine = Math.ceil(count / Math.ceil(count / most));
  return { perLine, size: Math.min(WIDEST, (inner - GAP * (perLine - 1)) / perLine) };
}
