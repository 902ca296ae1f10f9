// The still ink: strands, nodes and lines on a canvas, since hundreds of elements would have to be
// restyled at every step.

import { batchesOf, dotsOf, levelOf } from "./batches.js";
import { carriedBy, sidesOf } from "./strands.js";
import { opacityOf, stroke } from "./strokes.js";

/** @import { Pen } from "./pens.js" */
/** @import { Carried, Picture, Side } from "./strands.js" */

/**
 * `fast`: in lines one pixel wide and in batches, which are drawn four times as quickly; the lit
 * way alone is as it will be.
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {boolean} fast
 */
export function paintStill(ink, picture, pen, fast) {
  const { at } = picture;
  ink.clearRect(0, 0, at.width, at.height);
  for (const side of sidesOf(picture)) {
    if (side.flow) paintWires(ink, picture, pen, side);
    const carried = carriedBy(picture, side);
    if (fast) paintBatches(ink, picture, pen, side, carried);
    else paintCurves(ink, picture, pen, side, carried);
    if (fast) paintDots(ink, picture, pen, side);
    else paintNodes(ink, picture, pen, side);
  }
  if (at.byValue) paintValues(ink, picture, pen, fast);
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {Side} side
 */
function paintWires(ink, { network, at }, pen, { y }) {
  stroke(ink, pen.line, 1, 0.6, [], () => {
    for (let wire = 0; wire < network.n; wire++) {
      ink.moveTo(at.x(0), y(wire));
      ink.lineTo(at.x(network.depth), y(wire));
    }
  });
}

/**
 * What every wire holds, and how it came about; or what a derivative's shares are.
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {Side} side
 * @param {Carried[]} carried
 */
function paintCurves(ink, { at, lit }, pen, { flow }, carried) {
  for (const strand of carried) {
    const { x0, y0, x1, y1, share, weight, part, onWay } = strand;
    const curve = () => {
      ink.moveTo(x0, y0);
      ink.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
    };
    const width = 1 + (at.thick - 1) * weight;
    if (onWay) stroke(ink, pen.text, width + 4, 1, [], curve);
    const colour = flow ? pen.signs[Number(share > 0)] : pen.hue(part);
    const dash = share < 0 ? [5, 3] : flow ? [] : pen.dash(part);
    stroke(ink, colour, width, opacityOf(pen, strand, { flow, lit }), dash, curve);
  }
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {Side} side
 * @param {Carried[]} carried
 */
function paintBatches(ink, picture, pen, side, carried) {
  const batches = batchesOf(pen, carried.filter(({ onWay }) => !onWay), side.flow !== null);
  for (const { colour, dash, weight, lines } of batches) {
    const opacity = opacityOf(pen, { weight, onWay: false }, { flow: side.flow, lit: picture.lit });
    stroke(ink, colour, 1, opacity, dash, () => {
      for (const { x0, y0, x1, y1 } of lines) {
        ink.moveTo(x0, y0);
        ink.lineTo(x1, y1);
      }
    });
  }
  paintCurves(ink, picture, pen, side, carried.filter(({ onWay }) => onWay));
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {Side} side
 */
function paintNodes(ink, { network, at, cell, part }, pen, { y, values, flow }) {
  for (let column = 0; column <= network.depth; column++) {
    for (let wire = 0; wire < network.n; wire++) {
      const share = flow?.nodes[cell(column, wire)] ?? 0;
      const radius = flow ? at.radius * Math.sqrt(Math.min(Math.abs(share), 1)) : at.radius * 0.6;
      ink.fillStyle = flow
        ? pen.signs[Number(share > 0)]
        : pen.hue(part(values[cell(column, wire)]));
      stroke(
        ink,
        pen.page,
        1,
        1,
        [],
        () => (ink.arc(at.x(column), y(wire), radius, 0, 7), ink.fill()),
      );
    }
  }
}

/**
 * Nodes as squares of one colour each time.
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {Side} side
 */
function paintDots(ink, picture, pen, side) {
  if (side.flow) return paintNodes(ink, picture, pen, side);
  const size = Math.max(2, Math.round(picture.at.radius * 1.1));
  ink.globalAlpha = 1;
  for (const { colour, dots } of dotsOf(picture, pen, side)) {
    ink.fillStyle = colour;
    ink.beginPath();
    for (const [x, y] of dots) ink.rect(Math.round(x - size / 2), Math.round(y - size / 2), size, size);
    ink.fill();
  }
}

/**
 * The axis, and for each input its line: solid where it went softly, dotted where it went hard.
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {boolean} fast
 */
function paintValues(ink, picture, pen, fast) {
  const { network, run, at, lit, part, valueY, softHeights, hardHeights } = picture;
  const across = (/** @type {number} */ y) => () => {
    ink.moveTo(at.x(0), y);
    ink.lineTo(at.x(network.depth), y);
  };
  for (const [value] of run.ticks) {
    if (valueY(value) <= at.valueBottom) stroke(ink, pen.line, 1, 0.6, [], across(valueY(value)));
  }
  stroke(ink, pen.quiet, 1, 1, [6, 4], across(valueY(run.mean)));
  const line = (/** @type {number[]} */ heights) => () =>
    heights.forEach((height, column) => ink.lineTo(at.x(column), height));
  for (let token = 0; token < network.n; token++) {
    const colour = pen.hue(part(run.soft[token]));
    const opacity = lit === null || lit === token ? 1 : 0.35;
    const on = lit === token;
    if (!fast || on) stroke(ink, colour, 1.5, opacity, [1.5, 3.5], line(hardHeights[token]));
    if (on) stroke(ink, pen.text, 5, 1, [], line(softHeights[token]));
    stroke(ink, colour, fast && !on ? 1 : 2, opacity, [], line(softHeights[token]));
  }
}

/**
 * For each input the height of its value at every column, following the larger share.
 * @param {Pick<Picture, "network" | "cell" | "valueY">} picture
 * @param {ArrayLike<number>} values
 * @param {ArrayLike<number>} tokens
 */
export function heightsOf({ network, cell, valueY }, values, tokens) {
  /** @type {number[][]} */
  const heights = Array.from({ length: network.n }, () => []);
  for (let column = 0; column <= network.depth; column++) {
    for (let wire = 0; wire < network.n; wire++) {
      heights[tokens[cell(column, wire)]].push(valueY(values[cell(column, wire)]));
    }
  }
  return heights;
}
