// The playhead and its buttons. Playing, stepping and scrubbing happen in the browser alone:
// nothing is sent.

import { element, say } from "../ui/elements.js";
import { still } from "../ui/opening.js";
import { set, shape, SVG } from "../ui/shapes.js";
import { beatAfter, beatAt, beatBefore } from "../marks/beats.js";
import { carried, lasts } from "../marks/pace.js";
import { clamp } from "../marks/places.js";

const OPENING = 4.5; // seconds that a whole run takes at most when it is played by itself
const SPEEDS = [0.25, 0.5, 1, 2, 4];
/** @type {Record<string, string>} */
const ICONS = {
  back: "M13 2v12L6 8zM3 2h2v12H3z",
  "beat back": "M11 3.5v9L5 8z",
  play: "M4 2l10 6-10 6z",
  "play backwards": "M12 2L2 8l10 6z",
  pause: "M4 2h3v12H4zM9 2h3v12H9z",
  "beat forward": "M5 3.5L11 8l-6 4.5z",
  forward: "M3 2l7 6-7 6zM11 2h2v12h-2z",
};

/** @param {string} path */
function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  set(svg, { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" });
  shape(svg, "path", { d: path, fill: "currentColor" });
  return svg;
}

/**
 * show() is called whenever the playhead has moved; position 2.5 is half-way through the third
 * layer. A derivative is followed backwards.
 * @param {() => void} show
 */
export function makePlayer(show) {
  const bar = element("div", { class: "diffsort-bar", role: "group", "aria-label": "Playback" });
  const player = {
    bar,
    position: 0,
    playing: false,
    /** @type {number[]} the seconds of each layer */
    pace: [],
    backwards: false,
    stop() {
      player.playing = false;
      cancelAnimationFrame(frame);
      opened?.(false);
    },
    /**
     * Play once from one end to the other, in a few seconds however many layers there are, until a
     * person touches anything. Who asked for less motion sees the end at once.
     * @returns {Promise<boolean>} whether it came to its end
     */
    open() {
      player.stop();
      player.position = still() ? player.end : depth - player.end;
      show();
      if (player.position === player.end) return Promise.resolve(true);
      return new Promise((resolve) => {
        opened = (whole) => {
          opened = null;
          resolve(whole);
        };
        run(Math.max(lasts(player.pace) / OPENING, 1));
      });
    },
    /** @param {number} target */
    go(target) {
      player.stop();
      player.position = clamp(target, 0, depth);
      show();
    },
    toggle() {
      if (player.playing) return player.go(player.position);
      if (depth) run();
    },
    /** Where a run ends. */
    get end() {
      return player.backwards ? 0 : depth;
    },
    /**
     * Another network.
     * @param {number} layers
     */
    fit(layers) {
      depth = layers;
      scrub.max = String(depth);
      player.position = clamp(player.position, 0, depth);
    },
    /**
     * What a key does wherever it is pressed, but in what has a use of its own for it.
     * @param {KeyboardEvent} event
     */
    key(event) {
      act(event, beatKeys[`${event.shiftKey ? "Shift " : ""}${event.key}`]);
    },
    back: () => player.go(Math.ceil(player.position) - 1),
    forward: () => player.go(Math.floor(player.position) + 1),
    tell,
  };
  let depth = 0;
  let frame = 0;
  /** @type {((whole: boolean) => void) | null} to be told how what plays by itself came out */
  let opened = null;

  /**
   * @param {string} label
   * @param {string} picture
   * @param {() => void} act
   */
  const button = (label, picture, act, title = label, className = "") => {
    const node = element(
      "button",
      { type: "button", "aria-label": label, title, class: className },
      icon(picture),
    );
    node.addEventListener("click", act);
    bar.append(node);
    return node;
  };
  const { back, forward } = player;
  const beatBack = () => player.backwards ? back() : player.go(beatBefore(player.position));
  const beatForward = () => player.backwards ? forward() : player.go(beatAfter(player.position));
  button("Step back", ICONS.back, back, "One layer back (left arrow)");
  button("Beat back", ICONS["beat back"], beatBack, "A part of a layer back (comma)");
  const play = button("Play", ICONS.play, () => player.toggle(), "Play or pause (space)", "play");
  button("Beat forward", ICONS["beat forward"], beatForward, "A part of a layer on (full stop)");
  button("Step forward", ICONS.forward, forward, "One layer on (right arrow)");
  const tooltip = "Drag, or use the arrow keys, to move through the layers";
  const scrub = element("input", {
    type: "range",
    class: "scrub",
    min: 0,
    step: 0.01,
    "aria-label": "Layer",
    title: tooltip,
  });
  const where = element("span", { class: "where", "aria-hidden": "true" });
  const speeds = element("select", { "aria-label": "Speed", title: "How fast to play" });
  for (const value of SPEEDS) {
    speeds.append(element("option", { value }, `${value} ×`));
  }
  speeds.value = "1";
  bar.append(scrub, where, speeds);
  scrub.addEventListener("input", () => {
    player.stop();
    player.position = Number(scrub.value);
    show();
  });
  /** @type {Record<string, () => void>} */
  const layers = { ArrowRight: forward, ArrowUp: forward, ArrowLeft: back, ArrowDown: back };
  /** @type {Record<string, () => void>} */
  const beatKeys = {
    ".": beatForward,
    ",": beatBack,
    "Shift ArrowRight": beatForward,
    "Shift ArrowLeft": beatBack,
  };
  bar.addEventListener("keydown", (event) => {
    const over = /** @type {Element} */ (event.target);
    if (event.shiftKey || over.matches("select")) return;
    act(event, layers[event.key]);
  });

  /**
   * @param {KeyboardEvent} event
   * @param {(() => void) | undefined} step
   */
  function act(event, step) {
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step();
  }

  /** @param {number} [speed] instead of the one that is chosen */
  function run(speed) {
    const to = player.end;
    if (player.position === to) player.position = depth - to;
    player.playing = true;
    let last = performance.now();
    const stepAt = player.backwards ? Math.ceil : beatAt;
    let moved = player.position; // what a reader who wants no motion does not see
    const tick = (/** @type {number} */ now) => {
      if (!player.playing) return;
      const seconds = Math.max(now - last, 0) / 1000; // a first frame may be from before the click
      const step = seconds * (speed ?? Number(speeds.value));
      moved = carried(player.pace, moved, player.backwards ? -step : step);
      last = Math.max(now, last);
      player.position = still() ? stepAt(moved) : moved;
      if (moved === to) {
        opened?.(true);
        player.stop();
      } else frame = requestAnimationFrame(tick);
      show();
    };
    frame = requestAnimationFrame(tick);
    show();
  }

  // Say where the playhead is, in the slider, in words and on the button.
  function tell() {
    const { position } = player;
    const words = position
      ? `${position % 1 ? "in" : "after"} layer ${Math.ceil(position)} of ${depth}`
      : "at the input";
    scrub.value = String(position);
    set(scrub, { "aria-valuetext": words });
    say(where, words);
    const label = player.playing ? "Pause" : player.backwards ? "Play backwards" : "Play";
    if (play.dataset.says === label) return;
    play.dataset.says = label;
    play.setAttribute("aria-label", label);
    play.replaceChildren(icon(ICONS[label.toLowerCase()]), ` ${label.toLowerCase()}`);
  }

  return player;
}
