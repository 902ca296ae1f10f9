// What Python's regular expressions and strings take for a space, a digit and a letter.

/** Python's \s in a text: what str.isspace() is true of, for a regular expression. */
export const SPACE =
  "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
/** Python's \d in a text, within brackets or alone. */
export const DIGIT = "\\p{Nd}";
/** Python's \w in a text, within brackets. */
export const LETTER = "\\p{L}\\p{N}_";
/** A space that no line is broken at, and that groups thousands. */
export const HARD_SPACE = "\u00a0";

const AROUND = new RegExp(`^${SPACE}+|${SPACE}+$`, "gu");

/** @param {string} text */
export const strip = (text) => text.replace(AROUND, "");

/**
 * The first characters of a text: a picture counts as one.
 * @param {string} text
 * @param {number} count
 */
export const first = (text, count) => Array.from(text).slice(0, count).join("");

/**
 * A regular expression that fits a whole text or nothing of it.
 * @param {string} source
 */
export const whole = (source) => new RegExp(`^(?:${source})$`, "u");
