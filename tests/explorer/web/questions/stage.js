// What the tests in Python ask of the stage.

import { anythingPicture } from "../../../../explorer/web/explorers/anything.js";
import { alphaPicture } from "../../../../explorer/web/explorers/alpha.js";
import { galleryColumns } from "../../../../explorer/web/explorers/gallery.js";
import { jacobianPicture } from "../../../../explorer/web/explorers/jacobian.js";
import { withRoom } from "../../../../explorer/web/explorers/network_sheet.js";
import {
  frameOf,
  rankingHandles,
  rankingPicture,
} from "../../../../explorer/web/explorers/ranking.js";
import { place } from "../../../../explorer/web/marks/places.js";
import { tilesOf } from "../../../../explorer/web/marks/tiles.js";
import { alphaScene } from "../../../../explorer/web/scenes/alpha.js";
import { anythingScene } from "../../../../explorer/web/scenes/anything.js";
import { galleryScene } from "../../../../explorer/web/scenes/gallery.js";
import { jacobianScene } from "../../../../explorer/web/scenes/jacobian.js";
import { wired } from "../../../../explorer/web/scenes/network.js";
import { rankingScene } from "../../../../explorer/web/scenes/ranking.js";
import { actOf } from "../../../../explorer/web/ui/stage_keys.js";

export { fresh } from "../../../../explorer/web/choices/fresh.js";
export { stageIn, withStage } from "../../../../explorer/web/hosts/fragment_stage.js";
export { zoomFor } from "../../../../explorer/web/ui/wall.js";

/** @typedef {import("../../../../explorer/web/marks/picture.js").Picture} Picture */

/** @type {Record<string, (choices: any, width: number, tall: number) => Picture>} */
const PICTURES = {
  alpha: (choices, width, tall) => alphaPicture(width, alphaScene(choices), tall),
  anything: (choices, width, tall) => anythingPicture(width, anythingScene(choices), tall),
  gallery: (choices, width, tall) =>
    tilesOf(width, galleryColumns(galleryScene(choices), true), tall),
  jacobian: (choices, width, tall) => jacobianPicture(width, jacobianScene(choices), null, tall),
  ranking(choices, width, tall) {
    const scene = rankingScene(choices);
    return rankingPicture(width, scene, frameOf(scene, width, tall), tall);
  },
};

/**
 * How large a picture is on a stage, and its panels.
 * @param {string} name
 * @param {any} choices
 * @param {number} width
 * @param {number} tall
 */
export function pictureOnStage(name, choices, width, tall) {
  if (name === "network") {
    const { network, ...layout } = wired(choices.network, choices.values.length);
    const { n, depth } = network;
    const all = { ...layout, n, depth, below: choices.below };
    const drawn = withRoom(all, width, tall), at = place(drawn, width, tall);
    return { width: at.width, height: at.height, boxes: [], below: drawn.below, row: at.row };
  }
  const { panels, ...size } = PICTURES[name](choices, width, tall);
  return { ...size, boxes: panels.map(({ at }) => at.box) };
}

/**
 * The titles of the panels that the handles of soft ranks are in.
 * @param {any} choices
 * @param {number} width
 * @param {number} tall
 */
export function rankingHandlesOnStage(choices, width, tall) {
  const scene = rankingScene(choices), frame = frameOf(scene, width, tall);
  const { panels } = rankingPicture(width, scene, frame, tall);
  return rankingHandles(scene, frame).map(({ name, panel }) => [name, panels[panel].title]);
}

/**
 * What a key does over an element, by the selectors that it matches.
 * @param {any} event
 * @param {string[]} kinds
 */
export const keyOnStage = (event, kinds) =>
  actOf(event, {
    matches: (selector) => kinds.some((kind) => selector.split(/, */).includes(kind)),
  });
