// The keys of a lecturer, who may stand at the back with a presenter: what each does on the stage,
// wherever the focus is, but in what has a use of its own for it.

import { TOUCH } from "./opening.js";

/**
 * @typedef {"play" | "back" | "forward" | "start" | "end" | "up" | "down" | "fresh" | "leave"} Act
 */

/** @type {Record<string, Act>} a presenter's buttons are the pages */
const KEYS = {
  " ": "play",
  ArrowLeft: "back",
  PageUp: "back",
  ArrowRight: "forward",
  PageDown: "forward",
  Home: "start",
  End: "end",
  "+": "up",
  "=": "up", // the same key without Shift
  "-": "down",
  n: "fresh",
  f: "leave",
  Escape: "leave",
};
/** The key that enters a stage, and leaves it. */
export const ENTER = "f";
const PRESSED = ["play"];
/** @type {[selector: string, own: string[] | null][]} the acts whose keys are their own; null: all */
const OWNERS = [
  ["input[type=range], [role=slider], .comparator", ["back", "forward", "start", "end"]],
  ["button, summary, a", PRESSED],
  ["select, textarea, input:not([type=range]), [contenteditable]", null],
];

/**
 * What a key does; null where it does nothing, or what has the focus needs it.
 * @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">} event
 * @param {{matches: (selector: string) => boolean}} over
 * @returns {Act | null}
 */
export function actOf({ key, ctrlKey, metaKey, altKey, shiftKey }, over) {
  if (ctrlKey || metaKey || altKey) return null;
  const act = Object.hasOwn(KEYS, key) ? KEYS[key] : null;
  if (!act || (shiftKey && key !== "+")) return null;
  const owner = OWNERS.find(([selector]) => over.matches(selector));
  return owner && (owner[1] === null || owner[1].includes(act)) ? null : act;
}

/**
 * Hear keys before anything else on the page does: what lies behind a stage has none of them. Returns
 * how to stop.
 * @param {HTMLElement} root
 * @param {(act: Act) => void} does
 */
export function hearKeys(root, does) {
  const hear = (/** @type {KeyboardEvent} */ event) => {
    if (!event.isTrusted) return;
    const [over] = /** @type {Element[]} */ (event.composedPath());
    const inside = root.contains(over);
    const act = actOf(event, inside ? over : root);
    if (!act && inside) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return; // the browser's
    event.stopImmediatePropagation();
    event.preventDefault();
    if (!inside) root.focus({ preventScroll: true });
    if (!act) return;
    root.dispatchEvent(new KeyboardEvent(TOUCH, { key: event.key }));
    does(act);
  };
  globalThis.addEventListener("keydown", hear, true);
  return () => globalThis.removeEventListener("keydown", hear, true);
}

/**
 * Have a key enter the stage while the focus is in an explorer, and in no field that takes letters.
 * @param {HTMLElement} root
 * @param {() => void} enter
 */
export function hearEnter(root, enter) {
  root.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (!event.isTrusted || key !== ENTER || ctrlKey || metaKey || altKey || shiftKey) return;
    const over = /** @type {Element} */ (event.composedPath()[0]);
    if (actOf(event, over) === null) return;
    event.preventDefault();
    event.stopPropagation();
    enter();
  }, true);
}
