// The pictures of the Jacobian explorer, as data: soft ranks, and the two matrices of derivatives.

import { LOW, tallest } from "../marks/heights.js";
import { roomBeside } from "../marks/lettering.js";
import { pictureOf } from "../marks/picture.js";
import { alongOf, placeHues } from "../scenes/hues.js";
import { MOST_WIRES } from "../scenes/jacobian.js";
import { placeNames } from "../scenes/placed.js";
import {
  rankCell,
  rankColumn,
  rankRow,
  rankWords,
  sortCell,
  sortColumn,
  sortRow,
} from "../words/jacobian_cells.js";
import { matrixPanel, some, squareOf } from "./jacobian_matrix.js";

/** @import { Mark, Panel } from "../marks/panel.js" */
/** @import { Picture } from "../marks/picture.js" */
/** @import { Scene } from "../scenes/jacobian.js" */
/** @import { Matrix, Side } from "./jacobian_matrix.js" */

/** @typedef {[out: number, into: number] | null} Cell the derivative that is looked at */

/**
 * Pixels of the network below that shows the paths of a derivative, with the key of the colours above
 * it: all is seen on one screen.
 */
export const PATHS = 284;
const [WIDE, RANKS] = [900, 150]; // pixels that three panels need, and the ranks among them
const CROWDED = 32; // more inputs have smaller dots

/**
 * In so many pixels, no higher than `tall`, if that is given: then without a network below. How
 * large the panels are is found out first: it says which numbers have room.
 * @param {number} width
 * @param {Scene} scene
 * @param {Cell} cell
 * @param {number} [tall]
 * @returns {Picture}
 */
export function jacobianPicture(width, scene, cell, tall) {
  const room = roomBeside(width), wide = width >= WIDE;
  const matrices = [sortMatrix(scene, cell, room), rankMatrix(scene, room)];
  const high = tall ?? tallest(width);
  const most = tall ?? high - (scene.values.length > MOST_WIRES ? 0 : PATHS);
  const ranks = ranksPanel(scene), above = high < LOW ? [] : [ranks];
  const picture = (/** @type {Side[]} */ sides, share = 1) => {
    const maps = matrices.map((matrix, k) => matrixPanel(matrix, sides[k]));
    if (!wide) return pictureOf(width, [...above.map((panel) => [panel]), maps], high);
    const squares = maps.map((panel) => ({ ...panel, share, aspect: 1, most: Infinity }));
    return pictureOf(width, [[ranks, ...squares]], most);
  };
  const sidesOf = (/** @type {Picture} */ { panels }, left = 0) =>
    panels.slice(left).map(({ at: { box } }) => ({
      width: box.right - box.left,
      height: box.bottom - box.top,
    }));
  const first = picture(matrices.map(() => ({ width: 400, height: 400 })));
  if (!wide) return picture(sidesOf(first, above.length));
  const sides = sidesOf(first), [{ height }] = sides;
  const across = sides.reduce((sum, side) => sum + side.width, 0);
  const square = squareOf(matrices[0], height);
  const map = Math.min(square, (across - RANKS) / 2), share = map / (across - 2 * map);
  const second = picture(sidesOf(first, 1), share);
  return picture(sidesOf(second, 1), share);
}

/**
 * The soft rank of each input as a dot, the hard one as a ring, both in the input's colour.
 * @param {Scene} scene
 * @returns {Panel}
 */
function ranksPanel(scene) {
  const { values, hues, ranks, hardRanks } = scene;
  const n = values.length, room = 0.06 * (n + 4), crowded = n > CROWDED;
  /** @type {Mark[]} */
  const marks = values.flatMap((_, k) => {
    const told = {
      name: `input ${k}`,
      x: [k],
      colour: { share: hues[k] },
      tell: () => rankWords(scene, k, ranks[k], hardRanks[k]),
    };
    return [
      { ...told, kind: "rings", y: [hardRanks[k]], radius: crowded ? 4 : 7 },
      { ...told, kind: "dots", y: [ranks[k]], radius: crowded ? 2.5 : 4 },
    ];
  });
  return {
    title: "ranks: soft dots, hard rings",
    aspect: 0.3,
    most: 180,
    x: { domain: [-room, n - 1 + room], ticks: some(0, n), title: "input: wire" },
    y: { domain: [-room, n - 1 + room], ticks: some(0, n), title: "rank" },
    marks,
  };
}

/**
 * @param {Scene} scene
 * @param {Cell} cell
 * @param {number} room pixels that names have beside it
 * @returns {Matrix}
 */
function sortMatrix(scene, cell, room) {
  const { values, hues, names, sortJacobian, sortSums, outputs, vanished } = scene;
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
    hues: { across: alongOf(hues), down: alongOf(placeHues(scene).slice(outputs[0]), outputs[0]) },
    names: {
      ...{ across: names, down: placeNames(scene)?.slice(outputs[0]) ?? null },
      ...{ numbered: true, room },
    },
  };
}

/**
 * @param {Scene} scene
 * @param {number} room
 * @returns {Matrix}
 */
function rankMatrix(scene, room) {
  const { values, hues, names, rankJacobian, rankSums, rankRounding } = scene;
  return {
    title: "d rank / d x, per unit of value",
    name: "ranks by input",
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
    hues: { across: alongOf(hues), down: alongOf(hues) },
    names: { across: names, down: names, numbered: false, room },
  };
}
