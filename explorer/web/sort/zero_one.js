// Whether a network sorts every input of zeros and ones: tried on 32 of them at a time.

/** @import { Network } from "./networks.js" */

/** So many wires at most, and all 2^n inputs are tried to say what they prove. */
export const MOST_ENUMERATED = 16;
/** So many wires at most, and all 2^n inputs are tried at all. */
export const MOST_TRIED = 24;

/** @type {WeakMap<Network, number[] | null>} */
const known = new WeakMap();

/**
 * Whether all 2^n inputs of zeros and ones come out sorted; null where they are too many to try.
 * @param {Network} network
 * @returns {boolean | null}
 */
export const sortsZeroOne = (network) =>
  network.n > MOST_ENUMERATED ? null : witnessOf(network) === null;

/**
 * The first zeros and ones, one for each wire, that come out in no order; null where there are
 * none. For at most 24 wires.
 * @param {Network} network
 */
export function witnessOf(network) {
  const found = known.has(network) ? known.get(network) ?? null : witness(network);
  known.set(network, found);
  return found;
}

/**
 * Each bit of a wire's words is what it holds of one input: a comparator's minimum is their "and",
 * its maximum their "or".
 * @param {Network} network
 */
function witness({ n, low, high }) {
  const words = 2 ** Math.max(n - 5, 0); // the first is filled in any case, with inputs twice
  const wires = Array.from({ length: n }, (_, wire) => bitsOf(wire, words));
  low.forEach((least, k) => compare(wires[least], wires[high[k]]));
  for (let word = 0; word < words; word++) {
    let wrong = 0;
    for (let wire = 1; wire < n; wire++) wrong |= wires[wire - 1][word] & ~wires[wire][word];
    if (!wrong) continue;
    const first = 32 * word + 31 - Math.clz32(wrong & -wrong);
    return Array.from({ length: n }, (_, wire) => first >> wire & 1);
  }
  return null;
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
