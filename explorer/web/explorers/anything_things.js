// Things as they look, as data: a digit is a picture, a complex number is a point of a plane.

import { complex } from "../words/anything.js";
import { number } from "../words/number.js";
import { placeColour } from "./anything_names.js";
import { planeEnd } from "./anything_plan.js";

/** @import { Mark } from "../marks/panel.js" */
/** @import { Scene } from "./anything_plan.js" */

/**
 * What draws the k-th thing of a row in a square, of which its name and what is said of it is known.
 * @typedef {(row: number, k: number, box: {left: number, top: number, side: number}, name: string,
 *   told: string) => Mark[]} Draw
 */

const PIXELS = 8; // of a picture's side

/** @type {Record<string, (scene: Scene) => Draw>} */
export const THINGS = {
  "digits": ({ before, after }) => (row, k, { left, top, side }, name, told) => {
    const values = (row ? after : before).subarray(k * PIXELS ** 2, (k + 1) * PIXELS ** 2);
    const pixel = side / PIXELS;
    const placeOf = (/** @type {number} */ at) =>
      `row ${Math.floor(at / PIXELS)}, column ${at % PIXELS}`;
    return [{
      kind: "map",
      values,
      columns: PIXELS,
      left: left + pixel / 2,
      top: top + pixel / 2,
      wide: pixel,
      high: pixel,
      name,
      tell: (at) => `${told}; pixel in ${placeOf(at)}: ${number(values[at])}`,
    }];
  },
  "complex numbers": (scene) => {
    const { before, after, hard, goesTo } = scene, end = planeEnd(scene);
    return (row, k, { left, top, side }, name, told) => {
      const middle = { x: left + side / 2, y: top + side / 2 }, unit = side / 2 / end;
      const at = (/** @type {Float64Array} */ points) => ({
        x: middle.x + unit * points[2 * k],
        y: middle.y - unit * points[2 * k + 1],
      });
      const points = row ? after : before, { x, y } = at(points), sorted = at(hard);
      const colour = placeColour(scene, row ? k : goesTo[k]);
      const radius = Math.min(4, side / 10);
      /** @type {(x: number[], y: number[]) => Mark} */
      const axis = (x, y) => ({ kind: "line", x, y, colour: "line", width: 1 });
      /** @type {Mark[]} */
      const ring = row
        ? [{ kind: "rings", x: [sorted.x], y: [sorted.y], radius: radius + 2, colour, name }]
        : [];
      return [
        axis([left, left + side], [middle.y, middle.y]),
        axis([middle.x, middle.x], [top, top + side]),
        { kind: "line", x: [middle.x, x], y: [middle.y, y], colour, name },
        ...ring,
        {
          kind: "dots",
          x: [x],
          y: [y],
          radius,
          colour,
          name,
          tell: () => `${told}; ${complex(points[2 * k], points[2 * k + 1])}`,
        },
      ];
    };
  },
};
