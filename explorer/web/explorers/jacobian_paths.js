// Below the Jacobians: the network with the paths that the chosen derivative takes, or why there is
// none.

import { alphaInForce } from "../choices/in_force.js";
import { NARROW } from "../marks/heights.js";
import { MOST_WIRES, pathsOf } from "../scenes/jacobian.js";
import { element, say } from "../ui/elements.js";
import { noPaths } from "../words/jacobian_cells.js";
import { PATHS } from "./jacobian.js";
import { makeNetwork } from "./network.js";

/** @import { Scene } from "../scenes/jacobian.js" */
/** @import { Store } from "../ui/store.js" */
/** @import { Choices } from "../choices/taken.js" */
/** @import { Scenes } from "./network_scenes.js" */

const AROUND = 104; // pixels of its sentence, of its buttons and of what parts it from the maps

/**
 * The network is made when it is first asked for. Returns how to draw anew, and how to stop.
 * @param {HTMLElement} el
 * @param {Store} store
 * @param {Scenes} scenes
 * @param {(choices: Choices) => Scene} sceneOf
 */
export function makePaths(el, store, scenes, sceneOf) {
  const words = element("p", { class: "diffsort-sentence", "aria-live": "polite" });
  const holder = element("div", { class: "diffsort-paths" });
  el.append(words, holder);
  /** @type {ReturnType<typeof makeNetwork> | null} */
  let network = null;
  const make = () =>
    makeNetwork(holder, scenes, {
      now() {
        const choices = store.now(), { values, labels, relaxation, network } = choices;
        const alpha = alphaInForce(choices);
        const flow = pathsOf(sceneOf(choices), chosenIn(choices));
        const bits = false, below = /** @type {const} */ ("nothing");
        return { values, labels, alpha, relaxation, network, flow, below, bits };
      },
      put: (values) => store.move({ values }),
      pick: (out) => store.change({ out }),
      tall: (width) => width < NARROW ? Infinity : PATHS - AROUND,
    });
  function draw() {
    if (store.now() !== store.chosen()) return; // what passes is neither drawn nor told here
    const scene = sceneOf(store.now()), chosen = chosenIn(store.now());
    const shown = Boolean(pathsOf(scene, chosen));
    say(words, noPaths(chosen, scene.values.length, scene.outputs, MOST_WIRES));
    words.hidden = shown;
    holder.hidden = !shown;
    if (!shown) return;
    if (network) network.draw();
    else network = make();
  }
  draw();
  return { draw, stop: () => network?.stop() };
}

/** @param {Record<string, any>} choices @returns {{out: number | null, into: number | null}} */
export const chosenIn = ({ out, into }) => ({ out, into });
