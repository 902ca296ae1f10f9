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
 * The order matrix; a quarter of each difference, which cannot overflow; and the exponents, of
 * which one in each row is 0, so that a small sigma gives the nearest place and never NaN.
 * @param {Float64Array} original
 * @param {Float64Array} sortd
 * @param {number} sigma
 */
export function kernel(original, sortd, sigma) {
  const m = sortd.length, quarter = new Float64Array(original.length * m);
  const exponents = new Float64Array(quarter.length);
  original.forEach((value, row) => {
    let nearest = Infinity;
    for (let place = 0; place < m; place++) {
      const away = value * 0.25 - sortd[place] * 0.25;
      quarter[row * m + place] = away;
      nearest = Math.min(nearest, Math.abs(away));
    }
    for (let at = row * m; at < row * m + m; at++) {
      // d^2 - m^2 = (d - m) (d + m), with m the distance of the nearest place.
      exponents[at] = inWidths(quarter[at] - nearest, sigma) *
        inWidths(quarter[at] + nearest, sigma) * -8;
    }
  });
  return { order: normalized(exponents.map(Math.exp), m), quarter, exponents };
}

/**
 * x / sigma, cut off where its square would leave the floats.
 * @param {number} x
 * @param {number} sigma
 */
export function inWidths(x, sigma) {
  const width = Math.min(Math.max(sigma, 1 / MOST), MOST);
  const bound = Math.min(Math.sqrt(MOST) / 4 * width, MOST);
  return Math.min(Math.max(x, -bound), bound) / width;
}
