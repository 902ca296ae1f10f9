// Where a person's numbers come from: explorer/numbers.py draws the same.

import { Generator } from "./generator.js";

/** @typedef {(n: number, seed: number) => number[]} Preset */

/** @type {Preset} */
const example = () => [5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18];

/** @type {Preset} */
const random = (n, seed) => new Generator(seed).integers(0, 400, n).map((value) => value / 10);

/** @type {Preset} */
const reversed = (n) => Array.from({ length: n }, (_, k) => n - k);

/** @type {Preset} */
function nearlySorted(n, seed) {
  const values = Array.from({ length: n }, (_, k) => k + 1);
  if (n === 1) return values;
  for (const left of new Generator(seed).choice(n - 1, Math.max(1, Math.floor(n / 6)))) {
    [values[left], values[left + 1]] = [values[left + 1], values[left]];
  }
  return values;
}

/** @type {Preset} */
const ties = (n, seed) => new Generator(seed).integers(1, 4, n);

/** @type {Preset} */
const bits = (n, seed) => new Generator(seed).integers(0, 2, n);

/**
 * By name, for n numbers and a seed. The example is differentiable_sorting's vector of 8 numbers,
 * whatever n.
 * @type {Record<string, Preset>}
 */
export const PRESETS = {
  example,
  random,
  reversed,
  "nearly sorted": nearlySorted,
  ties,
  "zeros and ones": bits,
};

/**
 * The numbers of a preset.
 * @param {string} preset
 * @param {number} n
 * @param {number} seed
 */
export const drawn = (preset, n, seed) => PRESETS[preset](n, seed);
