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
 * The share of negative entries in the Jacobian of a sort.
 * @param {Float64Array} jacobian
 * @param {number} [tolerance]
 */
export function wrongSigned(jacobian, tolerance = 1e-9) {
  return jacobian.filter((entry) => entry < -tolerance).length / jacobian.length;
}

/**
 * The share of the n inputs, the columns of a Jacobian, by which no output changes faster than
 * `below`.
 * @param {Float64Array} jacobian
 * @param {number} n
 * @param {number} [below]
 */
export function vanishing(jacobian, n, below = 1e-6) {
  const most = new Float64Array(n);
  jacobian.forEach((entry, place) => {
    most[place % n] = Math.max(most[place % n], Math.abs(entry));
  });
  return most.filter((size) => size < below).length / n;
}
