// What of the values, and what of a derivative, each wire and each strand of a run carries. The
// strands of a comparator are four: from the wire of the minimum to itself and to the wire of the
// maximum, and from the latter to both.

import { cotangents, tangents } from "./derivatives.js";
import { scan } from "./fold.js";

/** @import { Network } from "./networks.js" */
/** @import { Exchanges } from "./tracing.js" */

/**
 * Shares of one derivative: of every wire at every column, and of the strands, four for each
 * comparator. Those of a column, and those between two columns, add up to the derivative.
 * @typedef {{nodes: Float64Array[], strands: Float64Array}} Flow
 */

/**
 * How much of each comparator's values changes wires, from 0 (keeps) to 1 (exchanges): the mixing
 * weight, or the derivative where there is none.
 * @param {Exchanges} done
 */
export const swaps = (done) => done.weight ?? done.byA;

/**
 * What the strands carry of the values, from 0 to 1: four for each comparator.
 * @param {ArrayLike<number>} swapped
 */
export function shares(swapped) {
  const strands = new Float64Array(4 * swapped.length);
  for (let place = 0; place < swapped.length; place++) {
    const swap = swapped[place];
    strands.set([1 - swap, swap, swap, 1 - swap], 4 * place);
  }
  return strands;
}

/**
 * Which input is on each wire at each column, if every comparator moves the larger share.
 * @param {Network} network
 * @param {ArrayLike<number>} swapped
 */
export function tokens(network, swapped) {
  const inputs = Int32Array.from({ length: network.n }, (_, wire) => wire);
  return scan(network, inputs, (on, low, high, place) => {
    if (swapped[place] > 0.5) [on[low], on[high]] = [on[high], on[low]];
  });
}

/**
 * How one output answers to what every wire holds: its derivative on its way back to the inputs.
 * @param {Network} network
 * @param {Exchanges} done
 * @param {number} output
 * @returns {Flow}
 */
export function gradientFlow(network, done, output) {
  const back = cotangents(network, done, unit(network.n, output));
  const ones = back.map((column) => new Float64Array(column.length).fill(1));
  return { nodes: back, strands: strands(network, done, ones, back) };
}

/**
 * The paths from input `into` to output `out`: what each carries of jacobian[out, into].
 * @param {Network} network
 * @param {Exchanges} done
 * @param {number} out
 * @param {number} into
 * @returns {Flow}
 */
export function pathFlow(network, done, out, into) {
  const onward = tangents(network, done, unit(network.n, into));
  const back = cotangents(network, done, unit(network.n, out));
  const nodes = onward.map((column, k) => column.map((share, wire) => share * back[k][wire]));
  return { nodes, strands: strands(network, done, onward, back) };
}

/**
 * @param {Network} network
 * @param {Exchanges} done
 * @param {Float64Array[]} onward
 * @param {Float64Array[]} back
 */
function strands({ depth, size, starts, low, high }, { byA, byB }, onward, back) {
  const found = new Float64Array(4 * size);
  for (let k = 0; k < depth; k++) {
    for (let place = starts[k]; place < starts[k + 1]; place++) {
      const [a, b] = [onward[k][low[place]], onward[k][high[place]]];
      const [down, up] = [back[k + 1][low[place]], back[k + 1][high[place]]];
      const [toA, toB] = [byA[place], byB[place]];
      found.set(
        [a * (1 - toA) * down, a * toA * up, b * (1 - toB) * down, b * toB * up],
        4 * place,
      );
    }
  }
  return found;
}

/**
 * @param {number} n
 * @param {number} place
 */
function unit(n, place) {
  const rows = new Float64Array(n);
  rows[place] = 1;
  return rows;
}
