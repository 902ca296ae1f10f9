// The size of some numbers as a power of ten: what the scales of alpha and sigma follow.

/**
 * The spread of the values, or where they are all the same their size, as a power of ten from -100
 * to 100.
 * @param {ArrayLike<number>} values
 */
export function magnitude(values) {
  const each = Array.from(values);
  const half = Math.max(...each) / 2 - Math.min(...each) / 2 || Math.max(...each.map(Math.abs)) / 2;
  if (!half) return 0;
  return Math.min(Math.max(roundHalfEven(Math.log10(half) + Math.log10(2)), -100), 100);
}

/**
 * The nearest whole number; of two, the even one, as Python rounds.
 * @param {number} value
 */
export function roundHalfEven(value) {
  const below = Math.floor(value), part = value - below;
  if (part !== 0.5) return part < 0.5 ? below : below + 1;
  return below % 2 ? below + 1 : below;
}
