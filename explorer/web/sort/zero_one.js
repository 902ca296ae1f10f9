// Whether a network sorts every input of zeros and ones: tried on 32 of them at a time.

/** @import { Network } from "./networks.js" */

/** So many wires at most, and all 2^n inputs are tried. */
export const MOST_ENUMERATED = 16;

/**
 * Whether all 2^n inputs of zeros and ones come out sorted; null where they are too many to try.
 * Each bit of a wire's words is what it holds of one input: a comparator's minimum is their "and",
 * its maximum their "or".
 * @param {Network} network
 * @returns {boolean | null}
 */
export function sortsZeroOne({ n, low, high }) {
  if (n > MOST_ENUMERATED) return null;
  const words = 2 ** Math.max(n - 5, 0); // the first is filled in any case, with inputs twice
  const wires = Array.from({ length: n }, (_, wire) => bitsOf(wire, words));
  low.forEach((least, k) => compare(wires[least], wires[high[k]]));
  return wires.every((above, wire) =>
    wire + 1 === n || above.every((word, k) => !(word & ~wires[wire + 1][k]))
  );
}

/**
 * Bit `wire` of the numbers from 0 up, of 32 of them in each word.
 * @param {number} wire
 * @param {number} words
 */
function bitsOf(wire, words) {
  if (wire >= 5) return Uint32Array.from({ length: words }, (_, k) => -(k >> wire - 5 & 1));
  let word = 0;
  for (let number = 0; number < 32; number++) word |= (number >> wire & 1) << number;
  return new Uint32Array(words).fill(word);
}

/**
 * @param {Uint32Array} a the wire that receives the minimum
 * @param {Uint32Array} b
 */
function compare(a, b) {
  for (let k = 0; k < a.length; k++) {
    const both = a[k] & b[k];
    b[k] |= a[k];
    a[k] = both;
  }
}
