// Which network sorts: a family's name, or comparators of one's own as text: explorer/wiring.py.

import { DiffsortError } from "./errors.js";
import { MOST_WIRES, NETWORKS } from "./families.js";
import { layersOf } from "./listed.js";
import { network as networkOf } from "./networks.js";

/** @import { Network } from "./networks.js" */

/** What a network is called that is no family's. */
export const OWN_NETWORK = "your own";

/** @param {string} network */
export const isFamily = (network) => Object.hasOwn(NETWORKS, network);

/** @type {{text: string, network: Network} | null} */
let last = null;

/**
 * The network of comparators as text, the same one each time; its last wire is the last that they
 * name.
 * @param {string} text
 */
export function ownNetwork(text) {
  if (last?.text === text) return last.network;
  const layers = layersOf(text).map((comparators) => ({ comparators, stage: 0 }));
  const n = layers.flatMap(({ comparators }) => comparators.flat())
    .reduce((most, wire) => Math.max(most, wire), 0) + 1;
  last = { text, network: networkOf(OWN_NETWORK, n, layers) };
  return last.network;
}

/**
 * The comparators of a network, layer after layer, as they are read.
 * @param {Network} network
 */
export const textOf = ({ low, high }) =>
  Array.from(low, (least, k) => `${least}:${high[k]}`).join(",");

/**
 * A refusal where so many things cannot be sorted by a network.
 * @param {string} network
 * @param {number} count
 * @param {string} [things]
 */
export function fits(network, count, things = "values") {
  if (!isFamily(network)) {
    const { n } = ownNetwork(network);
    if (n === count) return;
    throw new DiffsortError(
      `network must have as many wires as there are ${things}, ${count}, got ${n}`,
    );
  }
  const most = MOST_WIRES[network] ?? count;
  if (count <= most) return;
  throw new DiffsortError(`network ${network} must have at most ${most} ${things}, got ${count}`);
}

/**
 * The network of a choice for so many things.
 * @param {string} network
 * @param {number} count
 * @param {string} [things]
 */
export function wired(network, count, things) {
  fits(network, count, things);
  return isFamily(network) ? NETWORKS[network](count) : ownNetwork(network);
}
