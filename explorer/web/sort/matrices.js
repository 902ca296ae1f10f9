// Matrices row by row in one array: the few products that the sorts need.

import { sum } from "./pairwise.js";

/**
 * A matrix of n rows and n columns, entry by entry.
 * @param {number} n
 * @param {(row: number, column: number) => number} entry
 */
export function square(n, entry) {
  const made = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) made[row * n + column] = entry(row, column);
  }
  return made;
}

/**
 * The product of a matrix, in rows of n, with n numbers.
 * @param {Float64Array} matrix
 * @param {ArrayLike<number>} x
 */
export function timesVector(matrix, x) {
  const n = x.length;
  return Float64Array.from({ length: matrix.length / n }, (_, row) => {
    let total = 0;
    for (let k = 0; k < n; k++) total += matrix[row * n + k] * x[k];
    return total;
  });
}

/**
 * The product of a matrix, in rows of n, with n rows.
 * @param {Float64Array} left
 * @param {Float64Array} right
 * @param {number} n
 */
export function product(left, right, n) {
  const width = right.length / n, height = left.length / n;
  const found = new Float64Array(height * width);
  for (let row = 0; row < height; row++) {
    const first = row * width, end = first + width;
    for (let k = 0; k < n; k++) {
      const share = left[row * n + k];
      if (share === 0) continue;
      for (let at = first, from = k * width; at < end; at++, from++) {
        found[at] += share * right[from];
      }
    }
  }
  return found;
}

/**
 * A matrix, in rows of n, whose rows are made to add up to 1; it is written over.
 * @param {Float64Array} matrix
 * @param {number} n
 */
export function normalized(matrix, n) {
  for (let from = 0; from < matrix.length; from += n) {
    const total = sum(matrix, from, from + n);
    for (let k = from; k < from + n; k++) matrix[k] /= total;
  }
  return matrix;
}

/**
 * Rows of n as columns.
 * @param {Float64Array} matrix
 * @param {number} n
 */
export function transposed(matrix, n) {
  const rows = matrix.length / n;
  return matrix.map((_, at) => matrix[(at % rows) * n + Math.floor(at / rows)]);
}

/** @param {number} n */
export function identity(n) {
  const rows = new Float64Array(n * n);
  for (let wire = 0; wire < n; wire++) rows[wire * n + wire] = 1;
  return rows;
}
