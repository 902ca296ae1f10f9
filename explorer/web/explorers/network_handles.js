// The inputs are handles: a bar at each wire, dragged along, and a dot in the picture by value,
// dragged up and down.

import { say } from "../ui/elements.js";
import { set, shape } from "../ui/shapes.js";
import { nameOf } from "../words/names.js";
import { number } from "../words/number.js";
import { clamp, shareOf } from "../marks/places.js";
import { nameAbove, sayWithin } from "./network_frame.js";

/** @import { Picture } from "../marks/strands.js" */
/** @import { Hand } from "./network_hand.js" */
/** @import { Colour, Plan } from "./network_sheet.js" */

/** @typedef {{x: number, y: number}} Point in pixels of the picture */
/** @typedef {(event: PointerEvent) => Point} PointOf */

const REACH = 12; // pixels around its middle from which a handle is taken hold of, where there is room

/**
 * @param {SVGGElement} parent
 * @param {Plan} plan
 * @param {Hand} hand
 * @param {PointOf} pointOf
 */
export function makeHandles(parent, plan, hand, pointOf) {
  const handles = Array.from(
    { length: plan.network.n },
    (_, wire) => makeHandle(parent, plan, hand, wire, pointOf),
  );
  let again = () => {};
  const show = (/** @type {Picture} */ picture, /** @type {Colour} */ colour) => {
    again = () => handles.forEach((showHandle) => showHandle(picture, colour));
    again();
  };
  return { show, again: () => again() };
}

/**
 * @param {SVGGElement} parent
 * @param {Plan} plan
 * @param {Hand} hand
 * @param {number} wire
 * @param {PointOf} pointOf
 */
function makeHandle(parent, { at }, hand, wire, pointOf) {
  const height = clamp(at.row * 0.42, 2, 16);
  const bar = { x: at.barLeft, y: at.y(wire) - height / 2, height, rx: 2 };
  shape(parent, "rect", { class: "track", ...bar, width: at.barRight - at.barLeft });
  const fill = shape(parent, "rect", bar);
  const text = wire % at.every
    ? null
    : shape(parent, "text", { x: at.barLeft - 12, y: at.y(wire) + 4, "text-anchor": "end" });
  const reach = shape(parent, "circle", {
    class: "reach",
    r: clamp(at.row / 2, 3, REACH),
    cy: at.y(wire),
  });
  const knob = shape(parent, "circle", {
    class: "handle",
    r: clamp(at.row * 0.3, 3, 8),
    cy: at.y(wire),
    tabindex: 0,
    role: "slider",
    "aria-orientation": "horizontal",
  });
  const title = shape(knob, "title");
  const start = at.narrow ? 8 : at.barLeft; // a name has room above the number, too
  const name = nameAbove(parent, at, wire, start);
  knob.addEventListener("keydown", (event) => nudge(hand, event, wire));
  knob.addEventListener("focus", () => hand.light(wire));
  knob.addEventListener("blur", () => hand.light(null));
  const along = (/** @type {PointerEvent} */ event) =>
    (pointOf(event).x - at.barLeft) / (at.barRight - at.barLeft);
  for (const node of [reach, knob]) drags(hand, node, wire, along, knob);
  const dot = at.byValue
    ? shape(parent, "circle", {
      class: "handle vertical",
      r: clamp(at.row * 0.2, 3, 7),
      cx: at.x(0) - 16,
      "aria-hidden": "true",
    })
    : null;
  const dotTitle = dot && shape(dot, "title");
  if (dot) {
    const [bottom, room] = [at.valueBottom - 12, at.valueBottom - at.valueTop - 24];
    drags(hand, dot, wire, (event) => (bottom - pointOf(event).y) / room);
  }
  return (/** @type {Picture} */ { run, valueY, hues }, /** @type {Colour} */ colour) => {
    const value = hand.values[wire];
    const [low, high] = hand.span();
    const part = clamp(shareOf(value, [low, high]), 0, 1);
    const x = at.barLeft + part * (at.barRight - at.barLeft);
    set(fill, { width: Math.max(x - at.barLeft, 1), fill: colour(hues[wire]) });
    const words = number(value);
    if (text) sayWithin(at.barLeft - 12, text, words);
    set(reach, { cx: x });
    const called = nameOf(run.names, wire, "");
    say(title, called ? `${called}: drag, or use the arrow keys` : "Drag, or use the arrow keys");
    name(called, at.barRight - start);
    if (dotTitle) say(dotTitle, called);
    set(knob, {
      "aria-label": called || `Input on wire ${wire}`,
      cx: x,
      "aria-valuenow": value,
      "aria-valuetext": words,
      "aria-valuemin": low,
      "aria-valuemax": high,
    });
    if (dot) set(dot, { cy: clamp(valueY(value), at.valueTop - 6, at.valueBottom + 6) });
  };
}

/**
 * @param {Hand} hand
 * @param {SVGCircleElement} node
 * @param {number} wire
 * @param {(event: PointerEvent) => number} shareAt where the pointer is in the domain
 * @param {SVGCircleElement} [focused] what keys then move
 */
function drags(hand, node, wire, shareAt, focused = node) {
  // A finger drags the handle, not the page: Chromium takes no touch-action from a shape.
  node.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
  node.addEventListener("pointerenter", () => hand.dragged || hand.light(wire));
  node.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    focused.focus();
    if (hand.bits) return hand.move(wire, 1 - hand.values[wire]);
    node.setPointerCapture(event.pointerId);
    const [low, high] = hand.domain;
    const room = high > low ? 0 : Math.max(Math.abs(high), 1);
    const [from, to] = hand.take([low - room, high + room]);
    const step = 10 ** Math.floor(Math.log10(to / 200 - from / 200)); // as fine as a hand can aim
    const move = (/** @type {PointerEvent} */ moved) => {
      const part = clamp(shareAt(moved), -0.08, 1.08);
      const steps = Math.round(((1 - part) * from + part * to) / step);
      hand.move(wire, Number((steps * step).toPrecision(12)));
    };
    const end = () => {
      node.removeEventListener("pointermove", move);
      hand.release();
    };
    node.addEventListener("pointermove", move);
    node.addEventListener("lostpointercapture", end, { once: true });
  });
}

/** @type {Record<string, number>} how many steps a key is */
const STEPS = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageUp: 10,
  PageDown: -10,
};

/**
 * @param {Hand} hand
 * @param {KeyboardEvent} event
 * @param {number} wire
 */
function nudge(hand, event, wire) {
  const { values, bits, domain: [low, high] } = hand;
  const step = bits
    ? 1
    : 10 ** Math.floor(Math.log10(high / 20 - low / 20 || Math.abs(high / 20) || 0.05));
  const by = STEPS[event.key];
  const [first, last] = bits ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const end = event.key === "Home" ? first : event.key === "End" ? last : undefined;
  const target = by ? values[wire] + by * step : end;
  if (target === undefined) return;
  event.preventDefault();
  hand.move(wire, bits ? clamp(target, 0, 1) : Number(target.toPrecision(10)));
}
