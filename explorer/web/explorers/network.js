// The animated network: the run of what was chosen is computed, drawn, played, dragged and looked
// at closely.

import { activeIn, element, keepKeys, say } from "../ui/elements.js";
import { hearLetGo, letGo } from "../ui/held.js";
import { set } from "../ui/shapes.js";
import { hearWall, roomOf } from "../ui/wall.js";
import { beats } from "../marks/beats.js";
import { paceOf } from "../marks/pace.js";
import { verdictsIn } from "../marks/scene.js";
import { layerWords } from "../words/verdict.js";
import { makeCard } from "./network_card.js";
import { DiffsortError } from "../sort/errors.js";
import { makePlayer } from "./network_player.js";
import { makeHand } from "./network_hand.js";
import { makeHint } from "./network_hint.js";
import { makeInk } from "./network_ink.js";
import { makeSheet, pictureOf, withRoom } from "./network_sheet.js";

/** @import { Picture } from "../marks/strands.js" */
/** @import { Opening } from "../ui/opening.js" */
/** @import { Choices, Scene, Scenes } from "./network_scenes.js" */

/** What can be done with numbers, and with zeros and ones. */
const HINTS = ["Drag the round handles to change the numbers.", "Click a round handle to flip it."]
  .map((hint) => `${hint} Point at an arrow, or tab to it, to see what it does.`);

/**
 * Where the choices come from and go to: now() gives what is to be drawn; put(values) and
 * pick(output), null where none can be picked, hear what a person does in the picture; `tall(width)`:
 * how high it may be, where other pictures are to be seen with it; the targets of a `goal` are marked.
 * @typedef {{now: () => Choices, put: (values: number[]) => void,
 *   pick: ((output: number) => void) | null, tall?: (width: number) => number,
 *   goal?: import("../ui/goal.js").Goal}} Source
 */

