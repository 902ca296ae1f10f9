// The families of sorting networks, for any number of wires, comparator for comparator those of
// diffsort_core. Sources: K. E. Batcher, "Sorting networks and their applications", AFIPS 1968;
// D. E. Knuth, "The art of computer programming", vol. 3, section 5.3.4.

import { whole } from "./checks.js";
import { layersOf } from "./listed.js";
import { network } from "./networks.js";
import { dropWires, untangled } from "./rewiring.js";
import { TEXTS } from "./smallest.js";

/** @import { Comparator, Layer, Network } from "./networks.js" */

/** @param {number} n */
function bitonic(n) {
  return network("bitonic", n, merges(n, bitonicComparators));
}

/**
 * The same with its wires untangled: every comparator leaves the minimum on the wire of lower
 * number, and the first layer of a stage compares mirrored wires.
 * @param {number} n
 */
function mirroredBitonic(n) {
  return network("mirrored bitonic", n, untangled(bitonic(n)));
}

/** @param {number} n */
function oddEvenMerge(n) {
  return network("odd-even merge", n, merges(n, mergeComparators));
}

/** @param {number} n */
function oddEvenTransposition(n) {
  /** @type {Layer[]} */
  const layers = [];
  for (let layer = 0; layer < n && n > 1; layer++) {
    layers.push({ comparators: [], stage: 0 });
    for (let wire = layer % 2; wire < n - 1; wire += 2) {
      layers[layer].comparators.push([wire, wire + 1]);
    }
  }
  return network("odd-even transposition", n, layers);
}

/**
 * Parberry's pairwise network, of the next power of two of wires: runs of sorted pairs, then what
 * merges them. It only points down, so that surplus wires are left out.
 * @param {number} n
 */
function pairwise(n) {
  const power = 32 - Math.clz32(n - 1);
  /** @type {Layer[]} */
  const layers = [];
  for (let run = 0; run < power; run++) {
    layers.push({ comparators: runsApart(n, 1 << run, 1 << run), stage: 0 });
  }
  for (let stage = 1; stage < power; stage++) {
    const run = 1 << power - 1 - stage;
    for (let distance = 2 ** stage - 1; distance; distance >>= 1) {
      layers.push({ comparators: runsApart(n, run, -distance * run), stage });
    }
  }
  return network("pairwise", n, layers);
}

/**
 * Comparators so far apart: each from a wire of an even run of wires down, or, for a negative
 * distance, from one up.
 * @param {number} n
 * @param {number} run
 * @param {number} apart
 */
function runsApart(n, run, apart) {
  /** @type {Comparator[]} */
  const comparators = [];
  for (let wire = 0; wire < n; wire++) {
    const [low, high] = apart < 0 ? [wire + apart, wire] : [wire, wire + apart];
    if (!(wire & run) && low >= 0 && high < n) {
      comparators.push([low, high]);
    }
  }
  return comparators;
}

/**
 * The smallest network known.
 * @param {number} n
 */
function smallest(n) {
  const text = TEXTS[whole(n, "n", TEXTS.length) - 1];
  /** @type {Layer[]} */
  const layers = layersOf(text).map((comparators) => ({ comparators, stage: 0 }));
  return network("smallest", n, layers);
}

/**
 * Name -> the network of that family on n wires, the same one each time.
 * @type {Record<string, (n: number) => Network>}
 */
export const NETWORKS = {
  "bitonic": once(bitonic),
  "mirrored bitonic": once(mirroredBitonic),
  "odd-even merge": once(oddEvenMerge),
  "odd-even transposition": once(oddEvenTransposition),
  "pairwise": once(pairwise),
  "smallest": once(smallest),
};

/**
 * The families that are not there for every n, and up to which n they are.
 * @type {Record<string, number>}
 */
export const MOST_WIRES = { smallest: TEXTS.length };

/**
 * build(n), but the same one as before.
 * @param {(n: number) => Network} build
 */
function once(build) {
  /** @type {Map<number, Network>} */
  const built = new Map();
  return (/** @type {number} */ n) => {
    const found = built.get(whole(n, "n")) ?? build(n);
    built.set(n, found);
    return found;
  };
}

/**
 * A layer for each distance of each stage of merges, on the next power of two of wires, less the
 * wires beyond n.
 * @param {number} n
 * @param {(wires: number, stage: number, distance: number) => Comparator[]} comparators
 */
function merges(n, comparators) {
  const power = 32 - Math.clz32(n - 1);
  /** @type {Layer[]} */
  const layers = [];
  for (let stage = 0; stage < power; stage++) {
    for (let distance = stage; distance >= 0; distance--) {
      layers.push({ comparators: comparators(1 << power, stage, distance), stage });
    }
  }
  return dropWires(layers, n, 1 << power);
}

/**
 * Comparators between wires 2^distance apart; every second block of 2^(stage + 1) wires sorts
 * downwards.
 * @param {number} wires
 * @param {number} stage
 * @param {number} distance
 */
function bitonicComparators(wires, stage, distance) {
  /** @type {Comparator[]} */
  const comparators = [];
  for (let wire = 0; wire < wires; wire++) {
    const partner = wire | 1 << distance;
    if (partner === wire) continue;
    comparators.push(wire >> (stage + 1) & 1 ? [partner, wire] : [wire, partner]);
  }
  return comparators;
}

/**
 * Comparators 2^distance apart that merge pairs of sorted runs of 2^stage wires; after the first
 * layer of a stage they leave the ends of each merged run alone.
 * @param {number} wires
 * @param {number} stage
 * @param {number} distance
 */
function mergeComparators(wires, stage, distance) {
  const apart = 1 << distance;
  const offset = apart % (1 << stage);
  /** @type {Comparator[]} */
  const comparators = [];
  for (let wire = offset; wire < wires - apart; wire++) {
    const together = wire >> (stage + 1) === (wire + apart) >> (stage + 1);
    if (together && !((wire - offset) & apart)) comparators.push([wire, wire + apart]);
  }
  return comparators;
}
