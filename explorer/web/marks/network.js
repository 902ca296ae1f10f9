// Strands, nodes and lines are ink on a canvas: hundreds of elements would have to be restyled at
// every step.

import { SIGNS } from "./colours.js";
import { flowOf, weightOf } from "./places.js";

/** @import { Drawn, place } from "./places.js" */
/** @import { networkScene } from "../scenes/network.js" */

/**
 * What is drawn, and how: `cell` is where a column and a wire stand in the run's arrays, `hue` the
 * colour of a value, `valueY` its height, `lit` the input whose way is lit up, and the heights are
 * those of each input's value at every column.
 * @typedef {object} Picture
 * @property {CanvasRenderingContext2D} ink
 * @property {Drawn} network
 * @property {ReturnType<typeof networkScene>} run
 * @property {ReturnType<typeof place>} at
 * @property {number | null} lit
 * @property {(column: number, wire: number) => number} cell
 * @property {(value: number) => string} hue
 * @property {(value: number) => number} valueY
 * @property {number[][]} softHeights
 * @property {number[][]} hardHeights
 */

/** @typedef {Record<string, string>} Pen the colours of the page: text, line, quiet, page */

/**
 * @param {Picture} view
 * @param {Pen} pen
 */
export function paint(view, pen) {
  const { ink, at, run } = view;
  ink.clearRect(0, 0, at.width, at.height);
  paintNetwork(view, pen, at.y, run.soft, run.swap, run.tokens, run.flow);
  if (at.hardBelow) paintNetwork(view, pen, at.hardY, run.hard, run.hardSwap, run.hardTokens, null);
  if (at.byValue) paintValues(view, pen);
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {string} colour
 * @param {number} width
 * @param {number} opacity
 * @param {number[]} dash
 * @param {() => void} draw
 */
function stroke(ink, colour, width, opacity, dash, draw) {
  ink.strokeStyle = colour;
  ink.lineWidth = width;
  ink.globalAlpha = opacity;
  ink.setLineDash(dash);
  ink.beginPath();
  draw();
  ink.stroke();
}

/**
 * What every wire holds, and how it came about; or what a derivative's shares are.
 * @param {Picture} view
 * @param {Pen} pen
 * @param {(wire: number) => number} y
 * @param {ArrayLike<number>} values
 * @param {ArrayLike<number>} swap
 * @param {ArrayLike<number>} tokens
 * @param {Picture["run"]["flow"]} flow
 */
function paintNetwork(view, pen, y, values, swap, tokens, flow) {
  const { ink, network, at, lit, cell, hue } = view;
  const along = (/** @type {number} */ wire) => () => {
    ink.moveTo(at.x(0), y(wire));
    ink.lineTo(at.x(network.depth), y(wire));
  };
  if (flow) {
    for (let wire = 0; wire < network.n; wire++) stroke(ink, pen.line, 1, 0.6, [], along(wire));
  }
  network.strands.forEach((strands, layer) => {
    const [x0, x1] = [at.x(layer), at.x(layer + 1)];
    for (const strand of strands) {
      const share = flow
        ? flowOf(flow, strand, cell(layer + 1, strand.to))
        : weightOf(swap, strand);
      const weight = Math.min(Math.abs(share), 1);
      if (weight < 0.004) continue;
      const token = tokens[cell(layer, strand.from)];
      const onWay = !flow && token === lit && tokens[cell(layer + 1, strand.to)] === token;
      const curve = () => {
        const [y0, y1] = [y(strand.from), y(strand.to)];
        ink.moveTo(x0, y0);
        ink.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
      };
      const width = 1 + (at.thick - 1) * weight;
      if (onWay) stroke(ink, pen.text, width + 4, 1, [], curve);
      const opacity = flow
        ? 0.6 + 0.3 * weight
        : onWay
        ? 1
        : (0.3 + 0.6 * weight) * (lit === null ? 1 : 0.45);
      const colour = flow ? SIGNS[Number(share > 0)] : hue(values[cell(layer, strand.from)]);
      stroke(ink, colour, width, opacity, share < 0 ? [5, 3] : [], curve);
    }
  });
  for (let column = 0; column <= network.depth; column++) {
    for (let wire = 0; wire < network.n; wire++) {
      const share = flow?.nodes[cell(column, wire)] ?? 0;
      const radius = flow ? at.radius * Math.sqrt(Math.min(Math.abs(share), 1)) : at.radius * 0.6;
      ink.fillStyle = flow ? SIGNS[Number(share > 0)] : hue(values[cell(column, wire)]);
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
 * The axis, and for each input its line: solid where it went softly, dotted where it went hard.
 * @param {Picture} view
 * @param {Pen} pen
 */
function paintValues({ ink, network, run, at, lit, hue, valueY, softHeights, hardHeights }, pen) {
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
    const colour = hue(run.soft[token]);
    const opacity = lit === null || lit === token ? 1 : 0.35;
    stroke(ink, colour, 1.5, opacity, [1.5, 3.5], line(hardHeights[token]));
    if (lit === token) stroke(ink, pen.text, 5, 1, [], line(softHeights[token]));
    stroke(ink, colour, 2, opacity, [], line(softHeights[token]));
  }
}

/**
 * For each input the height of its value at every column, following the larger share.
 * @param {Pick<Picture, "network" | "cell" | "valueY">} view
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
