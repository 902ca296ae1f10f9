// What the tests in Python ask of explorer/web/scenes.

import { colourScale, SIGNS, VALUE_COLOURS } from "../../../../explorer/web/marks/colours.js";
import { softestEnd } from "../../../../explorer/web/scenes/layout.js";
import {
  comparatorWords,
  networkScene,
  sentenceAbove,
  wired,
} from "../../../../explorer/web/scenes/network.js";
import { NETWORKS } from "../../../../explorer/web/sort/families.js";
import { sortsZeroOne } from "../../../../explorer/web/sort/zero_one.js";

/** @param {import("../../../../explorer/web/scenes/network.js").Choices} choices */
export function scene(choices) {
  const { network, ...drawn } = wired(choices.network, choices.values.length);
  return { ...networkScene({ network, ...drawn }, choices), depth: network.depth, drawn };
}

/**
 * What a run is said to be, and what stands above its picture.
 * @param {import("../../../../explorer/web/scenes/network.js").Choices} choices
 * @param {number | null} flow
 */
export function told(choices, flow) {
  const n = choices.values.length;
  const run = networkScene(wired(choices.network, n), choices);
  return { note: run.note(), description: run.description(), above: sentenceAbove(run, n, flow) };
}

/** @param {string} family @param {number} n */
export const softestEndOf = (family, n) => softestEnd(NETWORKS[family](n));

/** @param {import("../../../../explorer/web/scenes/network.js").Choices["network"]} network @param {number} n */
export const sortsAll = (network, n) => sortsZeroOne(wired(network, n).network);

export const palettes = () => ({ values: VALUE_COLOURS, signs: SIGNS });

/** @param {number} share @param {"light" | "dark"} theme */
export const colour = (share, theme) => colourScale(theme)(share);

/**
 * @param {import("../../../../explorer/web/scenes/network.js").Choices} choices
 */
export function cards(choices) {
  const n = choices.values.length, drawn = wired(choices.network, n);
  const run = networkScene(drawn, choices);
  return drawn.comparators.map((comparator) => comparatorWords(run, n, comparator));
}
