// What the tests in Python ask of explorer/web/words.

export { number, percent } from "../../../../explorer/web/words/number.js";
export { labelled, ticks } from "../../../../explorer/web/words/ticks.js";
export { readNumbers } from "../../../../explorer/web/words/pasted.js";
export { reprNumber, reprText, written } from "../../../../explorer/web/words/repr.js";
export { gradientWords, pathWords } from "../../../../explorer/web/words/flow.js";
export { fsum } from "../../../../explorer/web/words/fsum.js";
export { action, softestEnd, stages } from "../../../../explorer/web/words/layers.js";
export {
  description,
  legend,
  sentences,
  strength,
  title,
} from "../../../../explorer/web/words/sentences.js";
export { note } from "../../../../explorer/web/words/zero_one.js";

import { Generator } from "../../../../explorer/web/sort/generator.js";

/** @param {number} seed @param {[number, number, number]} asked */
export const integers = (seed, ...asked) => new Generator(seed).integers(...asked);

/** @param {number} seed @param {[number, number]} asked */
export const choice = (seed, ...asked) => new Generator(seed).choice(...asked);
