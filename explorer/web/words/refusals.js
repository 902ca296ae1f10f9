// What is not taken, and why: each message names the argument, the rule and the value.

import { DiffsortError } from "../sort/errors.js";
import { first, HARD_SPACE } from "./characters.js";
import { reprText } from "./repr.js";

/**
 * A word as a message quotes it.
 * @param {string} word
 */
export const short = (word) => reprText(first(word, 40).replaceAll(HARD_SPACE, " "));

/**
 * @param {string} word
 * @returns {never}
 */
export function refuse(word) {
  throw new DiffsortError(`values must be numbers such as 5, -1, 9.5; got ${short(word)}`);
}
