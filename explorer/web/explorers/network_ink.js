// The picture's two canvases: still ink, and above it what moves at every frame; sharp on its
// screen, in the page's colours, and at its best on paper.

import { forcedPen, paperPen, themePen } from "../marks/pens.js";
import { bandOf, paintMoving } from "../marks/tokens.js";
import { paintStill } from "../marks/network.js";
import { element } from "../ui/elements.js";
import { rgb, themed } from "../ui/theme.js";

const CROWDED = 16; // more wires are drawn fast while anything changes
const REST = 150; // milliseconds after which all is drawn as it should be
const SHARPEST = 2; // more pixels would cost time that nobody sees
const PRINTED = 3;
const COLOURS = ["text", "line", "quiet", "page", "accent", "link"];

/** @import { Page, Pen } from "../marks/pens.js" */
/** @import { Picture } from "../marks/strands.js" */
/** @import { Plan } from "./network_sheet.js" */

/**
 * changed() is called when the colours are others, or there is another number of pixels: all is to
 * be drawn again.
 * @param {HTMLElement} root whose colours the ink has
 * @param {() => void} changed
 */
export function makeInk(root, changed) {
  const sheets = ["still", "moving"].map((kind) =>
    element("canvas", { class: kind, "aria-hidden": "true" })
  );
  const [still, moving] = sheets.map((
    sheet,
  ) => /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d")));
  /** @type {Plan["at"] | null} */
  let at = null;
  /** @type {Picture | null} */
  let picture = null;
  /** @type {number[]} */
  let band = []; // the part of the picture's width that the moving ink has at present
  /** @type {Pen | null} */
  let pen = null; // read once, and again when the page has other colours
  let printing = false;
  let drawn = false; // whether there is a picture of this size
  let sharp = 1; // pixels of a canvas to one of the picture
  let resting = 0;

  const sharpness = () => printing ? PRINTED : Math.min(globalThis.devicePixelRatio || 1, SHARPEST);
  const fit = (/** @type {Plan["at"]} */ size) => {
    sharp = sharpness();
    place(still, size, 0, size.width);
    band = [];
    drawn = false;
    watchSharpness();
  };
  /**
   * Put a canvas over a part of the picture's width.
   * @param {CanvasRenderingContext2D} ink
   * @param {Plan["at"]} size
   * @param {number} left
   * @param {number} wide
   */
  const place = (ink, { width, height }, left, wide) => {
    const { canvas } = ink;
    const [across, down] = [wide * sharp, height * sharp].map(Math.round);
    if (canvas.width !== across) canvas.width = across;
    if (canvas.height !== down) canvas.height = down;
    Object.assign(canvas.style, {
      aspectRatio: `${wide} / ${height}`,
      left: `${(100 * left) / width}%`,
      width: `${(100 * wide) / width}%`,
    });
    ink.setTransform(across / wide, 0, 0, down / height, (-left * across) / wide, 0);
  };
  const move = (/** @type {number} */ position) => {
    if (!picture) return;
    const [left, wide] = bandOf(picture, position);
    if (left !== band[0] || wide !== band[1]) place(moving, picture.at, left, wide);
    band = [left, wide];
    paintMoving(moving, picture, penNow(), position);
  };
  const paint = (/** @type {Picture} */ next) => {
    clearTimeout(resting);
    picture = next;
    const fast = drawn && !printing && next.network.n > CROWDED;
    paintStill(still, next, penNow(), fast ? 1 / sharp : undefined);
    root.dataset.ink = fast ? "fast" : "rest";
    if (fast) resting = setTimeout(() => ((drawn = false), paint(next)), REST);
    drawn = true;
  };
  const penNow = () => {
    const read = pen ?? (printing ? paperPen() : penOf(root));
    if (root.isConnected) pen = read; // what is in no page has no colours yet
    return read;
  };
  const again = () => {
    pen = null;
    if (!at) return;
    fit(at);
    changed();
  };
  const print = (/** @type {boolean} */ now) => () => {
    printing = now;
    again();
  };

  /** @type {(() => void)[]} */
  const stops = [];
  /**
   * @param {EventTarget} target
   * @param {string} name
   * @param {() => void} listener
   */
  const on = (target, name, listener) => {
    target.addEventListener(name, listener);
    stops.push(() => target.removeEventListener(name, listener));
  };
  for (const query of [FORCED, CONTRAST]) {
    on(globalThis.matchMedia(query), "change", again);
  }
  stops.push(themed(root, again));
  on(globalThis, "beforeprint", print(true));
  on(globalThis, "afterprint", print(false));
  // A query holds for one number of pixels: after a change there is another one to watch. A browser
  // that is zoomed may tell of its size first.
  /** @type {MediaQueryList | null} */
  let watched = null;
  const sharpened = () => at && sharpness() !== sharp && again();
  const watchSharpness = () => {
    watched?.removeEventListener("change", sharpened);
    watched = globalThis.matchMedia(`(resolution: ${globalThis.devicePixelRatio || 1}dppx)`);
    watched.addEventListener("change", sharpened);
  };
  on(globalThis, "resize", sharpened);
  return {
    sheets,
    /**
     * For another size.
     * @param {Plan["at"]} size
     */
    fit(size) {
      pen = null;
      at = size;
      fit(size);
    },
    paint,
    move,
    hue: () => penNow().hue,
    stop() {
      clearTimeout(resting);
      watched?.removeEventListener("change", sharpened);
      stops.forEach((stop) => stop());
    },
  };
}

const FORCED = "(forced-colors: active)";
const CONTRAST = "(prefers-contrast: more)";

/**
 * The colours that an element has from its page, as the browser works them out.
 * @param {HTMLElement} root
 */
function penOf(root) {
  const probe = element("span", { style: "forced-color-adjust: none" });
  root.append(probe);
  const page = /** @type {Page} */ (Object.fromEntries(COLOURS.map((name) => {
    probe.style.color = `var(--ds-${name})`;
    return [name, rgb(getComputedStyle(probe).color)[0]];
  })));
  probe.remove();
  const asked = (/** @type {string} */ query) => globalThis.matchMedia(query).matches;
  return asked(FORCED) ? forcedPen(page) : themePen(page, { contrast: asked(CONTRAST) });
}
