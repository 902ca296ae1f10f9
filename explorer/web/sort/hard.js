// The hard sort, and what stands for its permutation and for its derivative.

/**
 * The places of the values in ascending order; of equal values the earlier comes first.
 * @param {ArrayLike<number>} x
 */
export function argsort(x) {
  const places = Array.from({ length: x.length }, (_, place) => place);
  return places.sort((a, b) => x[a] < x[b] ? -1 : x[a] > x[b] ? 1 : 0);
}

/** @param {ArrayLike<number>} x */
export const sorted = (x) => Float64Array.from(argsort(x), (place) => x[place]);

/**
 * The derivative of the hard sort, [out, in]: 1 where the value went, in equal shares where it is
 * tied.
 * @param {ArrayLike<number>} x
 */
export function hardJacobian(x) {
  const n = x.length, shares = new Float64Array(n * n);
  sorted(x).forEach((value, out) => {
    let alike = 0;
    for (let into = 0; into < n; into++) if (x[into] === value) alike++;
    for (let into = 0; into < n; into++) if (x[into] === value) shares[out * n + into] = 1 / alike;
  });
  return shares;
}
