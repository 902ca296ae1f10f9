// What the network explorer says of one run: explorer/scenes/network.py to the letter.

import { INKS } from "./inks.js";
import { number } from "./number.js";
import { sums } from "./sums.js";

/**
 * The relaxation and its alpha.
 * @param {string} relaxation
 * @param {number} alpha
 */
export const strength = (relaxation, alpha) => `${relaxation}, alpha = ${number(alpha)} per unit`;

/**
 * @param {string} name
 * @param {number} n
 * @param {string} strength
 */
export function title(name, n, strength) {
  const capitalized = name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase();
  return `${capitalized} network on ${n} ${n === 1 ? "wire" : "wires"}, ${strength}`;
}

/**
 * For each column what has happened so far. actions: what each layer does; columns: what every wire
 * holds before, between and after them; inversions: how many there are in each column.
 * @param {string[]} actions
 * @param {ArrayLike<number>[]} columns
 * @param {ArrayLike<number>} inversions
 */
export function sentences(actions, columns, inversions) {
  const said = sums(columns), depth = actions.length;
  if (!depth) return [`One value is sorted already: no layers. Sum ${said[0][0]}.`];
  return said.map(([total, kept], k) => {
    const place = k
      ? `After layer ${k} of ${depth}, which ${actions[k - 1]}`
      : `Input, before layer 1 of ${depth}`;
    return `${place}. Sum ${total}${kept}. Inversions: ${inversions[k]}.`;
  });
}

/**
 * The run in words: what came in and what came out, and what else is to be said.
 * @param {string} title
 * @param {string[]} sentences
 * @param {string[]} others
 */
export function description(title, sentences, ...others) {
  const [first, ...rest] = sentences;
  return [`${title}.`, first, ...rest.slice(-1), ...others].filter(Boolean).join(" ");
}

/**
 * What the strands and the arrows mean.
 * @param {boolean} mixes
 * @param {boolean} flows
 */
export function legend(mixes, flows) {
  const width = flows
    ? "share of the derivative; blue is positive, dashed orange negative"
    : mixes
    ? "mixing weight"
    : "derivative (log-sum-exp has no mixing weights)";
  const arrows = "Arrows point to the wire that receives the maximum: crossed where the larger" +
    " share changes wires, dashed where it stays.";
  return `Strand width: ${width}. ${arrows}${flows ? "" : ` ${INKS}`}`;
}
