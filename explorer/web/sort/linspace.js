// Evenly spaced numbers.

/**
 * So many numbers from low to high, both of them included: as NumPy has them, to the last bit.
 * @param {number} low
 * @param {number} high
 * @param {number} count
 */
export function linspace(low, high, count) {
  const step = (high - low) / (count - 1);
  return Float64Array.from({ length: count }, (_, k) => {
    if (!k) return low;
    return k < count - 1 ? k * step + low : high;
  });
}
