// Looking closer: what a comparator does, and whose way passes under the pointer.

import { exchangeOf, meetingNames } from "../scenes/network.js";
import { calledBy } from "../words/comparator.js";
import { set, shape } from "../ui/shapes.js";
import { shareOf, strandPoint, weightOf } from "../marks/places.js";

/** @import { Arrow } from "../scenes/layout.js" */
/** @import { Picture } from "../marks/strands.js" */
/** @import { Box } from "../ui/beside.js" */
/** @import { Card } from "./network_card.js" */
/** @import { Point } from "./network_handles.js" */
/** @import { Hand } from "./network_hand.js" */
/** @import { Colour, Plan } from "./network_sheet.js" */

/**
 * Returns how to show another run in the card, and how to mark the layer that the playhead passes.
 * @param {SVGGElement} parent
 * @param {Plan} plan
 * @param {Hand} hand
 * @param {Card} card
 */
export function makeComparators(parent, plan, hand, card) {
  const { network } = plan;
  set(parent, {
    class: "comparators",
    role: "group",
    "aria-label": "Comparators: arrow keys move from one to the next",
  });
  /** @type {Arrow | null} */
  let chosen = null; // the comparator hovered or focused
  /** @type {(() => void) | null} */
  let fill = null; // the card, with the run that is shown
  let current = -1; // the layer that the playhead passes
  const nodes = network.comparators.map((comparator) => makeArrow(parent, plan, comparator, card));
  /**
   * @param {Arrow | null} comparator
   * @param {() => Box} [place] what the card is to stand beside
   */
  const choose = (comparator, place) => {
    const other = comparator !== chosen;
    if (chosen) nodes[chosen.k].classList.remove("chosen");
    chosen = comparator;
    hand.look(chosen && chosen.k);
    if (!chosen || !place) return card.close();
    nodes[chosen.k].classList.add("chosen");
    if (other) fill?.();
    card.open(place);
  };
  const show = (/** @type {Picture} */ picture, /** @type {Colour} */ colour) => {
    const { run, cell, hues } = picture;
    for (const comparator of network.comparators) {
      const { k } = comparator, meeting = run.names && meetingNames(run, network.n, comparator);
      set(nodes[k], {
        "data-exchanges": String(run.swap[k] > 0.5),
        "aria-label": calledBy(comparator, meeting ?? []),
      });
    }
    fill = () => {
      if (!chosen) return;
      card.fill({
        done: exchangeOf(run, network.n, chosen),
        part: (value) => shareOf(value, run.domain),
        colourAt: (column, wire) => colour(hues[run.tokens[cell(column, wire)]]),
      });
    };
    fill();
  };
  let stop = nodes[0]; // one stop of the tab key for all
  nodes.forEach((node, k) => {
    const comparator = network.comparators[k];
    const pointed = (/** @type {PointerEvent} */ { clientX: x, clientY: y }) =>
      choose(comparator, () => ({ left: x, right: x, top: y, bottom: y }));
    node.addEventListener("pointerenter", pointed);
    node.addEventListener("pointermove", (event) => chosen === comparator && pointed(event));
    node.addEventListener("pointerleave", () => choose(null));
    node.addEventListener("blur", () => choose(null));
    node.addEventListener("focus", () => {
      stop.setAttribute("tabindex", "-1");
      stop = node;
      stop.setAttribute("tabindex", "0");
      choose(comparator, () => node.getBoundingClientRect());
    });
    node.addEventListener("keydown", (event) => {
      const next = besides(network.layers, comparator);
      if (event.shiftKey || !(event.key in next)) return;
      event.preventDefault();
      const other = next[event.key];
      if (other) nodes[other.k].focus();
    });
  });
  const mark = (/** @type {number} */ layer) => {
    if (layer === current) return;
    for (const { k } of network.layers[current] ?? []) nodes[k].classList.remove("current");
    for (const { k } of network.layers[layer] ?? []) nodes[k].classList.add("current");
    current = layer;
  };
  return { show, mark, leave: () => choose(null) };
}

