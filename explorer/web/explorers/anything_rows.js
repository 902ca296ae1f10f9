// Things in two rows that touch, as data: before and after a soft sort, with ribbons from the one to
// the other that are as thick as what each thing gives to each place.

import { caption, madeOf } from "../words/anything.js";
import { number } from "../words/number.js";
import { called, placeName } from "./anything_names.js";
import { ROWS, rowsOf, thingsTitle } from "./anything_plan.js";
import { ribbons } from "./anything_ribbons.js";
import { THINGS } from "./anything_things.js";

/** @import { Label, Panel } from "../marks/panel.js" */
/** @import { Scene } from "./anything_plan.js" */

const LETTER = 6; // pixels of the words by a thing, which stand there where all of a row find room

/**
 * @param {Scene} scene
 * @param {number} across in pixels
 * @param {number} [high] pixels that they may have
 * @returns {Panel}
 */
export function rows(scene, across, high) {
  const { n, kind, goesTo, keysBefore, keysAfter } = scene, laid = rowsOf(n, across, high);
  const { side, thick, middle, tops, down } = laid;
  const things = THINGS[kind](scene), ks = Array.from({ length: n }, (_, k) => k);
  const names = [(/** @type {number} */ k) => placeName(goesTo[k]), placeName];
  const marks = tops.flatMap((top, row) =>
    ks.flatMap((k) => {
      const box = { left: middle(k) - side / 2, top, side };
      return things(row, k, box, names[row](k), toldOf(scene, row, k));
    })
  );
  const flow = ribbons(scene, ({ thing, place, share, from, to }) => ({
    x: [
      middle(thing) + thick * (from + share / 2 - 0.5),
      middle(place) + thick * (to + share / 2 - 0.5),
    ],
    y: [tops[0] + side, tops[1]],
    thick: thick * share,
  }));
  const boxes = (/** @type {number} */ k) =>
    tops.map((top) => ({
      left: middle(k) - side / 2,
      right: middle(k) + side / 2,
      top,
      bottom: top + side,
    }));
  const labels = [keysBefore, keysAfter].flatMap((keys, row) =>
    captions(keys, laid.pitch).map((words, k) => /** @type {Label} */ ({
      x: middle(k),
      y: row ? tops[1] + side : tops[0],
      words,
      dy: row ? 13 : -5,
      anchor: "middle",
    }))
  );
  return {
    title: thingsTitle(scene),
    bare: true,
    share: 2,
    aspect: down / across,
    x: { domain: [0, across], ticks: [] },
    y: {
      domain: [0, down],
      downwards: true,
      ticks: tops.map((top, row) => [top + side / 2, ROWS[row]]),
    },
    marks: [
      ...flow,
      ...marks,
      { kind: "frames", boxes: ks.flatMap(boxes), colour: "line", width: 1 },
    ],
    labels,
  };
}

/**
 * The keys of a row, if there is room for all.
 * @param {Float64Array} keys
 * @param {number} pitch
 */
function captions(keys, pitch) {
  const words = Array.from(keys, caption);
  return words.every(({ length }) => LETTER * length + 2 <= pitch) ? words : [];
}

/**
 * Which thing it is, its key and what it is made of.
 * @param {Scene} scene
 * @param {number} row
 * @param {number} k
 */
function toldOf(scene, row, k) {
  const { n, keyName, keysBefore, keysAfter, mix } = scene;
  if (!row) return `${called(scene, k)}: ${keyName} ${number(keysBefore[k])}`;
  const parts = madeOf(mix.subarray(k * n, k * n + n), (thing) => called(scene, thing));
  return `place ${k}: ${keyName} ${number(keysAfter[k])}; ${parts}`;
}
