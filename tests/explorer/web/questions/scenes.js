// What the tests in Python ask of explorer/web/scenes.

import { colourScale, SIGNS, VALUE_COLOURS } from "../../../../explorer/web/marks/colours.js";
import { comparatorWords, networkScene, wired } from "../../../../explorer/web/scenes/network.js";

/** @param {import("../../../../explorer/web/scenes/network.js").Choices} choices */
export function scene(choices) {
  const { network, ...drawn } = wired(choices.network, choices.values.length);
  return { ...networkScene({ network, ...drawn }, choices), depth: network.depth, drawn };
}

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
