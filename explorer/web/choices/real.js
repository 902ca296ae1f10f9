// Which values Python's float() makes a number of, and which rules such a number is held to:
// diffsort_core/checks.py to the letter.

import { strip, whole } from "../words/characters.js";
import { float, repr } from "../words/repr.js";
import { DiffsortError, general } from "../sort/errors.js";

/** @typedef {(value: unknown, name: string) => any} Rule */

const DIGITS = "[0-9]+(?:_[0-9]+)*";
const NUMERAL = whole(
  `[+-]?(?:${DIGITS}\\.?(?:${DIGITS})?|\\.${DIGITS})(?:[eE][+-]?${DIGITS})?`,
);
const NAMED = /^([+-]?)inf(?:inity)?$/i;

/**
 * Python's float() takes the separators of ASCII for spaces only beside letters that ASCII lacks.
 * @param {string} text
 */
function read(text) {
  const ascii = Array.from(text).every((each) => each < "\x80");
  const word = ascii ? text.replace(/^[\t-\r ]+|[\t-\r ]+$/g, "") : strip(text);
  const named = NAMED.exec(word);
  if (named) return named[1] === "-" ? -Infinity : Infinity;
  return NUMERAL.test(word) ? Number(word.replaceAll("_", "")) : NaN;
}

/**
 * A number, infinity allowed, or a refusal that says what it must be.
 * @param {unknown} value
 * @param {string} name
 * @param {string} [rule]
 */
export function real(value, name, rule = "a number") {
  const known = typeof value === "number" || typeof value === "boolean";
  const number = known ? Number(value) : typeof value === "string" ? read(value) : NaN;
  if (!Number.isNaN(number)) return number;
  throw new DiffsortError(`${name} must be ${rule}, got ${repr(value)}`);
}

/** @type {Rule} */
export function atLeast0(value, name) {
  const number = real(value, name);
  if (number >= 0) return number;
  throw new DiffsortError(`${name} must be at least 0, got ${float(number)}`);
}

/** @type {Rule} */
export function positive(value, name) {
  const rule = "a positive number", number = real(value, name, rule);
  if (0 < number && number < Infinity) return number;
  throw new DiffsortError(`${name} must be ${rule}, got ${str(value)}`);
}

/**
 * @param {number} least
 * @param {number} most
 * @returns {Rule}
 */
export function between(least, most) {
  const rule = `a number in [${general(least)}, ${general(most)}]`;
  return (value, name) => {
    const number = real(value, name, rule);
    if (least <= number && number <= most) return number;
    throw new DiffsortError(`${name} must be ${rule}, got ${str(value)}`);
  };
}

/**
 * A value as it is printed.
 * @param {unknown} value
 */
const str = (value) => typeof value === "string" ? value : repr(value);
