// Tables, as data: cells with their numbers, before, softly sorted and sorted.

import { madeOf, short } from "../words/anything.js";
import { fixed } from "../words/decimal.js";
import { number } from "../words/number.js";
import { called } from "./anything_names.js";
import { acrossPanel, counted, shadeOf, STRIPS, tableTitles } from "./anything_plan.js";

/** @import { Label, Mark, Panel } from "../marks/panel.js" */
/** @import { Scene } from "./anything_plan.js" */

/** So pale is the highest key that what is written on it is read on every page. */
const SHADES = { most: 2.2, colour: { sign: 1 } };
const [ROW, LETTER] = [22, 7]; // pixels: of a row, of a letter

/**
 * @param {Scene} scene
 * @param {number} width in pixels of the page
 * @param {number} inRow panels in the row of these
 * @returns {Panel[]}
 */
export function tables(scene, width, inRow) {
  const { n, width: columns, column, before, after, hard } = scene;
  const room = acrossPanel(width, inRow) / columns - 4, shade = shadeOf(scene);
  return [before, after, hard].map((cells, strip) => {
    const values = cells.map((cell, at) => at % columns === column - 1 ? shade(cell) : 0);
    /** @type {Mark[]} */
    const marks = [
      { kind: "map", values, columns, left: 1, shades: SHADES, tell: teller(scene, strip, cells) },
      {
        kind: "frames",
        colour: "text",
        width: 1.5,
        boxes: [{ left: column - 0.5, right: column + 0.5, top: -0.47, bottom: n - 0.53 }],
      },
    ];
    const labels = Array.from(cells, (cell, at) => /** @type {Label} */ ({
      x: 1 + at % columns,
      y: Math.floor(at / columns),
      words: written(cell, room),
      dy: 4,
      anchor: "middle",
      look: at % columns === column - 1 ? "strong" : "quiet",
    }));
    return {
      title: tableTitles(scene)[strip],
      aspect: 9,
      most: ROW * Math.max(n, 4),
      x: { domain: [0.5, columns + 0.5], ticks: counted(columns, 12, 1), title: "column" },
      y: {
        domain: [-0.5, n - 0.5],
        downwards: true,
        ticks: counted(n, 16),
        title: strip ? "place" : "row",
      },
      marks,
      labels,
    };
  });
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
  const { n, width: columns, mix, hardMix } = scene, shares = strip === 1 ? mix : hardMix;
  return (/** @type {number} */ at) => {
    const row = Math.floor(at / columns),
      found = `column ${1 + at % columns}: ${number(cells[at])}`;
    if (!strip) return `${called(scene, row)}, ${found}`;
    const made = madeOf(shares.subarray(row * n, row * n + n), (thing) => called(scene, thing));
    return `place ${row}, ${STRIPS[strip]}, ${found}; ${made}`;
  };
}
