// How each kind of choice is written in an address, and read or refused there.

import { DiffsortError } from "../sort/errors.js";
import { short } from "../words/refusals.js";
import { json, numeral } from "./json.js";

/** @typedef {{write: (value: any) => string, read: (text: string, name: string) => any}} Codec */

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const PER_UNIT = "/unit";
const INFINITY = "infinity";
const NONE = "none";
const SUITED = "suited";
const DEEPEST = 4;

/** @param {string} name @param {string} rule @param {string} text @returns {never} */
function refused(name, rule, text) {
  throw new DiffsortError(`${name} must be ${rule}, got ${short(text)}`);
}

/** @type {Codec} */
const number = {
  write: numeral,
  read(text, name) {
    const value = NUMBER.test(text) ? Number(text) : NaN;
    return Number.isFinite(value) ? value : refused(name, "a number", text);
  },
};

/** @type {Codec} */
const numbers = {
  write: (values) => Array.from(values, numeral).join(","),
  read: (text, name) => text.split(",").map((each) => number.read(each, name)),
};

/**
 * An inverse temperature says of what: alpha = 1 per unit of the values; or that it suits them.
 * @type {Codec}
 */
const alpha = {
  write(value) {
    if (value === null) return SUITED;
    return value === INFINITY || value === Infinity ? INFINITY : numeral(value) + PER_UNIT;
  },
  read(text, name) {
    if (text === SUITED) return null;
    if (text === INFINITY) return INFINITY;
    if (text.endsWith(PER_UNIT)) return number.read(text.slice(0, -PER_UNIT.length), name);
    return refused(
      name,
      `a number with its unit, such as 1${PER_UNIT}, ${INFINITY} or ${SUITED}`,
      text,
    );
  },
};

/** @type {Codec} */
const text = { write: (value) => value, read: (given) => given };

/** @type {Codec} */
const toggle = {
  write: (value) => value ? "yes" : "no",
  read: (given, name) =>
    given === "yes" || given === "no" ? given === "yes" : refused(name, "yes or no", given),
};

/** @type {Codec} */
const optional = {
  write: (value) => value === null ? NONE : numeral(value),
  read: (given, name) => given === NONE ? null : number.read(given, name),
};

/** Rows, pairs: whatever is lists of numbers, and nothing. @type {Codec} */
const lists = {
  write: (value) => value === null ? NONE : json(value),
  read(given, name) {
    const rule = "lists of numbers";
    let value;
    try {
      value = given === NONE ? null : JSON.parse(given);
    } catch {
      refused(name, rule, given);
    }
    return value === null || isLists(value, DEEPEST) ? value : refused(name, rule, given);
  },
};

/** @param {any} value @param {number} depth @returns {boolean} */
const isLists = (value, depth) =>
  Array.isArray(value)
    ? depth > 0 && value.every((each) => isLists(each, depth - 1))
    : Number.isFinite(value);

/** Names between commas; a comma within one, and a lone "none", have a backslash. @type {Codec} */
const names = {
  write(labels) {
    if (!labels) return NONE;
    const escaped = (/** @type {string} */ each) => each.replace(/[\\,]/g, "\\$&");
    const text = labels.map(escaped).join(",");
    return text === NONE ? `\\${NONE}` : text;
  },
  read(given) {
    if (given === NONE) return null;
    const found = given.match(/(?:[^\\,]|\\[^])+/gu) ?? [""];
    return found.map((each) => each.replace(/\\([^])/gu, "$1"));
  },
};

/** @type {Record<string, Codec>} */
const SHARED = {
  values: numbers,
  labels: names,
  alpha,
  sigma: number,
  relaxation: text,
  network: text,
  preset: text,
  seed: number,
};
/** @type {Record<string, Codec>} */
const KINDS = {
  choice: text,
  toggle,
  whole: number,
  optional,
  linear: number,
  logarithmic: number,
};

/** What an earlier version's links name, which is written no more. @type {Record<string, Codec>} */
const EARLIER = { sharpness: number };

/**
 * The choices of an explorer by name: those that all share, and its own by the kinds of their
 * fields.
 * @param {{own: Record<string, any>}} setup
 * @returns {Record<string, Codec>}
 */
export const codecsOf = ({ own }) => ({
  ...SHARED,
  ...(own.material && EARLIER),
  ...Object.fromEntries(
    Object.entries(own).map(([name, { kind }]) => [name, KINDS[kind] ?? lists]),
  ),
});
