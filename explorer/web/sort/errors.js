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
