// What the tests in Python ask of how large pictures are: each live explorer's, by its name.

import { alphaPicture } from "../../../../explorer/web/explorers/alpha.js";
import { galleryPicture } from "../../../../explorer/web/explorers/gallery.js";
import { jacobianPicture, PATHS } from "../../../../explorer/web/explorers/jacobian.js";
import {
  frameOf,
  rankingHandles,
  rankingPicture,
} from "../../../../explorer/web/explorers/ranking.js";
import { tallest } from "../../../../explorer/web/marks/heights.js";
import { wordsIn } from "../../../../explorer/web/marks/picture.js";
import { place } from "../../../../explorer/web/marks/places.js";
import { alphaScene } from "../../../../explorer/web/scenes/alpha.js";
import { galleryScene } from "../../../../explorer/web/scenes/gallery.js";
import { jacobianScene, MOST_WIRES } from "../../../../explorer/web/scenes/jacobian.js";
import { wired } from "../../../../explorer/web/scenes/network.js";
import { rankingScene } from "../../../../explorer/web/scenes/ranking.js";

/** @typedef {import("../../../../explorer/web/marks/picture.js").Picture} Picture */
/** @typedef {import("../../../../explorer/web/marks/panel.js").Box} Box */

/** @type {Record<string, (choices: any, width: number) => Picture>} */
const PICTURES = {
  alpha: (choices, width) => alphaPicture(width, alphaScene(choices)),
  ranking(choices, width) {
    const scene = rankingScene(choices);
    return rankingPicture(width, scene, frameOf(scene, width));
  },
  jacobian: (choices, width) => jacobianPicture(width, jacobianScene(choices), null),
  gallery: (choices, width) => galleryPicture(width, galleryScene(choices)),
};

/** @param {string} name @param {any} choices @param {number} width */
export const drawnBy = (name, choices, width) => PICTURES[name](choices, width);

/**
 * How high an explorer's picture is, with what else its element has, where its panels stand, and
 * whether each has words along both of its axes or none.
 * @param {string} name
 * @param {any} choices
 * @param {number} width
 */
export function pictureFits(name, choices, width) {
  if (name === "network") return networkFits(choices, width);
  const picture = PICTURES[name](choices, width), { height, panels } = picture;
  const paths = name === "jacobian" && choices.values.length <= MOST_WIRES ? PATHS : 0;
  return {
    width: picture.width,
    height: height + paths,
    most: tallest(width),
    boxes: panels.map(({ at }) => at.box),
    titles: panels.map(({ x, y }) => [x.title, y.title]),
    words: wordsIn(picture),
  };
}

/**
 * Its views as boxes, from the names of the stages to those of the layers.
 * @param {any} choices
 * @param {number} width
 */
function networkFits({ network, values, below }, width) {
  const n = values.length, drawn = wired(network, n);
  const at = place({ ...drawn, n, depth: drawn.network.depth, below }, width);
  const { left, right, wiresTop, wiresBottom, valueTop, valueBottom } = at;
  const views = [{ left, right, top: wiresTop, bottom: wiresBottom }];
  if (below !== "nothing") views.push({ left, right, top: valueTop, bottom: valueBottom });
  return {
    width: at.width,
    height: at.height,
    most: tallest(width),
    boxes: views,
    wires: Array.from({ length: n }, (_, wire) => at.y(wire)),
    thick: at.thick,
    radius: at.radius,
    every: at.every,
    row: at.row,
  };
}

/**
 * How far apart in pixels the handles of values stand that are in rows, and how high its line is.
 * @param {any} choices
 * @param {number} width
 */
export function rankingRows(choices, width) {
  const scene = rankingScene(choices), frame = frameOf(scene, width);
  const { at } = rankingPicture(width, scene, frame).panels[0];
  const values = rankingHandles(scene, frame).filter(({ name }) => Number.isInteger(Number(name)));
  return {
    kernel: at.y.place(0) - at.y.place(1),
    box: at.box,
    line: at.y.place(0),
    heights: values.map(({ y }) => at.y.place(y)),
  };
}
