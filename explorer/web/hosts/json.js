// A value as JSON that may stand in a page: no character of it can end a script element, or open
// anything. To the letter what explorer/page_json.py writes.

import { DiffsortError } from "../sort/errors.js";

const UNSAFE = /[^ -~]|[<>&']/g; // a pair of code units is written as two, as JSON does

/** @param {string} each */
const escaped = (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** @param {string} value */
const text = (value) => JSON.stringify(value).replace(UNSAFE, escaped);

/**
 * A finite float in the fewest digits that are read back as it: JSON.stringify takes the sign
 * of -0.
 * @param {number} value
 */
export const numeral = (value) => Object.is(value, -0) ? "-0" : String(value);

/**
 * @param {unknown} value
 * @returns {string}
 */
export function json(value) {
  if (typeof value === "string") return text(value);
  if (typeof value === "number" && Number.isFinite(value)) return numeral(value);
  if (typeof value === "boolean" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(json).join(",")}]`;
  if (typeof value !== "object") {
    throw new DiffsortError(`a page can hold only what JSON has a word for, got ${String(value)}`);
  }
  const pairs = Object.entries(/** @type {object} */ (value));
  return `{${pairs.map(([name, each]) => `${text(name)}:${json(each)}`).join(",")}}`;
}
