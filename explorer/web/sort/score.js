// A score of pictures: the digit that a multinomial logistic regression expects.

import { sum } from "./pairwise.js";

/**
 * `weights` in rows of ten, one row for each pixel; `bias`: ten.
 * @typedef {{weights: ArrayLike<number>, bias: ArrayLike<number>}} Regression
 */

/**
 * The logarithm, up to a constant, of the share of each digit.
 * @param {Regression} regression
 * @param {ArrayLike<number>} picture
 */
export function logits({ weights, bias }, picture) {
  const found = new Float64Array(bias.length);
  for (let pixel = 0; pixel < picture.length; pixel++) {
    for (let digit = 0; digit < found.length; digit++) {
      found[digit] += picture[pixel] * weights[pixel * found.length + digit];
    }
  }
  return found.map((logit, digit) => logit + bias[digit]);
}

/**
 * The digit that the regression expects, 0 to 9.
 * @param {Regression} regression
 * @param {ArrayLike<number>} picture
 */
export function score(regression, picture) {
  const each = logits(regression, picture), most = Math.max(...each);
  const shares = each.map((logit) => Math.exp(logit - most));
  return sum(shares.map((share, digit) => share * digit)) / sum(shares);
}
