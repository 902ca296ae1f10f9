// Handles over the plotly figure that stands in the same explorer. plotly has no draggable points
// that a keyboard could reach.

import { element, hears, tell } from "../ui/elements.js";
import { nudged, within } from "../ui/handles.js";
import { set } from "../ui/shapes.js";
import { whenDrawn } from "./figure.js";

/** @import { Axis, Plot } from "./figure.js" */
/** @import { Handle as Movable } from "../ui/handles.js" */
/** @typedef {Movable & {axes: [string, string]}} Handle by the names of its axes, such as x2 */

/** @typedef {{node: HTMLElement, handle: Handle}} Point a handle, and where a person has it */

/** @param {import("./notebook.js").View} context */
export function overlay({ model, el }) {
  const layer = element("div", {
    class: "diffsort diffsort-overlay",
    role: "group",
    "aria-label": "Points to drag",
  });
  /** @type {Map<string, Point>} */
  const points = new Map(); // by name
  /** @type {Plot | null} */
  let plot = null;
  /** @type {string | null} */
  let dragged = null;

  /**
   * @param {Handle} handle
   * @returns {Partial<[Axis, Axis]>}
   */
  const axesOf = ({ axes: [across, up] }) => {
    const axis = (/** @type {string} */ name) =>
      plot?._fullLayout?.[name.replace(/^([xy])/, "$1axis")];
    return [axis(across), axis(up)];
  };

  /**
   * @param {Point} point
   * @param {number} x
   * @param {number} y
   */
  function send(point, x, y) {
    Object.assign(point.handle, { x, y });
    put(point);
    model.set("edited", { name: point.handle.name, x, y, stamp: Math.random() });
    tell(el, () => model.save_changes());
  }

  /** @param {Point} point */
  function put({ node, handle }) {
    const [across, up] = axesOf(handle);
    if (!across || !up) return;
    node.style.left = `${across._offset + across.d2p(handle.x)}px`;
    node.style.top = `${up._offset + up.d2p(handle.y)}px`;
  }

  function receive() {
    hears(el);
    show();
  }

  function show() {
    // What holds no handles: who hears an image does not hear what is in it.
    /** @type {HTMLElement | null | undefined} */
    const picture = plot?.querySelector(".svg-container");
    if (!picture) return;
    set(picture, { role: "img", "aria-label": model.get("description") });
    /** @type {Handle[]} */
    const wanted = model.get("handles");
    for (const [name, { node }] of points) {
      if (wanted.some((handle) => handle.name === name)) continue;
      node.remove();
      points.delete(name);
    }
    for (const sent of wanted) {
      const point = points.get(sent.name) ?? make(sent);
      const { x, y } = dragged === sent.name ? point.handle : sent;
      point.handle = { ...sent, x, y };
      const [value, k] = sent.along === "y" ? [y, 1] : [x, 0];
      set(point.node, {
        "aria-label": sent.label,
        "aria-valuetext": sent.words,
        "aria-valuenow": value,
        "aria-valuemin": sent.low[k],
        "aria-valuemax": sent.high[k],
        title: `${sent.label}: drag, or use the arrow keys`,
        "aria-orientation": sent.along === "y" ? "vertical" : "horizontal",
        class: `handle along-${sent.along}`,
      });
      put(point);
    }
  }

  /** @param {Handle} handle */
  function make(handle) {
    const node = element("div", {
      role: "slider",
      tabindex: 0,
      "data-lm-suppress-shortcuts": "true",
    });
    const point = { node, handle };
    points.set(handle.name, point);
    layer.append(node);
    node.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      event.preventDefault();
      event.stopPropagation();
      node.focus();
      node.setPointerCapture(event.pointerId);
      dragged = handle.name;
      const move = (/** @type {PointerEvent} */ moved) => drag(point, moved);
      node.addEventListener("pointermove", move);
      node.addEventListener("lostpointercapture", () => {
        node.removeEventListener("pointermove", move);
        dragged = null;
        show();
      }, { once: true });
    });
    node.addEventListener("keydown", (event) => {
      const to = nudged(point.handle, event.key, event.shiftKey ? 10 : 1);
      if (!to) return;
      event.preventDefault();
      event.stopPropagation();
      send(point, ...to);
    });
    return point;
  }

  /**
   * @param {Point} point
   * @param {PointerEvent} event
   */
  function drag(point, event) {
    const { handle } = point;
    const [across, up] = axesOf(handle);
    if (!plot || !across || !up) return;
    const box = plot.getBoundingClientRect();
    const x = within(handle, 0, across.p2d(event.clientX - box.left - across._offset));
    const y = within(handle, 1, up.p2d(event.clientY - box.top - up._offset));
    send(point, handle.along === "y" ? handle.x : x, handle.along === "x" ? handle.y : y);
  }

  const stopWaiting = whenDrawn(el, (found) => {
    plot = found;
    plot.append(layer);
    plot.on?.("plotly_afterplot", show);
    show();
  });
  const putBack = () => model.get("edited").name === undefined && show();
  model.on("change:handles", receive);
  model.on("change:description", receive);
  model.on("change:edited", putBack);
  return () => {
    stopWaiting();
    layer.remove();
    plot?.removeListener?.("plotly_afterplot", show);
    model.off("change:handles", receive);
    model.off("change:description", receive);
    model.off("change:edited", putBack);
  };
}
