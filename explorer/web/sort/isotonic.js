// The isotonic soft sort and soft ranks: nearest points of a permutahedron.
// Source: Blondel et al., "Fast differentiable sorting and ranking", ICML 2020; there they descend.

import { positive, some } from "./checks.js";
import { argsort, hardJacobian, sorted } from "./hard.js";
import { isotonicRegression } from "./regression.js";

/**
 * The point of the permutahedron of x nearest to (0, ..., n - 1) / epsilon, ascending: sort(x) from
 * some epsilon down, its mean as epsilon grows.
 * @param {ArrayLike<number>} x
 * @param {number} [epsilon] in 1 / units of x
 */
export function isotonicSort(x, epsilon = 1) {
  const { half, parts, reach, most } = spreadOf(x, epsilon);
  if (most <= 1) return sorted(x);
  const last = half[half.length - 1], soft = projection(places(half.length, most), parts);
  return soft.map((value) => Math.min(Math.max(half[0] + reach * value, half[0]), last) * 2);
}

/**
 * Where the blocks of `isotonicSort` begin among the sorted values, and where the last one ends:
 * their values were moved together.
 * @param {ArrayLike<number>} x
 * @param {number} [epsilon]
 */
export function isotonicBlocks(x, epsilon = 1) {
  const { half, parts, most } = spreadOf(x, epsilon);
  if (most <= 1) return Array.from({ length: half.length + 1 }, (_, place) => place);
  const apart = places(half.length, most).map((place, k) => place - parts[k]);
  return isotonicRegression(apart).blocks;
}

/**
 * The Jacobian of `isotonicSort`, [out, in]: within each block the derivative of the hard sort is
 * averaged. It is doubly stochastic, and so never negative.
 * @param {ArrayLike<number>} x
 * @param {number} [epsilon]
 */
export function isotonicSortJacobian(x, epsilon = 1) {
  const blocks = isotonicBlocks(x, epsilon), n = x.length, hard = hardJacobian(x);
  const found = new Float64Array(n * n);
  for (let k = 0; k + 1 < blocks.length; k++) {
    const [from, to] = [blocks[k], blocks[k + 1]];
    for (let into = 0; into < n; into++) {
      let share = 0;
      for (let out = from; out < to; out++) share += hard[out * n + into] / (to - from);
      for (let out = from; out < to; out++) found[out * n + into] = share;
    }
  }
  return found;
}

/**
 * The point of the permutahedron of (0, ..., n - 1) nearest to x / epsilon: hard ranks from some
 * epsilon down, (n - 1) / 2 as it grows.
 * @param {ArrayLike<number>} x
 * @param {number} [epsilon] in the units of x
 */
export function isotonicRank(x, epsilon = 1) {
  const { order, apart, scaled } = ranked(x, epsilon), ranks = new Float64Array(order.length);
  const { fitted } = isotonicRegression(apart);
  order.forEach((wire, place) => {
    ranks[wire] = Math.min(Math.max(scaled[place] - fitted[place], 0), order.length - 1);
  });
  return ranks;
}

/**
 * The Jacobian of `isotonicRank`, [out, in], in ranks per unit of x: within a block every value
 * moves its own rank up and takes it from the mean of all. Its rows and columns add up to 0.
 * @param {ArrayLike<number>} x
 * @param {number} [epsilon]
 */
export function isotonicRankJacobian(x, epsilon = 1) {
  const { order, apart, unit } = ranked(x, epsilon), n = order.length;
  const { blocks } = isotonicRegression(apart), found = new Float64Array(n * n);
  for (let k = 0; k + 1 < blocks.length; k++) {
    const wires = order.slice(blocks[k], blocks[k + 1]), size = wires.length;
    for (const out of wires) {
      for (const into of wires) {
        found[out * n + into] = (Number(out === into) - 1 / size) / unit * 0.5;
      }
    }
  }
  return found;
}

/**
 * Half the sorted values; these in parts of their range from 0 to 1; half the range; in units of
 * the range one place counts 1 / `most`.
 * @param {ArrayLike<number>} x
 * @param {number} epsilon
 */
function spreadOf(x, epsilon) {
  const half = sorted(some(x, "x").map((value) => value * 0.5));
  const reach = half[half.length - 1] - half[0];
  const most = 2 * (positive(epsilon, "epsilon") * reach);
  return { half, parts: half.map((value) => (value - half[0]) / reach), reach, most };
}

/**
 * The order of the values, these in units of epsilon, `scaled`, and how far each is from its place.
 * @param {ArrayLike<number>} x
 * @param {number} epsilon
 */
function ranked(x, epsilon) {
  const values = some(x, "x"), n = values.length, order = argsort(values);
  const unit = Math.max(positive(epsilon, "epsilon") * 0.5, 4 / Number.MAX_VALUE);
  const scaled = new Float64Array(n);
  for (let place = 1; place < n; place++) {
    const gap = values[order[place]] * 0.5 - values[order[place - 1]] * 0.5;
    // A gap above n - 1 parts the vector, however wide.
    scaled[place] = scaled[place - 1] + Math.min(gap, n * unit) / unit;
  }
  return { order, unit, scaled, apart: scaled.map((value, place) => value - place) };
}

/**
 * The point nearest to z in the permutahedron of w, both ascending.
 * @param {Float64Array} z
 * @param {Float64Array} w
 */
function projection(z, w) {
  const { fitted } = isotonicRegression(z.map((value, k) => value - w[k]));
  return z.map((value, k) => value - fitted[k]);
}

/**
 * @param {number} n
 * @param {number} most
 */
const places = (n, most) => Float64Array.from({ length: n }, (_, place) => place / most);
