// What the tests in Python ask of the gallery: its pictures as data and as they are drawn, its table.

import {
  galleryColumns,
  galleryPicture,
  KINDS,
} from "../../../../explorer/web/explorers/gallery.js";
import { outputName } from "../../../../explorer/web/explorers/gallery_tell.js";
import { rowWords } from "../../../../explorer/web/explorers/gallery_table.js";
import { paintPicture, pointedIn, wordsIn } from "../../../../explorer/web/marks/picture.js";
import { tilesOf } from "../../../../explorer/web/marks/tiles.js";
import { galleryScene } from "../../../../explorer/web/scenes/gallery.js";
import * as table from "../../../../explorer/web/words/gallery_table.js";
import { PEN, recording } from "./recorder.js";

/** @typedef {import("../../../../explorer/web/marks/panel.js").Panel} Panel */
/** @typedef {import("../../../../explorer/web/marks/panel.js").Point} Point */
/** @typedef {import("../../../../explorer/web/scenes/gallery.js").Choices} Choices */

export const galleryKinds = () => KINDS;

/**
 * Columns of tiles as they are drawn, and what is said of what some points are at.
 * @param {number} width
 * @param {Panel[][]} columns
 * @param {Point[]} [points]
 */
export const tilesDrawn = (width, columns, points) => pictureDrawn(tilesOf(width, columns), points);

/**
 * @param {import("../../../../explorer/web/marks/picture.js").Picture} picture
 * @param {Point[]} [points]
 */
function pictureDrawn(picture, points = []) {
  const ink = recording();
  paintPicture(ink, picture, PEN);
  return {
    width: picture.width,
    height: picture.height,
    boxes: picture.panels.map(({ at }) => at.box),
    bars: picture.panels.map(({ bar }) => Boolean(bar)),
    strokes: ink.strokes,
    words: wordsIn(picture),
    pointed: points.map((point) => pointedIn(picture, point)),
  };
}

/**
 * @param {Choices} choices
 * @param {number} width
 * @param {Point[]} [points]
 */
export const galleryDrawn = (choices, width, points) =>
  pictureDrawn(galleryPicture(width, galleryScene(choices)), points);

/**
 * Its panels, with all that their marks say and choose.
 * @param {Choices} choices
 */
export function galleryShown(choices) {
  const all = (/** @type {any} */ mark, /** @type {"tell" | "pick"} */ what) =>
    mark[what]
      ? Array.from(mark.values ?? mark.x, (_, /** @type {number} */ k) => mark[what](k))
      : null;
  return galleryColumns(galleryScene(choices)).map((column) =>
    column.map((panel) => ({
      ...panel,
      marks: panel.marks.map((mark) => ({
        ...mark,
        told: all(mark, "tell"),
        picks: all(mark, "pick"),
      })),
    }))
  );
}

/** @param {Choices} choices */
export function galleryTable(choices) {
  const scene = galleryScene(choices), { methods, values: { length: n } } = scene;
  const chosen = outputName(scene, scene.chosen);
  return {
    heads: table.HEADS,
    rows: methods.map((method) => rowWords(method, n, chosen)),
    caption: table.captionWords(n, chosen, 0.01),
    key: table.keyWords(chosen),
  };
}

/**
 * What is at the same place of each of some tiles, a share of its sides from its left and its top: a
 * mark says which of its points it is.
 * @param {number} width
 * @param {Panel[][]} columns
 * @param {number} across
 * @param {number} down
 */
export function galleryPointed(width, columns, across, down) {
  const told = columns.map((column) =>
    column.map((panel) => ({
      ...panel,
      marks: panel.marks.map((mark) => ({ ...mark, tell: String })),
    }))
  );
  const picture = tilesOf(width, /** @type {any} */ (told));
  return picture.panels.map(({ at: { box: { left, right, top, bottom } } }) =>
    pointedIn(picture, {
      x: left + across * (right - left),
      y: top + down * (bottom - top),
    })
  );
}
