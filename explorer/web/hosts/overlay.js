// Handles over the plotly figure that stands in the same explorer. plotly has no draggable points that a keyboard could reach.

import { element, hears, tell } from "../ui/elements.js";
import { set } from "../ui/shapes.js";

export function overlay({ model, el }) {
  const layer = element("div", {
    class: "diffsort diffsort-overlay",
    role: "group",
    "aria-label": "Points to drag",
  });
  const nodes = new Map(); // name -> element
  let plot = null;
  let picture = null; // of the plot, what holds no handles: who hears an image does not hear what is in it
  let dragged = null;

  const axis = (name) => plot._fullLayout[name.replace(/^([xy])/, "$1axis")];
  const clampTo = (handle, k, value) => Math.min(Math.max(value, handle.low[k]), handle.high[k]);

  function send(handle, x, y) {
    [handle.x, handle.y] = [x, y];
    put(handle);
    model.set("edited", { name: handle.name, x, y, stamp: Math.random() });
    tell(el, () => model.save_changes());
  }

  function put(handle) {
    const [across, up] = handle.axes.map(axis);
    if (!across || !up) return;
    const node = nodes.get(handle.name);
    node.style.left = `${across._offset + across.d2p(handle.x)}px`;
    node.style.top = `${up._offset + up.d2p(handle.y)}px`;
  }

  function receive() {
    hears(el);
    show();
  }

  function show() {
    if (!plot) return;
    set(picture, { role: "img", "aria-label": model.get("description") });
    const wanted = model.get("handles");
    for (const [name, node] of nodes) {
      if (wanted.some((handle) => handle.name === name)) continue;
      node.remove();
      nodes.delete(name);
    }
    for (const sent of wanted) {
      if (!nodes.has(sent.name)) nodes.set(sent.name, make(sent.name));
      const node = nodes.get(sent.name);
      const handle = (node.handle = dragged === sent.name
        ? { ...sent, x: node.handle.x, y: node.handle.y }
        : { ...sent });
      const value = sent.along === "y" ? handle.y : handle.x;
      const k = sent.along === "y" ? 1 : 0;
      const attributes = {
        "aria-label": sent.label,
        "aria-valuetext": sent.words,
        "aria-valuenow": value,
        "aria-valuemin": sent.low[k],
        "aria-valuemax": sent.high[k],
      };
      attributes.title = `${sent.label}: drag, or use the arrow keys`;
      attributes["aria-orientation"] = sent.along === "y" ? "vertical" : "horizontal";
      attributes.class = `handle along-${sent.along}`;
      set(node, attributes);
      put(handle);
    }
  }

  function make(name) {
    const node = element("div", {
      role: "slider",
      tabindex: 0,
      "data-lm-suppress-shortcuts": "true",
    });
    layer.append(node);
    node.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      event.preventDefault();
      event.stopPropagation();
      node.focus();
      node.setPointerCapture(event.pointerId);
      dragged = name;
      const move = (moved) => {
        const { handle } = node;
        const box = plot.getBoundingClientRect();
        const [across, up] = handle.axes.map(axis);
        const x = clampTo(handle, 0, across.p2d(moved.clientX - box.left - across._offset));
        const y = clampTo(handle, 1, up.p2d(moved.clientY - box.top - up._offset));
        send(handle, handle.along === "y" ? handle.x : x, handle.along === "x" ? handle.y : y);
      };
      node.addEventListener("pointermove", move);
      node.addEventListener("lostpointercapture", () => {
        node.removeEventListener("pointermove", move);
        dragged = null;
        show();
      }, { once: true });
    });
    node.addEventListener("keydown", (event) => {
      const { handle } = node;
      const steps = event.shiftKey ? 10 : 1;
      const sideways = { ArrowRight: steps, ArrowLeft: -steps }[event.key] ?? 0;
      const upwards = { ArrowUp: steps, ArrowDown: -steps, PageUp: 10, PageDown: -10 }[event.key] ??
        0;
      const along = {
        x: [sideways + upwards, 0],
        y: [0, sideways + upwards],
        xy: [sideways, upwards],
      }[handle.along];
      const ends = { Home: handle.low, End: handle.high }[event.key];
      if (!ends && !along[0] && !along[1]) return;
      event.preventDefault();
      event.stopPropagation();
      const to = [handle.x, handle.y].map((value, k) => {
        if (ends) {
          return handle.along.includes("xy"[k]) && (k === 0 || handle.along === "y")
            ? ends[k]
            : value;
        }
        return along[k]
          ? clampTo(handle, k, Number((value + along[k] * handle.step).toPrecision(10)))
          : value;
      });
      send(handle, ...to);
    });
    return node;
  }

  // The figure is another widget, drawn in its own time.
  let waiting = 0;
  function find() {
    const found = el.isConnected &&
      el.closest(".diffsort-explorer")?.querySelector(".js-plotly-plot");
    if (!found?._fullLayout?._size || !found.on) {
      waiting = setTimeout(find, 60);
      return;
    }
    plot = found;
    picture = plot.querySelector(".svg-container");
    plot.append(layer);
    plot.on("plotly_afterplot", show);
    show();
  }
  find();
  const putBack = () => model.get("edited").name === undefined && show();
  model.on("change:handles", receive);
  model.on("change:description", receive);
  model.on("change:edited", putBack);
  return () => {
    clearTimeout(waiting);
    layer.remove();
    plot?.removeListener?.("plotly_afterplot", show);
    model.off("change:handles", receive);
    model.off("change:description", receive);
    model.off("change:edited", putBack);
  };
}
