// What zeros and ones prove of a network: explorer/scenes/network.py to the letter.

const PRINCIPLE = "a network that sorts all zeros and ones sorts everything (zero-one principle)";

export const SOFT_BITS =
  "This soft sort blends them; set alpha to infinity to see zeros and ones come out.";

/**
 * What zeros and ones prove of a network on n wires. sorts: whether all 2^n of them come out
 * sorted; null where there are too many to try.
 * @param {number} n
 * @param {boolean | null} sorts
 */
export function zeroOnePrinciple(n, sorts) {
  if (sorts === null) {
    return `Zeros and ones, under the hard maximum, are enough to judge by: ${PRINCIPLE}.`;
  }
  const verdict = sorts ? "all come out sorted" : "not all come out sorted";
  return `All ${2 ** n} inputs of zeros and ones were tried, and under the hard maximum ` +
    `${verdict}: ${PRINCIPLE}.`;
}

/**
 * What is said beside inputs that are zeros and ones; blends: whether the soft sort's output is
 * another than the hard one's.
 * @param {number} n
 * @param {boolean | null} sorts
 * @param {boolean} blends
 */
export const note = (n, sorts, blends) =>
  zeroOnePrinciple(n, sorts) + (blends ? ` ${SOFT_BITS}` : "");
