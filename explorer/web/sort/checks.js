// What an argument must be: each check returns the argument, or refuses it in words.

import { DiffsortError, shown } from "./errors.js";

/**
 * A whole number of at least 1, and of at most `most`.
 * @param {unknown} value
 * @param {string} name
 * @param {number} [most]
 * @returns {number}
 */
export function whole(value, name, most = Infinity) {
  const right = typeof value === "number" && Number.isInteger(value) && value >= 1;
  if (right && value <= most) return value;
  const rule = most === Infinity ? "of at least 1" : `from 1 to ${most}`;
  throw new DiffsortError(`${name} must be a whole number ${rule}, got ${shown(value)}`);
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
 * A number above 0 and below infinity.
 * @param {unknown} value
 * @param {string} name
 * @returns {number}
 */
export function positive(value, name) {
  if (typeof value === "number" && value > 0 && value < Infinity) return value;
  throw new DiffsortError(`${name} must be a positive number, got ${shown(value)}`);
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
  const found = finite(values, name);
  if (found.length === n) return found;
  if (!found.length) throw new DiffsortError(`${name} must hold at least one value, got none`);
  throw new DiffsortError(`${name} must have n = ${n} values${each}, got ${found.length}`);
}

/**
 * At least one finite number, as a new array.
 * @param {ArrayLike<number>} values
 * @param {string} name
 */
export function some(values, name) {
  const found = finite(values, name);
  if (found.length) return found;
  throw new DiffsortError(
    `${name} must hold at least one value along its last axis, got shape (0,)`,
  );
}

/**
 * @param {ArrayLike<number>} values
 * @param {string} name
 */
function finite(values, name) {
  const found = Float64Array.from(values, (value) => typeof value === "number" ? value : NaN);
  const wrong = found.findIndex((value) => !Number.isFinite(value));
  if (wrong < 0) return found;
  throw new DiffsortError(`${name} must hold finite numbers, got ${shown(values[wrong])}`);
}
