// The buttons and the progress bar of work that the kernel does a slice at a time.

import { element, hears, keepKeys, say, tell } from "../ui/elements.js";
import { announcer } from "../ui/announcer.js";

/** @param {import("./notebook.js").View} context */
export function runner({ model, el }) {
  const label = model.get("label");
  const root = element("div", {
    class: "diffsort diffsort-runner",
    role: "group",
    "aria-label": label,
  });
  const button = (/** @type {string} */ tooltip, /** @type {() => void} */ act) => {
    const node = element("button", { type: "button", title: tooltip });
    node.addEventListener("click", act);
    root.append(node);
    return node;
  };
  const noun = model.get("noun");
  const ask = (/** @type {string} */ what) => tell(el, () => model.send({ do: what }));
  const start = button(`${noun}, or pause`, () => ask(model.get("running") ? "pause" : "start"));
  start.classList.add("start");
  const step = button("One step", () => ask("step"));
  step.textContent = "Step";
  step.hidden = !model.get("stepwise");
  const stop = button(model.get("cancel"), () => ask("stop"));
  stop.textContent = "Cancel";
  const bar = element("progress", { max: 1, "aria-label": `${label}: progress` });
  const words = element("span", { class: "words" });
  root.append(bar, words);
  const announce = announcer(root);
  keepKeys(root);
  el.append(root);
  const show = () => {
    const [running, progress] = [model.get("running"), model.get("progress")];
    bar.value = progress;
    start.textContent = running ? "Pause" : progress > 0 && progress < 1 ? "Go on" : noun;
    stop.disabled = progress >= 1 || (!running && progress === 0);
    say(words, model.get("words") || `${Math.round(100 * progress)} %`);
  };
  const follow = () => {
    hears(el);
    show();
    announce(model.get("running") ? "" : `${label}: ${words.textContent}`);
  };
  const names = ["running", "progress", "words"];
  for (const name of names) model.on(`change:${name}`, follow);
  show();
  return () => names.forEach((name) => model.off(`change:${name}`, follow));
}
