// The fold, once: a step of one comparator, over the layers of a network.

/** @import { Network } from "./networks.js" */

/**
 * A state of the wires: what each holds, or a row of numbers for each.
 * @typedef {Float64Array | Int32Array} Wires
 */

/**
 * What a comparator does to a state, which it writes over; `place` is the comparator's own, among
 * all of the network.
 * @template {Wires} State
 * @callback Step
 * @param {State} state
 * @param {number} low
 * @param {number} high
 * @param {number} place
 * @returns {void}
 */

/**
 * The state after all layers; it is written over.
 * @template {Wires} State
 * @param {Network} network
 * @param {State} state
 * @param {Step<State>} step
 */
export function fold(network, state, step) {
  for (let k = 0; k < network.depth; k++) throughLayer(network, k, state, step);
  return state;
}

/**
 * Every state, from the first one to that after all layers: depth + 1 of them.
 * @template {Wires} State
 * @param {Network} network
 * @param {State} first
 * @param {Step<State>} step
 */
export function scan(network, first, step) {
  const states = [first];
  for (let k = 0; k < network.depth; k++) {
    states.push(throughLayer(network, k, copy(states[k]), step));
  }
  return states;
}

/**
 * Every state of a step that goes back through the layers, from what it makes of the last one,
 * before the first layer, to that itself: depth + 1 of them.
 * @template {Wires} State
 * @param {Network} network
 * @param {State} last
 * @param {Step<State>} step
 */
export function scanBack(network, last, step) {
  const states = [last];
  for (let k = network.depth - 1; k >= 0; k--) {
    states.push(throughLayer(network, k, copy(states[states.length - 1]), step));
  }
  return states.reverse();
}

/**
 * All comparators of layer k.
 * @template {Wires} State
 * @param {Network} network
 * @param {number} k
 * @param {State} state
 * @param {Step<State>} step
 */
function throughLayer({ starts, low, high }, k, state, step) {
  for (let place = starts[k]; place < starts[k + 1]; place++) {
    step(state, low[place], high[place], place);
  }
  return state;
}

/**
 * @template {Wires} State
 * @param {State} state
 */
const copy = (state) => /** @type {State} */ (state.slice());
