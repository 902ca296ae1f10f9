// Shared by all widgets: elements, and what passes between a person and the kernel.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) write(node, name, value);
  node.append(...children);
  return node;
}

/**
 * A style is set as one: its attribute is nothing that the security policy of a saved page lets be
 * written.
 * @param {Element & ElementCSSInlineStyle} node
 * @param {string} name
 * @param {any} value
 */
export function write(node, name, value) {
  if (name === "style") node.style.cssText = value;
  else node.setAttribute(name, value);
}

/**
 * @param {Node} node
 * @param {string} text
 */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** @typedef {{silent?: () => void, wait?: number}} Asked what to do when none answers within ms */

/**
 * What a person does is sent to the kernel by tell(), and whoever gets something from there says
 * hears(): waiting.js watches both.
 */
export const SIGNAL = "diffsort-signal";

/**
 * @param {EventTarget} el
 * @param {() => void} send
 * @param {Asked} asked
 */
export function tell(el, send, asked = {}) {
  try {
    send();
  } catch {
    // there is no kernel: nothing will answer
  }
  hears(el, asked);
}

/**
 * @param {EventTarget} el
 * @param {Asked} [detail]
 */
export function hears(el, detail) {
  el.dispatchEvent(new CustomEvent(SIGNAL, { bubbles: true, detail }));
}

/**
 * What holds an element, also where it lies in a shadow.
 * @param {Element} node
 */
export function parentOf(node) {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * What has the focus, also where it lies in a shadow.
 * @param {Node} node
 */
export function activeIn(node) {
  const { activeElement } = /** @type {Document | ShadowRoot} */ (node.getRootNode());
  return /** @type {HTMLElement | null} */ (activeElement ?? null);
}

/**
 * Without this mark on the focused element itself, JupyterLab takes its arrow keys for moving
 * between cells.
 * @param {Element} node
 */
export const keepMark = (node) => node.setAttribute("data-lm-suppress-shortcuts", "true");

/**
 * The mark on all of an element that can have the focus.
 * @param {ParentNode} root
 */
export function keepKeys(root) {
  for (
    const node of root.querySelectorAll("input, select, textarea, button, summary, [tabindex]")
  ) {
    keepMark(node);
  }
}
