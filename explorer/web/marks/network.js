// The still ink: strands, nodes and lines on a canvas, since hundreds of elements would have to be
// restyled at every step.

import { batchesOf, dotsOf } from "./batches.js";
import { carriedBy, sidesOf } from "./strands.js";
import { dimmed, opacityOf, stroke } from "./strokes.js";

/** @import { Pen } from "./pens.js" */
/** @import { Carried, Picture, Side } from "./strands.js" */

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {number} [hair] how wide a pixel of the screen is, for a picture that is soon drawn over:
 *   in lines of that width and in batches, which take a fraction of the time; the lit way alone is
 *   as it will be
 */
export function paintStill(ink, picture, pen, hair) {
  const { at } = picture;
  ink.clearRect(0, 0, at.width, at.height);
  for (const side of sidesOf(picture)) {
    if (side.flow) paintWires(ink, picture, pen, side);
    const carried = carriedBy(picture, side);
    if (hair) paintBatches(ink, picture, pen, side, carried, hair);
    else paintCurves(ink, picture, pen, side, carried);
    if (hair && !side.flow) paintDots(ink, picture, pen, side);
    else paintNodes(ink, picture, pen, side);
  }
  if (!at.byValue) return;
  paintAxis(ink, picture, pen);
  paintLines(ink, picture, pen, hair);
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {Side} side
 */
function paintWires(ink, { network, at }, pen, { y }) {
  const width = Math.min(1, at.row / 6); // close together, wires leave the page its colour
  stroke(ink, pen.line, width, 0.6, [], () => {
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
function paintCurves(ink, picture, pen, { flow }, carried) {
  const dims = dimmed(picture, flow);
  for (const strand of carried) {
    const { x0, y0, x1, y1, share, weight, hue, onWay } = strand;
    const curve = () => {
      ink.moveTo(x0, y0);
      ink.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
    };
    const width = 1 + (picture.at.thick - 1) * weight;
    if (onWay) stroke(ink, pen.text, width + 4, 1, [], curve);
    const colour = flow ? pen.signs[Number(share > 0)] : pen.hue(hue);
    const dash = share < 0 ? [5, 3] : flow ? [] : pen.dash(hue);
    stroke(ink, colour, width, opacityOf(pen, strand, { flow, dims }), dash, curve);
  }
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {Side} side
 * @param {Carried[]} carried
 * @param {number} hair
 */
function paintBatches(ink, picture, pen, side, carried, hair) {
  const batches = batchesOf(pen, carried.filter(({ onWay }) => !onWay), side.flow !== null);
  const shown = { flow: side.flow, dims: dimmed(picture, side.flow) };
  for (const { colour, dash, weight, lines } of batches) {
    const opacity = opacityOf(pen, { weight, onWay: false }, shown);
    stroke(ink, colour, hair, opacity, dash, () => {
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
function paintNodes(ink, { network, at, cell, hues }, pen, { y, tokens, flow }) {
  for (let column = 0; column <= network.depth; column++) {
    for (let wire = 0; wire < network.n; wire++) {
      const share = flow?.nodes[cell(column, wire)] ?? 0;
      const radius = flow ? at.radius * Math.sqrt(Math.min(Math.abs(share), 1)) : at.radius * 0.6;
      ink.fillStyle = flow
        ? pen.signs[Number(share > 0)]
        : pen.hue(hues[tokens[cell(column, wire)]]);
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
  const size = Math.round(picture.at.radius * 1.1);
  ink.globalAlpha = 1;
  for (const { colour, dots } of dotsOf(picture, pen, side)) {
    ink.fillStyle = colour;
    ink.beginPath();
    for (const [x, y] of dots) ink.rect(x - size / 2, y - size / 2, size, size);
    ink.fill();
  }
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 */
function paintAxis(ink, { network, run, at, valueY }, pen) {
  const across = (/** @type {number} */ y) => () => {
    ink.moveTo(at.x(0), y);
    ink.lineTo(at.x(network.depth), y);
  };
  for (const [value] of run.ticks) {
    if (valueY(value) <= at.valueBottom) stroke(ink, pen.line, 1, 0.6, [], across(valueY(value)));
  }
  stroke(ink, pen.quiet, 1, 1, [6, 4], across(valueY(run.mean)));
}

/**
 * For each input its line: solid where it went softly, dotted where it went hard, for which a
 * hair's width has no room: there it is paler.
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {number} [hair]
 */
function paintLines(ink, { network, at, lit, hues, softHeights, hardHeights }, pen, hair) {
  const line = (/** @type {number[]} */ heights) => () =>
    heights.forEach((height, column) => ink.lineTo(at.x(column), height));
  for (let token = 0; token < network.n; token++) {
    const colour = pen.hue(hues[token]);
    const [soft, hard] = [line(softHeights[token]), line(hardHeights[token])];
    const on = lit.includes(token);
    const opacity = !lit.length || on ? 1 : 0.35;
    if (hair && !on) {
      stroke(ink, colour, hair, 0.35 * opacity, [], hard);
      stroke(ink, colour, hair, opacity, [], soft);
      continue;
    }
    stroke(ink, colour, 1.5, opacity, [1.5, 3.5], hard);
    if (on) stroke(ink, pen.text, 5, 1, [], soft);
    stroke(ink, colour, 2, opacity, [], soft);
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
