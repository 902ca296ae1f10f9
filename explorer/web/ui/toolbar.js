// Reset, share, save a picture. What is asked for is made by the kernel; a file is saved by the browser.

import { element, hears, keepKeys, say, tell } from "./elements.js";
import { watchAnswers } from "./waiting.js";

function download(name, type, bytes) {
  const link = element("a", {
    href: URL.createObjectURL(new Blob([bytes], { type })),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function render({ model, el }) {
  const name = model.get("label");
  const root = element("div", {
    class: "diffsort diffsort-toolbar",
    role: "group",
    "aria-label": `${name}: reset, share, save`,
  });
  const message = element("span", { class: "note", role: "status" });
  const view = Math.random().toString(36); // each view takes its own answers only
  const silent = () => say(message, "no answer");
  const send = (request) => model.send({ ...request, view });
  const ask = (request) => tell(el, () => send(request), { silent });
  const button = (label, tooltip, act, parent = root) => {
    const node = element("button", { type: "button", title: tooltip }, label);
    node.addEventListener("click", act);
    parent.append(node);
    return node;
  };
  button("Reset", "Back to the choices that this explorer began with", () => ask({ do: "reset" }));
  const open = button("Share", "All choices as text, to send to somebody or to keep", () => {
    panel.hidden = !panel.hidden;
    open.setAttribute("aria-expanded", String(!panel.hidden));
    if (!panel.hidden) ask({ do: "share" });
  });
  for (const format of model.get("formats")) {
    const words = `Save the picture as ${format.toUpperCase()}`;
    button(`Save ${format.toUpperCase()}`, words, () => {
      say(message, "asking for the picture …");
      ask({ do: "picture", format });
    });
  }
  root.append(message);

  const panel = element("div", { class: "panel" });
  panel.hidden = true;
  open.setAttribute("aria-expanded", "false");
  const text = element("textarea", {
    rows: 4,
    spellcheck: "false",
    "aria-label": `${name}: all choices as text`,
    title: "Copy this text, or put another here and press Use this text",
  });
  text.addEventListener("keydown", (event) => event.stopPropagation());
  const file = element("input", {
    type: "file",
    accept: ".json,application/json",
    "aria-label": `${name}: open a file of choices`,
    title: "A file that was saved here",
  });
  file.addEventListener("change", async () => {
    if (!file.files.length) return;
    text.value = await file.files[0].text();
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
    if (text.value) download(`${model.get("stem")}.json`, "application/json", text.value);
    else say(message, "there is no text yet");
  }, row);
  row.append(element("label", { class: "file" }, "Open a file: ", file));
  panel.append(text, row);
  root.append(panel);
  keepKeys(root);
  el.append(root);

  const answered = (answer, buffers) => {
    hears(el);
    if (answer.view !== view) return;
    if (answer.wait) tell(el, () => {}, { wait: answer.wait, silent });
    if (answer.heard) return;
    say(message, answer.message ?? "");
    message.classList.toggle("refused", Boolean(answer.refused));
    if (answer.text !== undefined) text.value = answer.text;
    if (answer.name) download(answer.name, answer.type, buffers[0]);
  };
  model.on("msg:custom", answered);
  const stop = watchAnswers(el, () => send({ do: "heard" }));
  return () => {
    stop();
    model.off("msg:custom", answered);
  };
}

export default { render };
