// The buttons and the progress bar of work that the kernel does a slice at a time.

import { element, hears, keepKeys, say, tell } from "../ui/elements.js";
import { announcer } from "../ui/announcer.js";
import { stay } from "../ui/stay.js";

const LOST = "nothing answers, so nothing is computed";
const QUIET = 3000; // milliseconds without a word of work that goes on, after which to ask
const SHOWN = 500; // and after which all parts of an explorer stand in the page

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
  let lost = false; // nothing answers
  let pulse = 0;
  const ask = (/** @type {string} */ what) =>
    tell(el, () => model.send({ do: what }), { silent: () => (lost = true, show()) });
  const askAfter = (/** @type {number} */ wait) => {
    clearTimeout(pulse);
    pulse = setTimeout(() => ask("heard"), wait);
  };
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
    const part = progress > 0 && progress < 1;
    start.textContent = running && !lost ? "Pause" : part ? "Go on" : noun;
    start.disabled = step.disabled = lost;
    stop.disabled = lost || progress >= 1 || (!running && progress === 0);
    root.classList.toggle("lost", lost);
    const share = `${Math.round(100 * progress)} %`;
    say(
      words,
      lost ? `${running || part ? `at ${share}: ` : ""}${LOST}` : model.get("words") || share,
    );
  };
  const hear = () => {
    hears(el);
    lost = false;
    clearTimeout(pulse);
    if (model.get("running")) askAfter(QUIET);
    show();
  };
  const follow = () => {
    hear();
    announce(model.get("running") ? "" : `${label}: ${words.textContent}`);
  };
  const names = ["running", "progress", "words"];
  for (const name of names) model.on(`change:${name}`, follow);
  model.on("msg:custom", hear);
  show();
  askAfter(SHOWN);
  const leave = stay(root, (height) => {
    const explorer = /** @type {HTMLElement | null} */ (root.closest(".diffsort-explorer"));
    explorer?.style.setProperty("--diffsort-above", `${height}px`); // the slider stays below it
  });
  return () => {
    leave();
    clearTimeout(pulse);
    model.off("msg:custom", hear);
    names.forEach((name) => model.off(`change:${name}`, follow));
  };
}
