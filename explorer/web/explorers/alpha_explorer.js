// What alpha does, with its controls: choices in, choices out.

import { alphaInForce } from "../choices/in_force.js";
import { alphaScene, namedAt } from "../scenes/alpha.js";
import { remembered } from "../scenes/remembered.js";
import { showInFrame } from "../ui/frame.js";
import { colouredNow } from "../ui/held.js";
import { makePicture } from "../ui/picture.js";
import { INKS } from "../words/inks.js";
import { alphaHandles, alphaMoved, alphaPicture } from "./alpha.js";

/** @import { Context } from "../ui/frame.js" */
/** @import { Choices } from "../choices/taken.js" */

const LABEL = "Soft maxima, and the soft sort over alpha";

/** @param {Context} context */
export function showAlpha(context) {
  const { store } = context;
  const known = remembered(alphaScene);
  const sceneOf = (/** @type {Choices} */ choices) => {
    const { values, relaxation, network, a, b, same_slope: sameSlope } = choices;
    const alpha = alphaInForce(choices);
    return known({ values, alpha, relaxation, network, a, b, sameSlope });
  };
  /** @type {1 | -1} */
  let side = 1; // where the curves are named
  return showInFrame({
    ...context,
    judge: sceneOf,
    sentenceOf: (choices) => sceneOf(choices).description,
    makePicture: (el) =>
      makePicture(el, {
        label: LABEL,
        legend: INKS,
        plan(width, dragged, tall) {
          const now = sceneOf(store.now());
          if (!dragged) side = now.maxima.side;
          const scene = colouredNow(namedAt(now, side));
          return { picture: alphaPicture(width, scene, tall), handles: alphaHandles(scene) };
        },
        moved: (name, x) => void store.move(alphaMoved(sceneOf(store.now()), name, x)),
      }),
  });
}
