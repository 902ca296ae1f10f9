// Networks one above the other, with the same numbers on their way through each: drag one, and it
// moves in all.

import { alphaInForce } from "../choices/in_force.js";
import { element } from "../ui/elements.js";
import { makeNetwork } from "./network.js";
import { makeScenes } from "./network_scenes.js";

/** @import { Context } from "../ui/frame.js" */
/** @import { Choices } from "./network_scenes.js" */

/** @typedef {{words: string, networks: Choices["network"][]}} Beside what stands above, and all */

/** @param {Context} context whose setup is of a Beside, too */
export function showBeside({ el, setup, store }) {
  const { words, networks } = /** @type {Context["setup"] & Beside} */ (setup);
  const root = element("div", { class: "diffsort diffsort-beside" });
  root.append(element("p", { class: "diffsort-sentence" }, words));
  el.append(root);
  const parts = networks.map((network) => {
    const scenes = makeScenes();
    /** @returns {Choices} */
    const now = ({ values, alpha, relaxation } = store.now()) => ({
      values,
      alpha: alphaInForce({ values, alpha }),
      relaxation,
      network,
      below: "nothing",
      flow: null,
      bits: false,
    });
    const holder = element("div");
    root.append(holder);
    const drawn = makeNetwork(holder, scenes, {
      now,
      put: (values) => store.move({ values }),
      pick: null,
    });
    /** @type {(() => void)[]} */
    const stops = [
      store.judge((choices) => scenes.of(now(choices))),
      store.hear(drawn.draw),
      drawn.stop,
    ];
    return stops;
  });
  return () => parts.flat().forEach((stop) => stop());
}
