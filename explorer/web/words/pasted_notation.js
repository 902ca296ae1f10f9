// What the signs within pasted numbers mean: whether a comma is a decimal sign, groups thousands or
// separates two numbers. explorer/pasted/notation.py, rule for rule.

import { DiffsortError } from "../sort/errors.js";
import { DIGIT, HARD_SPACE, whole } from "./characters.js";
import { reprText } from "./repr.js";

/**
 * What a comma and a dot are in one text.
 * @typedef {{comma: "decimal" | "thousands" | "separates", dot: "decimal" | "thousands"}} Signs
 */

export const UNIT = "[A-Za-z%‰°µμΩ€$£¥][A-Za-z%‰°µμΩ€$£¥/²³]*";
/** A word that may be a number: its currency sign or unit may stand in the same word. */
export const NUMBER = whole(
  `(?<sign>[+-]?)(?<currency>[€$£¥]?)` +
    `(?<core>[.,]?\\d[\\d.,'’${HARD_SPACE}]*(?:[eE][+-]?\\d+)?)(?<unit>(?:${UNIT})?)`,
);
const THREE = `${DIGIT}{3}`;
const COMMA_THOUSANDS = whole(`[1-9]${DIGIT}{0,2}(,${THREE})+(\\.${DIGIT}*)?`);
const COMMA_DECIMAL = whole(
  `(${DIGIT}+|${DIGIT}{1,3}(?:([.'’${HARD_SPACE}])${THREE})(?:\\2${THREE})*)` +
    `,${DIGIT}+([eE][+-]?${DIGIT}+)?`,
);
const DOT_THOUSANDS = whole(`[1-9]${DIGIT}{0,2}(\\.${THREE})+`);

/**
 * The digits and signs of a word that is a number; the word itself where it is none.
 * @param {string} word
 */
export const coreOf = (word) => NUMBER.exec(word)?.groups?.core ?? word;

/**
 * What commas and dots mean in the words of a text. What else than a comma keeps the numbers
 * apart: lines (or tabs, or ;), spaces (or quotes, or units) or nothing. separated: commas with a
 * space or a line break behind them separate numbers.
 * @param {string[]} words
 * @param {"lines" | "spaces" | ""} apart
 * @param {boolean} separated
 * @returns {Signs}
 */
export function signsOf(words, apart, separated) {
  const cores = words.map(coreOf);
  const comma = commaOf(cores.filter((core) => core.includes(",")), apart, separated);
  const dotted = cores.filter((core) => core.includes(".") && !core.includes(","));
  const grouped = dotted.length > 0 && dotted.every((core) => DOT_THOUSANDS.test(core));
  const certain = comma === "decimal" || dotted.some((core) => core.split(".").length > 2);
  return { comma, dot: grouped && certain ? "thousands" : "decimal" };
}

/**
 * @param {string[]} cores
 * @param {string} apart
 * @param {boolean} separated
 */
function commaOf(cores, apart, separated) {
  const grouped = cores.filter((core) => COMMA_THOUSANDS.test(core));
  const decimal = cores.filter((core) => COMMA_DECIMAL.test(core));
  const all = grouped.length === cores.length;
  if (!cores.length || !cores.every(looksLikeOne)) return "separates";
  if (separated || !apart) return separated && all ? "thousands" : "separates";
  if (all && (apart === "spaces" || decimal.length < cores.length)) return "thousands";
  if (decimal.length === cores.length) return "decimal";
  const word = decimal.find((core) => !grouped.includes(core)) ?? "";
  const other = grouped.find((core) => !decimal.includes(core)) ?? "";
  throw new DiffsortError(
    `values must use the comma in one way; got ${reprText(word)} beside ${reprText(other)}`,
  );
}

/**
 * Whether a number with a comma in it could be meant as one number.
 * @param {string} core
 */
export const looksLikeOne = (core) => COMMA_THOUSANDS.test(core) || COMMA_DECIMAL.test(core);

/**
 * A number as digits with a dot, and what its other signs were taken for, in words; an empty text
 * where it is no number.
 * @param {string} core
 * @param {Signs} signs
 * @returns {[string, string[]]}
 */
export function plain(core, signs) {
  const commaIsDecimal = signs.comma === "decimal" && core.includes(",");
  const dotGroups = commaIsDecimal || signs.dot === "thousands";
  const groups = [[HARD_SPACE, "spaces"], ["'", "apostrophes"], ["’", "apostrophes"]];
  if (dotGroups) groups.push([".", "dots"]);
  else if (signs.comma === "thousands") groups.push([",", "commas"]);
  const marks = groups.map(([mark]) => mark).join("");
  const fraction = commaIsDecimal ? "(?:,\\d*)?" : dotGroups ? "" : "(?:\\.\\d*)?";
  const integer = `(?:\\d+|\\d{1,3}([${marks}])\\d{3}(?:\\1\\d{3})*)?`;
  if (!whole(`(?=[.,]?\\d)${integer}${fraction}(?:[eE][+-]?\\d+)?`).test(core)) return ["", []];
  const ways = groups.filter(([mark]) => core.includes(mark))
    .map(([, name]) => `${name} as thousands`);
  if (commaIsDecimal) ways.push("commas as decimal signs");
  return [core.replace(new RegExp(`[${marks}]`, "g"), "").replaceAll(",", "."), ways];
}
