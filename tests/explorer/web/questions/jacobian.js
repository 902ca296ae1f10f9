// What the tests in Python ask of the pictures of the Jacobian explorer.

import { jacobianPicture } from "../../../../explorer/web/explorers/jacobian.js";
import { paintPicture, pointedIn, wordsIn } from "../../../../explorer/web/marks/picture.js";
import {
  cellOf,
  jacobianScene,
  pathsOf,
  roundingOfRanks as rounding,
} from "../../../../explorer/web/scenes/jacobian.js";
import { noPaths } from "../../../../explorer/web/words/jacobian_cells.js";
import { inThree } from "../../../../explorer/web/words/number.js";
import { PEN, recording } from "./recorder.js";

/** @typedef {import("../../../../explorer/web/scenes/jacobian.js").Choices} Choices */
/** @typedef {{out: number | null, into: number | null}} Chosen */

export { inThree, noPaths };

/**
 * Panels as data with what is said of every point of a mark and what it chooses; the words, the
 * boxes and what some points are at; in so many pixels.
 * @param {Choices} choices
 * @param {Chosen} chosen
 * @param {number} width
 * @param {{x: number, y: number}[]} [points]
 */
export function jacobianShown(choices, chosen, width, points = []) {
  const scene = jacobianScene(choices),
    picture = jacobianPicture(width, scene, cellOf(scene, chosen));
  const told = (/** @type {any} */ mark) => {
    const ks = Array.from(mark.values ?? mark.x ?? [], (_, k) => k);
    return { ...mark, told: mark.tell && ks.map(mark.tell), picks: mark.pick && ks.map(mark.pick) };
  };
  const ink = recording();
  paintPicture(ink, picture, PEN);
  return {
    panels: picture.panels.map(({ at: { box }, ...panel }) => ({
      ...panel,
      box,
      marks: panel.marks.map(told),
    })),
    words: wordsIn(picture),
    width: picture.width,
    strokes: ink.strokes,
    pointed: points.map((point) => pointedIn(picture, point)),
  };
}

/** @param {Choices} choices @param {Chosen} chosen */
export function chosenCell(choices, chosen) {
  const scene = jacobianScene(choices);
  return { cell: cellOf(scene, chosen), paths: pathsOf(scene, chosen) };
}

/** @param {number[]} values */
export const roundingOfRanks = (values) => rounding(Float64Array.from(values));
