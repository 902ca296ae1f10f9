// An explorer is dark where what lies behind it is: each host has its own way to say so, and this one holds in all.

import { parentOf } from "./elements.js";
import { isDark } from "../marks/pens.js";

const SAID_BY = ["class", "style", "data-theme", "data-jp-theme-light", "data-jp-theme-name"];

/** @type {Map<HTMLElement, () => void>} */
const roots = new Map();
/** @type {(() => void) | null} */
let unwatch = null;

/**
 * Keep an element dark or light as its page is; changed() is called when it becomes the other, and
 * when the page has another theme of the same kind. Returns how to stop.
 * @param {HTMLElement} root
 * @param {() => void} changed
 */
export function themed(root, changed) {
  roots.set(root, changed);
  unwatch ??= watch();
  if (root.isConnected) suit(root);
  else requestAnimationFrame(() => suit(root) && changed()); // only then does it stand somewhere
  return () => {
    roots.delete(root);
    if (roots.size) return;
    unwatch?.();
    unwatch = null;
  };
}

/** Watch the page. */
function watch() {
  const look = (renamed = false) =>
    roots.forEach((changed, root) => (suit(root) || renamed) && changed());
  const observer = new MutationObserver((mutations) => {
    look(mutations.some(({ attributeName }) => attributeName?.startsWith("data-jp-theme")));
    setTimeout(look, 400); // where the page's colour moves to another one
  });
  for (const node of [document.documentElement, document.body]) {
    observer.observe(node, { attributeFilter: SAID_BY });
  }
  const query = matchMedia("(prefers-color-scheme: dark)");
  const asked = () => look();
  query.addEventListener("change", asked);
  return () => {
    observer.disconnect();
    query.removeEventListener("change", asked);
  };
}

/**
 * Returns whether it was the other before.
 * @param {HTMLElement} root
 */
function suit(root) {
  const dark = isDark(behind(root));
  const before = root.classList.contains("dark");
  root.classList.toggle("dark", dark);
  root.style.colorScheme = dark ? "dark" : "light";
  return dark !== before;
}

/**
 * The colour that is seen behind an element.
 * @param {Element} root
 */
function behind(root) {
  /** @type {Element | null} */
  let node = parentOf(root);
  while (node) {
    const [colour, opacity] = rgb(getComputedStyle(node).backgroundColor);
    if (opacity > 0.5) return colour;
    node = parentOf(node);
  }
  return "rgb(255, 255, 255)";
}

/** @type {any} a canvas of one pixel */
let dot = null;

/**
 * A computed colour, which may be in any notation, as `rgb(...)`, and its opacity; or what is seen of
 * several, one over the other.
 * @param {string[]} colours
 * @returns {[string, number]}
 */
export function rgb(...colours) {
  dot ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  dot.clearRect(0, 0, 1, 1);
  for (const colour of colours) {
    dot.fillStyle = colour;
    dot.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue, opacity] = dot.getImageData(0, 0, 1, 1).data;
  return [`rgb(${red}, ${green}, ${blue})`, opacity / 255];
}
