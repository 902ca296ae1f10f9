// What the buttons below a picture ask for, and what they are answered.

import { textOf } from "../choices/text.js";
import { DiffsortError } from "../sort/errors.js";

/** @import { Choices } from "../choices/taken.js" */
/** @import { Setup, Store } from "./store.js" */
/** @import { Answer, Request } from "./toolbar.js" */

/**
 * What the place where an explorer stands can do: the `formats` of which `picture` has a file made,
 * where something can make one; and `page(choices)`, the text of a page with this explorer, where
 * there is one to be had.
 * @typedef {object} Tools
 * @property {string[]} formats
 * @property {((format: string, answer: Answer) => void) | null} picture
 * @property {((choices: Choices) => string) | null} page
 */

/**
 * What the buttons ask for.
 * @param {Request} request
 * @param {Answer} answer
 * @param {Setup} setup
 * @param {Store} store
 * @param {Tools} tools
 */
export function answers(request, answer, setup, store, tools) {
  switch (request.do) {
    case "reset":
      store.reset();
      return answer({ message: "Reset to the first choices" });
    case "share":
      return answer({ text: textOf(store.chosen()) });
    case "load":
      return answer(loaded(store, request.text ?? ""));
    case "page":
      return answer({
        name: `${setup.stem}.html`,
        type: "text/html",
        message: `saved as ${setup.stem}.html`,
      }, [tools.page?.(store.chosen()) ?? ""]);
    default:
      return tools.picture?.(request.format ?? "", answer);
  }
}

/**
 * Take the choices that a text names; the others stay.
 * @param {Store} store
 * @param {string} text
 */
function loaded(store, text) {
  try {
    const others = store.load(text);
    const left = others.length
      ? ` (left out, as none of this explorer's: ${others.join(", ")})`
      : "";
    return { message: `Choices loaded${left}` };
  } catch (error) {
    if (!(error instanceof DiffsortError)) throw error;
    return { message: `${error.message}. Nothing was changed.`, refused: true };
  }
}
