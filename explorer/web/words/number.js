// Number formats: explorer/style.py to the letter.

import { firstPlace, fixed, significant } from "./decimal.js";

/**
 * A value in four significant digits, without an exponent where it can be read.
 * @param {number} value
 */
export function number(value) {
  if (Math.abs(value) === Infinity) return value > 0 ? "infinity" : "-infinity";
  const size = Math.abs(value);
  if (!size) return "0";
  if (1e-3 <= size && size < 1e5) {
    return trimmed(fixed(value, Math.max(0, 3 - firstPlace(size))));
  }
  const [digits, place] = significant(value, 4);
  return `${trimmed(digits.replace(/\d{3}$/, ".$&"))}e${place}`;
}

/**
 * A share in per cent, in three significant digits; what is smaller than rounding is 0.
 * @param {number} share
 */
export function percent(share) {
  const shown = 100 * share;
  if (!(share > 1e-14)) return "0 %";
  if (shown === Infinity) return `${number(shown)} %`;
  const [digits, place] = significant(shown, 3);
  return `${number(Number(`${digits}e${place - 2}`))} %`;
}

/** @param {string} digits */
const trimmed = (digits) => digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;

/** A number in three significant digits at most. @param {number} value */
export const inThree = (value) => number(Number(value.toPrecision(3)));
