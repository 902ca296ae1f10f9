// Numbers pasted as text: a list, a column, a copied table; read, or refused with the reason and
// the word. explorer/pasted/reading.py, rule for rule; the rules are a table of cases:
// tests/explorer/pasted/cases.json.

import { DiffsortError } from "../sort/errors.js";
import { DIGIT, HARD_SPACE, SPACE } from "./characters.js";
import { signsIn, splitAtCommas } from "./pasted_commas.js";
import { pairsIn } from "./pasted_named.js";
import { NUMBER, plain } from "./pasted_notation.js";
import { refuseAlone, refuseCount } from "./pasted_refused.js";
import { columnsOf, namesOf, withoutHeader, withoutUnit } from "./pasted_tables.js";
import { isNumber, normal, spacesBetween, wordsOf } from "./pasted_words.js";
import { refuse, short } from "./refusals.js";
import { written } from "./repr.js";

/** @typedef {import("./pasted_words.js").Word} Word */
/** @typedef {import("./pasted_commas.js").BothSigns} BothSigns */

const IN_BRACKETS = new RegExp(`\\(([${DIGIT}.,]*${DIGIT})\\)`, "u");
const BRACKETS = new RegExp(`${SPACE}|[\\[\\](){}]`, "gu");

/**
 * Pasted numbers, and in a sentence or more how they were read: empty where there was but one way.
 * Where a tab, a line break or ; separates, a comma is a decimal sign; otherwise commas and spaces
 * separate. Brackets are ignored. Words beside the numbers are their names, where each number has a
 * line, or a part of one, of its own. Throws a DiffsortError that says why and names the word.
 * @param {string} text
 */
export function readNumbers(text) {
  const pairs = pairsIn(text);
  if (pairs) {
    const found = read(pairs.numbers);
    if (!found.labels && found.values.length === pairs.names.length) {
      return { ...found, labels: pairs.names };
    }
  }
  return read(text);
}

/** @param {string} text */
function read(text) {
  text = normal(text);
  let words = wordsOf(text);
  const signs = signsIn(words);
  /** @type {string[]} */
  const told = [];
  words = splitAtCommas(words, signs, told);
  for (const word of words) refuseAlone(word.text);
  words = withoutUnit(withoutHeader(words, told), told);
  const labels = namesOf(words, told);
  const values = words.filter(isNumber).map((word) => valueOf(word, signs, told));
  refuseCount(values.length);
  told.push(...spacesBetween(text), ...bracketsIn(text), ...columnsOf(text, words));
  return { values, remark: told.join(" "), labels };
}

/**
 * @param {Word} word
 * @param {BothSigns} signs
 * @param {string[]} told
 */
function valueOf(word, signs, told) {
  const { sign = "", core = "" } = NUMBER.exec(word.text)?.groups ?? {};
  const [digits, ways] = plain(core, word.quoted ? signs.quoted : signs.loose);
  if (!digits) refuse(word.text);
  const value = Number(sign + digits);
  if (!Number.isFinite(value)) {
    throw new DiffsortError(`values must be finite; got ${short(word.text)}`);
  }
  if (ways.length && !told.some((remark) => ways.every((way) => remark.includes(way)))) {
    const raw = (sign + core).replaceAll(HARD_SPACE, " ");
    told.push(`Read ${raw} as ${written(value)}: ${ways.join(", ")}.`);
  }
  return value;
}

/**
 * A remark on words such as (5), which could have been meant as -5.
 * @param {string} text
 */
function bracketsIn(text) {
  const found = IN_BRACKETS.exec(text);
  if (!found || text.replace(BRACKETS, "") === found[1]) return [];
  return [`Read ${found[0]} as ${found[1]}: brackets are left out.`];
}
