// The moving ink: what changes at every frame of a run that plays.

import { beats } from "./beats.js";
import { FAINT } from "./strands.js";
import { clamp, strandPoint, weightOf } from "./places.js";
import { paintNumbers, paintVerdicts } from "./scene.js";
import { stroke } from "./strokes.js";

/** @import { Pen } from "./pens.js" */
/** @import { Picture } from "./strands.js" */

/**
 * A token: where it is, how large, and the colour of its input; of those on the wires also the value,
 * how much of it this is, and whether it is compared: the others stand back.
 * @typedef {{x: number, y: number, radius: number, hue: number}} Mark
 * @typedef {Mark & {value: number, weight: number, forward: boolean}} Token
 */

const CURTAIN = 12; // pixels that a curtain begins before the first column
/** How much fainter those are that stand back. */
const BACK = 0.6;

/**
 * How large a token is that has come forward.
 * @param {Picture["at"]} at
 */
const largest = ({ row, radius }) => clamp(row * 0.38, radius, 16);

/**
 * The part of the picture's width that the moving ink stays in while a layer is passed: a canvas of
 * that size takes a fraction of the time that one as wide as the picture takes. All of them are
 * equally wide.
 * @param {Picture} picture
 * @param {number} position
 * @returns {[number, number]} from where, how wide
 */
export function bandOf({ network, run, at }, position) {
  const margin = Math.ceil(Math.max(largest(at) + 6, CURTAIN)); // of a ring around a token
  const start = Math.floor(at.x(0)) - margin;
  const whole = Math.ceil(at.x(network.depth)) + margin - start;
  if (run.flow) return [start, whole]; // the curtain may hang before all of it
  const widths = network.layers.map((_, layer) => at.x(layer + 1) - at.x(layer));
  const wide = Math.ceil(Math.max(...widths, 0)) + 1 + 2 * margin;
  const layer = Math.max(layerAt(network, position), 0);
  return [Math.min(Math.floor(at.x(layer)) - margin, at.width - wide), wide];
}

/**
 * The layer under way: the last one at the end; -1 where there is none.
 * @param {Picture["network"]} network
 * @param {number} position
 */
const layerAt = ({ depth }, position) => Math.min(Math.floor(position), depth - 1);

/**
 * The playheads, tokens on the wires and marks on the lines by value; or, where a derivative is
 * followed, the curtain over what it has not reached.
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {number} position 2.5 is half-way through the third layer
 */
export function paintMoving(ink, picture, pen, position) {
  const { network, run, at } = picture;
  const layer = layerAt(network, position);
  const passed = position - layer;
  const { forward, verdict, moved, settled } = beats(passed);
  const x = headAt(picture, layer, run.flow ? passed : moved);
  ink.clearRect(0, 0, at.width, at.height);
  if (run.flow && position) {
    ink.fillStyle = pen.page;
    ink.globalAlpha = 0.75;
    const left = at.x(0) - CURTAIN;
    ink.fillRect(left, at.wiresTop, x - left, at.wiresBottom - at.wiresTop);
  }
  stroke(ink, pen.accent, 1, 1, [3, 3], () => {
    ink.moveTo(x, at.wiresTop);
    ink.lineTo(x, at.wiresBottom);
    if (at.valueBottom <= at.valueTop) return;
    ink.moveTo(x, at.valueTop);
    ink.lineTo(x, at.valueBottom);
  });
  if (run.flow) return;
  const lift = layer < 0 ? 0 : forward * (1 - settled);
  if (layer >= 0) paintVerdicts(ink, picture, pen, layer, verdict * (1 - moved));
  const [y, ring] = at.hardBelow ? [at.hardY, 0] : [at.y, 3];
  rings(ink, pen, tokensAt(picture, "hard", layer, { moved, lift, y, ring }), lift);
  if (at.byValue) rings(ink, pen, marksAt(picture, "hard", layer, x, at.radius * 0.7 + 2.5));
  const tokens = tokensAt(picture, "soft", layer, { moved, lift, y: at.y, ring: 0 });
  discs(ink, pen, tokens, lift);
  if (at.byValue) discs(ink, pen, marksAt(picture, "soft", layer, x, at.radius * 0.7));
  if (layer < 0) return;
  const room = at.x(layer + 1) - at.x(layer);
  paintNumbers(ink, picture, pen, tokens, { opacity: lift, moved, room });
}

