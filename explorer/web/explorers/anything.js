// Things before and after a soft sort, what each place is made of, and its key, as data.

import { digitStrips } from "./anything_digits.js";
import { keysPanel, mixPanel } from "./anything_mix.js";
import { isBeside, tablesInRow } from "./anything_plan.js";
import { planes } from "./anything_plane.js";
import { tables } from "./anything_table.js";

/** @import { Panel } from "../marks/panel.js" */
/** @import { Scene } from "./anything_plan.js" */

/**
 * Panels, row by row, in a page of so many pixels.
 * @param {Scene} scene
 * @param {number} width
 * @returns {Panel[][]}
 */
export function anythingPanels(scene, width) {
  const beside = isBeside(scene, width), [mix, keys] = [mixPanel(scene), keysPanel(scene)];
  const rows = THINGS[scene.kind](scene, width, beside);
  if (beside) return [[...rows[0], { ...mix, aspect: 0.9 }, { ...keys, aspect: 0.9 }]];
  const low = { aspect: 0.8, most: 270 };
  return [...rows, [{ ...mix, ...low, share: 0.7 }, { ...keys, ...low }]];
}

/** @type {Record<string, (scene: Scene, width: number, beside: boolean) => Panel[][]>} */
const THINGS = {
  "digits": (scene, width) => [[digitStrips(scene, width)]],
  "table": (scene, width, beside) => {
    const inRow = tablesInRow(scene, width), all = tables(scene, width, beside ? 5 : inRow);
    return inRow > 1 ? [all] : all.map((panel) => [panel]);
  },
  "complex numbers": (scene, width, beside) => [planes(scene, width, beside ? 4 : 2)],
};
