// Where a derivative flows in a run, in words: explorer/scenes/flow.py to the letter.

import { nameOf } from "./names.js";
import { number } from "./number.js";

/**
 * One output's derivative on its way back: what it comes to, and for each column on which wires it
 * is. shares: what each wire carries of it, column by column.
 * @param {number} output
 * @param {ArrayLike<number>[]} shares
 * @param {string[] | null} [names]
 */
export function gradientWords(output, shares, names = null) {
  const gradient = `Gradient of output ${output}`;
  return {
    words: `${gradient}, from right to left. It goes ${shared(shares[0], "to", "input", names)}.`,
    sentences: sentencesOf(gradient, shares),
  };
}

/**
 * A derivative of the sort by its names and as a number.
 * @param {number} out
 * @param {number} into
 * @param {number} derivative
 * @param {string[] | null} [names]
 */
export const derivativeWords = (out, into, derivative, names = null) =>
  `d sorted[${out}] / d ${nameOf(names, into, `x[${into}]`)} = ${number(derivative)}`;

/**
 * The same of the paths from an input to an output, and of the derivative that they add up to.
 * @param {number} out
 * @param {number} into
 * @param {number} derivative
 * @param {ArrayLike<number>[]} shares
 * @param {string[] | null} [names]
 */
export function pathWords(out, into, derivative, shares, names = null) {
  const what = derivativeWords(out, into, derivative, names);
  return { words: `${what}, and the paths that it takes.`, sentences: sentencesOf(what, shares) };
}

/**
 * @param {string} what
 * @param {ArrayLike<number>[]} shares
 */
const sentencesOf = (what, shares) =>
  shares.map((column, k) => {
    const place = k ? `after layer ${k} of ${shares.length - 1}` : "at the input";
    return `${what}, ${place}: ${shared(column, "on", "wire")}.`;
  });

/**
 * The three largest shares and where they are, and of how many others none is larger.
 * @param {ArrayLike<number>} shares
 * @param {string} on
 * @param {string} noun
 * @param {string[] | null} [names] of what the noun counts
 */
function shared(shares, on, noun, names = null) {
  const sizes = Array.from(shares, Math.abs), least = 1e-12 * Math.max(...sizes);
  const order = [...sizes.keys()].sort((a, b) => sizes[b] - sizes[a])
    .filter((place) => sizes[place] > least);
  if (!order.length) return `nothing ${on} any ${noun}`;
  const words = order.slice(0, 3)
    .map((place) => `${number(shares[place])} ${on} ${nameOf(names, place, `${noun} ${place}`)}`)
    .join(", ");
  const others = order.length - 3;
  if (others > 0) {
    return `${words}, and no more ${on} ${others === 1 ? "one other" : `any of ${others} others`}`;
  }
  return order.length < shares.length ? `${words}, and ${on} no other` : words;
}

/**
 * That there is no output whose gradient could be followed, where one was asked for.
 * @param {number} n
 * @param {number | null} flow
 */
export const missingOutput = (n, flow) =>
  flow !== null && flow >= n ? `There is no output ${flow}: the last is ${n - 1}.` : "";
