// What the tests in Python ask of pictures of panels: their ink and words, what is pointed at, and
// what explorers show in them.

import * as alpha from "../../../../explorer/web/explorers/alpha.js";
import * as plan from "../../../../explorer/web/explorers/alpha_plan.js";
import { forcedPen } from "../../../../explorer/web/marks/pens.js";
import {
  paintPicture,
  pictureOf,
  pointedIn,
  wordsIn,
} from "../../../../explorer/web/marks/picture.js";
import { linear, logarithmic } from "../../../../explorer/web/marks/scales.js";
import { alphaScene, namedAt } from "../../../../explorer/web/scenes/alpha.js";
import { shareAmong } from "../../../../explorer/web/scenes/hues.js";
import { nudged } from "../../../../explorer/web/ui/handles.js";
import { remembered } from "../../../../explorer/web/scenes/remembered.js";
import { PEN, recording } from "./recorder.js";

/** @typedef {import("../../../../explorer/web/marks/panel.js").Panel} Panel */
/** @typedef {import("../../../../explorer/web/marks/picture.js").Picture} Picture */
/** @typedef {import("../../../../explorer/web/marks/panel.js").Mark} Mark */
/** @typedef {import("../../../../explorer/web/marks/panel.js").Point} Point */
/** @typedef {import("../../../../explorer/web/scenes/alpha.js").Choices} Choices */
/** @typedef {[number, number]} Span */

/**
 * Where values stand, which values stand there, and the ticks.
 * @param {"linear" | "logarithmic"} kind
 * @param {Span} domain
 * @param {Span} range
 * @param {number[]} values
 * @param {number} [intervals]
 */
export function scaled(kind, domain, range, values, intervals) {
  const scale = (kind === "linear" ? linear : logarithmic)(domain, range);
  const places = values.map(scale.place);
  return { places, back: places.map(scale.value), ticks: scale.ticks(intervals) };
}

/**
 * Rows of panels as they are drawn, and what is said of what some points are at: a mark says its
 * name and which of its points it is.
 * @param {number} width
 * @param {(Panel | Panel[])[][]} rows
 * @param {Point[]} [points]
 * @param {string | null} [lit]
 * @param {boolean} [forced]
 * @param {number} [most] pixels that it may be high
 */
export function drawnPicture(
  width,
  rows,
  points = [],
  lit = null,
  forced = false,
  most = Infinity,
) {
  const telling = (/** @type {any} */ mark) =>
    ["rule", "frames"].includes(mark.kind)
      ? mark
      : { ...mark, tell: (/** @type {number} */ k) => `${mark.name} ${k}` };
  const told = (/** @type {Panel} */ panel) => ({ ...panel, marks: panel.marks.map(telling) });
  const cells = rows.map((row) =>
    row.map((cell) => Array.isArray(cell) ? cell.map(told) : told(cell))
  );
  return seen(pictureOf(width, cells, most), points, lit, forced);
}

/**
 * @param {number} width
 * @param {Panel[][]} rows
 * @param {Point[]} points
 * @param {string | null} lit
 */
export const shown = (width, rows, points, lit, forced = false) =>
  seen(pictureOf(width, rows), points, lit, forced);

/**
 * @param {Picture} picture
 * @param {Point[]} points
 * @param {string | null} lit
 * @param {boolean} forced
 */
export function seen(picture, points, lit, forced = false) {
  const ink = recording();
  paintPicture(ink, picture, forced ? forcedPen(PEN) : PEN, lit);
  return {
    width: picture.width,
    height: picture.height,
    boxes: picture.panels.map(({ at }) => at.box),
    strokes: ink.strokes,
    words: wordsIn(picture),
    pointed: points.map((point) => pointedIn(picture, point)),
  };
}

/**
 * What the alpha explorer shows of some choices: panels as data, with what every mark says of each
 * of its points, and handles.
 * @param {Choices} choices
 */
export function alphaShown(choices) {
  const scene = alphaScene(choices);
  const told = (/** @type {any} */ mark) => ({
    ...mark,
    told: mark.tell ? Array.from(mark.x, (_, /** @type {number} */ k) => mark.tell(k)) : null,
  });
  return {
    panels: alpha.alphaPicture(900, scene).panels.map((panel) => ({
      ...panel,
      marks: panel.marks.map(told),
    })),
    handles: alpha.alphaHandles(scene),
  };
}

/**
 * The same as it is drawn.
 * @param {Choices} choices
 * @param {number} width
 * @param {Point[]} [points]
 * @param {string | null} [lit]
 * @param {boolean} [forced]
 */
export const alphaDrawn = (choices, width, points = [], lit = null, forced = false) =>
  seen(alpha.alphaPicture(width, alphaScene(choices)), points, lit, forced);

/** The ranges and ticks of its axes. @param {Choices} choices */
export function alphaAxes(choices) {
  const scene = alphaScene(choices);
  return {
    curves: plan.curvesRange(scene),
    across: plan.curvesAcross(scene),
    path: plan.pathRange(scene),
    measures: plan.measureRanges(scene),
    alphas: plan.ticksOfAlpha(scene.path.axis),
    values: plan.valueTicks(scene),
    words: [plan.curvesTitle(scene), plan.PATH, ...plan.MEASURES, plan.BY_ALPHA],
  };
}

/**
 * The choices that keys on a handle make, one after the other.
 * @param {Choices} choices
 * @param {string} name
 * @param {string[]} keys
 */
export function alphaKeys(choices, name, keys) {
  /** @type {any[]} */
  const made = [];
  let now = choices;
  for (const key of keys) {
    const scene = alphaScene(now);
    const handle = alpha.alphaHandles(scene).find((each) => each.name === name);
    const to = handle && nudged(handle, key, 1);
    if (to) now = /** @type {Choices} */ ({ ...now, ...alpha.alphaMoved(scene, name, to[0]) });
    made.push(now[/** @type {keyof Choices} */ (name)]);
  }
  return made;
}

/** @param {number} n */
export const sharesAmong = (n) => Array.from({ length: n }, (_, k) => shareAmong(k, n));

/**
 * How often something is made where it is asked for each of some choices in turn.
 * @param {any[]} asked
 */
export function madeOf(asked) {
  let made = 0;
  const make = remembered((choices) => {
    if (choices === "refused") throw new Error("refused");
    return [choices, ++made];
  });
  return asked.map((choices) => {
    try {
      return make(choices);
    } catch {
      return null;
    }
  });
}

/**
 * How the curves are named at each side.
 * @param {Choices} choices
 */
export function alphaNamed(choices) {
  const scene = alphaScene(choices);
  return /** @type {(1 | -1)[]} */ ([1, -1]).map((side) => {
    const { curveLabels, ...named } = namedAt(scene, side);
    return {
      curveLabels,
      own: scene.curveLabels,
      side: scene.maxima.side,
      across: plan.curvesAcross({ ...named, curveLabels }),
    };
  });
}
