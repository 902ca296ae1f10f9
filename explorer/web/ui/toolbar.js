// Reset, share, save: what is asked for is answered by whoever can; a file is saved by the browser.

import { element, keepKeys, say } from "./elements.js";
import { ENTER } from "./stage_keys.js";

/** @typedef {{do: string, text?: string, format?: string}} Request what a person wants done */
/**
 * What answers a request: `message` (to be read, of something `refused` or not), `text` (choices to
 * share), or `name` and `type` of a file, whose content is the one buffer.
 * @typedef {(answer: {message?: string, refused?: boolean, text?: string, name?: string,
 *   type?: string}, buffers?: BlobPart[]) => void} Answer
 */

/**
 * @param {string} name
 * @param {string} type
 * @param {BlobPart} bytes
 */
function download(name, type, bytes) {
  const link = element("a", {
    href: URL.createObjectURL(new Blob([bytes], { type })),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/**
 * `formats`: the kinds of picture that can be saved; `page`: whether a page can be; `staged`: whether
 * there is a stage;
 * `ask(request, answer)` hears what a person wants done.
 * @param {{label: string, stem: string, formats: string[], page: boolean, staged?: boolean,
 *   ask: (request: Request, answer: Answer) => void}} given
 */
export function makeToolbar({ label, stem, formats, page, staged = false, ask: asked }) {
  const root = element("div", {
    class: "diffsort diffsort-toolbar",
    role: "group",
    "aria-label": `${label}: reset, share, save`,
  });
  const message = element("span", { class: "note", role: "status" });
  /** @type {Answer} */
  const answer = (given, buffers = []) => {
    say(message, given.message ?? "");
    message.classList.toggle("refused", Boolean(given.refused));
    if (given.text !== undefined) text.value = given.text;
    if (given.name) download(given.name, given.type ?? "", buffers[0]);
  };
  const ask = (/** @type {Request} */ request) => asked(request, answer);
  const button = (
    /** @type {string} */ words,
    /** @type {string} */ tooltip,
    /** @type {() => void} */ act,
    /** @type {Node} */ parent = root,
  ) => {
    const node = element("button", { type: "button", title: tooltip }, words);
    node.addEventListener("click", act);
    parent.appendChild(node);
    return node;
  };
  const words = `On the full screen, for a lecture (${ENTER})`;
  if (staged) button("Stage", words, () => ask({ do: "stage" }));
  button("Reset", "Back to the choices that this explorer began with", () => ask({ do: "reset" }));
  const open = button("Share", "All choices as text, to send to somebody or to keep", () => {
    panel.hidden = !panel.hidden;
    open.setAttribute("aria-expanded", String(!panel.hidden));
    if (!panel.hidden) ask({ do: "share" });
  });
  for (const format of formats) {
    const words = `Save the picture as ${format.toUpperCase()}`;
    button(`Save ${format.toUpperCase()}`, words, () => {
      say(message, "asking for the picture …");
      ask({ do: "picture", format });
    });
  }
  if (page) {
    const tooltip = "A file with this explorer as it stands, alive without a notebook";
    button("Save page", tooltip, () => ask({ do: "page" }));
  }
  root.append(message);

  const panel = element("div", { class: "panel" });
  panel.hidden = true;
  open.setAttribute("aria-expanded", "false");
  const text = element("textarea", {
    rows: 4,
    spellcheck: "false",
    "aria-label": `${label}: all choices as text`,
    title: "Copy this text, or put another here and press Use this text",
  });
  text.addEventListener("keydown", (event) => event.stopPropagation());
  const file = element("input", {
    type: "file",
    accept: ".json,application/json",
    "aria-label": `${label}: open a file of choices`,
    title: "A file that was saved here",
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    text.value = await chosen.text();
    file.value = "";
    ask({ do: "load", text: text.value });
  });
  const row = element("div", { class: "row" });
  button(
    "Use this text",
    "Set all choices to what the text says",
    () => ask({ do: "load", text: text.value }),
    row,
  );
  button("Copy", "Copy the text", () => {
    text.select();
    document.execCommand("copy"); // works where navigator.clipboard is not to be had: on http
    say(message, "copied");
  }, row);
  button("Save as a file", "Save the text as a .json file", () => {
    if (text.value) download(`${stem}.json`, "application/json", text.value);
    else say(message, "there is no text yet");
  }, row);
  row.append(element("label", { class: "file" }, "Open a file", file));
  panel.append(text, row);
  root.append(panel);
  keepKeys(root);
  return { root, answer };
}
