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
  const wires = Array.from({ length: n }, (_, wire) => bitsOf(wire, 2 ** n));
  low.forEach((least, k) => compare(wires[least], wires[high[k]]));
  return wires.every((above, wire) =>
    wire + 1 === n || above.every((word, k) => !(word & ~wires[wire + 1][k]))
  );
}

/**
 * Bit `wire` of each number below `count`; a word that these do not fill begins again.
 * @param {number} wire
 * @param {number} count
 */
function bitsOf(wire, count) {
  const words = new Uint32Array(Math.ceil(count / 32));
  for (let k = 0; k < words.length; k++) {
    for (let bit = 0; bit < 32; bit++) words[k] |= ((32 * k + bit) % count >> wire & 1) << bit;
  }
  return words;
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
