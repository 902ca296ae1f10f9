// A picture of panels in its element: ink on a canvas; above it, as elements, the words, the handles
// that a person can drag, and what is said of what is pointed at.

import { LEAST, paintPicture, pointedIn, wordsIn } from "../marks/picture.js";
import { element, keepKeys, say } from "./elements.js";
import { hearLetGo, hold, letGo } from "./held.js";
import { makeHandles } from "./points.js";
import { lay, makeScreen, makeSheet } from "./screen.js";
import { set, shape, SVG } from "./shapes.js";
import { hearWall, roomOf } from "./wall.js";

/** @import { Picture } from "../marks/picture.js" */
/** @import { Point, Written } from "../marks/panel.js" */
/** @import { Movable } from "./points.js" */

// Pixels from the top, where words find no room above a point; and of a line of them.
const [HIGH, LINE] = [64, 17];

/**
 * What is drawn, in so many pixels, with its handles; while one is dragged, on axes that hold still.
 * `tall`: how many pixels high, where its width does not say it.
 * @typedef {(width: number, dragged: boolean, tall?: number) =>
 *   {picture: Picture, handles: Movable[]}} Plan
 */

/**
 * `plan` gives what is to be drawn now; `inputs()`, the numbers that a handle may stand for, which
 * keep their colours while one is dragged; `moved(name, x, y)` hears where a handle is put, in the
 * units of its panel; `legend`, what stands below it; `picked(choices)`, the choices of a mark that is pointed at, or with
 * `click` only of one that is clicked. Returns how to draw anew, and how to stop.
 * @param {HTMLElement} el
 * @param {{label: string, plan: Plan, inputs?: () => number[], legend?: string, moved?: (name: string, x: number, y: number) => void,
 *   picked?: (choices: Record<string, unknown>) => void, click?: boolean}} given
 */
export function makePicture(
  el,
  { label, plan, inputs, legend = "", moved = () => {}, picked, click = false },
) {
  const root = element("div", { class: "diffsort diffsort-picture" });
  const svg = document.createElementNS(SVG, "svg");
  set(svg, { role: "group", "aria-label": label });
  const words = shape(svg, "g", { "aria-hidden": "true" });
  const spots = shape(svg, "g", { "aria-hidden": "true" });
  const tip = element("div", { class: "tip", "aria-hidden": "true" });
  const ink = makeSheet();
  const holder = element("div", { class: "holder" }, ink.canvas, svg, tip);
  root.append(holder);
  el.append(root);
  if (legend) el.append(element("p", { class: "diffsort-inks" }, legend));

  /** @type {Picture | null} */
  let picture = null;
  /** @type {Point | null} */
  let pointer = null;
  let lit = /** @type {string | null} */ (null);
  let size = ""; // of what is drawn: its width and height
  let wide = 0; // pixels that there are: asked for now and then, since an answer costs a layout
  /** @type {number | undefined} */
  let tall; // pixels that there are, on a stage
  let drawn = 0; // how often: who waits for a picture reads it
  const screen = makeScreen(root, () => ((size = ""), draw()), { mixed: true });
  const handles = makeHandles(shape(svg, "g"), pointOf, {
    taken: () => inputs && hold(inputs()),
    moved,
    released: letGo,
    picked,
  });

  function draw() {
    wide ||= root.clientWidth;
    tall = roomOf(root);
    const now = plan(wide || LEAST, handles.isDragged(), tall);
    picture = now.picture;
    const { width, height } = picture;
    if (size !== `${width} ${height}`) {
      size = `${width} ${height}`;
      screen.renew();
      lay(ink, picture, screen.fit());
      set(svg, { viewBox: `0 0 ${width} ${height}`, width, height });
      set(holder, { style: `width:${width}px` });
    }
    write(words, wordsIn(picture));
    handles.show(picture, now.handles, screen.pen());
    keepKeys(root);
    look();
    paintPicture(ink, picture, screen.pen(), lit);
    root.dataset.drawn = String(++drawn);
  }

  /** @param {PointerEvent} event */
  function pointOf(event) {
    const box = svg.getBoundingClientRect(); // of pixels that a stage enlarges
    const part = (picture?.width ?? box.width) / box.width;
    return { x: (event.clientX - box.left) * part, y: (event.clientY - box.top) * part };
  }

  // Say what the pointer is at. Returns whether something else is lit by that.
  function look() {
    const found = picture && pointer && pointedIn(picture, pointer);
    const before = lit;
    lit = found?.name ?? null;
    mark(spots, found?.spots ?? []);
    tip.classList.toggle("filled", Boolean(found));
    if (found && picture) {
      say(tip, found.words);
      const aside = found.x > picture.width / 2 ? "right" : "left";
      const inset = aside === "left" ? found.x + 12 : picture.width - found.x + 12;
      const lines = found.words.split("\n").length;
      const up = found.y < Math.max(HIGH, LINE * (lines + 2))
        ? `top:${found.y + 10}px`
        : `bottom:${picture.height - found.y + 10}px`;
      set(tip, { style: `${aside}:${inset}px;${up};max-width:${picture.width - inset}px` });
    }
    return lit !== before;
  }

  const point = (/** @type {PointerEvent | null} */ event) => {
    const over = /** @type {Element | undefined} */ (event?.target);
    pointer = event && !over?.closest(".handle") ? pointOf(event) : null;
    if (look() && picture) paintPicture(ink, picture, screen.pen(), lit);
    const pick = event && (event.type === "pointerdown" || !click);
    const choices = pick && picture && pointer && pointedIn(picture, pointer)?.choices;
    if (choices) picked?.(choices);
  };
  svg.addEventListener("pointermove", point);
  svg.addEventListener("pointerdown", point);
  svg.addEventListener("pointerleave", () => point(null));
  const resized = new ResizeObserver(() => {
    if (root.clientWidth !== wide || roomOf(root) !== tall) again();
  });
  const again = () => {
    wide = root.clientWidth;
    if (wide) draw();
  };
  const unwall = hearWall(() => ((size = ""), again())); // of other pixels
  draw();
  const unhear = hearLetGo(draw);
  resized.observe(root);
  return {
    draw,
    stop() {
      resized.disconnect();
      screen.stop();
      unhear();
      unwall();
      if (handles.isDragged()) letGo();
    },
  };
}

/**
 * Put a ring around each of some points.
 * @param {SVGGElement} parent
 * @param {Point[]} points
 */
function mark(parent, points) {
  while (parent.children.length > points.length) parent.lastElementChild?.remove();
  points.forEach(({ x, y }, k) => {
    const known = /** @type {SVGCircleElement | undefined} */ (parent.children[k]);
    const ring = known ?? shape(parent, "circle", { class: "spot", r: 5 });
    set(ring, { cx: x, cy: y });
  });
}

/**
 * Write words; elements that are there are used again.
 * @param {SVGGElement} parent
 * @param {Written[]} written
 */
function write(parent, written) {
  while (parent.children.length > written.length) parent.lastElementChild?.remove();
  written.forEach(({ x, y, words, anchor = "start", look = "quiet", turned }, k) => {
    const node = /** @type {SVGTextElement} */ (parent.children[k] ?? shape(parent, "text"));
    const transform = turned ? `rotate(-90 ${x} ${y})` : "";
    set(node, { x, y, "text-anchor": anchor, class: look, transform });
    say(node, words);
  });
}
