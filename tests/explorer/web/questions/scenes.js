// What the tests in Python ask of explorer/web/scenes.

import { colourScale, INPUT_COLOURS, SIGNS } from "../../../../explorer/web/marks/colours.js";
import { beatAfter, beatAt, beatBefore, beats } from "../../../../explorer/web/marks/beats.js";
import { carried, paceOf } from "../../../../explorer/web/marks/pace.js";
import { huesOf, placeHues } from "../../../../explorer/web/scenes/hues.js";
import { hearLetGo, hold, huesNow, letGo } from "../../../../explorer/web/ui/held.js";
import { softestEnd } from "../../../../explorer/web/scenes/layout.js";
import {
  exchangeOf,
  networkScene,
  sentenceAbove,
  verdictsOf,
  wired,
} from "../../../../explorer/web/scenes/network.js";
import { exchangeWords } from "../../../../explorer/web/words/comparator.js";
import { NETWORKS } from "../../../../explorer/web/sort/families.js";
import { beside } from "../../../../explorer/web/ui/beside.js";
import { withDoubt } from "../../../../explorer/web/words/doubt.js";
import { layerWords, verdictWords } from "../../../../explorer/web/words/verdict.js";
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

/** @param {string} words @param {string} network @param {number} n */
export const doubted = (words, network, n) => withDoubt(words, wired(network, n).network);

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
  return drawn.comparators.map((comparator) => exchangeWords(exchangeOf(run, n, comparator)));
}

/**
 * What becomes of every pair of a run, layer by layer, and what is said of each layer.
 * @param {import("../../../../explorer/web/scenes/network.js").Choices} choices
 */
export function verdicts(choices) {
  const n = choices.values.length, drawn = wired(choices.network, n);
  const run = networkScene(drawn, choices);
  return drawn.layers.map((layer, k) => {
    const told = verdictsOf(run, n, layer);
    const words = [layerWords(k, drawn.actions, []), layerWords(k, drawn.actions, told)];
    return { told, words, pace: paceOf(drawn, run)[k] };
  });
}

/** @param {import("../../../../explorer/web/words/verdict.js").Met} met */
export const verdict = (met) => verdictWords(met);

/** @param {number[]} moments */
export const beatsAt = (moments) => moments.map(beats);

/** @param {number} position */
export const steps = (position) => [
  beatBefore(position),
  beatAt(position),
  beatAfter(position),
];

/** @param {number[]} pace @param {number} position @param {number} seconds */
export const carriedTo = (pace, position, seconds) => carried(pace, position, seconds);

/** @param {number[][]} boxes @param {number} width @param {number} height */
export function besideOf([place, room], width, height) {
  const [one, other] = [place, room].map(([left, top, right, bottom]) => ({
    left,
    top,
    right,
    bottom,
  }));
  return beside(one, { width, height }, other);
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
