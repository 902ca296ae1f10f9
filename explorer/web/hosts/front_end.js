// Says in words whether the page and the kernel hear each other.

import { element, say } from "../ui/elements.js";

const SHOWN = "This page shows widgets";

const MENDED = "Run this cell again; if that does not help, restart the kernel.";
const PATIENCE = 5000; // milliseconds

/** @param {import("./notebook.js").View} context */
function render({ model, el }) {
  const words = element("div", { class: "diffsort", role: "status" });
  const tell = (/** @type {string} */ rest) => say(words, SHOWN + rest);
  tell("; asking the kernel ...");
  const asked = performance.now();
  const late = setTimeout(
    () => tell(`, but the kernel does not answer. ${MENDED}`),
    PATIENCE,
  );
  model.on("msg:custom", () => {
    clearTimeout(late);
    const taken = `there and back in ${Math.round(performance.now() - asked)} ms`;
    tell(`, and the kernel answers (${taken}). Every explorer will work.`);
  });
  el.append(words);
  model.send({});
  return () => clearTimeout(late);
}

export default { render };
