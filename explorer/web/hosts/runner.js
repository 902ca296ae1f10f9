// The buttons and the progress bar of work that the kernel does a slice at a time. Seen for the
// first time it asks the kernel to begin by itself, which does so once.

import { element, hears, keepKeys, say, tell } from "../ui/elements.js";
import { announcer } from "../ui/announcer.js";
import { stay } from "../ui/stay.js";
import { opens, still } from "../ui/opening.js";

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
  /** @type {(() => void) | null} */
  let opened = null; // called once what it does by itself is done, while it does
  const hear = () => {
    hears(el);
    lost = false;
    clearTimeout(pulse);
    if (model.get("running")) askAfter(QUIET);
    show();
  };
  const follow = () => {
    const quiet = Boolean(opened); // what nobody asked for is not spoken
    hear();
    if (!model.get("running") && model.get("progress")) opened?.();
    if (!quiet) announce(model.get("running") ? "" : `${label}: ${words.textContent}`);
  };
  const answered = () => {
    hear();
    if (!model.get("running")) opened?.(); // the kernel has begun nothing
  };
  const begin = () => ask(still() ? "open at once" : "open");
  const opening = {
    end: () => {
      if (still()) begin();
    },
    play(/** @type {() => void} */ ended) {
      const around = el.closest(".diffsort-explorer") ?? root;
      const touch = (/** @type {Event} */ event) => {
        if (!root.contains(/** @type {Node} */ (event.target)) && opened) ask("pause");
        opened?.();
      };
      const forget = () =>
        ["pointerdown", "keydown"].forEach((name) => around.removeEventListener(name, touch, true));
      opened = () => ((opened = null), forget(), ended());
      ["pointerdown", "keydown"].forEach((name) => around.addEventListener(name, touch, true));
      begin();
      return () => ((opened = null), forget());
    },
  };
  const names = ["running", "progress", "words"];
  for (const name of names) model.on(`change:${name}`, follow);
  model.on("msg:custom", answered);
  show();
  askAfter(SHOWN);
  const once = { due: model.get("progress") === 0 && !model.get("running") };
  const unopen = opens(root, { hear: () => () => true }, once, opening);
  const leave = stay(root, "--diffsort-above"); // the slider stays below it
  return () => {
    unopen();
    leave();
    clearTimeout(pulse);
    model.off("msg:custom", answered);
    names.forEach((name) => model.off(`change:${name}`, follow));
  };
}
