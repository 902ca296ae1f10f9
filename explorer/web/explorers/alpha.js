// The pictures of alpha, as data: soft maxima of two numbers, and the soft sort from the mean to the
// hard sort; and what a person can drag in them.

import { LOW, tallest } from "../marks/heights.js";
import { pictureOf } from "../marks/picture.js";
import { LINE } from "../scenes/labels.js";
import { SPAN } from "../sort/soft_maxima.js";
import { number } from "../words/number.js";
import { curves } from "./alpha_curves.js";
import { curvesRange, pathRange } from "./alpha_plan.js";
import { measures, outputs } from "./alpha_sort.js";

/** @import { Panel } from "../marks/panel.js" */
/** @import { Picture } from "../marks/picture.js" */
/** @import { Movable } from "../ui/points.js" */
/** @import { Scene } from "./alpha_plan.js" */

const STEP = 0.2; // decades that a key moves alpha by: one step reaches a stop, or leaves it

const WIDE = 1200; // pixels in which the measures find place beside the others

/**
 * In so many pixels, no higher than `most`.
 * @param {number} width
 * @param {Scene} scene
 * @param {number} [most]
 * @returns {Picture}
 */
export function alphaPicture(width, scene, most = tallest(width)) {
  const [softMaxima, outputsBy, good] = [curves(scene), outputs(scene), measures(scene)];
  const high = (/** @type {Panel} */ panel) => ({ ...panel, most: Infinity });
  const rows = width < WIDE && most < LOW
    ? [[softMaxima, outputsBy].map(high)]
    : width < WIDE
    ? [[softMaxima, outputsBy], good]
    : [[softMaxima, outputsBy, good.map((panel) => ({ ...panel, share: 0.8 }))]];
  return pictureOf(width, rows, most);
}

/**
 * What a person can drag: a and b among the soft maxima, alpha above the outputs.
 * @param {Scene} scene
 * @returns {Movable[]}
 */
export function alphaHandles(scene) {
  const { a, alpha, soft, place, maxima: { b }, path: { axis } } = scene;
  const [low, high] = curvesRange(scene), [floor, ceiling] = pathRange(scene);
  const top = ceiling - LINE * (ceiling - floor);
  /** @type {Pick<Movable, "panel" | "along" | "step" | "low" | "high">} */
  const ab = { panel: 0, along: "x", step: 0.1, low: [-SPAN, low], high: [SPAN, high] };
  return [
    {
      ...ab,
      name: "a",
      x: a,
      y: Math.min(Math.max(soft, low), high),
      label: "a, of the soft maximum of (a, b)",
      words: `a = ${number(a)}, soft maximum ${number(soft)}`,
    },
    {
      ...ab,
      name: "b",
      x: b,
      y: low + LINE * (high - low) / 2,
      label: "b, of the soft maximum of (a, b)",
      words: `b = ${number(b)}`,
    },
    {
      panel: 1,
      along: "x",
      step: STEP,
      name: "alpha",
      x: place,
      y: top,
      low: [axis.diverges ? axis.low : axis.ends[0], top],
      high: [axis.ends[1], top],
      label: "alpha",
      words: `alpha = ${number(alpha)} per unit`,
    },
  ];
}

/**
 * The choice that a handle makes.
 * @param {Scene} scene
 * @param {string} name
 * @param {number} x
 */
export function alphaMoved({ path: { axis } }, name, x) {
  if (name !== "alpha") return { [name]: Number(x.toFixed(2)) };
  const alpha = axis.alphaAt(x);
  return { alpha: alpha === Infinity ? "infinity" : alpha };
}
