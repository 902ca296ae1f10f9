// What the sort-anything explorer sorts: tables, complex numbers, pictures of digits, and what each is
// sorted by: those that explorer/scenes/materials.py draws.

import { DIGITS, LABELS, REGRESSION, REMARK } from "../sort/digits.js";
import { DiffsortError } from "../sort/errors.js";
import { Generator } from "../sort/generator.js";
import { mean } from "../sort/pairwise.js";
import { score } from "../sort/score.js";

/** @import { Key } from "../sort/rows.js" */

/**
 * n things, one after the other, each of `width` numbers; what maps one of them to the number that
 * it is sorted by; what they, the key, and what is to be known of it are called; and what each one
 * shows, where that has a name.
 * @typedef {object} Material
 * @property {string} kind
 * @property {string} noun
 * @property {Float64Array} things
 * @property {number} width
 * @property {Key} key
 * @property {string} keyName
 * @property {string} remark
 * @property {string[]} labels
 */

/**
 * `material`: a name of one; `sample`: which of them are drawn; `table`: rows of a person's own;
 * `column`: that of the table, from 1.
 * @typedef {{material: string, pieces: number, sample: number, table: number[][] | null,
 *   column: number}} Chosen
 */

const TABLE = [[1, 5], [30, 30], [6, 9], [80, -2], [12, -7], [55, 18], [3, 41], [24, 0]];

/**
 * What complex numbers, pairs of a real and an imaginary part, are sorted by.
 * @type {Record<string, Key>}
 */
const COMPLEX_KEYS = {
  "modulus": ([real, imaginary]) => Math.hypot(real, imaginary),
  "real part": ([real]) => real,
  "imaginary part": ([, imaginary]) => imaginary,
};

/** @type {Record<string, (chosen: Chosen, by: string) => Material>} */
const KINDS = { "table": tableOf, "complex numbers": complexNumbers, "digits": digits };

/**
 * The things of a name, or a refusal where the table has no such column.
 * @param {Chosen} chosen
 */
export function materialOf(chosen) {
  const [kind, by = ""] = chosen.material.split(" by ");
  return KINDS[kind](chosen, by);
}

/**
 * What the things are sorted by.
 * @param {Pick<Material, "things" | "width" | "key">} material
 */
export const keysOf = ({ things, width, key }) =>
  Float64Array.from(
    { length: things.length / width },
    (_, thing) => key(things.subarray(thing * width, (thing + 1) * width)),
  );

/**
 * @param {Chosen} chosen
 * @returns {Material}
 */
function tableOf({ pieces, sample, table, column }) {
  const rows = table ?? drawnTable(pieces, sample), width = rows[0].length;
  if (column > width) {
    throw new DiffsortError(
      `column must be a column of the table, 1 to ${width}, got ${column}`,
    );
  }
  const key = (/** @type {Float64Array} */ row) => row[column - 1];
  return made("table", "row", rows, key, `column ${column}`);
}

/**
 * differentiable_sorting's four rows and four more, or others.
 * @param {number} pieces
 * @param {number} sample
 */
function drawnTable(pieces, sample) {
  const drawn = pairs(new Generator(sample).integers(-20, 100, 2 * pieces));
  return sample ? drawn : [...TABLE, ...drawn].slice(0, pieces);
}

/**
 * @param {Chosen} chosen
 * @param {string} by
 */
function complexNumbers({ pieces, sample }, by) {
  const drawn = new Generator(sample).normals(2 * pieces);
  const parts = drawn.map((part) => Math.floor(200 * part + 0.5) / 100); // in two places
  return made("complex numbers", "number", pairs(parts), COMPLEX_KEYS[by], by);
}

/**
 * @param {Chosen} chosen
 * @param {string} by
 */
function digits({ pieces, sample }, by) {
  const places = new Generator(sample).choice(DIGITS.length, pieces);
  const pictures = places.map((place) => DIGITS[place]);
  const labels = places.map((place) => `a ${LABELS[place]}`.replace("a 8", "an 8"));
  const learned = (/** @type {Float64Array} */ picture) => score(REGRESSION, picture);
  return by === "brightness"
    ? made("digits", "picture", pictures, mean, by, "", labels)
    : made("digits", "picture", pictures, learned, "learned score", REMARK, labels);
}

/**
 * @param {string} kind
 * @param {string} noun
 * @param {ArrayLike<number>[]} rows
 * @param {Key} key
 * @param {string} keyName
 * @param {string} [remark]
 * @param {string[]} [labels]
 * @returns {Material}
 */
function made(kind, noun, rows, key, keyName, remark = "", labels = []) {
  const width = rows[0].length, things = new Float64Array(rows.length * width);
  rows.forEach((row, place) => things.set(row, place * width));
  return { kind, noun, things, width, key, keyName, remark, labels };
}

/** @param {number[]} numbers */
const pairs = (numbers) =>
  Array.from({ length: numbers.length / 2 }, (_, k) => [numbers[2 * k], numbers[2 * k + 1]]);
