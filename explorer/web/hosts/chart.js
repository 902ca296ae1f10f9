// A figure that plotly draws of what the kernel sends: a picture with words until plotly's script is
// there, and where it never comes.

import { element, hears, say, tell } from "../ui/elements.js";
import { makeHandles } from "../ui/points.js";
import { makeScreen } from "../ui/screen.js";
import { set, shape, SVG } from "../ui/shapes.js";
import { inked } from "./chart_inks.js";
import { panelOf } from "./chart_places.js";
import { makeTables } from "./chart_tables.js";
import { placeOf, unpacked } from "./plotly.js";

/** @import { Handle } from "../ui/handles.js" */
/** @import { Layout } from "./chart_places.js" */
/** @import { Plotly } from "./plotly.js" */
/**
 * As much of the element that plotly draws in as is used here.
 * @typedef {HTMLElement & {layout: Layout, on(name: string, listener: (told: any) => void): void}} Drawing
 */

const COMING = "A picture of what is drawn here, until plotly's script has come";
const NEVER =
  "A picture of what was drawn here: nothing answers that could bring plotly's script." +
  " Where a kernel runs, run this cell to watch the work and to zoom.";
const FAILED =
  "A picture of what is drawn here: plotly's script came and does not run on this page.";
const FADED = 800;
const PATIENCE = 4000;
const AGAIN = 5000; // milliseconds, after which who waits for another's script asks for it
const NAMES = ["frame", "values", "handles", "tables", "description", "picture", "edited"];

