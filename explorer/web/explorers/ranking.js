// The pictures of soft ranks, as data: values under the kernel, the order matrix, ranks against
// sigma; and what a person can drag in them.

import { nameOf } from "../words/names.js";
import { number } from "../words/number.js";
import { tallest } from "../marks/heights.js";
import { pictureOf } from "../marks/picture.js";
import { curves } from "./ranking_curves.js";
import { frameIn, layoutOf, MOST_HANDLES } from "./ranking_frame.js";
import { FLANK, flankOf, heightOf, numberLine, shownOf } from "./ranking_line.js";
import { orderMap } from "./ranking_order.js";

/** @import { Picture } from "../marks/picture.js" */
/** @import { Movable } from "../ui/points.js" */
/** @import { Frame } from "./ranking_frame.js" */
/** @import { Scene } from "./ranking_plan.js" */

const HIGH = { aspect: 1.1, most: 440 }; // of panels beside the line
const STEP = 0.05; // decades that a key moves sigma by, among its curves
const LEAST = 1e-4; // of the values' spread: the narrowest kernel that is dragged

/**
 * In so many pixels, no higher than `most`.
 * @param {number} width
 * @param {Scene} scene
 * @param {Frame} frame
 * @param {number} [most]
 * @returns {Picture}
 */
export function rankingPicture(width, scene, frame, most = tallest(width)) {
  const { layout } = frame;
  const line = numberLine(scene, frame);
  const [order, ranks] = [orderMap(scene), curves(scene, frame)].map((panel) =>
    layout === "rows" ? panel : { ...panel, ...HIGH }
  );
  const rows = {
    rows: [[line], [order, ranks]],
    halves: [[line, [order, ranks]]],
    thirds: [[{ ...line, share: 1.5 }, order, ranks]],
    pair: [[line, ranks]],
  };
  return pictureOf(width, rows[layout], most);
}

/**
 * What holds still under a hand, in so many pixels. How large the panels are is found out first: it
 * says what has room.
 * @param {Scene} scene
 * @param {number} width of the picture
 * @param {number} [most] pixels that it is high
 * @returns {Frame}
 */
export function frameOf(scene, width, most = tallest(width)) {
  const layout = layoutOf(width, most),
    rough = frameIn(scene, layout, { wide: 300, half: 300, high: 200 });
  const { panels } = rankingPicture(width, scene, rough, most);
  const [line, ranks] = [panels[0], panels[panels.length - 1]];
  return frameIn(scene, layout, {
    wide: line.at.box.right - line.at.box.left,
    half: ranks.at.box.right - ranks.at.box.left,
    high: line.at.box.bottom - line.at.box.top,
  });
}

/**
 * What a person can drag: values on their line (of many, the chosen one), the flank of the kernel,
 * and sigma among the curves.
 * @param {Scene} scene
 * @param {Frame} frame
 * @returns {Movable[]}
 */
export function rankingHandles(scene, frame) {
  const { values, focus, sigma, cursor, sortedWires } = scene, [low, high] = frame.line;
  const step = 10 ** Math.floor(Math.log10(high - low)) / 20;
  const dragged = values.length <= MOST_HANDLES ? Array.from(values.keys()) : [focus];
  const words = `sigma = ${number(sigma)} units of value`;
  /** @type {Movable[]} */
  const handles = dragged.map((wire) => {
    const y = heightOf(frame, wire);
    const { colour, pick } = shownOf(scene, sortedWires.indexOf(wire));
    return {
      panel: 0,
      along: "x",
      name: String(wire),
      x: values[wire],
      y,
      low: [low, y],
      high: [high, y],
      step,
      label: nameOf(scene.names, wire, `Value on wire ${wire}`),
      words: number(values[wire]),
      colour,
      pick: pick(),
    };
  });
  const flank = flankOf(scene, frame);
  if (flank) {
    const { centre, end, x } = flank;
    handles.push({
      panel: 0,
      along: "x",
      name: "width",
      x,
      y: FLANK,
      low: [Math.min(centre, end), FLANK],
      high: [Math.max(centre, end), FLANK],
      step: sigma / 10,
      label: "Sigma: the width of the kernel",
      words,
    });
  }
  const top = frame.heights[1] - 0.05 * (frame.heights[1] - frame.heights[0]);
  handles.push({
    panel: frame.layout === "pair" ? 1 : 2,
    along: "x",
    name: "cursor",
    x: cursor,
    y: top,
    low: [frame.sigmas[0], top],
    high: [frame.sigmas[1], top],
    step: STEP,
    label: "Sigma, among its curves",
    words,
  });
  return handles;
}

/**
 * The choices that a handle makes.
 * @param {Scene} scene
 * @param {string} name
 * @param {number} x
 */
export function rankingMoved({ values, focus }, name, x) {
  const spread = Math.max(...values) - Math.min(...values);
  const scale = spread || Math.abs(values[0]) || 1;
  if (name === "cursor") return { sigma: digits(10 ** x, 4) };
  if (name === "width") {
    return { sigma: digits(Math.max(Math.abs(x - values[focus]), scale * LEAST), 4) };
  }
  const wire = Number(name), place = Math.floor(Math.log10(scale)) - 2;
  const moved = values.map((value, k) => k === wire ? rounded(x, place) : value);
  return { values: moved, ranking_focus: wire };
}

/**
 * @param {number} x
 * @param {number} count
 */
const digits = (x, count) => Number(x.toPrecision(count));

/**
 * x to the power of ten that is given by its exponent.
 * @param {number} x
 * @param {number} place
 */
function rounded(x, place) {
  const count = Math.floor(Math.log10(Math.abs(x))) - place + 1;
  return count < 1 ? 0 : digits(x, Math.min(count, 17));
}
