// A text or a float as Python's repr writes it.

const ESCAPED = /** @type {Record<string, string>} */ ({ "\n": "\\n", "\r": "\\r", "\t": "\\t" });

/** @param {string} text */
export function reprText(text) {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + Array.from(text, (each) => escaped(each, quote)).join("") + quote;
}

/**
 * What has no ink, but for the space, is written as its number.
 * @param {string} each
 * @param {string} quote
 */
function escaped(each, quote) {
  if (each === "\\" || each === quote) return `\\${each}`;
  if (each === " " || !/[\p{C}\p{Z}]/u.test(each)) return each;
  const code = (each.codePointAt(0) ?? 0).toString(16);
  const [mark, length] = code.length <= 2 ? ["x", 2] : code.length <= 4 ? ["u", 4] : ["U", 8];
  return ESCAPED[each] ?? `\\${mark}${code.padStart(length, "0")}`;
}

/**
 * The shortest digits that are read back as this finite float.
 * @param {number} value
 */
export function reprNumber(value) {
  const [digits, exponent] = value.toExponential().split("e");
  const place = Number(exponent);
  if (-4 <= place && place < 16) {
    const text = Object.is(value, -0) ? "-0" : String(value);
    return text.includes(".") ? text : `${text}.0`;
  }
  return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
}

/**
 * A float as a person writes it: whole numbers without a fraction.
 * @param {number} value
 */
export const written = (value) => reprNumber(value).replace(/\.0$/, "");

/**
 * What JSON has a word for, as repr writes what Python reads there.
 * @param {unknown} value
 * @returns {string}
 */
export function repr(value) {
  if (typeof value === "string") return reprText(value);
  if (typeof value === "number") return Number.isInteger(value) ? whole(value) : float(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(repr).join(", ")}]`;
  if (value === null || value === undefined) return "None";
  const pairs = Object.entries(value).map(([name, each]) => `${reprText(name)}: ${repr(each)}`);
  return `{${pairs.join(", ")}}`;
}

/**
 * A float as repr writes it.
 * @param {number} value
 */
export function float(value) {
  if (Number.isNaN(value)) return "nan";
  return Number.isFinite(value) ? reprNumber(value) : value > 0 ? "inf" : "-inf";
}

/**
 * JSON writes it without a point up to there, and Python reads a whole number.
 * @param {number} value
 */
const whole = (value) => Math.abs(value) < 1e21 ? String(value) : reprNumber(value);
