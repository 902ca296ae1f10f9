// What the tests in Python ask of goals: where their targets are in a picture, and what is known of
// how far the choices have come.

import { alphaPicture } from "../../../../explorer/web/explorers/alpha.js";
import { anythingPanels } from "../../../../explorer/web/explorers/anything.js";
import { jacobianPicture } from "../../../../explorer/web/explorers/jacobian.js";
import { panelsOf } from "../../../../explorer/web/explorers/network_sheet.js";
import { frameOf, rankingPicture } from "../../../../explorer/web/explorers/ranking.js";
import { alphaInForce } from "../../../../explorer/web/choices/in_force.js";
import { namedIn, pictureOf } from "../../../../explorer/web/marks/picture.js";
import { place } from "../../../../explorer/web/marks/places.js";
import { aimsOf } from "../../../../explorer/web/marks/targets.js";
import { alphaScene } from "../../../../explorer/web/scenes/alpha.js";
import { anythingScene } from "../../../../explorer/web/scenes/anything.js";
import { jacobianScene } from "../../../../explorer/web/scenes/jacobian.js";
import { wired } from "../../../../explorer/web/scenes/network.js";
import { rankingScene } from "../../../../explorer/web/scenes/ranking.js";
import { makeGoal } from "../../../../explorer/web/ui/goal.js";

/** @typedef {import("../../../../explorer/web/marks/targets.js").Place} Place */

/** @type {Record<string, (choices: any, width: number) => Record<string, Place>>} */
const PANELS = {
  alpha: (choices, width) => namedIn(alphaPicture(width, alphaScene(choices))),
  anything: (choices, width) =>
    namedIn(pictureOf(width, anythingPanels(anythingScene(choices), width))),
  jacobian: (choices, width) =>
    namedIn(jacobianPicture(width, jacobianScene({ ...choices, top: null }), null)),
  network({ network, values, below }, width) {
    const n = values.length, drawn = wired(network, n);
    const laid = { ...drawn, n, depth: drawn.network.depth, below };
    const at = place(laid, width), most = Math.max(...values), least = Math.min(...values);
    const unit = (at.valueBottom - at.valueTop - 24) / (most - least);
    const valueY = (/** @type {number} */ value) => at.valueBottom - 12 - unit * (value - least);
    return panelsOf(/** @type {any} */ ({ network: laid, at, valueY }));
  },
  ranking(choices, width) {
    const scene = rankingScene({
      ...choices,
      focus: choices.ranking_focus,
      transposed: choices.ranking_transpose,
    });
    return namedIn(rankingPicture(width, scene, frameOf(scene, width)));
  },
};

/**
 * @param {string} name
 * @param {any} choices
 * @param {number} width
 */
const panelsIn = (name, choices, width) =>
  PANELS[name](
    { ...choices, alpha: alphaInForce(choices), sameSlope: choices.same_slope },
    width,
  );

/**
 * Where targets are in an explorer's picture.
 * @param {string} name
 * @param {any} choices
 * @param {any[]} targets
 * @param {number} width
 */
export const goalAims = (name, choices, targets, width) =>
  aimsOf(targets, panelsIn(name, choices, width));

/**
 * The same, with the box of the panel of each, and where on its axes it is meant to be.
 * @param {string} name
 * @param {any} choices
 * @param {any[]} targets
 * @param {number} width
 */
export function aims(name, choices, targets, width) {
  const panels = panelsIn(name, choices, width);
  return {
    aims: goalAims(name, choices, targets, width),
    spans: targets.map(({ panel, x, y }) => ({
      box: panels[panel]?.box,
      x: Array.isArray(x) ? x.map(panels[panel].x.place) : null,
      y: Array.isArray(y) ? y.map(panels[panel].y.place) : null,
    })),
  };
}

/**
 * What is known after each of some acts: ["edited", stamp], ["judged", badge, saved], ["wait", ms];
 * and, for each, what listeners were told.
 * @param {number} newest
 * @param {any[][]} acts
 */
export async function goalActs(newest, acts) {
  const goal = makeGoal("Be soft.", newest);
  /** @type {boolean[]} */
  let told = [];
  goal.hear((moved) => told.push(moved));
  const known = [];
  for (const [act, ...given] of acts) {
    told = [];
    if (act === "edited") goal.edited(given[0]);
    if (act === "judged") goal.judged(given[0], given[1]);
    if (act === "wait") await new Promise((resolve) => setTimeout(resolve, given[0]));
    known.push({ now: goal.now()?.step ?? null, targets: goal.targets().length, told });
  }
  goal.stop();
  return known;
}
