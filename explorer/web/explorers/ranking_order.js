// The order matrix as a map, with the soft and the hard mean of each row.

import { alongOf, placeHues } from "../scenes/hues.js";
import { longestOf, namedTicks } from "../marks/lettering.js";
import { placeNames } from "../scenes/placed.js";
import { number } from "../words/number.js";
import { placeName, toldOfMeans, wireName } from "../words/ranking.js";
import { sharesEnd, wholeTicks, wordsOf } from "./ranking_plan.js";

/** @import { Colour } from "../marks/inks.js" */
/** @import { Mark, Panel } from "../marks/panel.js" */
/** @import { Frame } from "./ranking_frame.js" */
/** @import { Scene } from "./ranking_plan.js" */

/** So many rows, and what stands at each is smaller. */
export const MANY = 24;

/**
 * The colour of a place in the hard sort: that of the input which it holds.
 * @param {Scene} scene
 * @param {number} place
 * @returns {Colour}
 */
export const inkOfPlace = ({ hues, sortedWires }, place) => ({ share: hues[sortedWires[place]] });

/**
 * What belongs to a row of the matrix, and to the curve of its mean: the place of its value in the
 * hard sort, the wire of that value, and what marks of it have in common.
 * @param {Scene} scene
 * @param {number} row
 */
export function rowOf(scene, row) {
  const { transposed, sortedWires } = scene;
  const place = transposed ? row : sortedWires.indexOf(row), wire = sortedWires[place];
  return {
    colour: inkOfPlace(scene, place),
    name: `wire ${wire}`,
    pick: () => ({ ranking_focus: wire }),
  };
}

/**
 * What is said of the means of a row, or of such as it has at another sigma.
 * @param {Scene} scene
 * @param {number} row
 * @param {number} [mean]
 */
export function toldOfRow(scene, row, mean) {
  const { transposed, values, names, places, means, hardMeans } = scene;
  const name = transposed ? placeName(row, places[row]) : wireName(row, values[row], names);
  return toldOfMeans(name, transposed, mean ?? means[row], hardMeans[row]);
}

/** Pixels of a row at least beside which a name stands, and between two beside each other. */
const [LINE, APART] = [13, 4];

/**
 * What is called by name along both axes of the matrix.
 * @param {Scene} scene
 * @param {Frame} frame
 */
function ticksOfOrder(scene, { cells: { wide, high }, beside }) {
  const { names, transposed, values } = scene, numbers = { ticks: wholeTicks(values.length) };
  const named = (/** @type {boolean} */ place, /** @type {number} */ room) =>
    namedTicks(place ? placeNames(scene) : names, room, 0, place);
  const rows = high >= LINE ? named(transposed, beside) : null;
  const across = named(!transposed, wide - APART);
  return {
    x: across ? { ticks: across } : numbers,
    y: rows ? { ticks: rows, room: longestOf(rows) } : numbers,
  };
}

/**
 * @param {Scene} scene
 * @param {Frame} frame
 * @returns {Panel}
 */
export function orderMap(scene, frame) {
  const { values, places, transposed, order, means, hardMeans, focus, chosen } = scene;
  const n = values.length, words = wordsOf(transposed);
  const [wireOf, placeOf] = [0, 1].map((which) => (/** @type {number} */ k) =>
    Number(transposed) === which ? Math.floor(k / n) : k % n
  );
  const rows = Array.from({ length: n }, (_, row) => ({ row, ...rowOf(scene, row) }));
  const around = [-0.5, n - 0.5], at = transposed ? focus : chosen;
  const [across, down] = transposed
    ? [[at - 0.5, at + 0.5], around]
    : [around, [at - 0.5, at + 0.5]];
  /** @type {{most: number, colour: Colour}} */
  const shades = { most: sharesEnd(scene), colour: { sign: 1 } };
  /** @type {Mark[]} */
  const marks = [
    {
      kind: "map",
      values: order,
      columns: n,
      shades,
      tell: (k) =>
        `${wireName(wireOf(k), values[wireOf(k)], scene.names)} and ${
          placeName(placeOf(k), places[placeOf(k)])
        }: a share of ${number(order[k])}`,
      pick: (k) => ({ ranking_focus: wireOf(k) }),
      lights: (k) => rows[Math.floor(k / n)].name,
    },
    {
      kind: "frames",
      colour: "text",
      width: 1.5,
      boxes: [{ left: across[0], right: across[1], top: down[0], bottom: down[1] }],
    },
    ...rows.map(({ row, name, pick }) => /** @type {Mark} */ ({
      kind: "rings",
      x: [hardMeans[row]],
      y: [row],
      colour: "quiet",
      radius: Math.min(Math.max(4.5, 120 / n), 7),
      name,
      pick,
      tell: () => toldOfRow(scene, row),
    })),
    ...rows.map(({ row, ...shown }) => /** @type {Mark} */ ({
      ...shown,
      kind: "dots",
      x: [means[row]],
      y: [row],
      radius: n > MANY ? 2.5 : 4,
      tell: () => toldOfRow(scene, row),
    })),
  ];
  /** @type {[number, number]} */
  const domain = [-0.5, n - 0.5];
  const ticks = ticksOfOrder(scene, frame);
  const byWire = [scene.hues, placeHues(scene)], hues = transposed ? byWire.reverse() : byWire;
  return {
    title: words.order,
    aspect: 0.85,
    most: 280,
    x: { domain, ...ticks.x, title: words.across, hues: alongOf(hues[1]) },
    y: {
      ...{ domain, ...ticks.y, title: words.down },
      ...{ downwards: true, hues: alongOf(hues[0]) },
    },
    bar: shades,
    marks,
  };
}