/**
 * Of what is drawn, the `scene` is another one for other choices, the `sheet` for another network
 * or width, and the `picture`, the scene's run on that sheet, with either; what a person does in it
 * is in `hand`. Returns how to draw anew, how it opens, and how to stop.
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
  /** @type {number | undefined} */
  let room; // how high the picture may be, on a stage
  /** @type {Choices["below"] | null} */
  let asked = null; // what is to stand below the network, where there is room for it
  let untouched = false; // since it opened by itself, of which nothing is spoken

  const page = makePage();
  const { root, holder } = page;
  const hand = makeHand(choices, {
    lit: () => picture && ink.paint(picture),
    moved: () => sheet?.handles.again(),
  });
  const hint = makeHint(holder);
  const player = makePlayer(showPosition);
  const ink = makeInk(root, showRun);
  root.append(
    page.title,
    page.sentence,
    page.spoken,
    player.bar,
    holder,
    page.legend,
    page.card.node,
  );
  el.append(root);
  root.addEventListener("keydown", (event) => {
    const over = /** @type {Element} */ (event.target);
    if (event.key === "Escape") sheet?.comparators.leave();
    if (event.key === " " && !over.matches("button, select")) {
      event.preventDefault();
      player.toggle();
    } else if (!over.matches(".handle, select")) player.key(event);
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
    if (next === scene && !refused) return aim();
    const other = next.drawn !== scene?.drawn;
    scene = next;
    refused = false;
    if (other) {
      player.stop();
      player.position = 0;
      Object.assign(hand, { lit: null, looked: null });
    }
    draw(other || now.below !== asked ? now.below : null);
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
    const activeElement = activeIn(holder);
    const focused = stops().findIndex((stop) => stop === activeElement);
    if (below) build(below);
    showRun();
    if (below) stops()[focused]?.focus({ preventScroll: true });
  }

  /** @param {Choices["below"]} below */
  function build(below) {
    if (!scene) return;
    page.card.close(); // its arrow goes
    hand.looked = null;
    const { network: { n, depth }, ...layout } = scene.drawn;
    const width = Math.max(holder.clientWidth, 300);
    if (hand.dragged) queueMicrotask(hand.release); // the handle goes, and its last event with it
    hand.dragged = null;
    room = roomOf(holder);
    const size = { width, tall: room ?? choices.tall?.(width) };
    asked = below;
    const all = { ...layout, n, depth, below }, network = room ? withRoom(all, width, room) : all;
    sheet = makeSheet(network, size, hand, page.card, choices.pick);
    holder.replaceChildren(element("div", {}, ink.still, sheet.svg, ink.moving));
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
    say(page.legend, `${run.legend} ${HINTS[Number(run.bits)]}`);
    player.backwards = Boolean(run.flow);
    player.pace = paceOf(sheet.network, run);
    root.classList.toggle("flows", player.backwards);
    picture = pictureOf(sheet, run, hand);
    ink.paint(picture);
    sheet.show(picture, colour);
    hint.place();
    aim();
    showPosition();
  }

  function aim() {
    const { goal } = choices;
    if (goal && sheet && picture) {
      sheet.aim(picture, goal.targets(), goal.now()?.step === "correct");
    }
  }

  // At every frame.
  function showPosition() {
    if (!scene || !sheet) return;
    const { position, playing } = player;
    const column = Math[player.backwards ? "ceil" : "floor"](position); // the last that is reached
    const words = wordsAt(position) ?? scene.run.sentences[column];
    ink.move(position);
    sheet.comparators.mark(Math.min(Math.floor(position), sheet.network.depth - 1));
    player.tell();
    say(page.sentence, words);
    if (!playing && !untouched) say(page.spoken, words);
    set(root, {
      "data-layer": column,
      "data-position": position.toFixed(3),
      "data-playing": playing,
    });
  }

  /** It plays once, and rests at the end, where a number can be dragged. @type {Opening} */
  const opening = {
    play(ended) {
      let wanted = true;
      untouched = true;
      player.open().then(() => {
        if (!wanted) return;
        hint.show();
        ended();
      });
      return (touch) => {
        wanted = false;
        if (player.playing && !pauses(touch)) player.go(player.position);
      };
    },
    end() {
      untouched = true;
      player.go(player.end);
      hint.show();
    },
    touched() {
      untouched = false;
      hint.hide();
    },
  };

  /**
   * What is said within a layer; null at a column, and where a derivative is followed.
   * @param {number} position
   */
  function wordsAt(position) {
    const layer = Math.floor(position);
    if (position === layer || !picture || picture.run.flow) return null;
    const told = beats(position - layer).verdict > 0 ? verdictsIn(picture, layer) : [];
    return layerWords(layer, picture.network.actions, told);
  }

  const resized = new ResizeObserver(() => {
    if (!sheet || !holder.clientWidth) return;
    const other = holder.clientWidth !== sheet.at.width || roomOf(holder) !== room;
    draw(other ? asked : null);
  });
  receive();
  const unhear = hearLetGo(showRun);
  const unwall = hearWall(() => sheet && holder.clientWidth && draw(asked));
  resized.observe(holder);
  return {
    draw: receive,
    opening,
    acts: {
      play: player.toggle,
      back: player.back,
      forward: player.forward,
      start: () => player.go(sheet ? sheet.network.depth - player.end : 0),
      end: () => player.go(player.end),
    },
    stop() {
      player.stop();
      page.card.close();
      ink.stop();
      unhear();
      unwall();
      if (hand.dragged) letGo();
      resized.disconnect();
    },
  };
}

/**
 * Whether a touch is about to pause what plays, by itself.
 * @param {Event} [touch]
 */
function pauses(touch) {
  const over = /** @type {Element | undefined} */ (touch?.target);
  const key = touch instanceof KeyboardEvent ? touch.key : null;
  if (key === null || key === "Enter") return Boolean(over?.closest(".play"));
  return key === " " && (over?.closest(".play") || !over?.matches("button, select"));
}

// What stands in the picture's element, but for its buttons.
function makePage() {
  return {
    root: element("div", { class: "diffsort diffsort-network" }),
    title: element("h3"),
    sentence: element("p", { class: "sentence" }),
    spoken: element("p", { "aria-live": "polite", class: "diffsort-spoken" }),
    holder: element("div", { class: "picture" }),
    card: makeCard(),
    legend: element("p", { class: "legend" }),
  };
}
