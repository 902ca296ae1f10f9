// What the tests in Python ask of explorer/web/scenes.

import { colourScale, INPUT_COLOURS, SIGNS } from "../../../../explorer/web/marks/colours.js";
import { huesOf, placeHues } from "../../../../explorer/web/scenes/hues.js";
import { hearLetGo, hold, huesNow, letGo } from "../../../../explorer/web/ui/held.js";
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

export const palettes = () => ({ inputs: INPUT_COLOURS, signs: SIGNS });

/** @param {number} share @param {"light" | "dark"} theme */
export const colour = (share, theme) => colourScale(theme)(share);

/** Of inputs, and of the places of their hard sort. @param {number[]} values */
export function hues(values) {
  const byWire = huesOf(values);
  return { byWire, byPlace: placeHues({ values, hues: byWire }) };
}

/**
 * @param {import("../../../../explorer/web/scenes/network.js").Choices} choices
 */
export function cards(choices) {
  const n = choices.values.length, drawn = wired(choices.network, n);
  const run = networkScene(drawn, choices);
  return drawn.comparators.map((comparator) => comparatorWords(run, n, comparator));
}

/**
 * The colours of some numbers while these are in a hand, and after they are let go; and how often that
 * was heard by one who listened once.
 * @param {number[]} inHand
 * @param {number[][]} asked
 */
export function handHeld(inHand, asked) {
  let heard = 0;
  const stop = hearLetGo(() => heard++);
  hold(inHand);
  const held = asked.map(huesNow);
  letGo();
  stop();
  letGo();
  return { held, after: asked.map(huesNow), heard };
}
