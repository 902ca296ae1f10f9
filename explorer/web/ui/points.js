// The handles of a picture: points of its panels that are dragged, or moved by keys.

import { inkOf } from "../marks/inks.js";
import { nudged, within } from "./handles.js";
import { set, shape } from "./shapes.js";

/** @import { Picture } from "../marks/picture.js" */
/** @import { Point } from "../marks/panel.js" */
/** @import { Handle } from "./handles.js" */
/** @import { Colour } from "../marks/inks.js" */
/** @import { Pen } from "../marks/pens.js" */

/**
 * In the units of that panel of the picture; the colour of its rim, where it is not the accent; and
 * the choices that taking hold of it makes.
 * @typedef {Handle & {panel: number, colour?: Colour, pick?: Record<string, unknown>}} Movable
 */
/** @typedef {{node: SVGCircleElement, handle: Movable}} Shown where a person has it */

const RADIUS = 8;
const LARGE = 10; // steps of a key with Shift

/**
 * `taken()` hears that a handle was taken hold of, and `picked(choices)` what that chooses;
 * `moved(name, x, y)` where it is put, and `released()` that it was let go. Returns how to show some,
 * and whether one is dragged.
 * @param {SVGGElement} parent
 * @param {(event: PointerEvent) => Point} pointOf
 * @param {{taken: () => void, moved: (name: string, x: number, y: number) => void,
 *   released: () => void, picked?: (choices: Record<string, unknown>) => void}} hears
 */
export function makeHandles(parent, pointOf, { taken, moved, released, picked = () => {} }) {
  set(parent, { role: "group", "aria-label": "Points to drag" });
  /** @type {Map<string, Shown>} */
  const shown = new Map(); // by name
  /** @type {Picture | null} */
  let picture = null;
  let dragged = false;

  /** @param {Movable} handle */
  function make(handle) {
    const node = shape(parent, "circle", {
      class: `handle along-${handle.along}`,
      r: RADIUS,
      role: "slider",
      tabindex: 0,
    });
    const title = shape(node, "title");
    title.textContent = `${handle.label}: drag, or use the arrow keys`;
    const made = { node, handle };
    node.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      event.preventDefault();
      node.focus();
      node.setPointerCapture(event.pointerId);
      const drag = (/** @type {PointerEvent} */ to) => put(made, pointOf(to));
      node.addEventListener("pointermove", drag);
      const end = () => {
        node.removeEventListener("pointermove", drag);
        dragged = false;
        released();
      };
      dragged = true;
      taken();
      if (made.handle.pick) picked(made.handle.pick);
      node.addEventListener("lostpointercapture", end, { once: true });
    });
    node.addEventListener("keydown", (event) => {
      const to = nudged(made.handle, event.key, event.shiftKey ? LARGE : 1);
      if (!to) return;
      event.preventDefault();
      event.stopPropagation();
      moved(made.handle.name, ...to);
    });
    return made;
  }

  /**
   * @param {Shown} shown
   * @param {Point} point
   */
  function put({ handle }, point) {
    if (!picture) return;
    const { at } = picture.panels[handle.panel];
    const x = within(handle, 0, at.x.value(point.x)), y = within(handle, 1, at.y.value(point.y));
    moved(handle.name, handle.along === "y" ? handle.x : x, handle.along === "x" ? handle.y : y);
  }

  return {
    isDragged: () => dragged,
    /**
     * @param {Picture} next
     * @param {Movable[]} handles
     * @param {Pen} pen
     */
    show(next, handles, pen) {
      picture = next;
      for (const [name, { node }] of shown) {
        if (handles.some((handle) => handle.name === name)) continue;
        node.remove();
        shown.delete(name);
      }
      for (const handle of handles) {
        const known = shown.get(handle.name) ?? make(handle);
        shown.set(handle.name, known);
        known.handle = handle;
        const { at } = next.panels[handle.panel];
        const upwards = handle.along === "y", k = Number(upwards);
        set(known.node, {
          cx: at.x.place(handle.x),
          cy: at.y.place(handle.y),
          style: `touch-action:none${handle.colour ? `;stroke:${inkOf(pen, handle.colour)}` : ""}`,
          "aria-label": handle.label,
          "aria-valuetext": handle.words,
          "aria-valuenow": upwards ? handle.y : handle.x,
          "aria-valuemin": handle.low[k],
          "aria-valuemax": handle.high[k],
          "aria-orientation": upwards ? "vertical" : "horizontal",
        });
      }
    },
  };
}
