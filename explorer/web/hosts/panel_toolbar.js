// The buttons of an explorer whose picture the kernel makes: it answers them all.

import { hears, tell } from "../ui/elements.js";
import { makeToolbar } from "../ui/toolbar.js";
import { watchAnswers } from "../ui/waiting.js";

const SILENCE = "If it was restarted, run this cell again. Meanwhile the picture stays as it is.";

/** @param {import("./notebook.js").View} context */
export function toolbar({ model, el }) {
  const view = Math.random().toString(36); // each view takes its own answers only
  const send = (/** @type {Record<string, any>} */ request) => model.send({ ...request, view });
  const made = makeToolbar({
    label: model.get("label"),
    stem: model.get("stem"),
    formats: model.get("formats"),
    page: false,
    ask: (request, answer) =>
      tell(el, () => send(request), { silent: () => answer({ message: "no answer" }) }),
  });
  el.append(made.root);
  const answered = (/** @type {any} */ answer, /** @type {any[]} */ buffers) => {
    hears(el);
    if (answer.view !== view) return;
    const silent = () => made.answer({ message: "no answer" });
    if (answer.wait) tell(el, () => {}, { wait: answer.wait, silent });
    if (!answer.heard) made.answer(answer, buffers);
  };
  model.on("msg:custom", answered);
  const stop = watchAnswers(el, () => send({ do: "heard" }), SILENCE);
  return () => {
    stop();
    model.off("msg:custom", answered);
  };
}
