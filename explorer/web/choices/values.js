// Which numbers can be sorted, and whether they are those of a preset: explorer/numbers.py.

import { DiffsortError } from "../sort/errors.js";
import { drawn } from "../sort/presets.js";
import { float, repr } from "../words/repr.js";

/** So many values at most does any explorer take. */
export const MOST_WIRES = 256;
/** The preset of numbers that are no other preset's. */
export const OWN = "own numbers";
/** The preset whose numbers a person may flip. */
export const BITS = "zeros and ones";

/**
 * 1 to 256 finite numbers, as a new array. Python says in what array it found the wrong one; here
 * the words end before that.
 * @param {unknown} value
 * @param {string} name
 * @returns {number[]}
 */
export function asValues(value, name) {
  const shape = shapeOf(value);
  if (!shape) {
    throw new DiffsortError(
      `${name} must be a list or array of real numbers, got ${repr(value)}`,
    );
  }
  const leaves = [value].flat(Infinity);
  if (!leaves.every((leaf) => typeof leaf === "number" || typeof leaf === "boolean")) {
    throw new DiffsortError(`${name} must hold real numbers`);
  }
  const values = leaves.map(Number);
  const wrong = values.find((each) => !Number.isFinite(each));
  if (wrong !== undefined) {
    throw new DiffsortError(`${name} must hold finite numbers, got ${float(wrong)}`);
  }
  if (shape.length !== 1) {
    const tuple = `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
    throw new DiffsortError(`${name} must be one-dimensional, got shape ${tuple}`);
  }
  if (!values.length) throw new DiffsortError(`${name} must hold at least one value, got none`);
  if (values.length > MOST_WIRES) {
    throw new DiffsortError(
      `${name} must hold at most ${MOST_WIRES} numbers, got ${values.length}`,
    );
  }
  return values;
}

/**
 * How long the lists in the lists are; null where they are not all alike.
 * @param {unknown} value
 * @returns {number[] | null}
 */
function shapeOf(value) {
  if (!Array.isArray(value)) return [];
  const inner = value.map(shapeOf);
  const alike = inner.every((each) => each && String(each) === String(inner[0]));
  return alike ? [value.length, ...(inner[0] ?? [])] : null;
}

/**
 * Whether the numbers are those of the preset; any zeros and ones are "zeros and ones".
 * @param {number[]} values
 * @param {string} preset
 * @param {number} seed
 */
export function belongs(values, preset, seed) {
  if (preset === OWN) return true;
  if (preset === BITS && values.every((value) => value === 0 || value === 1)) return true;
  const known = drawn(preset, values.length, seed);
  return known.length === values.length && known.every((value, k) => value === values[k]);
}

/**
 * The spread of the values, or where they are all the same their size, as a power of ten from -100
 * to 100: what the scales of alpha and sigma follow.
 * @param {number[]} values
 */
export function magnitude(values) {
  const half = Math.max(...values) / 2 - Math.min(...values) / 2 ||
    Math.max(...values.map(Math.abs)) / 2;
  if (!half) return 0;
  return Math.min(Math.max(rounded(Math.log10(half) + Math.log10(2)), -100), 100);
}

/**
 * The nearest whole number; of two, the even one.
 * @param {number} value
 */
function rounded(value) {
  const near = Math.round(value);
  return near - value === 0.5 && near % 2 ? near - 1 : near + 0; // which is no -0
}
