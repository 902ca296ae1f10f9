// What an argument must be: each check returns the argument, or refuses it in words.

import { DiffsortError, shown } from "./errors.js";

/**
 * A whole number of at least 1.
 * @param {unknown} value
 * @param {string} name
 * @returns {number}
 */
export function whole(value, name) {
  if (typeof value === "number" && Number.isInteger(value) && value >= 1) return value;
  throw new DiffsortError(`${name} must be a whole number of at least 1, got ${shown(value)}`);
}

/**
 * A number, infinity allowed.
 * @param {unknown} value
 * @param {string} name
 * @returns {number}
 */
export function real(value, name) {
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  throw new DiffsortError(`${name} must be a number, got ${shown(value)}`);
}

/**
 * One of the names of a registry.
 * @param {string} value
 * @param {string} name
 * @param {object} known
 */
export function oneOf(value, name, known) {
  if (Object.hasOwn(known, value)) return value;
  const names = Object.keys(known).join(", ");
  throw new DiffsortError(`${name} must be one of ${names}, got ${shown(value)}`);
}

/**
 * So many finite numbers, as a new array.
 * @param {ArrayLike<number>} values
 * @param {string} name
 * @param {number} n
 * @param {string} [each] what each of them is for
 */
export function vector(values, name, n, each = "") {
  const found = Float64Array.from(values, (value) => typeof value === "number" ? value : NaN);
  const wrong = found.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    throw new DiffsortError(`${name} must hold finite numbers, got ${shown(values[wrong])}`);
  }
  if (found.length === n) return found;
  if (!found.length) throw new DiffsortError(`${name} must hold at least one value, got none`);
  throw new DiffsortError(`${name} must have n = ${n} values${each}, got ${found.length}`);
}
