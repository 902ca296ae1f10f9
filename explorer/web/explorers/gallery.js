// The pictures of the gallery, as data: a column a method, with its results, its soft permutation and
// its Jacobian.

import { longestOf, namedTicks, roomBeside } from "../marks/lettering.js";
import { tilesOf } from "../marks/tiles.js";
import { alongOf, placeHues } from "../scenes/hues.js";
import { placeNames } from "../scenes/placed.js";
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
const ROOMY = 900; // pixels on a stage, where letters are larger
const ROOM = 0.06; // beyond the ends of the value axis, for what is drawn at them

const [LINE, APART] = [12, 16]; // pixels of a row that a name stands at, and between two tiles

/**
 * In so many pixels, no higher than `tall`, where a stage gives it. How large the tiles are is found
 * out first: it says which names have room.
 * @param {number} width
 * @param {Scene} scene
 * @param {number} [tall]
 */
export function galleryPicture(width, scene, tall) {
  const small = tall !== undefined && width < ROOMY;
  const first = tilesOf(width, galleryColumns(scene, { small }), tall);
  if (!scene.names) return first;
  const [{ at: { box } }] = first.panels, cell = (box.right - box.left) / scene.values.length;
  const ticks = namedEdges(scene, cell, roomBeside(width));
  return tilesOf(width, galleryColumns(scene, { small, ticks }), tall);
}

/** @typedef {{down: {ticks: Tick[], room?: number}, across: Tick[]}} Edges the ticks of a matrix */

/**
 * The first and the last place: the rows between them, and all others, are counted.
 * @param {Scene} scene
 * @returns {Edges}
 */
function edges({ values: { length: n } }) {
  const ticks = [...new Set([0, n - 1])].map((k) => /** @type {Tick} */ ([k, String(k)]));
  return { down: { ticks }, across: ticks };
}

/**
 * Names at the rows where these are as high as a line of writing, else at the first and the last; and
 * at the first and the last column, where there is room.
 * @param {Scene} scene
 * @param {number} cell pixels of a row
 * @param {number} room pixels beside a tile
 * @returns {Edges}
 */
function namedEdges(scene, cell, room) {
  const numbers = edges(scene), ends = numbers.across.map(([k]) => k);
  const only = (/** @type {Tick[] | null} */ ticks) =>
    ticks && (cell >= LINE ? ticks : ticks.filter(([k]) => ends.includes(k)));
  const down = only(namedTicks(placeNames(scene), room, 0, true));
  const names = scene.names && ends.map((k) => scene.names?.[k] ?? "");
  const across = namedTicks(names, cell + APART - 4)?.map((
    [k, words],
  ) => /** @type {Tick} */ ([ends[k], words]));
  return {
    down: down ? { ticks: down, room: longestOf(down) } : numbers.down,
    across: across ?? numbers.across,
  };
}

/**
 * A column of panels for each method; where they are small, with fewer words about them.
 * @param {Scene} scene
 * @param {{small?: boolean, ticks?: Edges}} [how]
 * @returns {Panel[][]}
 */
export const galleryColumns = (scene, { small = false, ticks = edges(scene) } = {}) => {
  const byPlace = alongOf(placeHues(scene));
  return scene.methods.map((method) => {
    const column = [
      results(scene, small ? { ...method, brief: "" } : method, byPlace),
      matrix(scene, method, "permutation", ticks, byPlace),
      matrix(scene, method, "jacobian", ticks, byPlace),
    ];
    if (!small) return column;
    return column.map((panel, k) => ({ ...panel, y: { ...panel.y, title: SHORT[k] } }));
  });
};

/**
 * Its results on the rings of the hard sort, in a picture that is headed by its name and strength.
 * @param {Scene} scene
 * @param {Method} method
 * @param {Axis["hues"]} byPlace the colours of the inputs in the order of the hard sort
 * @returns {Panel}
 */
function results(scene, method, byPlace) {
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
    x: { domain: [-0.5, n - 0.5], ticks: [], hues: byPlace },
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
 * @param {Edges} ticks
 * @param {Axis["hues"]} byPlace
 * @returns {Panel}
 */
function matrix(scene, method, which, ticks, byPlace) {
  const n = scene.values.length, values = method[which], lowest = which === "jacobian";
  /** @type {Axis} */
  const across = {
    ...{ domain: [-0.5, n - 0.5], ticks: [], hues: alongOf(scene.hues) },
    ...(lowest ? { ticks: ticks.across, title: "input" } : {}),
  };
  const kind = KINDS[lowest ? 2 : 1], middle = (n - 1) / 2, { chosen } = scene;
  return {
    ...{ title: "", boxed: true, group: kind },
    x: across,
    y: {
      ...{ domain: [-0.5, n - 0.5], ...ticks.down, title: kind },
      ...{ downwards: true, hues: byPlace },
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
