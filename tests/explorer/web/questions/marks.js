// What the tests in Python ask of explorer/web/marks: pictures, drawn into a context that keeps them.

import { heightsOf, paintStill } from "../../../../explorer/web/marks/network.js";
import { forcedPen, isDark, paperPen, themePen } from "../../../../explorer/web/marks/pens.js";
import { place } from "../../../../explorer/web/marks/places.js";
import { bandOf, paintMoving } from "../../../../explorer/web/marks/tokens.js";
import { huesOf } from "../../../../explorer/web/scenes/hues.js";
import { networkScene, wired } from "../../../../explorer/web/scenes/network.js";
import { PEN, recording } from "./recorder.js";

/** @typedef {import("../../../../explorer/web/scenes/network.js").Choices} Choices */

/**
 * A picture whose heights by value are the values, and whose colours are the numbers of the inputs; or
 * with `parts` those that inputs have, from 0 to 1.
 * @param {Choices} choices
 * @param {number} width
 * @param {number | null} lit
 * @param {boolean} parts
 * @param {number | null} [looked]
 */
function pictured(choices, width, lit, parts, looked = null) {
  const n = choices.values.length;
  const drawn = wired(choices.network, n);
  const run = networkScene(drawn, choices);
  const network = { ...drawn, n, depth: drawn.network.depth, below: choices.below };
  const at = place(network, width);
  const view = {
    network,
    run,
    at,
    lit: lit === null ? [] : [lit],
    looked,
    cell: (/** @type {number} */ column, /** @type {number} */ wire) => column * n + wire,
    hues: parts ? huesOf(choices.values) : range(n),
    valueY: (/** @type {number} */ value) => value,
  };
  const heights = {
    softHeights: heightsOf(view, run.soft, run.tokens),
    hardHeights: heightsOf(view, run.hard, run.hardTokens),
  };
  const places = {
    x: range(network.depth + 1).map(at.x),
    y: range(n).map(at.y),
    hardY: range(n).map(at.hardY),
  };
  return { picture: { ...view, ...heights }, places, thick: at.thick, radius: at.radius };
}

/**
 * The strokes that the picture of a run consists of, in order, after it was drawn once for each of
 * `hairs`: the widths of a pixel, or null for a picture at rest.
 * @param {Choices} choices
 * @param {number} width
 * @param {number | null} [lit]
 * @param {(number | null)[]} [hairs]
 * @param {boolean} [parts]
 * @param {boolean} [forced] with a pen for forced colours
 * @param {number | null} [looked] the comparator that is looked at
 */
export function painted(
  choices,
  width,
  lit = null,
  hairs = [null],
  parts = false,
  forced = false,
  looked = null,
) {
  const { picture, ...told } = pictured(choices, width, lit, parts, looked);
  const ink = recording();
  for (const hair of hairs) {
    paintStill(ink, picture, forced ? forcedPen(PEN) : PEN, hair ?? undefined);
  }
  return { strokes: ink.strokes, domain: picture.run.domain, ...told };
}

/**
 * What moves, at each of some positions of the playhead, and the part of the width it stays in.
 * @param {Choices} choices
 * @param {number} width
 * @param {number[]} positions
 */
export function moved(choices, width, positions) {
  const { picture, ...told } = pictured(choices, width, null, false);
  const { hardBelow, wiresTop, wiresBottom } = picture.at;
  const ink = recording();
  const frames = positions.map((position) => {
    paintMoving(ink, picture, PEN, position);
    return { strokes: ink.strokes, band: bandOf(picture, position) };
  });
  return { frames, hardBelow, wires: [wiresTop, wiresBottom], ...told };
}

/**
 * What a pen draws with, and how values at some shares look.
 * @param {"theme" | "contrast" | "forced" | "paper"} kind
 * @param {Record<string, string>} colours
 * @param {number[]} shares
 */
export function pen(kind, colours, shares) {
  const page = /** @type {import("../../../../explorer/web/marks/pens.js").Page} */ (colours);
  const made = kind === "paper"
    ? paperPen()
    : kind === "forced"
    ? forcedPen(page)
    : themePen(page, { contrast: kind === "contrast" });
  return { ...made, hue: shares.map(made.hue), dash: shares.map(made.dash) };
}

/** @param {string} colour */
export const dark = (colour) => isDark(colour);

/** @param {number} count */
const range = (count) => Array.from({ length: count }, (_, k) => k);
