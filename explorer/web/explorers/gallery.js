// The pictures of the gallery, as data: a column a method, with its results, its soft permutation and
// its Jacobian.

import { alongOf, placeHues } from "../scenes/hues.js";
import { number } from "../words/number.js";
import { tellCell, tellResult } from "./gallery_tell.js";

/** @import { Axis } from "../marks/axis.js" */
/** @import { Label, Mark, Panel } from "../marks/panel.js" */
/** @import { Tick } from "../marks/scales.js" */
/** @import { Method, Scene } from "../scenes/gallery.js" */

/** What is shown of a method, from top to bottom: explorer/figures/gallery_plan.py has the same. */
export const KINDS = ["sorted values", "soft permutation", "d sorted / d x"];
const SHORT = ["sorted", "permutation", "Jacobian"]; // where these are small
/** One scale for all matrices: shares go no farther; derivatives may. */
const SHADES = { most: 1, root: true };
const BAR = { ...SHADES, beyond: true };
const ROOM = 0.06; // beyond the ends of the value axis, for what is drawn at them

/**
 * A column of panels for each method; where they are small, with fewer words about them.
 * @param {Scene} scene
 * @param {boolean} [small]
 * @returns {Panel[][]}
 */
export const galleryColumns = (scene, small = false) =>
  scene.methods.map((method) => {
    const column = [
      results(scene, small ? { ...method, brief: "" } : method),
      matrix(scene, method, "permutation"),
      matrix(scene, method, "jacobian"),
    ];
    if (!small) return column;
    return column.map((panel, k) => ({ ...panel, y: { ...panel.y, title: SHORT[k] } }));
  });

/**
 * Its results on the rings of the hard sort, in a picture that is headed by its name and strength.
 * @param {Scene} scene
 * @param {Method} method
 * @returns {Panel}
 */
function results(scene, method) {
  const { hard, low, high, chosen } = scene, n = hard.length, room = ROOM * (high - low);
  /** @type {[number, number]} */
  const domain = [low - room, high + room];
  const places = hard.map((_, k) => k), radius = Math.max(2.5, Math.min(5, 40 / n));
  const marks = [frame(-0.5 + chosen, 0.5 + chosen, ...domain, n)], { sorted } = method;
  if (sorted) {
    marks.push({ kind: "rings", x: places, y: hard, colour: "quiet", radius }, {
      kind: "dots",
      x: places,
      y: sorted.map((value) => Math.min(Math.max(value, low), high)),
      beyond: sorted.map((value) => Number(value > high) - Number(value < low)),
      colour: "text",
      radius: radius * 0.6,
      byX: true,
      tell: tellResult(scene, method),
      pick: (k) => ({ gallery_output: k }),
    });
  }
  const middle = (n - 1) / 2;
  /** @type {Label[]} */
  const head = [
    { words: method.name, look: "strong", dy: -20 },
    { words: method.brief, dy: -6 },
  ].map((label) => /** @type {Label} */ ({
    ...label,
    x: middle,
    y: domain[1],
    anchor: "middle",
  }));
  /** @type {Tick[]} */
  const ends = [...new Set([hard[n - 1], hard[0]])].map((value) => [value, number(value)]);
  return {
    ...{ title: "", boxed: true, group: KINDS[0] },
    x: { domain: [-0.5, n - 0.5], ticks: [], hues: alongOf(placeHues(scene)) },
    y: { domain, ticks: ends, title: KINDS[0] },
    marks,
    labels: sorted ? head : [...head, ...emptyWords("no result", middle, (low + high) / 2)],
  };
}

/**
 * One of its matrices, a row an output and a column an input; or why there is none.
 * @param {Scene} scene
 * @param {Method} method
 * @param {"permutation" | "jacobian"} which
 * @returns {Panel}
 */
function matrix(scene, method, which) {
  const n = scene.values.length, values = method[which], lowest = which === "jacobian";
  const ticks = [...new Set([0, n - 1])].map((k) => /** @type {Tick} */ ([k, String(k)]));
  /** @type {Axis} */
  const across = {
    ...{ domain: [-0.5, n - 0.5], ticks: [], hues: alongOf(scene.hues) },
    ...(lowest ? { ticks, title: "input" } : {}),
  };
  const kind = KINDS[lowest ? 2 : 1], middle = (n - 1) / 2, { chosen } = scene;
  return {
    ...{ title: "", boxed: true, group: kind },
    x: across,
    y: {
      ...{ domain: [-0.5, n - 0.5], ticks, title: kind },
      ...{ downwards: true, hues: alongOf(placeHues(scene)) },
    },
    marks: values
      ? [
        {
          kind: "map",
          values,
          columns: n,
          shades: SHADES,
          tell: tellCell(scene, method, which),
          pick: (k) => ({ gallery_output: Math.floor(k / n) }),
        },
        frame(-0.5, n - 0.5, chosen - 0.5, chosen + 0.5, n),
      ]
      : [],
    labels: values ? [] : emptyWords(method.noPermutation, middle, middle),
    ...(lowest ? { bar: BAR } : {}),
  };
}

/**
 * Around the chosen output: thin where outputs are.
 * @param {number} left
 * @param {number} right
 * @param {number} top
 * @param {number} bottom
 * @param {number} n
 * @returns {Mark}
 */
const frame = (left, right, top, bottom, n) => ({
  kind: "frames",
  boxes: [{ left, right, top, bottom }],
  colour: "accent",
  width: n > 24 ? 1 : 2,
});

/**
 * Why a picture is empty, in its middle.
 * @param {string} words
 * @param {number} x
 * @param {number} y
 */
function emptyWords(words, x, y) {
  const lines = words.split(/(?<=:) /).flatMap((part) => part.match(/\S.{0,8}(?= |$)/g) ?? []);
  return lines.map((line, k) => /** @type {Label} */ ({
    ...{ words: line, x, y, anchor: "middle" },
    dy: 4 + 15 * (k - (lines.length - 1) / 2),
  }));
}
