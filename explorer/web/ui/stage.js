// The stage: an explorer on the full screen, as a lecturer shows it on a wall.

import { activeIn, element, keepKeys, keepMark, say } from "./elements.js";
import { hearKeys } from "./stage_keys.js";
import { STAGED, tellWall, zoomFor } from "./wall.js";

/** @import { Act } from "./stage_keys.js" */
/** @import { Cue } from "./cue.js" */

/** @type {Cue | null} */
let shown = null; // of a page, one explorer at a time

/**
 * While `cue` is on, `root` fills the screen; where that is denied, or no person asked for it, its
 * window. `acts` are what keys do there: each may return a remark on what it did; `keysOf` tells
 * them. Returns how to stop.
 * @param {HTMLElement} root
 * @param {Cue} cue
 * @param {{acts: Record<Act, () => string | void>, keys: string}} given
 */
export function makeStage(root, cue, { acts, keys }) {
  const remark = element("span", { class: "keys", role: "status" }, keys);
  const leave = element("button", { type: "button", title: "Back to the page" }, "Leave (Esc)");
  const bar = element("div", { class: "diffsort-stagebar" }, remark, leave);
  const off = () => cue.turn(false);
  const told = {
    ...acts,
    // Once the browser has left the full screen, it is heard of.
    leave: () => root.matches(":fullscreen") ? void document.exitFullscreen() : off(),
  };
  leave.addEventListener("click", told.leave);
  keepKeys(bar);
  /** @type {HTMLElement | null} */
  let before = null; // what had the focus
  let scrolled = 0; // the page behind
  /** @type {(() => void)[]} */
  let stops = [];

  /** @param {boolean} asked */
  function enter(asked) {
    shown?.turn(false);
    shown = cue;
    before = activeIn(root);
    scrolled = globalThis.scrollY;
    const place = root.parentElement;
    if (place) place.style.minHeight = `${place.offsetHeight}px`; // the page behind stays as it is
    root.append(bar);
    root.classList.add(STAGED);
    root.tabIndex = -1;
    keepMark(root);
    say(remark, keys);
    const fit = () => {
      root.style.zoom = String(zoomFor(globalThis.innerWidth, globalThis.innerHeight));
      tellWall();
    };
    const act = (/** @type {Act} */ name) => say(remark, told[name]() || keys);
    stops = [
      hearKeys(root, act),
      on(globalThis, "resize", fit),
      on(globalThis, "beforeprint", off), // on paper it is as it is in its page
    ];
    fit();
    fill(asked);
  }

  /** @param {boolean} asked */
  async function fill(asked) {
    if (!cue.isOn()) return;
    if (!root.isConnected) return void requestAnimationFrame(() => fill(asked));
    if (asked && root.requestFullscreen) {
      try {
        await root.requestFullscreen();
        if (!cue.isOn()) return void document.exitFullscreen();
        stops.push(
          on(document, "fullscreenchange", () => root.matches(":fullscreen") || off()),
        );
        return root.focus({ preventScroll: true });
      } catch {
        if (!cue.isOn()) return; // it is denied
      }
    }
    // Above all else, and out of what would hold a fixed element in.
    root.popover = "manual";
    root.showPopover();
    root.focus({ preventScroll: true });
    tellWall();
  }

  function exit() {
    if (shown === cue) shown = null;
    stops.forEach((stop) => stop());
    stops = [];
    const full = root.matches(":fullscreen"), place = root.parentElement;
    if (root.popover) {
      if (root.matches(":popover-open")) root.hidePopover();
      root.popover = null;
    }
    bar.remove();
    root.classList.remove(STAGED);
    root.removeAttribute("tabindex");
    root.style.zoom = "";
    tellWall();
    const back = () => {
      if (cue.isOn()) return;
      if (place) place.style.minHeight = "";
      globalThis.scrollTo(globalThis.scrollX, scrolled);
      if (before?.isConnected) before.focus({ preventScroll: true });
    };
    if (full) document.exitFullscreen().then(back, back); // it has no place in its page before that
    else back();
  }

  const unhear = cue.hear((on, asked) => on ? enter(asked) : exit());
  if (cue.isOn()) enter(false);
  return () => {
    unhear();
    if (cue.isOn()) exit();
  };
}

/**
 * @param {EventTarget} target
 * @param {string} name
 * @param {() => void} listener
 */
function on(target, name, listener) {
  target.addEventListener(name, listener, true); // before whoever draws
  return () => target.removeEventListener(name, listener, true);
}
