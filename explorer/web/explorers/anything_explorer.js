// Soft sorts of things that are more than a number, with their controls: choices in, choices out.

import { anythingScene } from "../scenes/anything.js";
import { remembered } from "../scenes/remembered.js";
import { showInFrame } from "../ui/frame.js";
import { makePicture } from "../ui/picture.js";
import { anythingPicture } from "./anything.js";

/** @import { Context } from "../ui/frame.js" */
/** @import { Choices } from "../choices/taken.js" */

const LABEL = "Things before and after a soft sort, and what each place is made of";

/** @param {Context} context */
export function showAnything(context) {
  const { store, goal } = context;
  const known = remembered(anythingScene);
  /** @param {Choices} choices */
  const sceneOf = (
    { material, comparator, alpha, column, descending, pieces, sample, table, network },
  ) =>
    known({
      material,
      comparator,
      alpha,
      column,
      descending,
      pieces,
      sample,
      table,
      network,
    });
  return showInFrame({
    ...context,
    judge: sceneOf,
    sentenceOf: (choices) => sceneOf(choices).description,
    sortedOf: (choices) => sceneOf(choices).keysBefore,
    makePicture: (el) =>
      makePicture(el, {
        label: LABEL,
        goal,
        plan: (width, _, tall) => ({
          picture: anythingPicture(width, sceneOf(store.now()), tall),
          handles: [],
        }),
      }),
  });
}
