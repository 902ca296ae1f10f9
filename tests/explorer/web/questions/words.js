// What the tests in Python ask of explorer/web/words: what is a typed array there is one here.

import { Generator } from "../../../../explorer/web/sort/generator.js";
import { PRESETS } from "../../../../explorer/web/sort/presets.js";
import * as flow from "../../../../explorer/web/words/flow.js";
import * as layers from "../../../../explorer/web/words/layers.js";
import * as said from "../../../../explorer/web/words/sentences.js";

export { drawn } from "../../../../explorer/web/sort/presets.js";
export { firstPlace, fixed } from "../../../../explorer/web/words/decimal.js";
export { fsum } from "../../../../explorer/web/words/fsum.js";
export { action, stages } from "../../../../explorer/web/words/layers.js";
export { number, percent } from "../../../../explorer/web/words/number.js";
export { asText } from "../../../../explorer/web/words/pasted_named.js";
export { readNumbers } from "../../../../explorer/web/words/pasted.js";
export { reprNumber, reprText, written } from "../../../../explorer/web/words/repr.js";
export { description, legend, strength, title } from "../../../../explorer/web/words/sentences.js";
export { bound, labelled, ticks } from "../../../../explorer/web/words/ticks.js";
export { note } from "../../../../explorer/web/words/zero_one.js";

/** @param {number[][]} rows */
const typed = (rows) => rows.map((row) => Float64Array.from(row));

/** @param {string[]} actions @param {number[][]} columns @param {number[]} inversions */
export const sentences = (actions, columns, inversions) =>
  said.sentences(actions, typed(columns), Int32Array.from(inversions));

/** @param {number} output @param {number[][]} shares @param {string[] | null} names */
export const gradientWords = (output, shares, names = null) =>
  flow.gradientWords(output, typed(shares), names);

/**
 * @param {number} out
 * @param {number} into
 * @param {number} derivative
 * @param {number[][]} shares
 * @param {string[] | null} names
 */
export const pathWords = (out, into, derivative, shares, names) =>
  flow.pathWords(out, into, derivative, typed(shares), names);

/** @param {number[][]} weights */
export const softestEnd = (weights) => layers.softestEnd(typed(weights));

/** @param {number} seed @param {[number, number, number]} asked */
export const integers = (seed, ...asked) => new Generator(seed).integers(...asked);

/** @param {number} seed @param {[number, number]} asked */
export const choice = (seed, ...asked) => new Generator(seed).choice(...asked);

export const presets = () => Object.keys(PRESETS);
