// What the tests in Python ask of the pictures of SortAnything: panels as data, with all that is said
// of them, and how they are laid out and drawn.

import { anythingPanels } from "../../../../explorer/web/explorers/anything.js";
import * as plan from "../../../../explorer/web/explorers/anything_plan.js";
import { written } from "../../../../explorer/web/explorers/anything_table.js";
import { anythingScene } from "../../../../explorer/web/scenes/anything.js";
import { ribbonsOf } from "../../../../explorer/web/scenes/ribbons.js";
import { caption, complex, madeOf } from "../../../../explorer/web/words/anything.js";
import { shown } from "./pictures.js";

/** @typedef {import("../../../../explorer/web/scenes/anything.js").Choices} Choices */
/** @typedef {import("../../../../explorer/web/marks/panel.js").Point} Point */

export { caption, complex, ribbonsOf, written as cellWords };

/**
 * Its panels, row by row, with what every mark says of each of its points.
 * @param {Choices} choices
 * @param {number} width
 */
export function anythingShown(choices, width) {
  const told = (/** @type {any} */ mark) => ({
    ...mark,
    told: mark.tell
      ? Array.from(
        mark.kind === "ribbon" ? [0] : mark.values ?? mark.x,
        (_, /** @type {number} */ k) => mark.tell(k),
      )
      : null,
  });
  return anythingPanels(anythingScene(choices), width).map((row) =>
    row.map((panel) => ({ ...panel, marks: panel.marks.map(told) }))
  );
}

/**
 * The same as it is drawn.
 * @param {Choices} choices
 * @param {number} width
 * @param {Point[]} [points]
 * @param {string | null} [lit]
 */
export const anythingDrawn = (choices, width, points = [], lit = null) =>
  shown(width, anythingPanels(anythingScene(choices), width), points, lit);

/**
 * Titles, and how far axes go.
 * @param {Choices} choices
 */
export function anythingPlan(choices) {
  const scene = anythingScene(choices), shade = plan.shadeOf(scene);
  return {
    titles: [plan.MIX, plan.KEYS, ...plan.ROWS, plan.thingsTitle(scene)],
    keys: plan.keysRange(scene),
    plane: plan.planeEnd(scene),
    shades: Array.from(scene.keysAfter, shade),
    counted: [plan.counted(scene.n), plan.counted(scene.n, 12, 1)],
  };
}

/**
 * Where things stand in two rows.
 * @param {number} n
 * @param {number} across
 */
export function rowsAt(n, across) {
  const { middle, ...rows } = plan.rowsOf(n, across);
  return { ...rows, middles: Array.from({ length: n }, (_, k) => middle(k)) };
}

/**
 * Where a table stands before and after.
 * @param {number} rows
 * @param {number} columns
 * @param {number} across
 */
export const tablesAt = (rows, columns, across) => plan.tablesOf(rows, columns, across);

/** @param {number[]} shares */
export const partsOf = (shares) => madeOf(shares, (thing) => `thing ${thing}`);
