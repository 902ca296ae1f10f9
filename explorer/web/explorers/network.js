// The animated network: the run of what was chosen is computed, drawn, played, dragged and looked
// at closely.

import { element, keepKeys, say } from "../ui/elements.js";
import { hearLetGo, letGo } from "../ui/held.js";
import { set } from "../ui/shapes.js";
import { DiffsortError } from "../sort/errors.js";
import { makePlayer } from "./network_player.js";
import { makeHand } from "./network_hand.js";
import { makeInk } from "./network_ink.js";
import { makeSheet, pictureOf } from "./network_sheet.js";

/** @import { Picture } from "../marks/strands.js" */
/** @import { Choices, Scene, Scenes } from "./network_scenes.js" */

/**
 * Where the choices come from and go to: now() gives what is to be drawn; put(values) and
 * pick(output), null where none can be picked, hear what a person does in the picture.
 * @typedef {{now: () => Choices, put: (values: number[]) => void,
 *   pick: ((output: number) => void) | null}} Source
 */

/**
 * Of what is drawn, the `scene` is another one for other choices, the `sheet` for another network
 * or width, and the `picture`, the scene's run on that sheet, with either; what a person does in it
 * is in `hand`. Returns how to draw anew, and how to stop.
 * @param {HTMLElement} el
 * @param {Scenes} scenes computes what is drawn
 * @param {Source} choices
 */
export function makeNetwork(el, scenes, choices) {
  /** @type {Scene | null} */
  let scene = null;
  /** @type {ReturnType<typeof makeSheet> | null} */
  let sheet = null;
  /** @type {Picture | null} */
  let picture = null;
  let refused = false; // whether the choices were: then the picture stays, and says why
  let drawn = 0; // how often: who waits for a picture reads it

  const page = makePage();
  const { root, holder } = page;
  const hand = makeHand(choices, {
    lit: () => picture && ink.paint(picture),
    moved: () => sheet?.handles.again(),
  });
  const player = makePlayer(showPosition);
  const ink = makeInk(root, showRun);
  root.append(page.title, page.sentence, page.spoken, player.bar, holder, page.card, page.legend);
  el.append(root);
  root.addEventListener("keydown", (event) => {
    const over = /** @type {Element} */ (event.target);
    if (event.key === " " && !over.matches("button, select")) {
      event.preventDefault();
      player.toggle();
    }
    // The notebook has its own meaning for letters.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  });

  function receive() {
    const now = choices.now();
    if (!now.network || !now.values.length) return;
    let next;
    try {
      next = scenes.of(now);
    } catch (error) {
      if (!(error instanceof DiffsortError)) throw error;
      refused = true;
      return say(page.sentence, `${error.message}.`);
    }
    const { bits, domain } = next.run;
    Object.assign(hand, { values: now.values, bits, domain });
    if (next === scene && !refused) return;
    const other = next.drawn !== scene?.drawn;
    scene = next;
    refused = false;
    if (other) {
      player.stop();
      player.position = 0;
      hand.lit = null;
    }
    draw(other || now.below !== sheet?.network.below ? now.below : null);
    root.dataset.drawn = String(++drawn);
  }

  /**
   * Draw the present run. Where there is to be a new sheet, with this below the network, the part
   * that takes the place of the focused one is focused.
   * @param {Choices["below"] | null} below
   */
  function draw(below) {
    const stops = () => /** @type {(HTMLElement | SVGElement)[]} */ ([
      ...holder.querySelectorAll("[tabindex]"),
    ]);
    const { activeElement } = /** @type {Document | ShadowRoot} */ (holder.getRootNode());
    const focused = stops().findIndex((stop) => stop === activeElement);
    if (below) build(below);
    showRun();
    if (below) stops()[focused]?.focus({ preventScroll: true });
  }

  /** @param {Choices["below"]} below */
  function build(below) {
    if (!scene) return;
    const { network: { n, depth }, ...layout } = scene.drawn;
    const width = Math.max(holder.clientWidth, 300);
    if (hand.dragged) queueMicrotask(hand.release); // the handle goes, and its last event with it
    hand.dragged = null;
    sheet = makeSheet({ ...layout, n, depth, below }, width, hand, page.card, choices.pick);
    holder.replaceChildren(element("div", {}, ...ink.sheets, sheet.svg));
    root.classList.toggle("narrow", sheet.at.narrow);
    root.classList.toggle("crowded", n > 12);
    ink.fit(sheet.at);
    keepKeys(root);
    player.fit(depth);
  }

  // After every run.
  function showRun() {
    if (!scene || !sheet) return;
    const { run } = scene;
    const colour = ink.hue();
    say(page.title, run.title);
    say(page.legend, run.legend);
    player.backwards = Boolean(run.flow);
    root.classList.toggle("flows", player.backwards);
    picture = pictureOf(sheet, run, hand);
    ink.paint(picture);
    sheet.show(picture, colour);
    showPosition();
  }

  // At every frame.
  function showPosition() {
    if (!scene || !sheet) return;
    const { position, playing } = player;
    const column = Math[player.backwards ? "ceil" : "floor"](position); // the last that is reached
    const words = scene.run.sentences[column];
    ink.move(position);
    sheet.comparators.mark(Math.min(Math.floor(position), sheet.network.depth - 1));
    player.tell();
    say(page.sentence, words);
    if (!playing) say(page.spoken, words);
    set(root, {
      "data-layer": column,
      "data-position": position.toFixed(3),
      "data-playing": playing,
    });
  }

  const resized = new ResizeObserver(() => {
    if (!sheet || !holder.clientWidth) return;
    draw(holder.clientWidth !== sheet.at.width ? sheet.network.below : null);
  });
  receive();
  const unhear = hearLetGo(showRun);
  resized.observe(holder);
  return {
    draw: receive,
    stop() {
      player.stop();
      ink.stop();
      unhear();
      if (hand.dragged) letGo();
      resized.disconnect();
    },
  };
}

// What stands in the picture's element, but for its buttons.
function makePage() {
  return {
    root: element("div", { class: "diffsort diffsort-network" }),
    title: element("h3"),
    sentence: element("p", { class: "sentence" }),
    spoken: element("p", { "aria-live": "polite", class: "diffsort-spoken" }),
    holder: element("div", { class: "picture" }),
    card: element("div", { class: "card", id: `ds-${Math.random().toString(36).slice(2)}` }),
    legend: element("p", { class: "legend" }),
  };
}
