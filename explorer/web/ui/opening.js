// An explorer starts by itself: shown for the first time, it plays once. On a page one plays at a
// time, the next when that one has ended.

/** @import { Store } from "./store.js" */

/** Milliseconds that an opening takes at most. */
const MOST = 5000;
const PARTS = Array.from({ length: 51 }, (_, k) => k / 50);
/** Of a window's height, half of what a notebook leaves of it to the page. */
const HALF = 0.4;

/**
 * Whether a model has its opening before it. All of its views share this: the first that is seen
 * takes it.
 * @typedef {{due: boolean}} Once
 */
/**
 * What there is to play: `play(ended)` begins, calls ended() at its end, and returns how to stop,
 * with the touch that stops it, or nothing; `end()` shows the end at once, to who wants no motion;
 * `touched()` hears of the first touch, during it or after.
 * @typedef {{play: (ended: () => void) => (touch?: Event) => void, end: () => void,
 *   touched?: () => void}} Opening
 */
/** @typedef {{seen: boolean, begin: () => void}} Turn */

/** @type {Set<Turn>} */
const waiting = new Set(); // in the order in which they were shown
/** @type {Turn | null} */
let playing = null;

function next() {
  if (playing) return;
  playing = [...waiting].find(({ seen }) => seen) ?? null;
  if (!playing) return;
  waiting.delete(playing);
  playing.begin();
}

/** Whether a person asked the system for less motion. */
export const still = () => globalThis.matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * Have an explorer's opening play once half of `root` is seen, unless a person touches it first, or
 * its choices change. A wheel is no touch. Returns how to stop.
 * @param {HTMLElement} root
 * @param {Pick<Store, "hear">} store
 * @param {Once} once
 * @param {Opening} opening
 */
export function opens(root, store, once, opening) {
  if (!once.due) return () => {};
  /** @type {((touch?: Event) => void) | null} */
  let stop = null; // while it plays
  let late = 0;
  const turn = {
    seen: false,
    begin() {
      if (!once.due) return rest(); // another view has taken it
      once.due = false;
      watch.disconnect();
      late = setTimeout(() => {
        rest();
        opening.end();
      }, MOST);
      let ended = false;
      const end = () => ((ended = true), rest());
      const halt = opening.play(end);
      if (!ended) stop = halt;
    },
  };
  /** @param {Event} [touch] */
  function rest(touch) {
    clearTimeout(late);
    watch.disconnect();
    waiting.delete(turn);
    const halt = stop;
    stop = null;
    halt?.(touch);
    if (playing !== turn) return;
    playing = null;
    next();
  }
  const watch = new IntersectionObserver((entries) => {
    turn.seen = half(entries[entries.length - 1]);
    setTimeout(next); // once all have been told of that are seen now: the first of them plays
  }, { threshold: PARTS });
  /** @param {Event} [event] */
  const touch = (event) => {
    once.due = false;
    forget();
    rest(event);
    opening.touched?.();
  };
  for (const name of TOUCHES) root.addEventListener(name, touch, true);
  const unhear = store.hear(({ by, names }) => {
    if (by !== "opening" && names.length) touch();
  });
  const forget = () => {
    for (const name of TOUCHES) root.removeEventListener(name, touch, true);
    unhear();
  };
  if (still()) {
    once.due = false;
    opening.end();
  } else {
    waiting.add(turn);
    watch.observe(root);
  }
  return () => {
    forget();
    rest();
  };
}

/** What a key is for what opens by itself, where the key itself goes no farther. */
export const TOUCH = "diffsort-touch";
const TOUCHES = ["pointerdown", "keydown", TOUCH];

/**
 * Whether half of what is watched is seen, or half of its window is full of it, as where a lesson
 * begins with some words and its explorer is higher than what they leave.
 * @param {IntersectionObserverEntry} entry
 */
function half({ isIntersecting, intersectionRatio, intersectionRect, rootBounds }) {
  const high = rootBounds?.height ?? globalThis.innerHeight;
  return isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= HALF * high);
}