/** @param {import("./notebook.js").View} context */
export function chart({ model, el }) {
  const picture = element("img", { class: "saved" });
  const note = element("p", { class: "note", role: "status" });
  /** @type {Drawing} */
  const drawing = /** @type {any} */ (element("div", { class: "drawing", role: "img" }));
  const layer = document.createElementNS(SVG, "svg");
  const whole = element("button", { type: "button", class: "whole" }, "Show all");
  const holder = element("div", { class: "holder" }, drawing, layer, whole);
  const tables = makeTables("Figure", () => model.get("tables"));
  const root = element("div", { class: "diffsort diffsort-figure" });
  root.append(picture, note, holder, tables.root);
  el.append(root);

  /** @type {Plotly | null} */
  let plotly = null;
  let asked = 0; // for a frame
  let [stale, busy, drawn] = [true, false, false]; // while plotly draws; once it has
  let zooms = 0; // how often a person had all shown again
  /** @type {Record<string, [number, number]>} */
  const ahead = {}; // where a person has handles, while the kernel has not answered
  const place = placeOf(model.get("version"));
  let fading = 0;
  const screen = makeScreen(root, () => {
    stale = true;
    drawNow();
    clearTimeout(fading); // a theme that has just been loaded has its last colours a little later
    fading = setTimeout(() => (screen.renew(), draw()), FADED);
  }, { mixed: true });
  screen.fit();
  const handles = makeHandles(shape(layer, "g"), pointOf, {
    taken() {},
    moved,
    released: showHandles,
  });

  function draw() {
    stale = true;
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      drawNow();
    });
  }

  async function drawNow() {
    if (busy || !stale || !plotly || !root.clientWidth) return;
    [busy, stale] = [true, false];
    const { layout, traces } = model.get("frame"), values = model.get("values");
    const data = traces.map((/** @type {any} */ look) => merged(look, values[look.uid] ?? {}));
    const coarse = globalThis.matchMedia("(pointer: coarse)").matches; // a finger scrolls
    const held = { uirevision: `${layout.uirevision} ${zooms}` };
    const own = { ...layout, ...held, dragmode: coarse ? false : layout.dragmode };
    const config = { displayModeBar: false, doubleClick: false, responsive: false };
    await plotly.react(drawing, inked(data, screen.pen()), inked(own, screen.pen()), config);
    busy = false;
    if (!plotly) return; // closed meanwhile
    if (!drawn) begin();
    set(layer, { width: layout.width, height: layout.height });
    showHandles();
    root.dataset.drawn = String(Number(root.dataset.drawn ?? 0) + 1);
    if (stale) draw(); // for what came meanwhile
  }

  /** plotly has drawn for the first time. */
  function begin() {
    drawn = true;
    root.classList.add("drawn");
    say(note, "");
    drawing.on("plotly_relayout", (told) => {
      const zoomed = Object.keys(told).some((name) => name.includes("range"));
      if (zoomed) whole.classList.add("offered");
      showHandles();
    });
    drawing.on("plotly_doubleclick", showAll);
  }

  function showAll() {
    zooms++;
    whole.classList.remove("offered");
    draw();
  }

  function showHandles() {
    if (!drawn) return;
    const at = panelOf(drawing.layout);
    const here = model.get("handles")
      .map((/** @type {Handle} */ handle) => {
        const [x, y] = ahead[handle.name] ?? [handle.x, handle.y];
        return { ...handle, x, y, panel: 0 };
      })
      .filter((/** @type {Handle} */ { x, y }) => at.x.holds(x) && at.y.holds(y));
    handles.show(/** @type {any} */ ({ panels: [{ at }] }), here, screen.pen());
  }

  /** @param {PointerEvent} event */
  function pointOf(event) {
    const box = layer.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /**
   * @param {string} name
   * @param {number} x
   * @param {number} y
   */
  function moved(name, x, y) {
    ahead[name] = [x, y];
    showHandles();
    model.set("edited", { name, x, y, stamp: Math.random() });
    tell(el, () => model.save_changes());
  }

  function describe() {
    const { png, width, height } = model.get("picture");
    const label = model.get("description");
    if (png) set(picture, { src: `data:image/png;base64,${png}`, width, height, alt: label });
    picture.hidden = !png;
    set(drawing, { "aria-label": label });
  }

  function follow() {
    hears(el);
    const answered = model.get("edited").name === undefined;
    if (answered || !handles.isDragged()) {
      for (const name of Object.keys(ahead)) delete ahead[name];
    }
    describe();
    tables.show();
    draw();
  }

  let [retry, late, sent] = [0, 0, false];
  const send = (/** @type {string} */ what) => tell(el, () => model.send({ do: what }));
  function want() {
    retry = setTimeout(want, AGAIN);
    if (sent || place.coming || (place.asker && !place.late)) return;
    Object.assign(place, { asker: model, late: false });
    sent = true;
    send("script");
  }
  const giveUp = () => {
    if (place.coming) return;
    if (place.asker === model) place.late = true;
    if (!drawn) say(note, NEVER);
  };
  const receive = (/** @type {any} */ answer, /** @type {BlobPart[]} */ buffers) => {
    hears(el);
    if (answer.coming) {
      place.coming = true;
      say(note, `${COMING} (${(answer.coming / 1e6).toFixed(1)} MB).`);
    }
    if (answer.script) place.give(unpacked(buffers[0]));
  };
  place.there.then((made) => {
    plotly = made;
    rest();
    draw();
  }, () => (rest(), say(note, FAILED)));
  const rest = () => [retry, late].forEach(clearTimeout);
  const sized = new ResizeObserver(() => drawn || draw()); // in a tab that was not shown
  sized.observe(root);
  whole.addEventListener("click", showAll);
  for (const name of NAMES) model.on(`change:${name}`, follow);
  model.on("msg:custom", receive);
  say(note, `${COMING}.`);
  describe();
  want();
  late = setTimeout(giveUp, PATIENCE);
  return () => {
    rest();
    clearTimeout(fading);
    sized.disconnect();
    if (place.asker === model && !place.coming) place.asker = null;
    cancelAnimationFrame(asked);
    screen.stop();
    if (drawn) plotly?.purge(drawing);
    for (const name of NAMES) model.off(`change:${name}`, follow);
    model.off("msg:custom", receive);
    plotly = null;
  };
}

/**
 * A trace: how it looks, and what it holds.
 * @param {Record<string, any>} look
 * @param {Record<string, any>} values
 */
export const merged = (look, values) => ({
  ...look,
  ...values,
  ...(values.marker ? { marker: { ...look.marker, ...values.marker } } : {}),
});
