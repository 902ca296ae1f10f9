// What is refused wherever it stands among pasted numbers, and how many are too many.
// From explorer/pasted/reading.py and explorer/numbers.py, rule for rule.

import { DiffsortError } from "../sort/errors.js";
import { DIGIT, whole } from "./characters.js";
import { NUMBER } from "./pasted_notation.js";
import { refuse, short } from "./refusals.js";

const MAX_WIRES = 256;
const MISSING = ["nan", "inf", "infinity", "na", "n/a", "#n/a", "none", "null"];
const DATE = whole(
  `${DIGIT}{1,4}([\\-/.])${DIGIT}{1,2}\\1${DIGIT}{1,4}(T[^\\n]*)?|${DIGIT}{1,2}:${DIGIT}{2}[^\\n]*`,
);
const DIGITS_FIRST = new RegExp(`^[+\\-]?[.,]?${DIGIT}`, "u");

/**
 * Refuse a word that is no number, no unit and no name, wherever it stands.
 * @param {string} word
 */
export function refuseAlone(word) {
  if (MISSING.includes(word.toLowerCase().replace(/^[+-]+/, ""))) {
    throw new DiffsortError(`values must be finite; got ${short(word)}`);
  }
  if (DATE.test(word)) {
    throw new DiffsortError(`values must be numbers, not dates or times; got ${short(word)}`);
  }
  const found = NUMBER.exec(word)?.groups;
  if (!found && DIGITS_FIRST.test(word)) refuse(word);
  if (found && ["e", "E", "j", "J", "L"].includes(found.unit)) refuse(word); // in some language
}

/** @param {number} count */
export function refuseCount(count) {
  if (!count) throw new DiffsortError("values must hold at least one value, got none");
  if (count > MAX_WIRES) {
    throw new DiffsortError(`values must hold at most ${MAX_WIRES} numbers, got ${count}`);
  }
}
