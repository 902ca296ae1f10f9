// Numbers with a name each: "Everest: 8848; K2: 8611". explorer/pasted/named.py, rule for rule.

import { named } from "./names.js";
import { written } from "./repr.js";

const GAP = "[ \\t\\n\\xa0]*";
const QUOTED = `"(?:[^"\\\\\\n]|\\\\[^\\n])*"|'(?:[^'\\\\\\n]|\\\\[^\\n])*'`;
const PLAIN = '[^ \\t\\n\\xa0\\ufeff0-9"\'`;,:{}()\\[\\]+.\\\\\\-][^";,:{}\\[\\]\\n]*';
const NAME = new RegExp(
  `(?:^|[;,\\n])${GAP}(?:(?<quoted>${QUOTED})${GAP}:|(?<plain>${PLAIN}):(?=[ \\t\\n\\xa0]))`,
  "gu",
);
const WRITTEN_PLAINLY = new RegExp(`^(?:${PLAIN})$`, "u");
const AROUND = " \\t\\n\\xa0\\ufeff";
const BRACKETS = ["{}", "[]", "()"];

/**
 * A text without these characters around it.
 * @param {string} text
 * @param {string} characters
 */
const without = (text, characters) =>
  text.replace(new RegExp(`^[${characters}]+|[${characters}]+$`, "gu"), "");

/**
 * The names of a text and its numbers, a line each, where all that stands there are pairs of a
 * name, a colon and something; null where it is something else.
 * @param {string} text
 */
export function pairsIn(text) {
  text = without(text.replaceAll("\r\n", "\n").replaceAll("\r", "\n"), AROUND);
  while (BRACKETS.includes(text.slice(0, 1) + text.slice(-1)) && text.length > 1) {
    text = without(text.slice(1, -1), AROUND);
  }
  const found = [...text.matchAll(NAME)];
  if (!found.length || found[0].index) return null;
  const told = found.map((each, k) => {
    const end = found[k + 1]?.index ?? text.length;
    return without(text.slice(each.index + each[0].length, end), `${AROUND};,`);
  });
  const names = found.map(({ groups = {} }) =>
    named(groups.quoted ? unquoted(groups.quoted) : groups.plain)
  );
  return names.every(Boolean) && told.every(Boolean) ? { names, numbers: told.join("\n") } : null;
}

/** @param {string} quoted */
const unquoted = (quoted) => quoted.slice(1, -1).replace(/\\([^\n])/gu, "$1");

/**
 * Values and their names, as they can be pasted back.
 * @param {number[]} values
 * @param {string[] | null | undefined} labels
 */
export function asText(values, labels) {
  const numbers = values.map(written);
  if (!labels) return numbers.join(", ");
  return numbers.map((number, k) => `${quoted(labels[k])}: ${number}`).join("; ");
}

/** @param {string} name */
const quoted = (name) => WRITTEN_PLAINLY.test(name) ? name : `"${name.replace(/["\\]/g, "\\$&")}"`;
