// What the tests in Python ask of explorer/web/scenes.

import { colourScale, SIGNS, VALUE_COLOURS } from "../../../../explorer/web/marks/colours.js";
import { heightsOf, paint } from "../../../../explorer/web/marks/network.js";
import { place } from "../../../../explorer/web/marks/places.js";
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
 * The strokes that the picture of a run consists of, in order: colours of values are told as
 * `value v`, those of the page by name.
 * @param {import("../../../../explorer/web/scenes/network.js").Choices} choices
 * @param {number} width
 * @param {number | null} lit
 */
export function painted(choices, width, lit) {
  const n = choices.values.length;
  const drawn = wired(choices.network, n);
  const run = networkScene(drawn, choices);
  const network = { ...drawn, n, depth: drawn.network.depth, below: choices.below };
  const at = place(network, width);
  const view = {
    network,
    run,
    at,
    lit,
    ink: /** @type {any} */ (recording()),
    cell: (/** @type {number} */ column, /** @type {number} */ wire) => column * n + wire,
    hue: (/** @type {number} */ value) => `value ${value}`,
    valueY: (/** @type {number} */ value) => value,
  };
  const heights = {
    softHeights: heightsOf(view, run.soft, run.tokens),
    hardHeights: heightsOf(view, run.hard, run.hardTokens),
  };
  paint({ ...view, ...heights }, { text: "text", line: "line", quiet: "quiet", page: "page" });
  const places = {
    x: range(network.depth + 1).map(at.x),
    y: range(n).map(at.y),
    hardY: range(n).map(at.hardY),
  };
  return { strokes: view.ink.strokes, thick: at.thick, radius: at.radius, places };
}

/** @param {number} count */
const range = (count) => Array.from({ length: count }, (_, k) => k);

/** A 2-D context that keeps what is stroked and filled. */
function recording() {
  return {
    /** @type {object[]} */
    strokes: [],
    strokeStyle: "",
    fillStyle: "",
    lineWidth: 0,
    globalAlpha: 1,
    /** @type {number[]} */
    dash: [],
    /** @type {number[][]} */
    path: [],
    filled: false,
    clearRect() {},
    setLineDash(/** @type {number[]} */ dash) {
      this.dash = dash;
    },
    beginPath() {
      [this.path, this.filled] = [[], false];
    },
    moveTo(/** @type {number[]} */ ...to) {
      this.path.push(to);
    },
    lineTo(/** @type {number[]} */ ...to) {
      this.path.push(to);
    },
    bezierCurveTo(/** @type {number[]} */ ...to) {
      this.path.push(to);
    },
    arc(/** @type {number[]} */ ...to) {
      this.path.push(to);
    },
    fill() {
      this.filled = true;
    },
    stroke() {
      const { strokeStyle, fillStyle, lineWidth, globalAlpha, dash, path, filled } = this;
      this.strokes.push({
        colour: filled ? fillStyle : strokeStyle,
        width: lineWidth,
        opacity: globalAlpha,
        dash,
        path,
      });
    },
  };
}

/**
 * @param {import("../../../../explorer/web/scenes/network.js").Choices} choices
 */
export function cards(choices) {
  const n = choices.values.length, drawn = wired(choices.network, n);
  const run = networkScene(drawn, choices);
  return drawn.comparators.map((comparator) => comparatorWords(run, n, comparator));
}
