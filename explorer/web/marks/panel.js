// A panel: two axes and the marks between them. A mark is data; what draws it, and says how near it
// is, stands in the table below.

import { axisWords, paintAxes } from "./axis.js";
import { nearBand, paintBand } from "./band.js";
import { barWords, paintBar } from "./colour_bar.js";
import { nearDots, paintDots } from "./dots.js";
import { paintFrames } from "./frames.js";
import { legendWords, paintLegend } from "./legend.js";
import { nearLine, paintLine } from "./line.js";
import { nearMap, paintMap } from "./map.js";
import { nearRibbon, paintRibbon } from "./ribbon.js";
import { nearRings, paintRings } from "./rings.js";
import { paintRule } from "./rule.js";

/** @import { Axis } from "./axis.js" */
/** @import { Band } from "./band.js" */
/** @import { Bar } from "./colour_bar.js" */
/** @import { Dots } from "./dots.js" */
/** @import { Frames } from "./frames.js" */
/** @import { Entry } from "./legend.js" */
/** @import { Line } from "./line.js" */
/** @import { Map } from "./map.js" */
/** @import { Pen } from "./pens.js" */
/** @import { Ribbon } from "./ribbon.js" */
/** @import { Rings } from "./rings.js" */
/** @import { Rule } from "./rule.js" */
/** @import { Scale } from "./scales.js" */

/** @typedef {{x: number, y: number}} Point in pixels of the picture */
/**
 * How many pixels away, which of a mark's points it is, and where that is.
 * @typedef {Point & {away: number, k: number}} Near
 */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Box in pixels */
/** @typedef {{x: Scale, y: Scale, box: Box}} At where values stand */
/**
 * What is said of the k-th point of a mark that is pointed at, and the choices that it stands for;
 * marks of one `name` are lit together; `lights(k)`: the name of those that the k-th point lights,
 * where it is not the mark's own.
 * @typedef {{tell?: (k: number) => string, pick?: (k: number) => Record<string, unknown>,
 *   name?: string, lights?: (k: number) => string}} Told
 */
/** @typedef {Line | Dots | Rings | Ribbon | Band | Rule | Map | Frames} Mark */
/**
 * Words at a point of the panel, `dx` and `dy` pixels from it.
 * @typedef {{x: number, y: number, words: string, anchor?: Anchor, look?: Look, dx?: number,
 *   dy?: number}} Label
 */
/** @typedef {"start" | "middle" | "end"} Anchor */
/** @typedef {"quiet" | "title" | "strong"} Look */
/**
 * In pixels; `turned`, upwards.
 * @typedef {Point & {words: string, anchor?: Anchor, look?: Look, turned?: boolean}} Written
 */
/**
 * `share` of the width of its row; `aspect`, its height over its width; `most`, pixels that it is
 * high where there is room for more; `bar`, what the colours of its maps stand for; with `boxed` its
 * axes go all around it, and a `bare` one has words along its axes, and no lines; what is pointed at
 * in one of a `group` is marked in all of it; `name`, by which the targets of a goal know it, and
 * `now`, where the present choice stands on an axis.
 * @typedef {{title: string, x: Axis, y: Axis, marks: Mark[], labels?: Label[], legend?: Entry[],
 *   bar?: Bar, share?: number, aspect?: number, most?: number, boxed?: boolean, bare?: boolean,
 *   group?: string, name?: string, now?: {x?: number, y?: number}}} Panel
 */
/**
 * `top`: how far its title stands above it; `left`: how much room there is at its left.
 * @typedef {Panel & {at: At, top: number, left: number}} Placed
 */

/**
 * @typedef {(ink: CanvasRenderingContext2D, pen: Pen, at: At, mark: any, lit: boolean) => void} Paint
 */
/** @type {Record<Mark["kind"], {paint: Paint, near?: (at: At, mark: any, point: Point) => Near}>} */
const MARKS = {
  band: { paint: paintBand, near: nearBand },
  line: { paint: paintLine, near: nearLine },
  dots: { paint: paintDots, near: nearDots },
  frames: { paint: paintFrames },
  map: { paint: paintMap, near: nearMap },
  ribbon: { paint: paintRibbon, near: nearRibbon },
  rings: { paint: paintRings, near: nearRings },
  rule: { paint: paintRule },
};

const REACH = 12; // pixels from which a mark is pointed at

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {Placed} panel
 * @param {string | null} lit the name of the marks that are pointed at
 */
export function paintPanel(ink, pen, panel, lit) {
  const { left, right, top, bottom } = panel.at.box;
  paintAxes(ink, pen, panel);
  paintLegend(ink, pen, panel);
  paintBar(ink, pen, panel);
  ink.save();
  ink.beginPath();
  ink.rect(left, top, right - left, bottom - top);
  ink.clip();
  const isLit = (/** @type {Mark} */ mark) => lit !== null && "name" in mark && mark.name === lit;
  const [rest, onTop] = [false, true].map((now) => panel.marks.filter((m) => isLit(m) === now));
  for (const mark of [...rest, ...onTop]) {
    MARKS[mark.kind].paint(ink, pen, panel.at, mark, isLit(mark));
  }
  ink.restore();
}

/**
 * All that is written in and about a panel.
 * @param {Placed} panel
 * @returns {Written[]}
 */
export function panelWords(panel) {
  const { at, labels = [] } = panel;
  const placed = labels.map(({ x, y, dx = 0, dy = 0, ...label }) => ({
    ...label,
    x: at.x.place(x) + dx,
    y: at.y.place(y) + dy,
  }));
  return [...axisWords(panel), ...legendWords(panel), ...barWords(panel), ...placed];
}

/**
 * What is pointed at in a panel: the words for it, the name to be lit, the choices it stands for,
 * and where it is; null for nothing. Of two that are as near, it is the one that is drawn last.
 * @param {Placed} panel
 * @param {Point} point
 */
export function pointedAt({ at, marks }, point) {
  const { left, right, top, bottom } = at.box;
  if (point.x < left || point.x > right || point.y < top || point.y > bottom) return null;
  /** @type {{mark: any, near: Near} | null} */
  let found = null;
  for (const mark of marks) {
    const { near: nearOf } = MARKS[mark.kind];
    if (!nearOf || !("tell" in mark) || !mark.tell) continue;
    const near = nearOf(at, mark, point);
    if (near.away <= (found?.near.away ?? REACH)) found = { mark, near };
  }
  if (!found) return null;
  const { mark, near: { k, x, y } } = found;
  return {
    words: String(mark.tell(k)),
    name: /** @type {string | null} */ (mark.lights?.(k) ?? mark.name ?? null),
    choices: /** @type {Record<string, unknown> | null} */ (mark.pick?.(k) ?? null),
    x,
    y,
  };
}
