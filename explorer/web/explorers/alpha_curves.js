// The soft maximum of two numbers, as data.

import { leaders } from "../marks/leaders.js";
import { LINE } from "../scenes/labels.js";
import { SPAN } from "../sort/soft_maxima.js";
import { number } from "../words/number.js";
import { A_TICKS, curvesAcross, curvesRange, curvesTitle } from "./alpha_plan.js";

/** @import { Line } from "../marks/line.js" */
/** @import { Label, Mark, Panel } from "../marks/panel.js" */
/** @import { Scene } from "./alpha_plan.js" */

/** Of the soft maxima beside the present one; the last is the hard one. */
const DASHES = [[3, 1], [1, 3], [5, 2, 1, 2], [5, 2], [9, 2], [5, 4]];

/**
 * The soft maximum of (a, b) over a: at the present alpha, and quietly at others, or under others.
 * @param {Scene} scene
 * @returns {Panel}
 */
export function curves(scene) {
  const { alpha, a, maxima, curve, soft, hard, curveLabels, beside, present } = scene;
  const { b, side } = maxima, [low, high] = curvesRange(scene), line = (high - low) * LINE;
  const unused = DASHES.length - beside.length;
  /** @type {(how: string, y: ArrayLike<number>) => (k: number) => string} */
  const told = (how, y) => (k) =>
    `soft maximum of (${number(maxima.a[k])}, ${number(b)}) ${how}: ${number(y[k])}`;
  const others = beside.map(({ name, told: how, curve }, k) => /** @type {Line} */ ({
    kind: "line",
    name,
    x: maxima.a,
    y: curve,
    colour: "quiet",
    width: 1.3,
    dash: DASHES[k + unused],
    tell: told(how, curve),
  }));
  const difference = { x: [a, a], y: [hard, soft], colour: { sign: soft - hard } };
  const ends = (/** @type {number} */ k) =>
    `${k ? "soft" : "hard"} maximum of (${number(a)}, ${number(b)}): ${number(k ? soft : hard)}`;
  /** @type {Mark[]} */
  const marks = [
    { kind: "rule", x: b, colour: "line" },
    ...others,
    leaders(curveLabels, side * SPAN, 0.5 * side),
    {
      kind: "line",
      name: present,
      x: maxima.a,
      y: curve,
      colour: "accent",
      width: 3.5,
      tell: told(`at alpha = ${number(alpha)}`, curve),
    },
    { kind: "line", width: 2.5, ...difference },
    { kind: "dots", ...difference, tell: ends },
  ];
  /** @type {Label[]} */
  const labels = curveLabels.map(({ words, to }) => ({
    x: side * (SPAN + 0.5),
    y: to,
    words,
    dx: 3 * side,
    dy: 4,
    anchor: side > 0 ? "start" : "end",
    look: words.replace(" ↑", "") === present ? "strong" : "quiet",
  }));
  const atA = Math.min(Math.max(soft, low + line), high - line);
  labels.push(
    { ...aside(a), y: atA, words: "a", dy: 16, look: "strong" },
    { ...aside(b), y: low + line / 2, words: "b", dy: 4, look: "strong" },
  );
  return {
    title: curvesTitle(scene),
    aspect: 0.85,
    most: 225,
    x: { domain: curvesAcross(scene), ticks: A_TICKS, title: "a" },
    y: { domain: [low, high], intervals: 5 },
    marks,
    labels,
  };
}

/**
 * Beside a handle, within the panel.
 * @param {number} x
 * @returns {Pick<Label, "x" | "dx" | "anchor">}
 */
const aside = (x) => x > SPAN - 1 ? { x, dx: -14, anchor: "end" } : { x, dx: 14 };
