// Pasted text as words: one kind of minus and space, and what stands between the words.
// explorer/pasted/words.py, rule for rule.

import { DiffsortError } from "../sort/errors.js";
import { DIGIT, HARD_SPACE, LETTER, SPACE, strip } from "./characters.js";
import { NUMBER, UNIT } from "./pasted_notation.js";
import { short } from "./refusals.js";

/**
 * A word, its line, what stands between it and the word before, and whether it was quoted.
 * @typedef {{text: string, line: number, between: string, quoted: boolean}} Word
 */

const IN_A_WORD = "[^ \\n\\t;,\\[\\]\\(\\)\\{\\}]+";
const TOKEN = new RegExp(
  `(?<quoted>"[^"\\n]*"|'[^'\\n]*')|(?<between>[\\n\\t; \\[\\]\\(\\)\\{\\}]` +
    `|,(?!${DIGIT})|(?<=[ ,\\]\\)\\}"']),(?=${DIGIT}))` +
    `|(?<word>,?${IN_A_WORD}(?:,(?!["'])${IN_A_WORD})*)`,
  "gu",
);
const HARD = `${HARD_SPACE}\u2009\u202f`;
const THREE = `${DIGIT}{3}`;
const HARD_GROUPS = new RegExp(
  `(?<![${DIGIT}.,])[1-9]${DIGIT}{0,2}(?:[${HARD}]${THREE})+(?![${DIGIT}${HARD}])`,
  "gu",
);
const BEFORE = `(?:(?<=[\\n\\t;"\\[\\(\\{])|(?<=, )|^) *[+\\-]?[€$£¥]?`;
const AFTER = ` *(?:$|[\\n\\t;,"\\]\\)\\}]`;
const SPACED = new RegExp(
  `${BEFORE}([1-9]${DIGIT}{0,2}(?: ${THREE})+)(?=,${DIGIT}+${AFTER}|${UNIT}))`,
  "gu",
);
const SPACED_WHOLE = new RegExp(
  `${BEFORE}([1-9]${DIGIT}{0,2}(?: ${THREE}){1,3}(?:\\.${DIGIT}+)?)(?=${AFTER}))`,
  "gu",
);

/** @type {[RegExp, string][]} */
const REWRITTEN = [
  [new RegExp(`(?<![${LETTER}.])[−–](?=[${DIGIT}.,€$£¥])`, "gu"), "-"],
  [new RegExp(`([€$£¥]) (?=${DIGIT})`, "gu"), "$1"],
  [new RegExp(`(?<![${LETTER}])np\\.(?:float|int)${DIGIT}+\\(([^()]*)\\)`, "gu"), "$1"],
  [new RegExp(`^(?:np\\.|torch\\.)?(?:array|tensor|Array)\\(${SPACE}*(?=[\\[(])`, "u"), "("],
  [new RegExp(`,${SPACE}*(?:dtype|device)=[^,()]*(?=[,)])`, "gu"), ""],
];

/** @param {Word} word */
export const isNumber = (word) => NUMBER.test(word.text);

/**
 * The text with one kind of line break, minus and space, without the call around an array.
 * @param {string} text
 */
export function normal(text) {
  text = strip(text.replaceAll("\ufeff", "").replace(/\r\n?/g, "\n"));
  for (const [pattern, by] of REWRITTEN) text = text.replace(pattern, by);
  const hard = new RegExp(`[${HARD}]`, "g");
  text = text.replace(HARD_GROUPS, (found) => found.replace(hard, "\0"));
  text = text.replace(hard, " ").replaceAll("\0", HARD_SPACE);
  if (text.search(SPACED) < 0) return text;
  return text.replace(SPACED, joined).replace(SPACED_WHOLE, joined);
}

/**
 * @param {string} found
 * @param {string} group
 */
const joined = (found, group) => found.replaceAll(group, group.replaceAll(" ", HARD_SPACE));

/**
 * @param {string} text
 * @returns {Word[]}
 */
export function wordsOf(text) {
  const words = [];
  let line = 0, between = "";
  for (const { 0: token, groups } of text.matchAll(TOKEN)) {
    const quoted = groups?.quoted !== undefined;
    const word = quoted ? strip(token.replace(/^["']+|["']+$/g, "")) : token;
    if (groups?.between !== undefined) {
      if (word === "\n") line += 1;
      between += word;
    } else if (word) {
      if (word.startsWith(",") && word.length > 1) {
        throw new DiffsortError(`values must have a digit before a comma; got ${short(word)}`);
      }
      words.push({ text: word, line, between, quoted });
      between = "";
    }
  }
  return words;
}

/**
 * A remark on words such as 1 234, which could have been meant as one number.
 * @param {string} text
 */
export function spacesBetween(text) {
  const found = [...text.matchAll(SPACED_WHOLE)][0]?.[1];
  if (found === undefined) return [];
  return [`Read ${found} as ${found.split(" ").length} numbers: spaces separate them.`];
}
