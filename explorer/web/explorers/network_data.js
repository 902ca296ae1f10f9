// What the kernel sent, where its parts stand, and how they are coloured: functions of their arguments alone.

import { isDark } from "../ui/shapes.js";

export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
// Where a value lies between two others, 0 to 1; halves, so that no difference can overflow.
export const shareOf = (
  value,
  [low, high],
) => (high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5);
// ---------------------------------------------------------------- what the kernel sent

export function readNetwork(sent) {
  const comparators = sent.layer.map((layer, k) => ({
    k,
    layer,
    low: sent.low[k],
    high: sent.high[k],
    offset: sent.offsets[k],
  }));
  const layers = Array.from({ length: sent.depth }, () => []);
  for (const comparator of comparators) layers[comparator.layer].push(comparator);
  const strands = layers.map((layer) => {
    const busy = new Set(layer.flatMap(({ low, high }) => [low, high]));
    const idle = Array.from({ length: sent.n }, (_, wire) => wire).filter((wire) =>
      !busy.has(wire)
    );
    const both = ({ k, low, high }) =>
      [low, high].flatMap((from, i) =>
        [low, high].map((to, j) => ({ from, to, k, part: 2 * i + j }))
      );
    return [...layer.flatMap(both), ...idle.map((wire) => ({ from: wire, to: wire, k: null }))];
  });
  return { ...sent, sent, comparators, layers, strands };
}

export function readRun(sent) {
  const copy = ({ buffer, byteOffset: at, byteLength }) => buffer.slice(at, at + byteLength);
  const floats = (view) => new Float32Array(copy(view));
  const bytes = (view) => new Uint8Array(copy(view));
  return {
    ...sent,
    soft: new Float64Array(copy(sent.soft)),
    hard: new Float64Array(copy(sent.hard)),
    swap: floats(sent.swap),
    hardSwap: floats(sent.hard_swap),
    byA: floats(sent.by_a),
    byB: floats(sent.by_b),
    tokens: bytes(sent.tokens),
    hardTokens: bytes(sent.hard_tokens),
    flow: sent.flow && readFlow(floats(sent.nodes), floats(sent.strands)),
    sentences: sent.flow ?? sent.sentences,
  };
}

// A derivative's shares of nodes and strands, in parts of the largest.
function readFlow(nodes, strands) {
  const largest = nodes.reduce((most, share) => Math.max(most, Math.abs(share)), 0) || 1;
  return {
    nodes: nodes.map((share) => share / largest),
    strands: strands.map((share) => share / largest),
  };
}

// ---------------------------------------------------------------- where things stand

export function place(network, width) {
  const { n, depth } = network;
  const narrow = width < 620;
  const row = n <= 8 ? 40 : n <= 16 ? 28 : n <= 32 ? 19 : 12;
  const hardBelow = network.below === "hard network";
  const left = narrow ? 118 : 200;
  const right = width - (narrow ? 80 : 156);
  const wiresTop = 34;
  const wiresBottom = wiresTop + row * n;
  const valueTop = wiresBottom + 64;
  const valueBottom = valueTop +
    (hardBelow ? row * n : network.below === "nothing" ? -40 : narrow ? 180 : 230);
  return {
    width,
    narrow,
    row,
    left,
    right,
    wiresTop,
    wiresBottom,
    valueTop,
    valueBottom,
    hardBelow,
    byValue: network.below === "values",
    every: Math.ceil(13 / row), // the wires that have room for words
    height: valueBottom + (network.below === "nothing" ? 0 : 38),
    thick: clamp(row * 0.28, 4, 10),
    radius: clamp(row * 0.2, 3.5, 7.5),
    barLeft: narrow ? 60 : 72,
    barRight: left - 32,
    y: (wire) => wiresTop + row * (wire + 0.5),
    hardY: (wire) => valueTop + row * (wire + 0.5),
    x: (column) => left + 10 + (depth ? network.columns[column] : 0.5) * (right - left - 20),
  };
}

// A point of a strand: straight along a wire, S-shaped from one wire to another; t runs from 0 to 1.
export function strandPoint(x0, y0, x1, y1, t) {
  const s = 1 - t;
  const [near, far] = [s * s * s + 3 * s * s * t, 3 * s * t * t + t * t * t];
  return [x0 * s * s * s + 1.5 * (x0 + x1) * s * t + x1 * t * t * t, y0 * near + y1 * far];
}

export function colourScale(network) {
  const stops = network.palettes[isDark() ? "dark" : "light"].map((hex) =>
    [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16))
  );
  return (share) => {
    const at = clamp(Number.isFinite(share) ? share : 0.5, 0, 1) * (stops.length - 1);
    const k = Math.min(Math.floor(at), stops.length - 2);
    return `rgb(${
      stops[k].map((c, i) => Math.round(c + (stops[k + 1][i] - c) * (at - k))).join(",")
    })`;
  };
}

// How much of a value takes a strand, from 0 to 1.
export const weightOf = (
  swap,
  { from, to, k },
) => (k === null ? 1 : clamp(from === to ? 1 - swap[k] : swap[k], 0, 1));
// How much of a derivative does; ``end`` is the cell where the strand ends.
export const flowOf = (
  flow,
  { k, part },
  end,
) => (k === null ? flow.nodes[end] : flow.strands[4 * k + part]);
