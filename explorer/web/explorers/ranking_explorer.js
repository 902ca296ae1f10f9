// Soft ranks with their controls: choices in, choices out.

import { alphaInForce } from "../choices/in_force.js";
import { heldOn, rankingScene } from "../scenes/ranking.js";
import { remembered } from "../scenes/remembered.js";
import { showInFrame } from "../ui/frame.js";
import { colouredNow } from "../ui/held.js";
import { makePicture } from "../ui/picture.js";
import { INKS } from "../words/inks.js";
import { frameOf, rankingHandles, rankingMoved, rankingPicture } from "./ranking.js";

/** @import { Context } from "../ui/frame.js" */
/** @import { Choices } from "../scenes/ranking.js" */
/** @import { Frame } from "./ranking_frame.js" */
/** @typedef {Choices & {ranking_focus: number, ranking_transpose: boolean}} Chosen */

const LABEL = "Values under the ranking kernel, their order matrix, and ranks against sigma";

/** @param {Context} context */
export function showRanking(context) {
  const { store } = context;
  const known = remembered(rankingScene);
  const sceneOf = (/** @type {any} */ choices) => {
    const { values, labels, relaxation, network, sigma } = /** @type {Chosen} */ (choices);
    const alpha = alphaInForce(choices);
    const { ranking_focus: focus, ranking_transpose: transposed } = choices;
    return known({ values, labels, alpha, relaxation, network, sigma, focus, transposed });
  };
  /** @type {Frame | null} */
  let held = null;
  return showInFrame({
    ...context,
    judge: sceneOf,
    sentenceOf: (choices) => sceneOf(choices).description,
    makePicture: (el) =>
      makePicture(el, {
        label: LABEL,
        legend: INKS,
        inputs: () => store.now().values,
        plan(width, dragged, tall) {
          const now = sceneOf(store.now());
          const frame = held = dragged && held ? held : frameOf(now, width, tall);
          const scene = colouredNow(dragged ? heldOn(now, frame.line) : now);
          return {
            picture: rankingPicture(width, scene, frame, tall),
            handles: rankingHandles(scene, frame),
          };
        },
        moved: (name, x) => void store.move(rankingMoved(sceneOf(store.now()), name, x)),
        picked: (choices) => void store.change(choices),
        click: true,
      }),
  });
}
