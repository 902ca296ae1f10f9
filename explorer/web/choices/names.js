// Names of the values: what may be one, and which values bring their own. explorer/names.py.

import { DiffsortError } from "../sort/errors.js";
import { LONGEST, UNSEEN } from "../words/names.js";
import { strip } from "../words/characters.js";
import { repr } from "../words/repr.js";

/** @typedef {string[] | null} Labels a name for each value, or none at all */

/**
 * None, or a name for each value.
 * @param {unknown} value
 * @param {string} name
 * @returns {Labels}
 */
export function asLabels(value, name) {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((each) => asName(each, name));
  throw new DiffsortError(`${name} must be None or a list of names, got ${repr(value)}`);
}

/**
 * @param {unknown} value
 * @param {string} name
 */
function asName(value, name) {
  const refused = (/** @type {string} */ rule) => {
    throw new DiffsortError(`${name} must hold ${rule}, got ${repr(value)}`);
  };
  if (typeof value !== "string") return refused("texts");
  if (UNSEEN.test(value)) return refused("names without control characters");
  const text = strip(value);
  if (!text) return refused("names that are not empty");
  if (Array.from(text).length > LONGEST) {
    return refused(`names of at most ${LONGEST} characters`);
  }
  return text;
}

/**
 * Refuse names that are not one for each value.
 * @param {{labels: Labels, values: number[]}} choices
 */
export function oneEach({ labels, values }) {
  if (!labels || labels.length === values.length) return;
  throw new DiffsortError(
    `labels must be as many as the values, ${values.length}, got ${labels.length}`,
  );
}

/**
 * The changes with the names that their values bring along, unless others are chosen: those of
 * numbers by name.
 * @param {Record<string, unknown>} changes
 */
export function withNames(changes) {
  const { values } = changes;
  if (values === null || typeof values !== "object" || Array.isArray(values)) return changes;
  return { labels: Object.keys(values), ...changes, values: Object.values(values) };
}
