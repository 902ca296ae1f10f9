// What the ink of a picture depends on besides the picture: the colours of its page, or of a system
// that forces its own; how many pixels its screen has; whether it is printed.

import { forcedPen, paperPen, themePen } from "../marks/pens.js";
import { element } from "./elements.js";
import { rgb, themed } from "./theme.js";
import { zoomOf } from "./wall.js";

/** @import { Page, Pen } from "../marks/pens.js" */

const SHARPEST = 2; // more pixels would cost time that nobody sees
const PRINTED = 3;
const COLOURS = ["text", "line", "quiet", "page", "accent", "link"];
const FORCED = "(forced-colors: active)";
const CONTRAST = "(prefers-contrast: more)";

/**
 * again() is called when the colours are others, or there is another number of pixels: all is to be
 * drawn again.
 * @param {HTMLElement} root whose colours the ink has
 * @param {() => void} again
 * @param {{mixed?: boolean}} [asked] whether a colour that is half clear is mixed with the page's, as
 *   it is seen in words; or full
 */
export function makeScreen(root, again, { mixed = false } = {}) {
  /** @type {Pen | null} */
  let pen = null; // read once, and again when the page has other colours
  let printing = false;
  let sharp = 0; // pixels of a canvas to one of the picture; 0 before there is one
  const sharpness = () =>
    printing ? PRINTED : zoomOf(root) * Math.min(globalThis.devicePixelRatio || 1, SHARPEST);
  const changed = () => {
    pen = null;
    if (sharp) again();
  };
  const print = (/** @type {boolean} */ now) => () => {
    printing = now;
    changed();
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
    on(globalThis.matchMedia(query), "change", changed);
  }
  stops.push(themed(root, changed));
  on(globalThis, "beforeprint", print(true));
  on(globalThis, "afterprint", print(false));
  // A query holds for one number of pixels: after a change there is another one to watch. A browser
  // that is zoomed may tell of its size first.
  /** @type {MediaQueryList | null} */
  let watched = null;
  const sharpened = () => sharp && sharpness() !== sharp && changed();
  const watchSharpness = () => {
    watched?.removeEventListener("change", sharpened);
    watched = globalThis.matchMedia(`(resolution: ${globalThis.devicePixelRatio || 1}dppx)`);
    watched.addEventListener("change", sharpened);
  };
  on(globalThis, "resize", sharpened);
  return {
    get printing() {
      return printing;
    },
    /** Forget the colours: for a picture of another size. */
    renew: () => void (pen = null),
    /** How many pixels of a canvas there are to one of a picture that is drawn from now on. */
    fit() {
      sharp = sharpness();
      watchSharpness();
      return sharp;
    },
    pen() {
      const read = pen ?? (printing ? paperPen() : penOf(root, mixed));
      if (root.isConnected) pen = read; // what is in no page has no colours yet
      return read;
    },
    stop() {
      watched?.removeEventListener("change", sharpened);
      stops.forEach((stop) => stop());
    },
  };
}

/** A canvas, to be laid under what a person reads and moves. */
export function makeSheet(kind = "still") {
  const sheet = element("canvas", { class: kind, "aria-hidden": "true" });
  return /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));
}

/**
 * Put a canvas over a part of a picture's width, all of it by default, in units of the picture.
 * @param {CanvasRenderingContext2D} ink
 * @param {{width: number, height: number}} picture
 * @param {number} sharp
 * @param {number} [left]
 * @param {number} [wide]
 */
export function lay(ink, { width, height }, sharp, left = 0, wide = width) {
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
}

/**
 * The colours that an element has from its page, as the browser works them out.
 * @param {HTMLElement} root
 * @param {boolean} mixed
 */
function penOf(root, mixed) {
  const probe = element("span", { style: "forced-color-adjust: none" });
  root.append(probe);
  const page = /** @type {Page} */ (Object.fromEntries(COLOURS.map((name) => {
    probe.style.color = `var(--ds-${name})`;
    const { color } = getComputedStyle(probe);
    if (!mixed) return [name, rgb(color)[0]];
    probe.style.color = "var(--ds-page)";
    return [name, rgb(getComputedStyle(probe).color, color)[0]];
  })));
  probe.remove();
  const asked = (/** @type {string} */ query) => globalThis.matchMedia(query).matches;
  return asked(FORCED) ? forcedPen(page) : themePen(page, { contrast: asked(CONTRAST) });
}
