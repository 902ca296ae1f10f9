// The network with its controls: choices in, choices out.

import { alphaInForce } from "../choices/in_force.js";
import { BITS } from "../choices/values.js";
import { sentenceAbove } from "../scenes/network.js";
import { showInFrame } from "../ui/frame.js";
import { makeNetwork } from "./network.js";
import { makeScenes } from "./network_scenes.js";

/** @import { Context } from "../ui/frame.js" */
/** @import { Choices } from "./network_scenes.js" */

/**
 * What the network is drawn from.
 * @param {import("../choices/taken.js").Choices} choices
 * @returns {Choices}
 */
export function networkChoices(choices) {
  const { values, labels, relaxation, network, below, flow, preset } = choices;
  return {
    values,
    labels,
    alpha: alphaInForce(choices),
    relaxation,
    network,
    below,
    flow: flow !== null && flow < values.length ? [flow] : null,
    bits: preset === BITS,
  };
}

/** @param {Context} context */
export function showNetwork(context) {
  const { store, goal } = context;
  const scenes = makeScenes();
  return showInFrame({
    ...context,
    judge: (choices) => void scenes.of(networkChoices(choices)),
    sentenceOf(choices) {
      const { run } = scenes.of(networkChoices(choices));
      return sentenceAbove(run, choices.values.length, choices.flow);
    },
    makePicture: (el) =>
      makeNetwork(el, scenes, {
        now: () => networkChoices(store.now()),
        put: (values) => store.move({ values }),
        goal,
        pick: (output) => store.change({ flow: store.now().flow === output ? null : output }),
      }),
  });
}
