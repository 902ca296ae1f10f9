// Jacobians, with their controls: choices in, choices out.

import { alphaInForce } from "../choices/in_force.js";
import { cellOf, jacobianScene } from "../scenes/jacobian.js";
import { remembered } from "../scenes/remembered.js";
import { makeChecks } from "../ui/checks.js";
import { showInFrame } from "../ui/frame.js";
import { colouredNow } from "../ui/held.js";
import { makePicture } from "../ui/picture.js";
import { INKS } from "../words/inks.js";
import { jacobianPicture } from "./jacobian.js";
import { chosenIn, makePaths } from "./jacobian_paths.js";
import { makeScenes } from "./network_scenes.js";

/** @import { Context } from "../ui/frame.js" */
/** @import { Choices } from "../choices/taken.js" */

const LABEL = "Soft ranks, and the derivatives of the sort and of the ranks";

/** @param {Context} context */
export function showJacobian(context) {
  const { store } = context, known = remembered(jacobianScene), scenes = makeScenes();
  const sceneOf = (/** @type {Choices} */ choices) => {
    const { values, labels, relaxation, network, sigma, outputs, k } = choices;
    return known({
      values,
      labels,
      alpha: alphaInForce(choices),
      relaxation,
      network,
      sigma,
      top: outputs === "top k" ? k : null,
    });
  };
  return showInFrame({
    ...context,
    judge: sceneOf,
    sentenceOf(choices) {
      const { strength, largest } = sceneOf(choices);
      return `${strength}. ${largest}`;
    },
    makePicture(el) {
      const picture = makePicture(el, {
        label: LABEL,
        legend: INKS,
        plan(width, _, tall) {
          const scene = colouredNow(sceneOf(store.now()));
          const cell = cellOf(scene, chosenIn(store.now()));
          return { picture: jacobianPicture(width, scene, cell, tall), handles: [] };
        },
        picked(choices) {
          const { out, into } = store.now();
          if (choices.out !== out || choices.into !== into) store.change(choices);
        },
      });
      const paths = makePaths(el, store, scenes, sceneOf), parts = [picture, paths];
      const show = makeChecks(el), check = () => show(sceneOf(store.now()).checks);
      check();
      return {
        draw() {
          check();
          parts.forEach(({ draw }) => draw());
        },
        stop: () => parts.forEach(({ stop }) => stop()),
      };
    },
  });
}
