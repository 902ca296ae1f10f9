// Choices as a text, which is shared and saved: explorer/written.py.

import { DiffsortError } from "../sort/errors.js";
import { first } from "../words/characters.js";
import { reprText } from "../words/repr.js";
import { oneOf } from "./rules.js";

/** @import { Changes } from "./taken.js" */

// A text says what its alpha counts per: one unit of what is sorted. One that says nothing is read
// as one that does.
const [UNIT, PER_UNIT] = ["alpha_unit", "per unit"];

/** @param {Changes} choices */
export const textOf = (choices) => JSON.stringify({ ...choices, [UNIT]: PER_UNIT });

/**
 * The choices that a text names, as yet unchecked.
 * @param {string} text
 * @returns {Changes}
 */
export function namedIn(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    found = null;
  }
  if (found === null || typeof found !== "object" || Array.isArray(found)) {
    throw new DiffsortError(`text must be the JSON of a state, got ${reprText(first(text, 60))}`);
  }
  const { [UNIT]: unit = PER_UNIT, ...choices } = found;
  oneOf([PER_UNIT])(unit, UNIT);
  return choices;
}
