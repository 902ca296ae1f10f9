// Soft sorts of whole rows, by a key or by a comparator.

import { real, vector } from "./checks.js";
import { weight } from "./comparator.js";
import { fold } from "./fold.js";
import { rule } from "./relaxations.js";

/** @import { Network } from "./networks.js" */

/** @typedef {(row: Float64Array) => number} Key */
/** @typedef {(a: Float64Array, b: Float64Array) => number} Compare */

/**
 * The rows, n of them one after the other, sorted softly by a key: in each comparator they are
 * mixed with the weights that smoothmax gives their keys. Downwards, unless told otherwise.
 * @param {Network} network
 * @param {ArrayLike<number>} rows
 * @param {Key} key
 * @param {number} [alpha] per unit of the key
 * @param {boolean} [descending]
 */
export function vectorSort(network, rows, key, alpha = 1, descending = true) {
  const smooth = rule("smoothmax", alpha);
  const share = (/** @type {Float64Array} */ a, /** @type {Float64Array} */ b) =>
    weight(smooth, told(key(a), "key"), told(key(b), "key"));
  return sortRows(network, rows, share, descending);
}

/**
 * The rows, sorted softly by what is said of two: positive where a is the greater. A row's weight
 * is 1 / (1 + exp(-2 alpha scale compare(a, b))).
 * @param {Network} network
 * @param {ArrayLike<number>} rows
 * @param {Compare} compare
 * @param {number} [alpha]
 * @param {number} [scale]
 * @param {boolean} [descending]
 */
export function comparisonSort(network, rows, compare, alpha = 1, scale = 250, descending = true) {
  const smooth = rule("smoothmax", alpha), times = real(scale, "scale");
  const share = (/** @type {Float64Array} */ a, /** @type {Float64Array} */ b) => {
    const score = told(compare(a, b), "compare_fn") * times;
    return weight(smooth, score, -score);
  };
  return sortRows(network, rows, share, descending);
}

/**
 * Rows mixed in each comparator with share(a, b), the weight of a in the greater.
 * @param {Network} network
 * @param {ArrayLike<number>} given
 * @param {Compare} share
 * @param {boolean} descending
 */
function sortRows(network, given, share, descending) {
  const width = Math.max(1, Math.floor(given.length / network.n));
  const rows = vector(given, "x", network.n * width, ", one for each wire");
  return fold(network, rows, (state, low, high) => {
    const a = state.subarray(low * width, (low + 1) * width);
    const b = state.subarray(high * width, (high + 1) * width);
    const weighed = share(a, b), [upper, lower] = descending ? [a, b] : [b, a];
    for (let k = 0; k < width; k++) {
      const more = weighed * a[k] + (1 - weighed) * b[k];
      const less = (1 - weighed) * a[k] + weighed * b[k];
      upper[k] = more;
      lower[k] = less;
    }
  });
}

/**
 * What a key or a comparator says of a row: a finite number, or a refusal.
 * @param {number} number
 * @param {string} name
 */
const told = (number, name) => vector([number], name, 1)[0];
