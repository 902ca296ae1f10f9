// What the tests in Python ask of explorer/web/sort about alpha: its axis, its curves, its path.

import { AlphaAxis } from "../../../../explorer/web/sort/alpha_axis.js";
import { NETWORKS } from "../../../../explorer/web/sort/families.js";
import { magnitude, roundHalfEven } from "../../../../explorer/web/sort/magnitude.js";
import { rule } from "../../../../explorer/web/sort/relaxations.js";
import { deviationOf, suitedAlpha } from "../../../../explorer/web/sort/softness.js";
import { softMaxima, softMaximum } from "../../../../explorer/web/sort/soft_maxima.js";
import { sortAt, sortPath } from "../../../../explorer/web/sort/sort_path.js";

/** @typedef {[name: string, alpha: number]} Named */

export { deviationOf, magnitude, roundHalfEven, suitedAlpha };

/** @param {number} low @param {boolean} diverges @param {number[]} alphas @param {number[]} places */
export function axis(low, diverges, alphas, places) {
  const made = new AlphaAxis(low, diverges);
  return {
    ends: made.ends,
    places: alphas.map((alpha) => made.place(alpha)),
    alphas: places.map((place) => made.alphaAt(place)),
  };
}

/** @param {Named} named @param {number} b */
export function maxima(named, b) {
  const fixed = rule(...named), found = softMaxima(fixed, b);
  return { ...found, curve: softMaximum(fixed, found.a, b) };
}

/** @param {string} family @param {number[]} x @param {Named} named */
export const path = (family, x, named) => sortPath(NETWORKS[family](x.length), x, rule(...named));

/** @param {string} family @param {number[]} x @param {Named} named */
export const sortedAt = (family, x, named) => sortAt(NETWORKS[family](x.length), x, rule(...named));
