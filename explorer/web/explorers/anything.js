// Things before and after a soft sort, what each place is made of, and its key, as data.

import { digitStrips } from "./anything_digits.js";
import { keysPanel, mixPanel } from "./anything_mix.js";
import { isBeside } from "./anything_plan.js";
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
  const beside = isBeside(scene, width);
  const things = THINGS[scene.kind](scene, width, beside);
  const lower = [mixPanel(scene), keysPanel(scene)];
  if (beside) return [[...things, ...lower.map((panel) => ({ ...panel, aspect: 0.9 }))]];
  const [mix, keys] = lower;
  const low = { aspect: 0.8, most: 270 };
  return [things, [{ ...mix, ...low, share: 0.7 }, { ...keys, ...low }]];
}

/** @type {Record<string, (scene: Scene, width: number, beside: boolean) => Panel[]>} */
const THINGS = {
  "digits": (scene, width) => [digitStrips(scene, width)],
  "table": (scene, width, beside) => tables(scene, width, beside ? 5 : 3),
  "complex numbers": (scene, width, beside) => planes(scene, width, beside ? 4 : 2),
};
