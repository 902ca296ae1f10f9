// What is refused, and how a value is written in the refusal: as Python writes it.

/** What was given cannot be computed: the message names the argument, the rule and the value. */
export class DiffsortError extends Error {
  /** @override */
  name = "DiffsortError";
}

/**
 * A value as Python's repr writes it, an array as a tuple.
 * @param {unknown} value
 * @returns {string}
 */
export function shown(value) {
  if (Array.isArray(value)) {
    return `(${value.map(shown).join(", ")}${value.length === 1 ? "," : ""})`;
  }
  if (typeof value === "string") return `'${value}'`;
  if (value === null || value === undefined) return "None";
  return typeof value === "number" ? numeral(value) : String(value);
}

/** @param {number} value */
function numeral(value) {
  if (Number.isNaN(value)) return "nan";
  return Number.isFinite(value) ? String(value) : value > 0 ? "inf" : "-inf";
}

/**
 * Python's f"{value:g}": six significant digits, without zeros at the end.
 * @param {number} value
 */
export function general(value) {
  if (Object.is(value, -0)) return "-0";
  const [digits, exponent] = value.toExponential(5).split("e");
  const place = Number(exponent);
  if (-4 <= place && place < 6) return String(Number(value.toPrecision(6)));
  return `${Number(digits)}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
}