/**
 * @param {SVGGElement} parent
 * @param {Plan} plan
 * @param {Arrow} comparator
 * @param {Card} card
 */
function makeArrow(parent, { at }, comparator, card) {
  const { k, layer, low, high, offset } = comparator;
  const node = shape(parent, "g", {
    class: "comparator",
    role: "img",
    tabindex: k ? -1 : 0,
    "aria-describedby": card.id,
    "aria-label": calledBy(comparator),
  });
  const x = at.x(layer) + offset * (at.x(layer + 1) - at.x(layer));
  const [y0, y1] = [at.y(low), at.y(high)];
  const sign = Math.sign(y1 - y0);
  const middle = (y0 + y1) / 2;
  shape(node, "line", { class: "hit", x1: x, x2: x, y1: y0, y2: y1 });
  shape(node, "line", { x1: x, x2: x, y1: y0, y2: y1 - sign * 7 });
  shape(node, "circle", { cx: x, cy: y0, r: 2.5 });
  shape(node, "path", { d: `M${x - 3.5} ${y1 - sign * 7}h7l-3.5 ${sign * 7}z` });
  const cross = `M${x - 4} ${middle - 4}l8 8M${x + 4} ${middle - 4}l-8 8`;
  shape(node, "path", { class: "crossing", d: cross });
  return node;
}

/**
 * The comparators that the arrow keys lead to from one.
 * @param {Arrow[][]} layers
 * @param {Arrow} comparator
 * @returns {Record<string, Arrow | undefined>}
 */
function besides(layers, comparator) {
  const layer = layers[comparator.layer];
  const index = layer.indexOf(comparator);
  const beside = (/** @type {number} */ step) => {
    const other = layers[comparator.layer + step];
    return other?.[Math.min(index, other.length - 1)];
  };
  return {
    ArrowDown: layer[index + 1],
    ArrowUp: layer[index - 1],
    ArrowRight: beside(1),
    ArrowLeft: beside(-1),
  };
}

/** @typedef {[height: number, token: number]} Passing of an input: how high at some x, and which */

/**
 * The input whose strand or line passes under a point, or null.
 * @param {Picture} picture
 * @param {Point} point
 */
export function tokenNear(picture, { x, y }) {
  const { network, at } = picture;
  const layer = network.columns.findIndex((_, column) =>
    column < network.depth && x >= at.x(column) && x <= at.x(column + 1)
  );
  if (layer < 0) return null;
  const passing = y < at.wiresBottom ? strandsAt : at.byValue ? linesAt : () => [];
  /** @type {[away: number, token: number | null]} */
  let nearest = [8, null];
  for (const [height, token] of passing(picture, layer, x)) {
    const away = Math.abs(height - y);
    if (away < nearest[0]) nearest = [away, token];
  }
  return nearest[1];
}

/**
 * Every strand of a layer at x, but the faintest.
 * @param {Picture} picture
 * @param {number} layer
 * @param {number} x
 * @returns {Passing[]}
 */
function strandsAt({ network, run, at, cell }, layer, x) {
  const [x0, x1] = [at.x(layer), at.x(layer + 1)];
  let [low, high] = [0, 1];
  for (let k = 0; k < 12; k++) {
    const middle = (low + high) / 2;
    if (strandPoint(x0, 0, x1, 0, middle)[0] < x) low = middle;
    else high = middle;
  }
  const seen = network.strands[layer].filter((strand) => weightOf(run.swap, strand) >= 0.05);
  return seen.map((
    { from, to },
  ) => [strandPoint(x0, at.y(from), x1, at.y(to), low)[1], run.tokens[cell(layer, from)]]);
}

/**
 * Every line of a layer at x, in the picture by value.
 * @param {Picture} picture
 * @param {number} layer
 * @param {number} x
 * @returns {Passing[]}
 */
function linesAt({ at, softHeights }, layer, x) {
  const part = (x - at.x(layer)) / (at.x(layer + 1) - at.x(layer));
  return softHeights.map((
    heights,
    token,
  ) => [heights[layer] * (1 - part) + heights[layer + 1] * part, token]);
}
