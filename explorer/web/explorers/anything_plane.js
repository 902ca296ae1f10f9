// Complex numbers, as data: points of a plane, each soft one joined with the hard one of its place.

import { zeroLine } from "../marks/rule.js";
import { groupsOf } from "../scenes/groups.js";
import { complex, madeOf } from "../words/anything.js";
import { number } from "../words/number.js";
import { called, placeColour, placeName } from "./anything_names.js";
import { acrossPanel, planeEnd, PLANES } from "./anything_plan.js";

/** @import { Label, Mark, Panel } from "../marks/panel.js" */
/** @import { Scene } from "./anything_plan.js" */

/**
 * @param {Scene} scene
 * @param {number} width in pixels of the page
 * @param {number} inRow panels in the row of these
 * @returns {Panel[]}
 */
export function planes(scene, width, inRow) {
  const { n, before, after, hard, goesTo, keyName, keysBefore, keysAfter, keysHard } = scene;
  const end = planeEnd(scene), pixel = 2 * end / acrossPanel(width, inRow);
  const marks = Array.from({ length: n }, (_, place) => marksOf(scene, place));
  const named = [before, hard].map((points) => labelsOf(points, pixel));
  /** @type {Mark[]} */
  const first = Array.from({ length: n }, (_, thing) => ({
    kind: "dots",
    x: [before[2 * thing]],
    y: [before[2 * thing + 1]],
    colour: placeColour(scene, goesTo[thing]),
    name: placeName(goesTo[thing]),
    tell: () =>
      `${called(scene, thing)}: ${complex(before[2 * thing], before[2 * thing + 1])};` +
      ` ${keyName} ${number(keysBefore[thing])}`,
  }));
  return [first, marks.flat()].map((drawn, strip) => ({
    title: PLANES[strip],
    aspect: 1,
    x: { domain: [-end, end], title: "real part" },
    y: { domain: [-end, end], title: "imaginary part" },
    marks: [zeroLine(), { kind: "rule", x: 0, colour: "line" }, ...drawn],
    labels: named[strip],
  }));

  /**
   * @param {Scene} scene
   * @param {number} place
   * @returns {Mark[]}
   */
  function marksOf(scene, place) {
    const inked = { colour: placeColour(scene, place), name: placeName(place) };
    const at = (/** @type {Float64Array} */ points) => ({
      x: [points[2 * place]],
      y: [points[2 * place + 1]],
    });
    const [soft, sorted] = [at(after), at(hard)];
    const shares = scene.mix.subarray(place * n, place * n + n);
    const is = (/** @type {typeof soft} */ { x, y }, /** @type {Float64Array} */ keys) =>
      `${complex(x[0], y[0])}; ${keyName} ${number(keys[place])}`;
    return [
      {
        kind: "line",
        x: [...sorted.x, ...soft.x],
        y: [...sorted.y, ...soft.y],
        width: 1,
        colour: inked.colour,
        name: inked.name,
      },
      {
        kind: "rings",
        radius: 6,
        ...sorted,
        ...inked,
        tell: () => `place ${place}, hard: ${is(sorted, keysHard)}`,
      },
      {
        kind: "dots",
        ...soft,
        ...inked,
        tell: () =>
          `place ${place}, soft: ${is(soft, keysAfter)};` +
          ` ${madeOf(shares, (thing) => called(scene, thing))}`,
      },
    ];
  }
}

/**
 * The number of each point above it; where others stand there, once for all of them.
 * @param {Float64Array} points
 * @param {number} pixel in the units of the plane
 * @returns {Label[]}
 */
const labelsOf = (points, pixel) =>
  groupsOf(points, pixel).map(({ x, y, words }) => ({
    x,
    y,
    words,
    dy: -10,
    anchor: "middle",
    look: "strong",
  }));
