// What the tests in Python ask of the pictures of SortAnything: panels as data, with all that is said
// of them, and how they are laid out and drawn.

import { anythingPanels } from "../../../../explorer/web/explorers/anything.js";
import * as plan from "../../../../explorer/web/explorers/anything_plan.js";
import { written } from "../../../../explorer/web/explorers/anything_table.js";
import { anythingScene } from "../../../../explorer/web/scenes/anything.js";
import { groupsOf } from "../../../../explorer/web/scenes/groups.js";
import { caption, complex, madeOf } from "../../../../explorer/web/words/anything.js";
import { shown } from "./pictures.js";

/** @typedef {import("../../../../explorer/web/scenes/anything.js").Choices} Choices */
/** @typedef {import("../../../../explorer/web/marks/panel.js").Point} Point */

export { caption, complex, groupsOf, written as cellWords };

/**
 * Its panels, row by row, with what every mark says of each of its points.
 * @param {Choices} choices
 * @param {number} width
 */
export function anythingShown(choices, width) {
  const told = (/** @type {any} */ mark) => ({
    ...mark,
    told: mark.tell
      ? Array.from(mark.values ?? mark.x, (_, /** @type {number} */ k) => mark.tell(k))
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
    titles: [plan.MIX, plan.KEYS, ...plan.PLANES, ...plan.STRIPS],
    table: plan.tableTitles(scene),
    digits: plan.digitsTitle(scene),
    keys: plan.keysRange(scene),
    plane: plan.planeEnd(scene),
    shades: Array.from(scene.keysAfter, shade),
    counted: [plan.counted(scene.n), plan.counted(scene.n, 12, 1)],
  };
}

/**
 * Where pictures stand.
 * @param {number} n
 * @param {number} across
 */
export function stripsAt(n, across) {
  const strips = plan.stripsOf(n, across);
  const corners = [0, 1, 2].map((strip) =>
    Array.from({ length: n }, (_, k) => {
      const { left, top } = strips.at(strip, k);
      return [left, top];
    })
  );
  return { corners, middles: [0, 1, 2].map(strips.middle), sides: [strips.across, strips.down] };
}

/** @param {number[]} shares */
export const partsOf = (shares) => madeOf(shares, (thing) => `thing ${thing}`);
