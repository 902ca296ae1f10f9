// What is to be said of a network of one's own: explorer/wiring.py to the letter.

import { OWN_NETWORK } from "../sort/wiring.js";
import { MOST_TRIED, witnessOf } from "../sort/zero_one.js";

/** @import { Network } from "../sort/networks.js" */

/**
 * That a network of one's own does not sort everything, or is too wide to find out; nothing of any
 * other.
 * @param {Network} network
 */
function doubt(network) {
  if (network.name !== OWN_NETWORK) return "";
  if (network.n > MOST_TRIED) {
    return `Whether this network sorts is not known: only up to ${MOST_TRIED} wires are all zeros` +
      " and ones tried.";
  }
  const witness = witnessOf(network);
  if (!witness) return "";
  return "This network does not sort: under the hard maximum it makes" +
    ` ${hardSorted(network, witness).join(" ")} of ${witness.join(" ")}.`;
}

/**
 * Words of a soft sort, and what is to be said of its network.
 * @param {string} words
 * @param {Network} network
 */
export const withDoubt = (words, network) => [words, doubt(network)].filter(Boolean).join(" ");

/**
 * @param {Network} network
 * @param {number[]} values
 */
function hardSorted({ low, high }, values) {
  const wires = [...values];
  low.forEach((least, k) => {
    const [a, b] = [wires[least], wires[high[k]]];
    [wires[least], wires[high[k]]] = [Math.min(a, b), Math.max(a, b)];
  });
  return wires;
}

/**
 * What a menu calls a network of one's own.
 * @param {Network} network
 */
export const ownNetworkWords = ({ n, size }) =>
  `own network (${n} wires, ${size} comparator${size === 1 ? "" : "s"})`;
