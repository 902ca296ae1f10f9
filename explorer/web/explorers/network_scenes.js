// The run that is drawn, computed once for its choices, and its network's drawing, made once for
// the network.

import { networkScene, wired } from "../scenes/network.js";

/** @typedef {import("../scenes/network.js").Choices} Choices */
/** @typedef {{drawn: ReturnType<typeof wired>, run: ReturnType<typeof networkScene>}} Scene */
/** @typedef {ReturnType<typeof makeScenes>} Scenes */

export function makeScenes() {
  let known = { wires: "", run: "" };
  /** @type {Scene | null} */
  let last = null;
  return {
    /**
     * The same object while the choices are the same. Throws a DiffsortError for what cannot be
     * drawn.
     * @param {Choices} choices
     */
    of(choices) {
      const wires = JSON.stringify([choices.network, choices.values.length]);
      const run = JSON.stringify(choices);
      if (last && run === known.run) return last;
      const drawn = last && wires === known.wires
        ? last.drawn
        : wired(choices.network, choices.values.length);
      last = { drawn, run: networkScene(drawn, choices) };
      known = { wires, run };
      return last;
    },
  };
}
