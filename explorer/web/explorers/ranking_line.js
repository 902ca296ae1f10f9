// Values and their places in the soft sort on one line, as data, with the kernel around one value.

import { shortened, widthOf } from "../marks/lettering.js";
import { number } from "../words/number.js";
import { placeName, wireName } from "../words/ranking.js";
import { BELOW, besideOf, ENDS, lineTicks, placeWords, within } from "./ranking_frame.js";
import { inkOfPlace, MANY } from "./ranking_order.js";
import { lineTitle } from "./ranking_plan.js";

/** @import { Label, Mark, Panel } from "../marks/panel.js" */
/** @import { Frame } from "./ranking_frame.js" */
/** @import { Scene } from "./ranking_plan.js" */

/** How high the kernel is at a distance of one sigma. */
export const FLANK = Math.exp(-0.5);
const BESIDE = 13; // pixels from a handle to its words
const PLACES = 34; // pixels below the line at which its places are named: its marks are above them

/**
 * How high the value of a wire stands: below the line, where the kernel is 1 high.
 * @param {Frame} frame
 * @param {number} wire
 */
export const heightOf = ({ rows, pitch, tall }, wire) => -(BELOW + pitch * rows[wire]) / tall;

/**
 * @param {Scene} scene
 * @param {Frame} frame
 * @returns {Panel}
 */
export function numberLine(scene, frame) {
  const { values, places, focus, sortedWires, kernel: [grid, bell], heights } = scene;
  const centre = values[focus], own = inkOfPlace(scene, sortedWires.indexOf(focus));
  const lowest = Math.max(...frame.rows) * frame.pitch + BELOW + ENDS;
  /** @type {Mark[]} */
  const marks = [
    {
      kind: "band",
      x: grid,
      y: bell,
      colour: own,
      tell: (k) =>
        `kernel around ${wireName(focus, centre, scene.names)}, sigma = ${number(scene.sigma)}:` +
        ` ${number(bell[k])} high at ${number(grid[k])}`,
    },
    ...each(scene, (wire, place, shown) => ({
      ...shown,
      kind: "line",
      x: [values[wire], places[place]],
      y: [heightOf(frame, wire), 0],
      width: 1.2,
      opacity: 0.6,
      tell: () =>
        `${wireName(wire, values[wire], scene.names)}: in the soft sort, ${
          placeName(place, places[place])
        }`,
    })),
    {
      kind: "line",
      x: [centre, centre],
      y: [heightOf(frame, focus), 1],
      colour: own,
      width: 1.5,
      dash: [2, 3],
    },
    ...each(scene, (_, place, shown) => ({
      ...shown,
      kind: "line",
      x: [places[place], places[place]],
      y: [0, heights[place]],
      width: values.length > MANY ? 1.5 : 2.5,
      tell: () => toldOfPlace(scene, place),
    })),
    ...each(scene, (_, place, shown) => ({
      ...shown,
      kind: "dots",
      x: [places[place]],
      y: [0],
      radius: 4.5,
      tell: () => toldOfPlace(scene, place),
    })),
    ...each(scene, (wire, _, shown) => ({
      ...shown,
      kind: "dots",
      x: [values[wire]],
      y: [heightOf(frame, wire)],
      tell: () => wireName(wire, values[wire], scene.names),
    })),
  ];
  return {
    title: lineTitle(focus, scene.names?.map((name) => shortened(name, titleRoom(frame))) ?? null),
    aspect: 10,
    most: frame.tall + ENDS + lowest,
    x: { domain: frame.line, ticks: lineTicks(frame), title: "value", at: 0 },
    y: { domain: [-lowest / frame.tall, 1 + ENDS / frame.tall], ticks: [] },
    marks,
    labels: [
      ...valueLabels(scene, frame),
      ...placeLabels(scene, frame),
      ...sigmaLabel(scene, frame),
    ],
  };
}

/**
 * The pixels that a name has at the end of the title.
 * @param {Frame} frame
 */
const titleRoom = ({ wide }) => Math.max(wide - widthOf(lineTitle(0, [""]), 14), 40);

/**
 * A mark for each wire, with the colour and the name of its value, which a click chooses.
 * @param {Scene} scene
 * @param {(wire: number, place: number,
 *   shown: ReturnType<typeof shownOf>) => Mark} mark
 */
const each = (scene, mark) =>
  scene.sortedWires.map((wire, place) => mark(wire, place, shownOf(scene, place)));

/**
 * What marks of a place and of the value that the hard sort puts there have in common.
 * @param {Scene} scene
 * @param {number} place
 */
export function shownOf(scene, place) {
  const wire = scene.sortedWires[place];
  return {
    name: `wire ${wire}`,
    colour: inkOfPlace(scene, place),
    pick: () => ({ ranking_focus: wire }),
  };
}

/**
 * @param {Scene} scene
 * @param {number} place
 */
function toldOfPlace(scene, place) {
  const { places, heights, focus, values, names, order, transposed } = scene;
  const n = values.length, share = order[transposed ? place * n + focus : focus * n + place];
  return `${placeName(place, places[place])}: the kernel around ${
    wireName(focus, values[focus], names)
  } is ${number(heights[place])} high there, a share of ${number(share)}`;
}

/**
 * @param {Scene} scene
 * @param {Frame} frame
 * @returns {Label[]}
 */
const valueLabels = (scene, frame) =>
  scene.values.flatMap((value, wire) => {
    const { words, side } = besideOf(scene, frame.line, frame.wide, wire);
    if (!words) return [];
    return [{
      x: value,
      y: heightOf(frame, wire),
      words,
      dx: BESIDE * side,
      dy: 4,
      anchor: side > 0 ? "start" : "end",
      look: wire === scene.focus ? "strong" : "quiet",
    }];
  });

/**
 * @param {Scene} scene
 * @param {Frame} frame
 * @returns {Label[]}
 */
function placeLabels(scene, frame) {
  const places = placeWords(scene, frame).map(([at, words]) => /** @type {Label} */ ({
    x: within(at, words, frame),
    y: 0,
    words,
    dy: PLACES,
    anchor: "middle",
  }));
  if (!places.length) return [];
  return [{ x: frame.line[0], y: 0, words: "place", dx: -7, dy: PLACES, anchor: "end" }, ...places];
}

/**
 * What the handle on the kernel's flank is for.
 * @param {Scene} scene
 * @param {Frame} frame
 * @returns {Label[]}
 */
function sigmaLabel(scene, frame) {
  const flank = flankOf(scene, frame);
  if (!flank) return [];
  const words = `sigma = ${number(scene.sigma)}`, { x, side, end } = flank;
  const room = Math.abs(end - x) / (frame.line[1] - frame.line[0]) * frame.wide;
  const out = room > 7 * words.length + BESIDE ? side : -side;
  return [{
    x,
    y: FLANK,
    words,
    dx: BESIDE * out,
    dy: 4,
    anchor: out > 0 ? "start" : "end",
    look: "strong",
  }];
}

/**
 * Where the kernel is one sigma from its centre, at the side that has more room; null where that is
 * beyond the line.
 * @param {Scene} scene
 * @param {Frame} frame
 */
export function flankOf({ values, focus, sigma }, { line: [low, high] }) {
  const centre = values[focus], upwards = high - centre >= centre - low;
  const side = upwards ? 1 : -1, end = upwards ? high : low;
  if (Math.abs(end - centre) < sigma * (1 - 1e-3)) return null; // it is kept in four digits
  return { centre, side, end, x: centre + side * Math.min(sigma, Math.abs(end - centre)) };
}
