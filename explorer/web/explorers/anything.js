// Things before and after a soft sort, what each place is made of, and its key, as data.

import { BAR } from "../marks/colour_bar.js";
import { NARROW } from "../marks/heights.js";
import { AROUND, besideOf, pictureOf, RIGHT, SPACE } from "../marks/picture.js";
import { keysPanel, mixPanel } from "./anything_mix.js";
import { isBeside, ROWS } from "./anything_plan.js";
import { rows } from "./anything_rows.js";
import { tables } from "./anything_table.js";

/** @import { Panel } from "../marks/panel.js" */
/** @import { Scene } from "./anything_plan.js" */

/** How high the panels below the things are at most; those beside are as high as the things. */
const LOW = 160;

/**
 * Panels, row by row, in a page of so many pixels.
 * @param {Scene} scene
 * @param {number} width
 * @returns {Panel[][]}
 */
export function anythingPanels(scene, width) {
  const lower = [mixPanel(scene), keysPanel(scene)], beside = isBeside(scene, width);
  const left = besideOf([...lower, WORDS]), draw = drawOf(scene);
  if (beside) {
    const inner = width - RIGHT - 3 * left - 2 * SPACE - BAR;
    const things = draw(scene, inner / 2), { aspect = 1, most = Infinity } = things;
    const high = { aspect: 0.9, most: Math.max(Math.min(aspect * inner / 2, most), LOW) };
    return [[things, ...lower.map((panel) => ({ ...panel, ...high }))]];
  }
  const most = width < NARROW ? 1.4 * LOW : LOW;
  const [mix, keys] = lower.map((panel) => ({ ...panel, aspect: 0.8, most }));
  return [[draw(scene, width - RIGHT - left)], [{ ...mix, share: 0.7 }, keys]];
}

/**
 * In so many pixels; where a stage says how high, the things alone.
 * @param {number} width
 * @param {Scene} scene
 * @param {number} [tall]
 */
export function anythingPicture(width, scene, tall) {
  if (tall === undefined) return pictureOf(width, anythingPanels(scene, width));
  const across = width - RIGHT - besideOf([WORDS]);
  return pictureOf(width, [[drawOf(scene)(scene, across, tall - AROUND)]], tall);
}

/** @param {Scene} scene */
const drawOf = ({ kind }) => kind === "table" ? tables : rows;

/** What is written beside the things, for how much room it takes. */
const WORDS = /** @type {Panel} */ ({
  title: "",
  x: { domain: [0, 1] },
  y: { domain: [0, 1], ticks: ROWS.map((words) => [0, words]), title: " " },
  marks: [],
});
