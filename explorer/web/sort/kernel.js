// The Gaussian kernel that compares every value with every place of a soft sort.

import { positive, some } from "./checks.js";
import { normalized } from "./matrices.js";

const MOST = Number.MAX_VALUE;

/**
 * How much each value belongs to each place, [value, place]: rows add up to 1.
 * @param {ArrayLike<number>} original
 * @param {ArrayLike<number>} sortd
 * @param {number} [sigma] the width of the kernel, in the units of the values
 */
export function orderMatrix(original, sortd, sigma = 0.1) {
  const values = some(original, "original"), places = some(sortd, "sortd");
  return kernel(values, places, positive(sigma, "sigma")).order;
}

/**
 * The order matrix; a quarter of each difference; and the exponents, of which one in each row is 0,
 * so that a small sigma gives the nearest place and never NaN.
 * @param {Float64Array} original
 * @param {Float64Array} sortd
 * @param {number} sigma
 */
export function kernel(original, sortd, sigma) {
  const apart = differences(original, sortd), { quarter } = apart;
  const exponents = exponentsInto(new Float64Array(quarter.length), apart, sigma);
  return { order: normalized(powersIn(exponents.slice()), sortd.length), quarter, exponents };
}

/** @typedef {ReturnType<typeof differences>} Differences */

/**
 * A quarter of each difference, [value, place], which cannot overflow, and how far the nearest place
 * is from each value.
 * @param {Float64Array} original
 * @param {Float64Array} sortd
 */
export function differences(original, sortd) {
  const n = original.length, m = sortd.length;
  const quarter = new Float64Array(n * m), nearest = new Float64Array(n).fill(Infinity);
  for (let row = 0, at = 0; row < n; row++) {
    for (let place = 0; place < m; place++, at++) {
      quarter[at] = original[row] * 0.25 - sortd[place] * 0.25;
      nearest[row] = Math.min(nearest[row], Math.abs(quarter[at]));
    }
  }
  return { quarter, nearest };
}

/**
 * The exponents of the kernel of one width, written into an array that several widths can share.
 * @param {Float64Array} exponents
 * @param {Differences} differences
 * @param {number} sigma
 */
export function exponentsInto(exponents, { quarter, nearest }, sigma) {
  const n = nearest.length, m = quarter.length / n, { width, bound } = limitsOf(sigma);
  for (let row = 0, at = 0; row < n; row++) {
    const least = nearest[row];
    for (const end = at + m; at < end; at++) {
      // d^2 - m^2 = (d - m) (d + m), with m the distance of the nearest place.
      exponents[at] = cut(quarter[at] - least, bound) / width *
        (cut(quarter[at] + least, bound) / width) * -8;
    }
  }
  return exponents;
}

const GONE = -746; // an exponent whose power is 0: it need not be computed

/**
 * Exponents become powers; they are written over.
 * @param {Float64Array} exponents
 */
export function powersIn(exponents) {
  for (let at = 0; at < exponents.length; at++) {
    exponents[at] = exponents[at] < GONE ? 0 : Math.exp(exponents[at]);
  }
  return exponents;
}

/**
 * x / sigma, cut off where its square would leave the floats.
 * @param {number} x
 * @param {number} sigma
 */
export function inWidths(x, sigma) {
  const { width, bound } = limitsOf(sigma);
  return cut(x, bound) / width;
}

/** @param {number} sigma */
function limitsOf(sigma) {
  const width = Math.min(Math.max(sigma, 1 / MOST), MOST);
  return { width, bound: Math.min(Math.sqrt(MOST) / 4 * width, MOST) };
}

/**
 * @param {number} x
 * @param {number} bound
 */
const cut = (x, bound) => Math.min(Math.max(x, -bound), bound);
