// The moving ink: what changes at every frame of a run that plays.

import { FAINT } from "./strands.js";
import { strandPoint, weightOf } from "./places.js";
import { stroke } from "./strokes.js";

/** @import { Pen } from "./pens.js" */
/** @import { Picture } from "./strands.js" */

/**
 * A token: where it is, how large, and the colour of its input.
 * @typedef {{x: number, y: number, radius: number, hue: number}} Token
 */

/**
 * The part of the picture's width that the moving ink stays in while a layer is passed: a canvas of
 * that size takes a fraction of the time that one as wide as the picture takes. All of them are
 * equally wide.
 * @param {Picture} picture
 * @param {number} position
 * @returns {[number, number]} from where, how wide
 */
export function bandOf({ network, run, at }, position) {
  const margin = Math.ceil(at.radius + 6); // of a ring around a token
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
  const t = position - layer;
  const x = network.depth ? strandPoint(at.x(layer), 0, at.x(layer + 1), 0, t)[0] : at.x(0);
  ink.clearRect(0, 0, at.width, at.height);
  if (run.flow && position) {
    ink.fillStyle = pen.page;
    ink.globalAlpha = 0.75;
    ink.fillRect(at.x(0) - 12, at.wiresTop, x - at.x(0) + 12, at.wiresBottom - at.wiresTop);
  }
  stroke(ink, pen.accent, 1, 1, [3, 3], () => {
    ink.moveTo(x, at.wiresTop);
    ink.lineTo(x, at.wiresBottom);
    if (at.valueBottom <= at.valueTop) return;
    ink.moveTo(x, at.valueTop);
    ink.lineTo(x, at.valueBottom);
  });
  if (run.flow) return;
  const [y, radius] = at.hardBelow ? [at.hardY, at.radius] : [at.y, at.radius + 3];
  rings(ink, pen, tokensAt(picture, "hard", layer, t, y, radius));
  if (at.byValue) rings(ink, pen, marksAt(picture, "hard", layer, x, at.radius * 0.7 + 2.5));
  discs(ink, pen, tokensAt(picture, "soft", layer, t, at.y, at.radius));
  if (at.byValue) discs(ink, pen, marksAt(picture, "soft", layer, x, at.radius * 0.7));
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {Token[]} tokens
 */
function rings(ink, pen, tokens) {
  stroke(ink, pen.accent, 2, 1, [], () => {
    for (const { x, y, radius } of tokens) {
      ink.moveTo(x + radius, y);
      ink.arc(x, y, radius, 0, 7);
    }
  });
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {Token[]} tokens
 */
function discs(ink, pen, tokens) {
  for (const { x, y, radius, hue } of tokens) {
    ink.fillStyle = pen.hue(hue);
    stroke(ink, pen.text, 1, 1, [], () => (ink.arc(x, y, radius, 0, 7), ink.fill()));
  }
}

/**
 * Each value leaves its wire as two tokens of its colour, as large as its two weights, which meet the
 * other value's on the next column: there the one lies on top whose colour the wire has from then on.
 * @param {Picture} picture
 * @param {"soft" | "hard"} kind
 * @param {number} layer
 * @param {number} t
 * @param {(wire: number) => number} y
 * @param {number} size
 */
function tokensAt({ network, run, at, cell, hues }, kind, layer, t, y, size) {
  const [swap, inputs] = kind === "soft" ? [run.swap, run.tokens] : [run.hardSwap, run.hardTokens];
  // At a column tokens are as large as the value that they make up.
  const whole = Math.max(1 - Math.min(t, 1 - t) * 8, 0);
  /** @type {Token[]} */
  const lower = [];
  /** @type {Token[]} */
  const upper = [];
  for (const strand of network.strands[layer] ?? ALONE) {
    const weight = weightOf(swap, strand);
    if (weight < FAINT) continue;
    const { from, to } = strand;
    const x1 = at.x(layer < 0 ? 0 : layer + 1);
    const [x, height] = strandPoint(layer < 0 ? x1 : at.x(layer), y(from), x1, y(to), t);
    const [start, end] = layer < 0 ? [0, 0] : [cell(layer, from), cell(layer + 1, to)];
    (inputs[start] === inputs[end] ? upper : lower).push({
      x,
      y: height,
      radius: size * Math.sqrt(weight + (1 - weight) * whole),
      hue: hues[inputs[start]],
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
 * @returns {Token[]}
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
