// Links the tiles of a gallery: the entry under the pointer is framed in every tile of its kind,
// with all its values; a click chooses its output. The plotly figure in the same explorer counts
// pixels, and so do the tiles.

import { element, say, tell } from "../ui/elements.js";
import { number } from "../words/number.js";
import { whenDrawn } from "./figure.js";

/** @import { Plot } from "./figure.js" */
/** @import { View } from "./notebook.js" */

/**
 * The `corners` of each method's tiles, by kind: sorted values, permutation, derivatives; the
 * pixels and the entries along a tile's side; the methods per line; and the sorted values of each.
 * Empty before there is a figure.
 * @typedef {{names: string[], corners?: [left: number, top: number][][], size: number, n: number,
 *   per_line: number, sorted: (number[] | null)[]}} Plan
 */
/**
 * An entry of a tile, and where in the figure the pointer is: of sorted values there is one for
 * each output alone.
 * @typedef {{kind: number, out: number, into: number | null, x: number, y: number}} Entry
 */

/** @param {View} context */
export function tiles({ model, el }) {
  const layer = element("div", { class: "diffsort diffsort-tiles", "aria-hidden": "true" });
  let unlink = () => {};
  const hide = () => void (layer.hidden = true);
  const pick = (/** @type {Entry} */ entry) => {
    model.set("picked", { output: entry.out, stamp: Math.random() });
    tell(el, () => model.save_changes());
  };
  const stopWaiting = whenDrawn(el, (plot) => {
    unlink = link(plot, layer, () => model.get("plan"), pick);
  });
  model.on("change:plan", hide);
  return () => {
    stopWaiting();
    layer.remove();
    unlink();
    model.off("change:plan", hide);
  };
}

/**
 * @param {Plot} plot
 * @param {HTMLElement} layer
 * @param {() => Plan} planNow
 * @param {(entry: Entry) => void} pick
 */
function link(plot, layer, planNow, pick) {
  const words = element("div", { class: "words" });
  /** @type {HTMLElement[]} */
  let frames = [];

  /** @param {Entry} entry */
  function show(entry) {
    const plan = planNow();
    frames.forEach((frame) => frame.remove());
    frames = framesOf(plan, entry);
    layer.hidden = false;
    layer.append(...frames);
    say(words, wordsOf(plan, plot, entry));
    const room = plot.clientWidth - words.offsetWidth;
    words.style.left = `${Math.max(0, Math.min(entry.x + 14, room))}px`;
    const cell = plan.size / plan.n;
    const below = entry.y + cell + 10;
    const above = entry.y - words.offsetHeight - cell - 6;
    const fits = below + words.offsetHeight <= plot.clientHeight || above <= 0;
    words.style.top = `${fits ? below : above}px`;
  }

  const under = (/** @type {MouseEvent} */ event) => {
    const box = plot.getBoundingClientRect();
    return entryAt(planNow(), event.clientX - box.left, event.clientY - box.top);
  };
  const hide = () => void (layer.hidden = true);
  const move = (/** @type {MouseEvent} */ event) => {
    const entry = under(event);
    if (entry) show(entry);
    else hide();
  };
  const click = (/** @type {MouseEvent} */ event) => {
    const entry = under(event);
    if (entry) pick(entry);
  };

  layer.append(words);
  hide();
  plot.append(layer);
  plot.addEventListener("pointermove", move);
  plot.addEventListener("pointerleave", hide);
  plot.addEventListener("click", click);
  return () => {
    plot.removeEventListener("pointermove", move);
    plot.removeEventListener("pointerleave", hide);
    plot.removeEventListener("click", click);
  };
}

/**
 * @param {Plan} plan
 * @param {number} x
 * @param {number} y
 * @returns {Entry | null}
 */
function entryAt({ corners = [], size, n }, x, y) {
  for (const kinds of corners) {
    const kind = kinds.findIndex(([left, top]) =>
      x >= left && x < left + size && y >= top && y < top + size
    );
    if (kind < 0) continue;
    const across = Math.floor(((x - kinds[kind][0]) / size) * n);
    const down = Math.floor(((y - kinds[kind][1]) / size) * n);
    return { kind, out: kind ? down : across, into: kind ? across : null, x, y };
  }
  return null;
}

/**
 * One around the entry in the tile of its kind, for each method.
 * @param {Plan} plan
 * @param {Entry} entry
 */
function framesOf({ corners = [], size, n }, { kind, out, into }) {
  const cell = size / n;
  return corners.map((kinds) => {
    const [left, top] = kinds[kind];
    const frame = element("div", { class: "frame" });
    Object.assign(frame.style, {
      left: `${left + (into ?? out) * cell}px`,
      top: `${top + (kind ? out * cell : 0)}px`,
      width: `${cell}px`,
      height: `${kind ? cell : size}px`,
    });
    return frame;
  });
}

/**
 * What an entry is, and its value in each method.
 * @param {Plan} plan
 * @param {Plot} plot
 * @param {Entry} entry
 */
function wordsOf(plan, plot, entry) {
  const { kind, out, into } = entry;
  const title = [
    `sorted[${out}]`,
    `P[${out}, ${into}]: share of x[${into}] in sorted[${out}]`,
    `d sorted[${out}] / d x[${into}]`,
  ][kind];
  const rows = plan.names.map((name, method) => {
    const value = valueOf(plan, plot, method, entry);
    return `${name}: ${value === null ? "none" : number(value)}`;
  });
  return [title, ...rows].join("\n");
}

/**
 * The matrices stand in one heat map, with a gap of one entry between them.
 * @param {Plan} plan
 * @param {Plot} plot
 * @param {number} method
 * @param {Entry} entry
 */
function valueOf({ n, per_line: perLine, sorted }, plot, method, { kind, out, into }) {
  if (into === null) return sorted[method]?.[out] ?? null;
  const row = (2 * Math.floor(method / perLine) + kind - 1) * (n + 1) + out;
  return plot.data?.[0].z[row]?.[(method % perLine) * (n + 1) + into] ?? null;
}
