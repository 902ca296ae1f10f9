// Which commas of a text separate its numbers, and the words between those that do.
// From explorer/pasted/reading.py, rule for rule.

import { HARD_SPACE } from "./characters.js";
import { coreOf, looksLikeOne, signsOf } from "./pasted_notation.js";
import { isNumber } from "./pasted_words.js";

/** @typedef {import("./pasted_words.js").Word} Word */
/** @typedef {import("./pasted_notation.js").Signs} Signs */
/** @typedef {{loose: Signs, quoted: Signs}} BothSigns */

/**
 * What commas and dots mean in words that are quoted, and in those that are not.
 * @param {Word[]} words
 * @returns {BothSigns}
 */
export function signsIn(words) {
  const rest = words.slice(1);
  const separated = rest.some((word, k) =>
    word.between.includes(",") && isNumber(word) && isNumber(words[k])
  );
  const lines = rest.some((word) => /[\n\t;]/.test(word.between));
  const [only] = words;
  const lone = words.length === 1 && coreOf(only.text) === only.text.replace(/^[+-]+/, "");
  const apart = lines ? "lines" : lone && !only.text.includes(HARD_SPACE) ? "" : "spaces";
  const texts = (/** @type {Word[]} */ some) => some.map((word) => word.text);
  const loose = signsOf(texts(words.filter((word) => !word.quoted)), apart, separated);
  const quoted = texts(words.filter((word) => word.quoted && isNumber(word)));
  return { loose, quoted: signsOf(quoted, lines && !separated ? "lines" : "spaces", false) };
}

/**
 * @param {Word[]} words
 * @param {BothSigns} signs
 * @param {string[]} told
 */
export function splitAtCommas(words, signs, told) {
  return words.flatMap((word) => {
    if (word.quoted || signs.loose.comma !== "separates" || !word.text.includes(",")) return word;
    const parts = word.text.split(",").filter(Boolean);
    if (looksLikeOne(coreOf(word.text)) && !told.length) {
      told.push(`Read ${word.text} as ${parts.length} numbers: commas separate them.`);
    }
    return parts.map((text, k) => ({ ...word, text, between: k ? "," : word.between }));
  });
}
