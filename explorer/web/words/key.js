// What the key of the colours says of each input: explorer/figures/key.py has the same.

import { number } from "./number.js";

/** So many inputs at most have an entry each; of more, the least and the greatest. */
const MOST = 12;

/**
 * The entries in the order of the colours, and whether each input has one.
 * @param {{values: ArrayLike<number>, hues: number[], names: string[] | null}} inputs
 */
export function keyEntries({ values, hues, names }) {
  const wires = Array.from(values, (_, wire) => wire).sort((a, b) => hues[a] - hues[b]);
  const all = wires.length <= MOST;
  const some = all ? wires : [wires[0], wires[wires.length - 1]];
  const entries = some.map((wire) => ({
    words: `${names ? `${names[wire]} ` : ""}${number(values[wire])}`,
    share: hues[wire],
  }));
  return { entries, all };
}
