// What the tests in Python ask of the pictures of soft ranks: panels as data with what is said of
// every point, as they are drawn, and what is dragged in them.

import * as ranking from "../../../../explorer/web/explorers/ranking.js";
import * as plan from "../../../../explorer/web/explorers/ranking_plan.js";
import { heldOn, rankingScene } from "../../../../explorer/web/scenes/ranking.js";
import { pictureOf } from "../../../../explorer/web/marks/picture.js";
import { nudged } from "../../../../explorer/web/ui/handles.js";
import { seen } from "./pictures.js";

/** @typedef {import("../../../../explorer/web/scenes/ranking.js").Choices} Choices */
/** @typedef {import("../../../../explorer/web/marks/panel.js").Point} Point */

export { rowsOf } from "../../../../explorer/web/explorers/ranking_frame.js";
export { decades, wholeTicks } from "../../../../explorer/web/explorers/ranking_plan.js";
export const lineTitle = plan.lineTitle;
export const rankingWords = (/** @type {boolean} */ transposed) => ({
  ...plan.wordsOf(transposed),
  sigma: plan.BY_SIGMA,
});

/**
 * @param {Choices} choices
 * @param {number} [width]
 */
export function rankingShown(choices, width = 900) {
  const scene = rankingScene(choices), frame = ranking.frameOf(scene, width);
  const told = (/** @type {any} */ mark) => {
    const each = Array.from((mark.kind === "map" ? mark.values : mark.x) ?? []);
    const asked = (/** @type {string} */ what) => each.map((_, k) => mark[what]?.(k) ?? null);
    return { ...mark, told: asked("tell"), picked: asked("pick"), lit: asked("lights") };
  };
  return {
    panels: ranking.rankingPicture(width, scene, frame).panels.map((panel) => ({
      ...panel,
      marks: panel.marks.map(told),
    })),
    handles: ranking.rankingHandles(scene, frame),
    frame,
  };
}

/**
 * @param {Choices} choices
 * @param {number} width
 * @param {Point[]} [points]
 * @param {string | null} [lit]
 */
export function rankingDrawn(choices, width, points = [], lit = null) {
  const scene = rankingScene(choices);
  const picture = ranking.rankingPicture(width, scene, ranking.frameOf(scene, width));
  return seen(picture, points, lit);
}

/** The ranges of its axes. @param {Choices} choices */
export function rankingAxes(choices) {
  const scene = rankingScene(choices);
  return {
    means: plan.meansRange(scene),
    sigmas: plan.sigmaRange(scene),
    shares: plan.sharesEnd(scene),
  };
}

/**
 * The choices that a handle makes where it is put.
 * @param {Choices} choices
 * @param {string} name
 * @param {number} x
 */
export const rankingMoved = (choices, name, x) =>
  ranking.rankingMoved(rankingScene(choices), name, x);

/**
 * The same by keys, one after the other.
 * @param {Choices} choices
 * @param {string} name
 * @param {string[]} keys
 */
export function rankingKeys(choices, name, keys) {
  let now = choices;
  return keys.map((key) => {
    const scene = rankingScene(now);
    const handles = ranking.rankingHandles(scene, ranking.frameOf(scene, 900));
    const handle = handles.find((each) => each.name === name);
    const to = handle && nudged(handle, key, 1);
    if (to) {
      const { ranking_focus: focus = now.focus, ...made } = ranking.rankingMoved(
        scene,
        name,
        to[0],
      );
      now = { ...now, ...made, focus };
    }
    return now;
  });
}

/**
 * What is drawn of some choices while a hand is on the picture that shows others.
 * @param {Choices} choices
 * @param {Choices} before
 */
export function rankingHeld(choices, before) {
  const frame = ranking.frameOf(rankingScene(before), 900);
  const scene = heldOn(rankingScene(choices), frame.line);
  const [line, , curves] = ranking.rankingPicture(900, scene, frame).panels;
  const axes = [line.x, line.y, curves.x, curves.y].map(({ domain }) => domain);
  return {
    axes,
    high: line.most,
    kernel: scene.kernel,
    handles: ranking.rankingHandles(scene, frame),
  };
}

/**
 * The names that the dots of a mark without one light, each pointed at in turn.
 * @param {number[]} x
 */
export function litBy(x) {
  /** @type {import("../../../../explorer/web/marks/panel.js").Panel} */
  const panel = {
    title: "dots",
    x: { domain: [0, 4] },
    y: { domain: [0, 4] },
    marks: [{
      kind: "dots",
      x,
      y: x,
      colour: "text",
      tell: String,
      lights: (k) => `row ${k}`,
    }],
  };
  const picture = pictureOf(600, [[panel]]), { panels: [{ at }] } = picture;
  const points = x.map((each) => ({ x: at.x.place(each), y: at.y.place(each) }));
  return seen(picture, points, null).pointed.map((found) => found?.name);
}
