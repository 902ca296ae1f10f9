// Networks one above the other, with the same numbers on their way through each: drag one, and it moves in all.

import { element } from "../ui/elements.js";
import { makeNetwork } from "./network.js";
import { makeScenes } from "./network_scenes.js";

/** @param {import("./explorers.js").Context} context */
export function showBeside({ el, setup, store }) {
  const root = element("div", { class: "diffsort diffsort-explorer" });
  root.append(element("p", { class: "diffsort-sentence" }, setup.words));
  el.append(root);
  const parts = setup.networks.map((/** @type {any} */ network) => {
    const scenes = makeScenes();
    const now = ({ values, alpha, relaxation } = store.now()) => ({
      values,
      alpha,
      relaxation,
      network,
      below: /** @type {const} */ ("nothing"),
      flow: null,
      bits: false,
    });
    const holder = element("div");
    root.append(holder);
    const drawn = makeNetwork(holder, scenes, {
      now,
      put: (values) => store.change({ values }),
      pick: null,
    });
    return {
      drawn,
      stops: [store.judge((choices) => scenes.of(now(choices))), store.hear(drawn.draw)],
    };
  });
  return () => {
    for (const { drawn, stops } of parts) {
      stops.forEach((stop) => stop());
      drawn.stop();
    }
  };
}
