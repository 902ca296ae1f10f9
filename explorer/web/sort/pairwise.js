// Sums as NumPy adds them, to the last bit: what is equal there is equal here. Eight sums run side
// by side and are added in pairs, so that rounding grows with the logarithm of how many there are.

/** So many numbers at most are added in one go. */
const BLOCK = 128;

/**
 * The sum of the numbers from place `from` up to, not including, `to`.
 * @param {ArrayLike<number>} values
 * @param {number} [from]
 * @param {number} [to]
 * @returns {number}
 */
export function sum(values, from = 0, to = values.length) {
  const count = to - from;
  if (count > BLOCK) {
    const half = from + 8 * Math.floor(count / 16);
    return sum(values, from, half) + sum(values, half, to);
  }
  let at = from, total = 0;
  if (count >= 8) {
    const sums = Array.from({ length: 8 }, (_, k) => values[from + k]);
    for (at += 8; at + 8 <= to; at += 8) for (let k = 0; k < 8; k++) sums[k] += values[at + k];
    const [a, b, c, d, e, f, g, h] = sums;
    total += ((a + b) + (c + d)) + ((e + f) + (g + h));
  }
  for (; at < to; at++) total += values[at];
  return total;
}

/** @param {ArrayLike<number>} values */
export const mean = (values) => sum(values) / values.length;
