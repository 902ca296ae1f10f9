// The nearest vector that never falls: isotonic regression by pooling adjacent violators.
// Source: F. M. T. A. Busing, "Monotone regression: a simple and fast O(n) PAVA implementation",
// Journal of Statistical Software 102 (2022), whose order of the sums is SciPy's.

/**
 * The ascending vector nearest to v, and where its blocks of equal numbers begin and the last one
 * ends.
 * @param {Float64Array} v
 */
export function isotonicRegression(v) {
  const x = v.slice(), n = v.length, weights = new Float64Array(n).fill(1);
  const starts = [0];
  let block = -1;
  for (let at = 0; at < n; at++) {
    block++;
    let mean = v[at], weight = 1;
    if (block > 0 && x[block - 1] >= mean) {
      block--;
      let sum = weights[block] * x[block] + mean;
      weight += weights[block];
      mean = sum / weight;
      while (at < n - 1 && mean >= v[at + 1]) {
        sum += v[++at];
        mean = sum / ++weight;
      }
      while (block > 0 && x[block - 1] >= mean) {
        block--;
        sum += weights[block] * x[block];
        weight += weights[block];
        mean = sum / weight;
      }
    }
    x[block] = mean;
    weights[block] = weight;
    starts[block + 1] = at + 1;
  }
  const blocks = starts.slice(0, block + 2);
  const fitted = new Float64Array(n);
  for (let k = 0; k <= block; k++) fitted.fill(x[k], blocks[k], blocks[k + 1]);
  return { fitted, blocks };
}
