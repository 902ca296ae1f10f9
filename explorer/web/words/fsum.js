// A sum of floats that rounds once, at its end: Python's math.fsum, bit for bit.
// Source: J. R. Shewchuk, "Adaptive precision floating-point arithmetic and fast robust geometric
// predicates", 1997; the last step, ties to even, as in CPython's mathmodule.c.

/**
 * The exact sum, rounded to the nearest float. No sum of some of the values may overflow.
 * @param {number[]} values
 */
export function fsum(values) {
  const parts = partsOf(values);
  let high = 0, low = 0;
  while (parts.length && !low) {
    const next = parts.pop() ?? 0;
    [high, low] = added(high, next);
  }
  // A tie was rounded to even, but what is left of one sign with it says that it was none.
  const twice = 2 * low, up = high + twice;
  const sameSign = Math.sign(low) === Math.sign(parts.pop() ?? 0);
  return low && sameSign && up - high === twice ? up : high;
}

/**
 * Floats that overlap in no digit, from the smallest to the largest, whose sum is that of the
 * values.
 * @param {number[]} values
 */
function partsOf(values) {
  /** @type {number[]} */
  const parts = [];
  for (let sum of values) {
    let count = 0;
    for (const part of parts) {
      const [high, low] = added(sum, part);
      if (low) parts[count++] = low;
      sum = high;
    }
    parts.length = count;
    if (sum) parts.push(sum);
  }
  return parts;
}

/**
 * The sum of two floats as it is rounded, and what the rounding took from it.
 * @param {number} a
 * @param {number} b
 */
function added(a, b) {
  const [large, small] = Math.abs(a) < Math.abs(b) ? [b, a] : [a, b];
  const high = large + small;
  return [high, small - (high - large)];
}
