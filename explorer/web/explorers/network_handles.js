// The inputs are handles: a bar at each wire, dragged along, and a dot in the picture by value, dragged up and down.

import { set, shape } from "../ui/shapes.js";
import { number } from "../words/number.js";
import { clamp, shareOf } from "../marks/places.js";
import { sayWithin } from "./network_frame.js";

export function makeHandles(view, parent) {
  const handles = Array.from(
    { length: view.network.n },
    (_, wire) => makeHandle(view, parent, wire),
  );
  const show = () => handles.forEach((showHandle) => showHandle());
  return { show };
}

function makeHandle(view, parent, wire) {
  const { at } = view;
  const height = clamp(at.row * 0.42, 7, 16);
  const bar = { x: at.barLeft, y: at.y(wire) - height / 2, height, rx: 2 };
  shape(parent, "rect", { class: "track", ...bar, width: at.barRight - at.barLeft });
  const fill = shape(parent, "rect", bar);
  const text = wire % at.every
    ? null
    : shape(parent, "text", { x: at.barLeft - 12, y: at.y(wire) + 4, "text-anchor": "end" });
  const knob = shape(parent, "circle", {
    class: "handle",
    r: clamp(at.row * 0.19, 5, 8),
    cy: at.y(wire),
    tabindex: 0,
    role: "slider",
    "aria-label": `Input on wire ${wire}`,
    "aria-orientation": "horizontal",
  });
  shape(knob, "title").textContent = "Drag, or use the arrow keys";
  knob.addEventListener("keydown", (event) => nudge(view, event, wire));
  knob.addEventListener("focus", () => view.light(wire));
  knob.addEventListener("blur", () => view.light(null));
  drags(view, knob, wire, ({ x }) => (x - at.barLeft) / (at.barRight - at.barLeft));
  const dot = at.byValue &&
    shape(parent, "circle", {
      class: "handle vertical",
      r: clamp(at.row * 0.17, 4.5, 7),
      cx: at.x(0) - 16,
      "aria-hidden": "true",
    });
  if (dot) {
    drags(
      view,
      dot,
      wire,
      ({ y }) => (at.valueBottom - 12 - y) / (at.valueBottom - at.valueTop - 24),
    );
  }
  return () => {
    const value = view.values[wire];
    const [low, high] = view.domain();
    const part = clamp(shareOf(value, [low, high]), 0, 1);
    const x = at.barLeft + part * (at.barRight - at.barLeft);
    set(fill, { width: Math.max(x - at.barLeft, 1), fill: view.colour(part) });
    const words = number(value);
    if (text) sayWithin(at.barLeft - 12, text, words);
    set(knob, {
      cx: x,
      "aria-valuenow": value,
      "aria-valuetext": words,
      "aria-valuemin": low,
      "aria-valuemax": high,
    });
    if (dot) set(dot, { cy: clamp(view.valueY(value), at.valueTop - 6, at.valueBottom + 6) });
  };
}

function drags(view, node, wire, shareAt) {
  node.style.touchAction = "none";
  node.addEventListener("pointerenter", () => view.dragged || view.light(wire));
  node.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    node.focus?.();
    if (view.run.bits) return input(view, wire, 1 - view.values[wire]);
    node.setPointerCapture(event.pointerId);
    const [low, high] = view.run.domain;
    const room = high > low ? 0 : Math.max(Math.abs(high), 1);
    const [from, to] = (view.dragged = [low - room, high + room]);
    const step = 10 ** Math.floor(Math.log10(to / 200 - from / 200)); // as fine as a hand can aim
    const move = (moved) => {
      const part = clamp(shareAt(view.pointOf(moved)), -0.08, 1.08);
      input(
        view,
        wire,
        Number((Math.round(((1 - part) * from + part * to) / step) * step).toPrecision(12)),
      );
    };
    const end = () => {
      node.removeEventListener("pointermove", move);
      view.dragged = null;
      view.choices.settle?.(); // the last move may have been refused
      view.showRun();
    };
    node.addEventListener("pointermove", move);
    node.addEventListener("lostpointercapture", end, { once: true });
  });
}

function nudge(view, event, wire) {
  const { run, values } = view;
  const [low, high] = run.domain;
  const step = run.bits
    ? 1
    : 10 ** Math.floor(Math.log10(high / 20 - low / 20 || Math.abs(high / 20) || 0.05));
  const by = {
    ArrowUp: 1,
    ArrowRight: 1,
    ArrowDown: -1,
    ArrowLeft: -1,
    PageUp: 10,
    PageDown: -10,
  }[event.key];
  const [first, last] = run.bits ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const target = by ? values[wire] + by * step : { Home: first, End: last }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  input(view, wire, run.bits ? clamp(target, 0, 1) : Number(target.toPrecision(10)));
}

export function input(view, wire, value) {
  if (!Number.isFinite(value)) return;
  view.choices.put(view.values.map((old, k) => (k === wire ? value : old)));
  view.handles.show();
}
