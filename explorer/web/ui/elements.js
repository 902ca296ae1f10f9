// Shared by all widgets: elements, and what passes between a person and the kernel.

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

// What a person does is sent to the kernel by tell(), and whoever gets something from there says hears(): waiting.js watches
// both. ``asked.silent``: what to do when nothing answers within ``asked.wait`` ms.
export const SIGNAL = "diffsort-signal";

export function tell(el, send, asked = {}) {
  try {
    send();
  } catch {
    // there is no kernel: nothing will answer
  }
  hears(el, asked);
}

export function hears(el, detail) {
  el.dispatchEvent(new CustomEvent(SIGNAL, { bubbles: true, detail }));
}

// Without this mark on the focused element itself, JupyterLab takes its arrow keys for moving between cells.
export function keepKeys(root) {
  for (const node of root.querySelectorAll("input, select, textarea, button, [tabindex]")) {
    node.setAttribute("data-lm-suppress-shortcuts", "true");
  }
}
