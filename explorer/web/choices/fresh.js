// Other numbers than the present ones, at one key: those of another seed.

import { OWN } from "./values.js";

/** @import { Changes, Choices } from "./taken.js" */

const DRAWN = ["random", "nearly sorted", "ties", "zeros and ones"]; // the presets that have a seed
const [SEEDS, SAMPLES] = [2 ** 32, 1000];
/** @type {Record<string, string>} */
const BEFORE = { [OWN]: "your own numbers", example: "the example", reversed: "reversed numbers" };

/**
 * The changes that bring them, and what has happened, in words: what has no seed makes place for
 * random numbers, and a table of one's own for one that is drawn.
 * @param {Choices} choices
 * @returns {{changes: Changes, words: string}}
 */
export function fresh(choices) {
  if (Object.hasOwn(choices, "sample")) return otherThings(choices);
  const { preset } = choices, seed = (choices.seed + 1) % SEEDS;
  if (DRAWN.includes(preset)) {
    return { changes: { preset, seed }, words: `${preset}, seed ${seed}` };
  }
  return {
    changes: { preset: "random", seed },
    words: `random numbers, seed ${seed}, in the place of ${BEFORE[preset]}`,
  };
}

/** @param {Choices} choices */
function otherThings({ sample: before, material, table }) {
  const sample = (before + 1) % SAMPLES, own = material === "table" && table !== null;
  return {
    changes: { sample, ...(own ? { table: null } : {}) },
    words: `${material}, sample ${sample}${own ? ", in the place of your own" : ""}`,
  };
}
