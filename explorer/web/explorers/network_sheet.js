// The parts of a picture that stay while its network and its width do: what stands around the
// strands, the comparators and the handles, in one SVG.

import { huesNow } from "../ui/held.js";
import { set, shape, SVG } from "../ui/shapes.js";
import { heightsOf } from "../marks/network.js";
import { place, shareOf } from "../marks/places.js";
import { makeFrame } from "./network_frame.js";
import { makeComparators, tokenNear } from "./network_closer.js";
import { makeHandles } from "./network_handles.js";

/** @import { Drawn } from "../marks/places.js" */
/** @import { Picture } from "../marks/strands.js" */
/** @import { Hand } from "./network_hand.js" */

/** @typedef {{network: Drawn, at: ReturnType<typeof place>}} Plan what is drawn, and where */
/** @typedef {(hue: number) => string} Colour of an input */

const CLOSE = 18; // pixels from wire to wire

const NAMES = {
  values: "The network, by wire and by value",
  "hard network": "The soft network, and the hard one below",
  nothing: "The network, by wire",
};

/**
 * A network without what stands below it where its wires would stand too close to each other.
 * @param {Drawn} network
 * @param {number} width
 * @param {number} tall
 * @returns {Drawn}
 */
export const withRoom = (network, width, tall) =>
  place(network, width, tall).row < CLOSE ? { ...network, below: "nothing" } : network;

/**
 * `size`: how many pixels there are across, and how high it may be, where its element has others.
 * @param {Drawn} network
 * @param {{width: number, tall?: number}} size
 * @param {Hand} hand
 * @param {import("./network_card.js").Card} card where it is shown what a comparator does
 * @param {((output: number) => void) | null} pick
 */
export function makeSheet(network, { width, tall }, hand, card, pick) {
  const at = place(network, width, tall);
  const plan = { network, at };
  /** @type {Picture | null} */
  let seen = null;
  const svg = document.createElementNS(SVG, "svg");
  set(svg, {
    viewBox: `0 0 ${at.width} ${at.height}`,
    height: at.height,
    role: "group",
    "aria-label": NAMES[network.below],
  });
  const pointOf = (/** @type {PointerEvent} */ event) => {
    const { left, top, width, height } = svg.getBoundingClientRect();
    return {
      x: ((event.clientX - left) * at.width) / width,
      y: ((event.clientY - top) * at.height) / height,
    };
  };
  svg.addEventListener("pointermove", (event) => {
    const over = /** @type {Element} */ (event.target);
    if (!seen || hand.dragged || over.closest(".handle, .reach")) return;
    if (hand.looked === null) hand.light(tokenNear(seen, pointOf(event)));
  });
  svg.addEventListener("pointerleave", () => hand.light(null));
  const group = () => shape(svg, "g");
  const frame = makeFrame(group(), plan, pick);
  const comparators = makeComparators(group(), plan, hand, card);
  const handles = makeHandles(group(), plan, hand, pointOf);
  return {
    ...plan,
    svg,
    handles,
    comparators,
    /**
     * A run of the network.
     * @param {Picture} picture
     * @param {Colour} colour
     */
    show(picture, colour) {
      seen = picture;
      frame.show(picture);
      handles.show(picture, colour);
      comparators.show(picture, colour);
    },
  };
}

/**
 * A run as it is drawn. The hand says at every moment what is lit, and where the axis begins and
 * ends.
 * @param {Plan} plan
 * @param {Picture["run"]} run
 * @param {Hand} hand
 * @returns {Picture}
 */
export function pictureOf({ network, at }, run, hand) {
  const measures = {
    network,
    cell: (/** @type {number} */ column, /** @type {number} */ wire) => column * network.n + wire,
    valueY: (/** @type {number} */ value) =>
      at.valueBottom - 12 - shareOf(value, hand.span()) * (at.valueBottom - at.valueTop - 24),
  };
  // The inputs that meet in a comparator, by the larger shares on the way there.
  const metIn = (/** @type {number} */ k) => {
    const { layer, low, high } = network.comparators[k];
    return [low, high].map((wire) => run.tokens[measures.cell(layer, wire)]);
  };
  return {
    ...measures,
    run,
    at,
    hues: huesNow(run.soft.subarray(0, network.n)),
    softHeights: heightsOf(measures, run.soft, run.tokens),
    hardHeights: heightsOf(measures, run.hard, run.hardTokens),
    get lit() {
      const { looked, lit } = hand;
      return looked === null ? (lit === null ? [] : [lit]) : metIn(looked);
    },
    get looked() {
      return hand.looked;
    },
  };
}
