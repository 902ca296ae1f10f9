// Links the tiles of a gallery: the entry under the pointer is framed in every tile of its kind, with all its values; a click
// chooses its output. The plotly figure in the same explorer counts pixels, and so do the tiles.

import { element, say, tell } from "../ui/elements.js";
import { number } from "../words/number.js";

export function tiles({ model, el }) {
  const layer = element("div", { class: "diffsort diffsort-tiles", "aria-hidden": "true" });
  const words = element("div", { class: "words" });
  let plot = null;
  let frames = [];

  function entryAt(event) {
    const { size, n, corners } = model.get("plan");
    const box = plot.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    for (const kinds of corners ?? []) {
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

  // The matrices stand in one heat map, with a gap of one entry between them.
  function valueOf(method, { kind, out, into }) {
    const { n, per_line, sorted } = model.get("plan");
    if (!kind) return sorted[method]?.[out] ?? null;
    const row = (2 * Math.floor(method / per_line) + kind - 1) * (n + 1) + out;
    return plot.data[0].z[row]?.[(method % per_line) * (n + 1) + into] ?? null;
  }

  function show(entry) {
    const { size, n, names, corners } = model.get("plan");
    const cell = size / n;
    layer.hidden = false;
    frames.forEach((frame) => frame.remove());
    frames = corners.map((kinds) => {
      const [left, top] = kinds[entry.kind];
      const frame = element("div", { class: "frame" });
      Object.assign(frame.style, {
        left: `${left + (entry.into ?? entry.out) * cell}px`,
        top: `${top + (entry.kind ? entry.out * cell : 0)}px`,
        width: `${cell}px`,
        height: `${entry.kind ? cell : size}px`,
      });
      return frame;
    });
    layer.append(...frames);
    const { out, into } = entry;
    const title = [
      `sorted[${out}]`,
      `P[${out}, ${into}]: share of x[${into}] in sorted[${out}]`,
      `d sorted[${out}] / d x[${into}]`,
    ];
    const rows = names.map((name, method) => {
      const value = valueOf(method, entry);
      return `${name}: ${value === null ? "none" : number(value)}`;
    });
    say(words, [title[entry.kind], ...rows].join("\n"));
    const room = plot.clientWidth - words.offsetWidth;
    words.style.left = `${Math.max(0, Math.min(entry.x + 14, room))}px`;
    const below = entry.y + cell + 10;
    const above = entry.y - words.offsetHeight - cell - 6;
    words.style.top = `${
      below + words.offsetHeight > plot.clientHeight && above > 0 ? above : below
    }px`;
  }

  function move(event) {
    const entry = entryAt(event);
    if (entry) show(entry);
    else hide();
  }

  function hide() {
    layer.hidden = true;
  }

  function pick(event) {
    const entry = entryAt(event);
    if (!entry) return;
    model.set("picked", { output: entry.out, stamp: Math.random() });
    tell(el, () => model.save_changes());
  }

  let waiting = 0;
  function find() {
    plot = el.isConnected && el.closest(".diffsort-explorer")?.querySelector(".js-plotly-plot");
    if (!plot?._fullLayout?._size) {
      waiting = setTimeout(find, 60);
      return;
    }
    layer.append(words);
    hide();
    plot.append(layer);
    plot.addEventListener("pointermove", move);
    plot.addEventListener("pointerleave", hide);
    plot.addEventListener("click", pick);
  }
  find();
  model.on("change:plan", hide);
  return () => {
    clearTimeout(waiting);
    layer.remove();
    plot?.removeEventListener?.("pointermove", move);
    plot?.removeEventListener?.("pointerleave", hide);
    plot?.removeEventListener?.("click", pick);
    model.off("change:plan", hide);
  };
}
