// Says in words whether the page and the kernel hear each other.

import { element, say } from "../ui/elements.js";

const SHOWN = "This page shows widgets";

function render({ model, el }) {
  const words = element(
    "div",
    { class: "diffsort", role: "status" },
    `${SHOWN}; asking the kernel ...`,
  );
  const asked = performance.now();
  const late = setTimeout(
    () =>
      say(
        words,
        `${SHOWN}, but the kernel does not answer. Run this cell again; if that does not help, restart the kernel.`,
      ),
    5000,
  );
  model.on("msg:custom", () => {
    clearTimeout(late);
    say(
      words,
      `${SHOWN}, and the kernel answers (there and back in ${
        Math.round(performance.now() - asked)
      } ms). Every explorer will work.`,
    );
  });
  el.append(words);
  model.send({});
  return () => clearTimeout(late);
}

export default { render };
