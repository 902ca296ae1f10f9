// The places that a goal speaks of, in a picture: dashed until the goal is reached.

import { set, shape } from "./shapes.js";

/** @import { Aim } from "../marks/targets.js" */

/**
 * Returns how to show some, `reached` or not. Each is two frames, so that it is seen on any ink.
 * @param {SVGElement} parent
 */
export function makeTargets(parent) {
  const root = shape(parent, "g", { class: "targets" });
  return (/** @type {Aim[]} */ aims, /** @type {boolean} */ reached) => {
    while (root.children.length > aims.length) root.lastElementChild?.remove();
    set(root, { class: reached ? "targets reached" : "targets" });
    aims.forEach(({ left: x, top: y, width, height, words }, k) => {
      const node = /** @type {SVGGElement} */ (root.children[k] ?? makeTarget(root));
      set(node, { "aria-label": `target: ${words}` });
      for (const frame of node.children) {
        set(/** @type {SVGRectElement} */ (frame), { x, y, width, height });
      }
    });
  };
}

/** @param {SVGGElement} root */
function makeTarget(root) {
  const node = shape(root, "g", { role: "img" });
  shape(node, "rect", { class: "halo", rx: 3 });
  shape(node, "rect", { rx: 3 });
  return node;
}
