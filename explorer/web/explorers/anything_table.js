// A table before and after a soft sort, as data: cells with their numbers, and ribbons from its rows to
// the places.

import { madeOf, short } from "../words/anything.js";
import { fixed } from "../words/decimal.js";
import { number } from "../words/number.js";
import { called } from "./anything_names.js";
import { counted, LINE_THICK, shadeOf, tablesOf, thingsTitle } from "./anything_plan.js";
import { ribbons } from "./anything_ribbons.js";

/** @import { Label, Mark, Panel } from "../marks/panel.js" */
/** @import { Scene } from "./anything_plan.js" */

/** So pale is the highest key that what is written on it is read on every page. */
const SHADES = { most: 2.2, colour: { sign: 1 } };
const LETTER = 7; // pixels

/**
 * @param {Scene} scene
 * @param {number} across in pixels
 * @returns {Panel}
 */
export function tables(scene, across) {
  const { n, width: columns, column, before, after } = scene, shade = shadeOf(scene);
  const { second, ends, cell: wide, tall } = tablesOf(n, columns, across);
  const shown = [before, after].map((cells, strip) => {
    const left = strip ? second : 0,
      values = cells.map((cell, at) => at % columns === column - 1 ? shade(cell) : 0);
    /** @type {Mark[]} */
    const marks = [
      {
        kind: "map",
        values,
        columns,
        left: left + 0.5,
        shades: SHADES,
        tell: teller(scene, strip, cells),
      },
      {
        kind: "frames",
        colour: "text",
        width: 1.5,
        boxes: [{
          left: left + column - 1,
          right: left + column,
          top: -0.47,
          bottom: n - 0.53,
        }],
      },
    ];
    const labels = Array.from(cells, (cell, at) => /** @type {Label} */ ({
      x: left + 0.5 + at % columns,
      y: Math.floor(at / columns),
      words: written(cell, wide - 4),
      dy: 4,
      anchor: "middle",
      look: at % columns === column - 1 ? "strong" : "quiet",
    }));
    return {
      marks,
      labels,
      ticks: counted(columns, 12, 1).map((
        [at, words],
      ) => /** @type {[number, string]} */ ([left + at - 0.5, words])),
    };
  });
  const flow = ribbons(scene, ({ thing, place, share, from, to }) => ({
    x: [columns, second],
    y: [
      thing + LINE_THICK * (from + share / 2 - 0.5),
      place + LINE_THICK * (to + share / 2 - 0.5),
    ],
    thick: LINE_THICK * share,
    across: true,
  }));
  return {
    title: thingsTitle(scene),
    bare: true,
    share: 2,
    aspect: 9,
    most: tall,
    x: {
      domain: [0, ends],
      ticks: shown.flatMap(({ ticks }) => ticks),
      title: "column",
    },
    y: { domain: [-0.5, n - 0.5], downwards: true, ticks: counted(n, 16), title: "row, place" },
    marks: [...flow, ...shown.flatMap(({ marks }) => marks)],
    labels: shown.flatMap(({ labels }) => labels),
  };
}

/**
 * A number in as many digits as there is room for: in two places at most.
 * @param {number} cell
 * @param {number} room in pixels
 */
export function written(cell, room) {
  const whole = Math.abs(cell) < 1e4 ? Number(fixed(cell, 2)) : cell;
  for (const digits of [4, 3, 2]) {
    const words = short(whole, digits);
    if (words.length * LETTER <= room) return words;
  }
  return "";
}

/**
 * What is said of a cell.
 * @param {Scene} scene
 * @param {number} strip
 * @param {Float64Array} cells
 */
function teller(scene, strip, cells) {
  const { n, width: columns, mix } = scene;
  return (/** @type {number} */ at) => {
    const row = Math.floor(at / columns),
      found = `column ${1 + at % columns}: ${number(cells[at])}`;
    if (!strip) return `${called(scene, row)}, ${found}`;
    const made = madeOf(mix.subarray(row * n, row * n + n), (thing) => called(scene, thing));
    return `place ${row}, ${found}; ${made}`;
  };
}
