// Words beside pasted numbers: headers and units are left out and names kept, with a remark, or
// refused.
// From explorer/pasted/reading.py, rule for rule.

import { DiffsortError } from "../sort/errors.js";
import { first, whole } from "./characters.js";
import { named } from "./names.js";
import { NUMBER, UNIT } from "./pasted_notation.js";
import { isNumber } from "./pasted_words.js";
import { refuse } from "./refusals.js";
import { reprText } from "./repr.js";

/** @typedef {import("./pasted_words.js").Word} Word */

const MULTIPLIERS = ["k", "M", "bn", "mn", "thousand", "million", "billion", "Mio", "Mrd"];
const UNIT_BEHIND = whole(` *${UNIT}`);

/**
 * Without a first line of words over other lines.
 * @param {Word[]} words
 * @param {string[]} told
 */
export function withoutHeader(words, told) {
  const header = words.filter((word) => word.line === words[0].line);
  if (header.length === words.length || header.some(isNumber)) return words;
  const text = header.map((word) => word.text).join(" ");
  told.push(`Left out the first line: ${first(text, 40)}.`);
  return words.slice(header.length);
}

/**
 * Without the one unit that stands at every number, or at the last alone.
 * @param {Word[]} words
 * @param {string[]} told
 */
export function withoutUnit(words, told) {
  /** @type {Word[]} */
  const kept = [];
  /** @type {string[]} */
  const units = [];
  for (const word of words) {
    const found = NUMBER.exec(word.text)?.groups;
    const before = kept.at(-1);
    if (found) units.push(found.unit || found.currency);
    else if (before && isNumber(before) && UNIT_BEHIND.test(word.between + word.text)) {
      units.push(units.pop() || word.text);
      continue;
    }
    kept.push(word);
  }
  const [unit, other] = new Set(units.filter(Boolean));
  if (unit === undefined) return kept;
  refuseUnits(units, unit, other);
  told.push(unit === "%" ? "Left out the percent sign." : `Left out the unit: ${unit}.`);
  return kept;
}

/**
 * @param {string[]} units
 * @param {string} unit
 * @param {string | undefined} other
 */
function refuseUnits(units, unit, other) {
  const got = `got ${reprText(unit)}`;
  if (other !== undefined) {
    throw new DiffsortError(
      `values must all have one unit; got ${reprText(other)} beside ${reprText(unit)}`,
    );
  }
  if (MULTIPLIERS.includes(unit)) {
    throw new DiffsortError(`values must be written out in digits; ${got}`);
  }
  const several = units.filter((each) => each === unit).length > 1;
  if (units.includes("", units.indexOf(unit)) || (units.includes("") && several)) {
    throw new DiffsortError(`values must all have one unit, or none; ${got}`);
  }
}

/**
 * Words are the names of the numbers, or left out, where all lines of a table have them in the same
 * places, or refused.
 * @param {Word[]} words
 * @param {string[]} told
 * @returns {string[] | null}
 */
export function namesOf(words, told) {
  const others = words.filter((word) => !isNumber(word));
  if (!others.length) return null;
  const alone = words[words.length - 1].line === 0;
  const lines = alone ? partsOf(words) : linesOf(words);
  const shapes = lines.map((line) => line.map((word) => isNumber(word) ? "n" : "w").join(""))
    .map((shape) => shape.replace(/w+/g, "w"));
  lines.forEach((line, k) => {
    if (shapes[k] === shapes[0] && shapes[k].includes("n")) return;
    refuse((line.find((word) => !isNumber(word)) ?? others[0]).text);
  });
  const apart = words.slice(1).every((word) => /^[ \t;,]*$/.test(word.between));
  if (alone && (shapes[0] !== "wn" || !apart)) refuse(others[0].text);
  const names = lines.map((line) => {
    const texts = line.filter((word) => !isNumber(word)).map((word) => word.text);
    return named(texts.join(" ").replace(/:+$/, ""));
  });
  if (["wn", "nw"].includes(shapes[0]) && names.every(Boolean)) {
    told.push(`Read the words beside the numbers as names, such as ${names[0]}.`);
    return names;
  }
  const name = first(others[0].text, 40).replace(/:+$/, "");
  told.push(`Left out the words beside the numbers, such as ${name}.`);
  return null;
}

/**
 * The words of one line, between its commas and semicolons.
 * @param {Word[]} words
 */
function partsOf(words) {
  /** @type {Word[][]} */
  const parts = [];
  for (const word of words) {
    if (!parts.length || /[,;]/.test(word.between)) parts.push([]);
    parts[parts.length - 1].push(word);
  }
  return parts;
}

/** @param {Word[]} words */
function linesOf(words) {
  /** @type {Map<number, Word[]>} */
  const lines = new Map();
  for (const word of words) {
    const line = lines.get(word.line) ?? [];
    lines.set(word.line, line);
    line.push(word);
  }
  return [...lines.values()];
}

/**
 * A remark on a table of several columns of numbers.
 * @param {string} text
 * @param {Word[]} words
 */
export function columnsOf(text, words) {
  const lengths = linesOf(words).map((line) => line.filter(isNumber).length);
  const table = /[\t;]/.test(text) || !words.every(isNumber);
  if (new Set(lengths).size > 1 || lengths[0] < 2 || lengths.length < 2 || !table) return [];
  return [`Read ${lengths[0]} columns, row by row.`];
}
