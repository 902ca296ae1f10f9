// Several sorts of one vector side by side, with their controls: choices in, choices out.

import { alphaInForce } from "../choices/in_force.js";
import { tilesOf } from "../marks/tiles.js";
import { galleryScene } from "../scenes/gallery.js";
import { remembered } from "../scenes/remembered.js";
import { showInFrame } from "../ui/frame.js";
import { colouredNow } from "../ui/held.js";
import { makePicture } from "../ui/picture.js";
import { INKS } from "../words/inks.js";
import { galleryColumns } from "./gallery.js";
import { makeTable } from "./gallery_table.js";

/** @import { Context } from "../ui/frame.js" */
/** @import { Choices } from "../choices/taken.js" */

const ROOMY = 900; // pixels on a stage, where letters are larger
const LABEL = "Results, soft permutations and Jacobians, a column a method";

/** @param {Context} context */
export function showGallery(context) {
  const { store } = context;
  const known = remembered(galleryScene);
  const sceneOf = (/** @type {Choices} */ { values, labels, alpha, network, ...own }) =>
    known({
      ...{ values, labels, alpha: alphaInForce({ values, alpha }), network },
      compared: own.gallery_methods,
      ...{ output: own.gallery_output, sameSlope: own.same_slope },
    });
  return showInFrame({
    ...context,
    judge: sceneOf,
    sentenceOf: (choices) => sceneOf(choices).description,
    makePicture(el) {
      const { draw, stop } = makePicture(el, {
        label: LABEL,
        legend: INKS,
        plan: (width, _, tall) => ({
          picture: tilesOf(
            width,
            galleryColumns(colouredNow(sceneOf(store.now())), tall !== undefined && width < ROOMY),
            tall,
          ),
          handles: [],
        }),
        picked: (choices) => void store.change(choices),
        click: true,
      });
      const write = makeTable(el);
      write(sceneOf(store.now()));
      return {
        draw() {
          draw();
          write(sceneOf(store.now()));
        },
        stop,
      };
    },
  });
}
