// The card of a comparator: a small picture beside it, above everything else on the page.

import { beside, seenOf } from "../ui/beside.js";
import { element, say } from "../ui/elements.js";
import { set, shape, SVG } from "../ui/shapes.js";
import { zoomOf } from "../ui/wall.js";
import { derivativeLine, exchangeWords, shareWords } from "../words/comparator.js";
import { number } from "../words/number.js";

/** @import { Exchange } from "../words/comparator.js" */
/** @import { Box } from "../ui/beside.js" */

/** @typedef {ReturnType<typeof makeCard>} Card */

/**
 * What a comparator did, and how values look: where one lies between the smallest and the largest,
 * and the colour of what a column holds on a wire.
 * @typedef {object} Seen
 * @property {Exchange} done
 * @property {(value: number) => number} part
 * @property {(column: number, wire: number) => string} colourAt
 */

const [WIDTH, HEIGHT] = [248, 106]; // pixels of the picture in the card
const [UPPER, LOWER] = [34, 80]; // its two wires
const [BEGIN, END, BAR] = [84, 164, 68]; // where strands begin and end, and the length of a bar

export function makeCard() {
  const svg = document.createElementNS(SVG, "svg");
  set(svg, { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT });
  const title = element("strong");
  const line = element("p");
  const spoken = element("p", {
    class: "diffsort-spoken",
    id: `ds-${Math.random().toString(36).slice(2)}`,
  });
  const shown = element("div", { "aria-hidden": "true" }, title, svg, line);
  const node = element("div", { class: "card", role: "tooltip", popover: "manual" }, shown, spoken);
  let open = false;
  /** @type {() => Box} */
  let placeOf = () => node.getBoundingClientRect();

  function stand() {
    const size = node.getBoundingClientRect();
    const { left, top } = beside(
      placeOf(),
      size,
      seenOf(/** @type {Element} */ (node.parentElement), size),
    );
    const [x, y] = [left, top].map((pixels) => Math.floor(pixels / zoomOf(node)));
    set(node, { style: `left:${x}px;top:${y}px` });
  }
  const close = () => {
    if (open) node.hidePopover();
    open = false;
    globalThis.removeEventListener("scroll", stand, true);
    globalThis.removeEventListener("resize", stand);
  };
  return {
    node,
    id: spoken.id,
    /** @param {Seen} seen */
    fill({ done, part, colourAt }) {
      say(title, `Layer ${done.layer + 1}, wires ${done.low} and ${done.high}`);
      say(spoken, exchangeWords(done).join(" · "));
      say(line, derivativeLine(done));
      svg.replaceChildren();
      paint(svg, done, part, colourAt);
      if (open) stand();
    },
    /**
     * Show it beside a place, which may move while it is open.
     * @param {() => Box} at
     */
    open(at) {
      placeOf = at;
      if (!open && node.isConnected) {
        open = true;
        node.showPopover();
        globalThis.addEventListener("scroll", stand, { capture: true, passive: true });
        globalThis.addEventListener("resize", stand);
      }
      if (open) stand();
    },
    close,
  };
}

/**
 * Two bars in, the strands with what they carry, and two bars out: above is the upper wire.
 * @param {SVGSVGElement} svg
 * @param {Exchange} done
 * @param {Seen["part"]} part
 * @param {Seen["colourAt"]} colourAt
 */
function paint(svg, done, part, colourAt) {
  const { low, high, a, b, least, most } = done;
  const height = (/** @type {number} */ wire) => wire === Math.min(low, high) ? UPPER : LOWER;
  strandsIn(svg, done, height(low), height(high));
  const bar = (
    /** @type {number} */ x,
    /** @type {number} */ column,
    /** @type {number} */ wire,
    /** @type {number} */ value,
  ) => {
    const [y, width, fill] = [height(wire), 3 + part(value) * (BAR - 3), colourAt(column, wire)];
    shape(svg, "rect", { class: "track", x, y: y - 5, width: BAR, height: 10, rx: 2 });
    shape(svg, "rect", { x, y: y - 5, width, height: 10, rx: 2, fill });
  };
  const write = (
    /** @type {string} */ words,
    /** @type {number} */ x,
    /** @type {number} */ y,
    anchor = "start",
  ) => say(shape(svg, "text", { x, y, "text-anchor": anchor, class: "quiet" }), words);
  for (
    const [wire, into, out, name] of /** @type {const} */ ([
      [low, a, least, "min"],
      [high, b, most, "max"],
    ])
  ) {
    bar(4, done.layer, wire, into);
    bar(WIDTH - BAR - 4, done.layer + 1, wire, out);
    write(number(into), 4, height(wire) - 10);
    write(`${name} ${number(out)}`, WIDTH - 4, height(wire) - 10, "end");
  }
}

/**
 * The four strands, with what each carries: of each value, so much stays and so much crosses.
 * @param {SVGSVGElement} svg
 * @param {Exchange} done
 * @param {number} low where the wire of the minimum is
 * @param {number} high
 */
function strandsIn(svg, done, low, high) {
  const middle = (BEGIN + END) / 2;
  const shares = shareWords(done);
  for (
    const [from, to, swap, words] of /** @type {const} */ ([
      [low, low, 1 - shares.ofA, shares.aStays],
      [low, high, shares.ofA, shares.aCrosses],
      [high, high, 1 - shares.ofB, shares.bStays],
      [high, low, shares.ofB, shares.bCrosses],
    ])
  ) {
    const share = Math.min(Math.max(swap, 0), 1);
    if (share >= 0.004) {
      shape(svg, "path", {
        class: from === to ? "strand" : "strand crossing",
        d: `M${BEGIN} ${from}C${middle} ${from} ${middle} ${to} ${END} ${to}`,
        "stroke-width": 1 + 5 * share,
        "stroke-opacity": 0.35 + 0.5 * share,
      });
    }
    if (words === "0 %" || words === "0") continue;
    const [x, y] = from === to
      ? [middle, from + (from === Math.min(low, high) ? -7 : 16)]
      : [BEGIN + 0.28 * (END - BEGIN), from + 0.3 * (to - from) + 4];
    say(shape(svg, "text", { x, y, "text-anchor": "middle" }), words);
  }
}
