// Soft maxima: each is the hard maximum less a shift, and its minimum the hard one plus the same
// shift, so that the sum is kept. The shift depends on the gap |a - b| alone.

import { oneOf, real } from "./checks.js";
import { erfc } from "./erfc.js";
import { DiffsortError, general } from "./errors.js";

/**
 * A kind of soft maximum, as formulas in t = |alpha| gap. `weight` is the share of the lesser
 * argument in it; `slope` its derivative by the lesser argument; `shift` how far it is below the
 * hard maximum, of the gap and |alpha|. `mixes`: whether it is a weighted mean of its arguments;
 * `monotone`: whether no derivative is negative; `bound`: how far |alpha| times it can be from
 * |alpha| times the hard maximum; `tieSlope`: how fast the weight falls at a tie, where there is one.
 * @typedef {object} Relaxation
 * @property {boolean} mixes
 * @property {boolean} monotone
 * @property {number} bound
 * @property {number | null} tieSlope
 * @property {(t: number) => number} weight
 * @property {(t: number) => number} slope
 * @property {(gap: number, alpha: number) => number} shift
 */

/**
 * A relaxation with its strength fixed: infinity is the hard maximum, 0 the mean (where it mixes),
 * and a negative alpha swaps minimum and maximum. With `scaleFree` alpha counts per standard
 * deviation of the vector that is sorted, and so does the width of a ranking kernel.
 * @typedef {Relaxation & {name: string, alpha: number, scaleFree?: boolean}} Rule
 */

/** @param {number} t */
const falling = (t) => 1 / (1 + Math.exp(t));

/** @type {Relaxation} */
const smoothmax = {
  mixes: true,
  monotone: false,
  bound: 0.2784645427610738, // Lambert's W(1 / e)
  tieSlope: 1 / 4,
  weight: falling,
  slope(t) {
    const share = falling(t);
    return share - t * share * (1 - share);
  },
  shift: (gap, alpha) => gap / (1 + Math.exp(gap * alpha)),
};

/** Log-sum-exp, which exceeds the larger argument and has no weights. @type {Relaxation} */
const softmax = {
  mixes: false,
  monotone: true,
  bound: Math.LN2,
  tieSlope: null,
  weight: () => NaN,
  slope: falling,
  shift: (gap, alpha) => -Math.log1p(Math.exp(-gap * alpha)) / alpha,
};

/** @type {Relaxation} */
const cauchy = mixing(true, 1 / Math.PI, 1 / Math.PI, cauchyWeight, (t) => {
  return cauchyWeight(t) - t / (Math.PI * (1 + t * t));
});

/** @param {number} t */
function cauchyWeight(t) {
  return Math.atan2(1, t) / Math.PI;
}

const reciprocal = mixing(true, 1, 1 / 4, (t) => 1 / (2 + t), (t) => 2 / ((2 + t) * (2 + t)));

/** The monotone relaxation with the least error at its steepness. */
const optimal = mixing(
  true,
  1 / 16,
  1,
  (t) => t < 0.25 ? 0.5 - t : 1 / (16 * t),
  (t) => t < 0.25 ? 0.5 - 2 * t : 0,
);

const GAUSSIAN = 0.16997120747990369; // the maximum of t Phi(-t)
const gaussian = mixing(false, GAUSSIAN, 1 / Math.sqrt(2 * Math.PI), gaussianWeight, (t) => {
  return gaussianWeight(t) - t * Math.exp(t * t * -0.5) / Math.sqrt(2 * Math.PI);
});

/** @param {number} t */
function gaussianWeight(t) {
  return erfc(t / Math.SQRT2) / 2;
}

/**
 * A relaxation whose shift is its weight's share of the gap.
 * @param {boolean} monotone
 * @param {number} bound
 * @param {number} tieSlope
 * @param {(t: number) => number} weight
 * @param {(t: number) => number} slope
 * @returns {Relaxation}
 */
function mixing(monotone, bound, tieSlope, weight, slope) {
  const shift = (/** @type {number} */ gap, /** @type {number} */ alpha) =>
    gap * weight(gap * alpha);
  return { mixes: true, monotone, bound, tieSlope, weight, slope, shift };
}

/** @type {Record<string, Relaxation>} */
export const RELAXATIONS = {
  smoothmax,
  softmax,
  Cauchy: cauchy,
  reciprocal,
  optimal,
  Gaussian: gaussian,
};

/**
 * The relaxation of that name with its alpha, in units of 1 / x (or of its standard deviation).
 * @param {string} name
 * @param {number} alpha
 * @param {boolean} [scaleFree]
 * @returns {Rule}
 */
export function rule(name, alpha, scaleFree = false) {
  const relaxation = RELAXATIONS[oneOf(name, "relaxation", RELAXATIONS)];
  real(alpha, "alpha");
  if (!relaxation.mixes && Math.abs(alpha) < 1e-300) {
    throw new DiffsortError(
      `alpha must not be 0 for ${name} (log-sum-exp), which diverges there, got ${general(alpha)}`,
    );
  }
  return { ...relaxation, name, alpha, scaleFree };
}

/**
 * The alpha at which the weights of the relaxation of that name fall as fast at a tie, per unit of the
 * gap, as those of another at its alpha; that alpha itself where one of them has no weights.
 * @param {string} name
 * @param {{name: string, alpha: number}} other
 */
export function alphaAtSlope(name, other) {
  const [own, given] = [name, other.name].map((each) => RELAXATIONS[each].tieSlope);
  return own === null || given === null ? other.alpha : other.alpha * given / own;
}
