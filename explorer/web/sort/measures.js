// How good a soft sort is: its error, the order of its values, the health of its derivatives.

/**
 * The number of pairs that are out of ascending order by more than `margin`.
 * @param {ArrayLike<number>} values
 * @param {number} [margin]
 */
export function inversions(values, margin = 0) {
  let count = 0;
  for (let earlier = 0; earlier < values.length; earlier++) {
    for (let later = earlier + 1; later < values.length; later++) {
      if (values[earlier] - margin > values[later]) count++;
    }
  }
  return count;
}

/**
 * The place of each value in the hard sort, from 0; equal values share the mean of their places.
 * @param {ArrayLike<number>} values
 */
export function hardRanks(values) {
  return Float64Array.from(values, (value) => {
    let [below, alike] = [0, 0];
    for (let other = 0; other < values.length; other++) {
      if (values[other] < value) below++;
      if (values[other] === value) alike++;
    }
    return below + (alike - 1) / 2;
  });
}

/**
 * The root mean square of soft - hard, divided by the range of the hard values (1 if they are
 * equal), or by `span`.
 * @param {ArrayLike<number>} soft
 * @param {ArrayLike<number>} hard
 * @param {number} [span]
 */
export function relativeRms(soft, hard, span) {
  let [sum, least, most] = [0, Infinity, -Infinity];
  for (let wire = 0; wire < hard.length; wire++) {
    sum += (soft[wire] - hard[wire]) ** 2;
    least = Math.min(least, hard[wire]);
    most = Math.max(most, hard[wire]);
  }
  return Math.sqrt(sum / hard.length) / (span ?? (most - least || 1));
}

/**
 * How many entries of the Jacobian of a sort are negative.
 * @param {Float64Array} jacobian
 * @param {number} [tolerance]
 */
export function negatives(jacobian, tolerance = 1e-9) {
  let count = 0;
  for (const entry of jacobian) if (entry < -tolerance) count++;
  return count;
}

/**
 * The share of negative entries in the Jacobian of a sort.
 * @param {Float64Array} jacobian
 * @param {number} [tolerance]
 */
export const wrongSigned = (jacobian, tolerance = 1e-9) =>
  negatives(jacobian, tolerance) / jacobian.length;

/**
 * The inputs, of n, the columns of a Jacobian, by which no output changes faster than `below`.
 * @param {Float64Array} jacobian
 * @param {number} n
 * @param {number} [below]
 */
export function vanished(jacobian, n, below = 1e-6) {
  const most = new Float64Array(n);
  jacobian.forEach((entry, place) => {
    most[place % n] = Math.max(most[place % n], Math.abs(entry));
  });
  return Array.from(most.keys()).filter((input) => most[input] < below);
}

/**
 * The share of the inputs that have vanished.
 * @param {Float64Array} jacobian
 * @param {number} n
 * @param {number} [below]
 */
export const vanishing = (jacobian, n, below = 1e-6) => vanished(jacobian, n, below).length / n;

/**
 * The sums of the rows and of the n columns of a Jacobian; what is only rounding is 0.
 * @param {Float64Array} jacobian
 * @param {number} n
 */
export function sumsOf(jacobian, n) {
  const byRow = new Float64Array(jacobian.length / n), byColumn = new Float64Array(n);
  let largest = 0;
  jacobian.forEach((entry, place) => {
    byRow[Math.floor(place / n)] += entry;
    byColumn[place % n] += entry;
    largest = Math.max(largest, Math.abs(entry));
  });
  const clean = (/** @type {number} */ sum) => Math.abs(sum) < 1e-7 * largest ? 0 : sum;
  return { byRow: byRow.map(clean), byColumn: byColumn.map(clean) };
}