/**
 * How far across the playhead is when so much of the way through a layer is done.
 * @param {Picture} picture
 * @param {number} layer
 * @param {number} moved
 */
function headAt({ network, at }, layer, moved) {
  return network.depth ? strandPoint(at.x(layer), 0, at.x(layer + 1), 0, moved)[0] : at.x(0);
}

/**
 * Those that have come forward, and fainter those that stand back.
 * @template {Mark & {forward?: boolean}} Any
 * @param {Any[]} marks
 * @param {number} lift
 * @returns {[marks: Any[], opacity: number][]}
 */
const inDepth = (marks, lift) => [
  [marks.filter(({ forward }) => forward === false), 1 - BACK * lift],
  [marks.filter(({ forward }) => forward !== false), 1],
];

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {(Mark & {forward?: boolean})[]} tokens
 * @param {number} [lift]
 */
function rings(ink, pen, tokens, lift = 0) {
  for (const [some, opacity] of inDepth(tokens, lift)) {
    if (!some.length) continue;
    stroke(ink, pen.accent, 2, opacity, [], () => {
      for (const { x, y, radius } of some) {
        ink.moveTo(x + radius, y);
        ink.arc(x, y, radius, 0, 7);
      }
    });
  }
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {(Mark & {forward?: boolean})[]} tokens
 * @param {number} [lift]
 */
function discs(ink, pen, tokens, lift = 0) {
  for (const [some, opacity] of inDepth(tokens, lift)) {
    for (const { x, y, radius, hue } of some) {
      ink.fillStyle = pen.hue(hue);
      stroke(ink, pen.text, 1, opacity, [], () => (ink.arc(x, y, radius, 0, 7), ink.fill()));
    }
  }
}

/**
 * Each value leaves its wire as two tokens of its colour, as large as its two weights, which meet the
 * other value's on the next column: there the one lies on top whose colour the wire has from then on.
 * They are larger by so much of a lift, if they are compared.
 * @param {Picture} picture
 * @param {"soft" | "hard"} kind
 * @param {number} layer
 * @param {{moved: number, lift: number, y: (wire: number) => number, ring: number}} now `ring`: by
 *   how much a token is larger in any case
 */
function tokensAt({ network, run, at, cell, hues }, kind, layer, { moved, lift, y, ring }) {
  const [swap, inputs] = kind === "soft" ? [run.swap, run.tokens] : [run.hardSwap, run.hardTokens];
  const held = run[kind];
  // At a column tokens are as large as the value that they make up.
  const whole = Math.max(1 - Math.min(moved, 1 - moved) * 8, 0);
  /** @type {Token[]} */
  const lower = [];
  /** @type {Token[]} */
  const upper = [];
  for (const strand of network.strands[layer] ?? ALONE) {
    const weight = weightOf(swap, strand);
    if (weight < FAINT) continue;
    const { from, to } = strand;
    const forward = strand.k !== null;
    const x1 = at.x(layer < 0 ? 0 : layer + 1);
    const [x, height] = strandPoint(layer < 0 ? x1 : at.x(layer), y(from), x1, y(to), moved);
    const [start, end] = layer < 0 ? [0, 0] : [cell(layer, from), cell(layer + 1, to)];
    const size = ring + at.radius + (forward ? lift * (largest(at) - at.radius) : 0);
    (inputs[start] === inputs[end] ? upper : lower).push({
      x,
      y: height,
      radius: size * Math.sqrt(weight + (1 - weight) * whole),
      hue: hues[inputs[start]],
      value: held[moved < 0.5 ? start : end],
      weight,
      forward,
    });
  }
  return [...lower, ...upper];
}

/** Of a network without layers. */
const ALONE = [{ from: 0, to: 0, k: null }];

/**
 * @param {Picture} picture
 * @param {"soft" | "hard"} kind
 * @param {number} layer
 * @param {number} x
 * @param {number} radius
 * @returns {Mark[]}
 */
function marksAt({ at, hues, softHeights, hardHeights }, kind, layer, x, radius) {
  const heights = kind === "soft" ? softHeights : hardHeights;
  const [x0, x1] = [at.x(Math.max(layer, 0)), at.x(layer + 1)];
  const done = x1 > x0 ? (x - x0) / (x1 - x0) : 0;
  return heights.map((line, token) => {
    const [from, to] = [line[Math.max(layer, 0)], line[layer + 1]];
    return { x, y: from + done * (to - from), radius, hue: hues[token] };
  });
}
