// Words beside curves that end close to each other.

/** The height of a line of writing, as a share of a panel's. */
export const LINE = 0.065;

/**
 * Words for a curve that ends at the height `at`; they stand at `to`, so that they do not meet
 * others; `chosen`: whether that curve is.
 * @typedef {{words: string, at: number, to: number, chosen: boolean}} Label
 */

/**
 * Labels for curves that end at these heights: a line of writing apart, from low to high, as near
 * to them as that allows.
 * @param {[words: string, at: number, chosen?: boolean][]} ends
 * @param {number} low
 * @param {number} high
 * @returns {Label[]}
 */
export function labels(ends, low, high) {
  const line = (high - low) * LINE, ordered = [...ends].sort((one, other) => one[1] - other[1]);
  const ats = ordered.map(([, at]) => Math.min(Math.max(at, low), high)), to = [...ats];
  for (let k = 1; k < to.length; k++) to[k] = Math.max(to[k], to[k - 1] + line);
  to[to.length - 1] = Math.min(to[to.length - 1], high);
  for (let k = to.length - 2; k >= 0; k--) to[k] = Math.min(to[k], to[k + 1] - line);
  return ordered.map(([words, , chosen = false], k) => ({ words, at: ats[k], to: to[k], chosen }));
}
