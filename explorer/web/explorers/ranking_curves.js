// Soft ranks against the width of the kernel, as data.

import { leaders } from "../marks/leaders.js";
import { shortened } from "../marks/lettering.js";
import { number } from "../words/number.js";
import { rowOf, toldOfRow } from "./ranking_order.js";
import { BY_SIGMA, decades, wholeTicks, wordsOf } from "./ranking_plan.js";

/** @import { Mark, Panel } from "../marks/panel.js" */
/** @import { Frame } from "./ranking_frame.js" */
/** @import { Scene } from "./ranking_plan.js" */

const [NAMES, LEADER, RIGHT] = [70, 14, 12]; // pixels beside the curves
const TICK = 38; // pixels that a mark on the axis takes

/**
 * @param {Scene} scene
 * @param {Frame} frame
 * @returns {Panel}
 */
export function curves(scene, frame) {
  const { values, sigmas, sigma, means, hardMeans, cursor, chosen, labels, transposed } = scene;
  const logs = sigmas.map(Math.log10), words = wordsOf(transposed);
  const [first, last] = frame.sigmas;
  const unit = (last - first) / Math.max(frame.half - NAMES - RIGHT, 50); // decades a pixel
  const told = (/** @type {number} */ width, /** @type {string} */ words) =>
    `sigma = ${number(width)}, ${words}`;
  const rows = Array.from(values, (_, row) => ({ row, ...rowOf(scene, row) }));
  const ordered = [...rows].sort((a, b) => Number(a.row === chosen) - Number(b.row === chosen));
  /** @type {Mark[]} */
  const marks = [
    ...ordered.map(({ row, ...shown }) => /** @type {Mark} */ ({
      ...shown,
      kind: "line",
      x: logs,
      y: scene.curves.map((each) => each[row]),
      width: row === chosen ? 4 : 1.5,
      tell: (k) => told(sigmas[k], toldOfRow(scene, row, scene.curves[k][row])),
    })),
    leaders(labels, first - 8 * unit, (8 - LEADER) * unit),
    { kind: "rule", x: cursor, colour: "accent", width: 2 },
    ...rows.map(({ row, name, pick }) => /** @type {Mark} */ ({
      kind: "rings",
      x: [first],
      y: [hardMeans[row]],
      colour: "quiet",
      radius: Math.min(Math.max(3, 90 / values.length), 6.5),
      name,
      pick,
      tell: () => toldOfRow(scene, row),
    })),
    ...rows.map(({ row, ...shown }) => /** @type {Mark} */ ({
      ...shown,
      kind: "dots",
      x: [cursor],
      y: [means[row]],
      radius: row === chosen ? 5 : 3,
      tell: () => told(sigma, toldOfRow(scene, row)),
    })),
  ];
  return {
    title: words.curves,
    name: transposed ? "places" : "ranks",
    now: { x: cursor },
    aspect: 0.85,
    most: 280,
    x: {
      domain: [first - NAMES * unit, last + RIGHT * unit],
      ticks: decades(frame.sigmas, Math.max(1, Math.floor((frame.half - NAMES) / TICK))),
      title: BY_SIGMA,
    },
    y: { domain: frame.heights, ticks: wholeTicks(values.length), title: words.up },
    marks,
    labels: labels.map(({ words, to, chosen }) => ({
      x: first - LEADER * unit,
      y: to,
      words: shortened(words, NAMES - LEADER - 3),
      dx: -3,
      dy: 4,
      anchor: "end",
      look: chosen ? "strong" : "quiet",
    })),
    legend: [{ words: "present sigma", colour: "accent", width: 2 }],
  };
}
