// The pictures of the Jacobian explorer, as data: soft ranks, and the two matrices of derivatives.

import { pictureOf } from "../marks/picture.js";
import { shareOf } from "../marks/places.js";
import {
  rankCell,
  rankColumn,
  rankRow,
  rankWords,
  sortCell,
  sortColumn,
  sortRow,
} from "../words/jacobian_cells.js";
import { matrixPanel, some } from "./jacobian_matrix.js";

/** @import { Mark, Panel } from "../marks/panel.js" */
/** @import { Picture } from "../marks/picture.js" */
/** @import { Scene } from "../scenes/jacobian.js" */
/** @import { Matrix, Side } from "./jacobian_matrix.js" */

/** @typedef {[out: number, into: number] | null} Cell the derivative that is looked at */

const WIDE = 980; // pixels in which three panels find place beside each other
const CROWDED = 32; // more inputs have smaller dots

/**
 * In so many pixels. How large the panels are is found out first: it says which numbers have room.
 * @param {number} width
 * @param {Scene} scene
 * @param {Cell} cell
 * @returns {Picture}
 */
export function jacobianPicture(width, scene, cell) {
  const matrices = [sortMatrix(scene, cell), rankMatrix(scene)], wide = width >= WIDE;
  const rows = (/** @type {Side[]} */ sides) => {
    const ranks = ranksPanel(scene, wide ? 1 : 0.3);
    const maps = matrices.map((matrix, k) => matrixPanel(matrix, sides[k]));
    return wide ? [[ranks, ...maps]] : [[ranks], maps];
  };
  const rough = pictureOf(width, rows(matrices.map(() => ({ width: 400, height: 400 }))));
  const sides = rough.panels.slice(1).map(({ at: { box } }) => ({
    width: box.right - box.left,
    height: box.bottom - box.top,
  }));
  return pictureOf(width, rows(sides));
}

/**
 * The soft rank of each input as a dot, the hard one as a ring, both in the input's colour.
 * @param {Scene} scene
 * @param {number} aspect
 * @returns {Panel}
 */
export function ranksPanel(scene, aspect) {
  const { values, ranks, hardRanks } = scene;
  const n = values.length, room = 0.06 * (n + 4), crowded = n > CROWDED;
  const ends = [Math.min(...values), Math.max(...values)];
  /** @type {Mark[]} */
  const marks = values.flatMap((value, k) => {
    const told = {
      name: `input ${k}`,
      x: [k],
      colour: { share: shareOf(value, ends) },
      tell: () => rankWords(scene, k, ranks[k], hardRanks[k]),
    };
    return [
      { ...told, kind: "rings", y: [hardRanks[k]], radius: crowded ? 4 : 7 },
      { ...told, kind: "dots", y: [ranks[k]], radius: crowded ? 2.5 : 4 },
    ];
  });
  return {
    title: "ranks: soft dots, hard rings",
    aspect,
    most: aspect < 1 ? 180 : 400,
    x: { domain: [-room, n - 1 + room], ticks: some(0, n), title: "input: wire" },
    y: { domain: [-room, n - 1 + room], ticks: some(0, n), title: "rank" },
    marks,
  };
}

/**
 * @param {Scene} scene
 * @param {Cell} cell
 * @returns {Matrix}
 */
function sortMatrix(scene, cell) {
  const { values, sortJacobian, sortSums, outputs, vanished } = scene;
  return {
    title: "d sort / d x, sums at the edges",
    output: "output: place in the sort",
    entries: sortJacobian,
    sums: sortSums,
    outputs,
    n: values.length,
    told: {
      cell: (out, into, entry) => sortCell(scene, out, into, entry),
      row: sortRow,
      column: (into, sum) => sortColumn(scene, into, sum, vanished.includes(into)),
    },
    pick: (out, into) => ({ out, into }),
    cell,
    crossed: vanished,
  };
}

/**
 * @param {Scene} scene
 * @returns {Matrix}
 */
function rankMatrix(scene) {
  const { values, rankJacobian, rankSums, rankRounding } = scene;
  return {
    title: "d rank / d x, per unit of value",
    output: "output: rank of input",
    entries: rankJacobian,
    sums: rankSums,
    outputs: values.map((_, k) => k),
    n: values.length,
    told: {
      cell: (out, into, entry) => rankCell(scene, out, into, entry),
      row: (out, sum) => rankRow(scene, out, sum),
      column: (into, sum) => rankColumn(scene, into, sum),
    },
    rounding: rankRounding,
  };
}
