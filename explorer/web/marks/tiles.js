// Small multiples: columns of square panels, beside each other as many as find room, and in lines below
// each other where not all do.

import { BAR } from "./colour_bar.js";
import { tallest } from "./heights.js";
import { atOf, besideOf, LEAST } from "./picture.js";

/** @import { Panel } from "./panel.js" */
/** @import { Picture } from "./picture.js" */

/** Pixels: around tiles, above a column and below it, and of a tile's side, also on a stage. */
const [RIGHT, GAP, HEAD, FOOT] = [12, 12, 42, 44];
const [NARROWEST, SMALL, WIDEST, FARTHEST] = [78, 64, 190, 40]; // and between two at most

/**
 * Each of `columns` is some panels, from top to bottom, all of as many; only the first in a line has
 * the ticks and the words beside it, and only the last one its bars. All in one line are no higher
 * than `high`, where a stage gives it.
 * @param {number} width
 * @param {Panel[][]} columns
 * @param {number} [high]
 * @returns {Picture}
 */
export function tilesOf(width, columns, high) {
  const staged = high !== undefined, tall = high ?? tallest(Math.max(width, LEAST));
  const wide = Math.max(width, LEAST), panels = columns.flat(), left = besideOf(panels);
  const right = panels.some(({ bar }) => bar) ? BAR : RIGHT, inner = wide - left - right;
  const rows = columns[0].length;
  const most = (tall - HEAD - FOOT + GAP) / rows - GAP;
  const { perLine, size, apart } = fitted(columns.length, inner, most, staged ? SMALL : NARROWEST);
  const line = HEAD + FOOT + rows * (size + GAP) - GAP;
  const placed = columns.flatMap((column, k) => {
    const place = k % perLine, last = place === perLine - 1 || k === columns.length - 1;
    const x = left + place * (size + apart), head = Math.floor(k / perLine) * line + HEAD;
    return column.map((panel, row) => {
      const shown = place ? withoutTicks(panel) : { ...panel };
      if (!last) delete shown.bar;
      const y = head + row * (size + GAP);
      const box = { left: x, right: x + size, top: y, bottom: y + size };
      return { ...shown, at: atOf(shown, box), top: 0, left };
    });
  });
  const lines = Math.ceil(columns.length / perLine);
  return { width: wide, height: Math.ceil(lines * line), panels: placed };
}

/** @param {Panel} panel */
const withoutTicks = ({ x, y, ...panel }) => ({
  ...panel,
  x: { ...x, ticks: [] },
  y: { ...y, ticks: [], title: "" },
});

/**
 * How many tiles stand in a line, as even as lines can be, how large they are, and how far apart.
 * @param {number} count
 * @param {number} inner
 * @param {number} most pixels of one where all are in one line: several are scrolled through
 * @param {number} least
 */
function fitted(count, inner, most, least) {
  const full = Math.max(1, Math.min(count, Math.floor((inner + GAP) / (least + GAP))));
  const lines = Math.ceil(count / full), perLine = Math.ceil(count / lines);
  const widest = lines > 1 ? WIDEST : Math.min(WIDEST, most);
  const size = Math.min(widest, (inner - GAP * (perLine - 1)) / perLine);
  const apart = Math.min((inner - perLine * size) / Math.max(perLine - 1, 1), FARTHEST);
  return { perLine, size, apart: Math.max(apart, GAP) };
}
