// Pictures of digits, as data: before, softly sorted and sorted, one below the other.

import { caption, madeOf } from "../words/anything.js";
import { number } from "../words/number.js";
import { acrossOf, digitsTitle, STRIPS, stripsOf } from "./anything_plan.js";
import { called, placeName } from "./anything_names.js";

/** @import { Label, Mark, Panel } from "../marks/panel.js" */
/** @import { Scene } from "./anything_plan.js" */

const SIDE = 8; // pixels of a picture

/**
 * @param {Scene} scene
 * @param {number} width in pixels of the page
 * @returns {Panel}
 */
export function digitStrips(scene, width) {
  const { n, before, after, hard, keysBefore, keysAfter, keysHard } = scene;
  const lines = acrossOf(n, width), { at, middle, across, down } = stripsOf(n, lines);
  const strips = [[before, keysBefore], [after, keysAfter], [hard, keysHard]];
  /** @type {Mark[]} */
  const marks = [];
  /** @type {Label[]} */
  const labels = [];
  /** @type {{left: number, right: number, top: number, bottom: number}[]} */
  const boxes = [];
  strips.forEach(([pictures, keys], strip) => {
    for (let k = 0; k < n; k++) {
      const { left, top } = at(strip, k), values = pictures.subarray(k * 64, k * 64 + 64);
      marks.push({
        kind: "map",
        values,
        columns: SIDE,
        left,
        top,
        name: placeName(strip ? k : scene.goesTo[k]),
        tell: (pixel) =>
          `${toldOf(scene, strip, k)}; pixel in row ${Math.floor(pixel / SIDE)}, column ${
            pixel % SIDE
          }:` +
          ` ${number(values[pixel])}`,
      });
      boxes.push({
        left: left - 0.5,
        right: left + SIDE - 0.5,
        top: top - 0.5,
        bottom: top + SIDE - 0.5,
      });
      labels.push({
        x: left + (SIDE - 1) / 2,
        y: top + SIDE - 0.5,
        words: caption(keys[k]),
        dy: 12,
        anchor: "middle",
      });
    }
  });
  return {
    title: digitsTitle(scene),
    bare: true,
    share: 2,
    aspect: (down + 2) / (across + 2),
    x: { domain: [-1, across + 1], ticks: [] },
    y: {
      domain: [-1, down + 1],
      downwards: true,
      ticks: STRIPS.map((words, strip) => [middle(strip), words]),
    },
    marks: [...marks, { kind: "frames", boxes, colour: "line", width: 1 }],
    labels,
  };
}

/**
 * Which picture it is, its key and what it is made of.
 * @param {Scene} scene
 * @param {number} strip
 * @param {number} k
 */
function toldOf(scene, strip, k) {
  const { n, keyName, keysBefore, keysAfter, keysHard, mix, hardMix } = scene;
  if (!strip) return `${called(scene, k)}: ${keyName} ${number(keysBefore[k])}`;
  const keys = strip === 1 ? keysAfter : keysHard, shares = strip === 1 ? mix : hardMix;
  const parts = madeOf(shares.subarray(k * n, k * n + n), (thing) => called(scene, thing));
  return `place ${k}, ${STRIPS[strip]}: ${keyName} ${number(keys[k])}; ${parts}`;
}
