// The animated network: the run of what was chosen is computed, drawn, played, dragged and looked at closely.

import { element, keepKeys, say } from "../ui/elements.js";
import { set, shape, SVG } from "../ui/shapes.js";
import { place, shareOf } from "../marks/places.js";
import { heightsOf } from "../marks/network.js";
import { makePlayer } from "./network_player.js";
import { makeFrame } from "./network_frame.js";
import { makeComparators, tokenNear } from "./network_closer.js";
import { makeHandles } from "./network_handles.js";
import { makeInk } from "./network_ink.js";

/**
 * `scenes` computes what is drawn, and `choices` are where it comes from and goes to: now() gives
 * what is to be drawn; put(values) and pick(output), null where none can be picked, hear what a
 * person does in the picture; settle() that an input was let go. Returns how to draw anew, whether
 * an input is dragged, and how to stop.
 * @param {HTMLElement} el
 * @param {ReturnType<typeof import("./network_scenes.js").makeScenes>} scenes
 * @param {{now: () => any, put: (values: number[]) => void, pick: ((output: number) => void) | null,
 *   settle?: () => void}} choices
 */
export function makeNetwork(el, scenes, choices) {
  const root = element("div", { class: "diffsort diffsort-network" });
  const view = {
    choices,
    root,
    title: element("h3"),
    sentence: element("p", { class: "sentence" }),
    spoken: element("p", { "aria-live": "polite", class: "diffsort-spoken" }),
    holder: element("div", { class: "picture" }),
    card: element("div", { class: "card", id: `ds-${Math.random().toString(36).slice(2)}` }),
    legend: element("p", { class: "legend" }),
    values: [], // the inputs as the reader has them
    dragged: null, // the domain while an input is dragged: the axis holds still meanwhile
    lit: null, // the input whose way is lit up
    drawn: 0,
  };
  Object.assign(view, measures(view), { showRun: () => showRun(view) });
  view.player = makePlayer(() => showPosition(view));
  view.ink = makeInk(view, () => showRun(view));
  root.append(
    view.title,
    view.sentence,
    view.spoken,
    view.player.bar,
    view.holder,
    view.card,
    view.legend,
  );
  el.append(root);
  root.addEventListener("keydown", (event) => {
    if (event.key === " " && !event.target.matches("button, select")) {
      event.preventDefault();
      view.player.toggle();
    }
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation(); // the notebook has its own meaning for letters
  });
  return follow(view, scenes);
}

// Where a cell of the run is kept and how a value is shown, at the present.
function measures(view) {
  return {
    cell: (column, wire) => column * view.network.n + wire,
    part: (value) => shareOf(value, view.run.domain),
    domain: () => view.dragged ?? view.run.domain,
    valueY: (value) =>
      view.at.valueBottom - 12 -
      shareOf(value, view.domain()) * (view.at.valueBottom - view.at.valueTop - 24),
    pointOf(event) {
      const { left, top, width, height } = view.svg.getBoundingClientRect();
      return {
        x: ((event.clientX - left) * view.at.width) / width,
        y: ((event.clientY - top) * view.at.height) / height,
      };
    },
    light(token) {
      if (token === view.lit) return;
      view.lit = token;
      view.ink.paint();
    },
  };
}

// Draw what is chosen, at the width and in the theme that the page has. Returns how to stop.
function follow(view, scenes) {
  const { holder, player } = view;
  let known = null; // what the present picture is of
  const receive = () => {
    const now = view.choices.now();
    if (!now.network || !now.values.length) return;
    let next;
    try {
      next = scenes.of(now);
    } catch (error) {
      if (error.name !== "DiffsortError") throw error;
      known = null; // the picture stays, and says why
      return say(view.sentence, `${error.message}.`);
    }
    view.values = now.values;
    if (next === known) return;
    const other = next.drawn !== view.network?.drawn;
    const anew = other || now.below !== view.network.below;
    const { n, depth } = next.drawn.network;
    if (anew) view.network = { ...next.drawn, drawn: next.drawn, n, depth, below: now.below };
    view.run = next.run;
    known = next;
    if (other) {
      player.stop();
      player.position = 0;
      view.lit = null;
    }
    draw(view, anew);
    view.root.dataset.drawn = ++view.drawn;
  };
  const resized = new ResizeObserver(() => {
    if (!view.network || !holder.clientWidth) return;
    draw(view, holder.clientWidth !== view.at.width);
  });
  receive();
  resized.observe(holder);
  return {
    draw: receive,
    isDragged: () => Boolean(view.dragged),
    stop() {
      player.stop();
      view.ink.stop();
      resized.disconnect();
    },
  };
}

// Draw the present run; where the parts are made anew, the part that takes the place of the focused one is focused.
function draw(view, anew) {
  const stops = () => [...view.holder.querySelectorAll("[tabindex]")];
  const focused = stops().indexOf(view.holder.getRootNode().activeElement);
  if (anew) build(view);
  showRun(view);
  if (anew) stops()[focused]?.focus({ preventScroll: true });
}

// Once for a network and a width.
function build(view) {
  const { network, root, holder } = view;
  const at = place(network, Math.max(holder.clientWidth, 300));
  const svg = document.createElementNS(SVG, "svg");
  set(svg, {
    viewBox: `0 0 ${at.width} ${at.height}`,
    height: at.height,
    role: "group",
    "aria-label": NAMES[network.below],
  });
  holder.replaceChildren(element("div", {}, ...view.ink.sheets, svg));
  root.classList.toggle("narrow", at.narrow);
  root.classList.toggle("crowded", network.n > 12);
  Object.assign(view, { at, svg, dragged: null }); // the handle went, and its last event with it
  view.ink.fit();
  svg.addEventListener("pointermove", (event) => {
    if (!view.dragged && !event.target.closest(".handle")) {
      view.light(tokenNear(view, view.pointOf(event)));
    }
  });
  svg.addEventListener("pointerleave", () => view.light(null));
  const group = () => shape(svg, "g");
  view.frame = makeFrame(view, group());
  view.comparators = makeComparators(view, group());
  view.handles = makeHandles(view, group());
  keepKeys(root);
  view.player.fit(network.depth);
}

const NAMES = {
  values: "The network, by wire and by value",
  "hard network": "The soft network, and the hard one below",
  nothing: "The network, by wire",
};

// After every run.
function showRun(view) {
  const { run, player } = view;
  view.colour = view.ink.hue();
  say(view.title, run.title);
  say(view.legend, run.legend);
  player.backwards = Boolean(run.flow);
  view.root.classList.toggle("flows", player.backwards);
  view.softHeights = heightsOf(view, run.soft, run.tokens);
  view.hardHeights = heightsOf(view, run.hard, run.hardTokens);
  view.ink.paint();
  view.frame.show();
  view.handles.show();
  view.comparators.show();
  showPosition(view);
}

// At every frame.
function showPosition({ root, run, network, player, ink, comparators, sentence, spoken }) {
  const { position, playing } = player;
  const column = Math[player.backwards ? "ceil" : "floor"](position); // the last that is reached
  const layer = Math.min(Math.floor(position), network.depth - 1);
  ink.move(position);
  comparators.mark(layer);
  player.tell();
  say(sentence, run.sentences[column]);
  if (!playing) say(spoken, run.sentences[column]);
  set(root, {
    "data-layer": column,
    "data-position": position.toFixed(3),
    "data-playing": playing,
  });
}
