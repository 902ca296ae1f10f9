// What the value of a wire is called. explorer/names.py.

import { strip } from "./characters.js";

/** Characters of a name; where it is drawn there may be room for fewer. */
export const LONGEST = 40;
/**
 * Control characters, breaks of lines, what turns the direction of the words around it, and halves
 * of characters.
 */
export const UNSEEN = new RegExp("[\\p{Cc}\\p{Cs}\\u2028-\\u202e\\u2066-\\u2069]", "u");
const EVERY_UNSEEN = new RegExp(UNSEEN, "gu");

/**
 * A name that may be one, of any text that came along: empty where nothing of it is seen.
 * @param {string} text
 */
export const named = (text) => cut(strip(text.replace(EVERY_UNSEEN, " ")), LONGEST);

/**
 * A name in at most so many characters.
 * @param {string} name
 * @param {number} most
 */
export function cut(name, most) {
  const characters = Array.from(name);
  if (characters.length <= most) return name;
  return `${strip(characters.slice(0, most - 1).join(""))}…`;
}

/**
 * Words with a name after them, where there is one.
 * @param {string} words
 * @param {string | undefined} name
 */
export const withName = (words, name) => name ? `${words} (${name})` : words;

/**
 * What the value of a wire is called; `otherwise`, where it has no name.
 * @param {string[] | null | undefined} labels
 * @param {number} wire
 * @param {string} otherwise
 */
export const nameOf = (labels, wire, otherwise) => labels ? labels[wire] : otherwise;
