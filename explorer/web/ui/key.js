// Which input has which colour: below a picture that writes no numbers beside its lines and fields,
// a swatch for each, from the least to the greatest; of many, how the colours go from one to another.

import { shareAmong } from "../scenes/hues.js";
import { keyEntries } from "../words/key.js";
import { element } from "./elements.js";

/** @import { Pen } from "../marks/pens.js" */
/** @typedef {{values: ArrayLike<number>, hues: number[], names: string[] | null}} Inputs */

const STEPS = 9; // of a strip of colours

/**
 * Returns how to show the key of some inputs.
 * @param {HTMLElement} el
 */
export function makeKey(el) {
  const list = element("ul", { class: "diffsort-key", "aria-label": "Colours of the inputs" });
  el.append(list);
  let shown = "";
  return (/** @type {Inputs} */ inputs, /** @type {Pen} */ pen) => {
    const { entries, all } = keyEntries(inputs);
    const inked = entries.map(({ words, share }) => ({ words, colour: pen.hue(share) }));
    const now = JSON.stringify(inked);
    if (now === shown) return;
    shown = now;
    const items = inked.map(({ words, colour }) => entry([colour], words));
    const strip = () =>
      entry(Array.from({ length: STEPS }, (_, k) => pen.hue(shareAmong(k, STEPS))), "");
    list.replaceChildren(...all ? items : [items[0], strip(), items[1]]);
  };
}

/**
 * @param {string[]} colours
 * @param {string} words
 */
function entry(colours, words) {
  const swatches = colours.map((colour) =>
    element("span", { class: "swatch", style: `background:${colour}`, "aria-hidden": "true" })
  );
  return element("li", {}, ...swatches, element("bdi", {}, words));
}
