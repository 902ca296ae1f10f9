// What to do first, in words above the first handle, once the network has opened.

import { element } from "../ui/elements.js";
import { zoomOf } from "../ui/wall.js";

const WORDS = "drag a number";

/**
 * @param {HTMLElement} holder of the picture
 */
export function makeHint(holder) {
  const node = element("span", { class: "hint", "aria-hidden": "true" }, WORDS);
  let wanted = false;
  const hint = {
    /** Stand above the first handle, wherever that is now. */
    place() {
      const knob = wanted && holder.querySelector(".handle");
      if (!knob) return;
      const [at, box] = [knob, holder].map((each) => each.getBoundingClientRect());
      holder.append(node);
      const zoom = zoomOf(holder);
      const x = (at.right - box.left) / zoom + holder.scrollLeft - node.offsetWidth + 4;
      node.style.cssText = `left:${Math.max(x, 0)}px;top:${(at.top - box.top) / zoom - 4}px`;
    },
    show() {
      wanted = true;
      hint.place();
    },
    hide() {
      wanted = false;
      node.remove();
    },
  };
  return hint;
}
