// The picture's two canvases: still ink, and above all what moves at every frame.

import { bandOf, paintMoving } from "../marks/tokens.js";
import { paintStill } from "../marks/network.js";
import { lay, makeScreen, makeSheet } from "../ui/screen.js";

const CROWDED = 16; // more wires are drawn fast while anything changes
const REST = 150; // milliseconds after which all is drawn as it should be

/** @import { Picture } from "../marks/strands.js" */
/** @import { Plan } from "./network_sheet.js" */

/**
 * changed() is called when the colours are others, or there is another number of pixels: all is to
 * be drawn again.
 * @param {HTMLElement} root whose colours the ink has
 * @param {() => void} changed
 */
export function makeInk(root, changed) {
  const [still, moving] = [makeSheet("still"), makeSheet("moving")];
  /** @type {Plan["at"] | null} */
  let at = null;
  /** @type {Picture | null} */
  let picture = null;
  /** @type {number[]} */
  let band = []; // the part of the picture's width that the moving ink has at present
  let drawn = false; // whether there is a picture of this size
  let sharp = 1; // pixels of a canvas to one of the picture
  let resting = 0;

  const screen = makeScreen(root, () => {
    if (!at) return;
    fit(at);
    changed();
  });
  const fit = (/** @type {Plan["at"]} */ size) => {
    sharp = screen.fit();
    lay(still, size, sharp);
    band = [];
    drawn = false;
  };
  const move = (/** @type {number} */ position) => {
    if (!picture) return;
    const [left, wide] = bandOf(picture, position);
    if (left !== band[0] || wide !== band[1]) lay(moving, picture.at, sharp, left, wide);
    band = [left, wide];
    paintMoving(moving, picture, screen.pen(), position);
  };
  const paint = (/** @type {Picture} */ next) => {
    clearTimeout(resting);
    picture = next;
    const fast = drawn && !screen.printing && next.network.n > CROWDED;
    paintStill(still, next, screen.pen(), fast ? 1 / sharp : undefined);
    root.dataset.ink = fast ? "fast" : "rest";
    if (fast) resting = setTimeout(() => ((drawn = false), paint(next)), REST);
    drawn = true;
  };
  return {
    still: still.canvas,
    moving: moving.canvas,
    /**
     * For another size.
     * @param {Plan["at"]} size
     */
    fit(size) {
      screen.renew();
      at = size;
      fit(size);
    },
    paint,
    move,
    hue: () => screen.pen().hue,
    stop() {
      clearTimeout(resting);
      screen.stop();
    },
  };
}
