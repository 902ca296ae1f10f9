// The network with its controls: choices in, choices out.

import { sentenceAbove } from "../scenes/network.js";
import { makeFrame } from "../ui/frame.js";
import { makeNetwork } from "./network.js";
import { makeScenes } from "./network_scenes.js";

const BITS = "zeros and ones";

/**
 * What the network is drawn from.
 * @param {Record<string, any>} choices
 */
export function networkChoices({ values, alpha, relaxation, network, below, flow, preset }) {
  return {
    values,
    alpha,
    relaxation,
    network,
    below,
    flow: flow !== null && flow < values.length ? [flow] : null,
    bits: preset === BITS,
  };
}

/** @param {import("./explorers.js").Context} context */
export function showNetwork({ el, setup, store, tools }) {
  const scenes = makeScenes();
  const unjudge = store.judge((choices) => scenes.of(networkChoices(choices)));
  const frame = makeFrame({
    el,
    setup,
    store,
    tools,
    sentenceOf: (choices) => {
      const { run } = scenes.of(networkChoices(choices));
      return sentenceAbove(run, choices.values.length, choices.flow);
    },
  });
  const network = makeNetwork(frame.picture, scenes, {
    now: () => networkChoices(store.now()),
    put: (values) => store.change({ values }),
    pick: (output) => store.change({ flow: store.now().flow === output ? null : output }),
  });
  const unhear = store.hear(network.draw);
  return () => {
    unjudge();
    unhear();
    network.stop();
    frame.stop();
  };
}
