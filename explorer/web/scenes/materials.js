// What the sort-anything explorer sorts, and what each is sorted by. Which things are drawn for a
// seed, and the score that digits are sorted by, are Python's (explorer/scenes/materials.py): they
// come along as numbers.

import { DiffsortError } from "../sort/errors.js";
import { mean } from "../sort/pairwise.js";
import { score } from "../sort/score.js";

/** @import { Key } from "../sort/rows.js" */
/** @import { Regression } from "../sort/score.js" */
/** @import { Material } from "./anything.js" */

/**
 * A table, sorted by one of its columns, from 1.
 * @param {number[][]} rows
 * @param {number} column
 * @returns {Material}
 */
export function table(rows, column) {
  const width = rows[0].length;
  if (column > width) {
    throw new DiffsortError(
      `column must be a column of the table, 1 to ${width}, got ${column}`,
    );
  }
  const things = Float64Array.from(rows.flat()), keyName = `column ${column}`;
  const key = (/** @type {Float64Array} */ row) => row[column - 1];
  return { kind: "table", noun: "row", things, width, key, keyName, remark: "" };
}

/**
 * What complex numbers, pairs of a real and an imaginary part, are sorted by.
 * @type {Record<string, Key>}
 */
export const COMPLEX_KEYS = {
  "modulus": ([real, imaginary]) => Math.hypot(real, imaginary),
  "real part": ([real]) => real,
  "imaginary part": ([, imaginary]) => imaginary,
};

/**
 * @param {[real: number, imaginary: number][]} numbers
 * @param {string} by
 * @returns {Material}
 */
export function complexNumbers(numbers, by) {
  const things = Float64Array.from(numbers.flat()), key = COMPLEX_KEYS[by];
  return {
    kind: "complex numbers",
    noun: "number",
    things,
    width: 2,
    key,
    keyName: by,
    remark: "",
  };
}

/**
 * Pictures of digits, sorted by their brightness, or by a learned score of which `remark` tells.
 * @param {number[][]} pictures
 * @param {Regression | null} regression
 * @param {string} remark
 * @returns {Material}
 */
export function digits(pictures, regression, remark) {
  const things = Float64Array.from(pictures.flat()), width = pictures[0].length;
  const drawn = { kind: "digits", noun: "digit", things, width };
  if (!regression) return { ...drawn, key: mean, keyName: "brightness", remark: "" };
  const key = (/** @type {Float64Array} */ picture) => score(regression, picture);
  return { ...drawn, key, keyName: "learned score", remark };
}
