// What stands around the picture of every explorer: its fields above, its buttons below.

import { makeControls } from "./controls.js";
import { element } from "./elements.js";
import { themed } from "./theme.js";
import { makeToolbar } from "./toolbar.js";
import { DiffsortError } from "../sort/errors.js";
import { magnitude } from "../choices/values.js";
import { NETWORKS } from "../sort/families.js";
import { softestEnd } from "../scenes/layout.js";
import { written } from "../words/repr.js";

/** @typedef {import("../explorers/explorers.js").Context} Context */

/**
 * `sentenceOf(choices)`: what stands above the picture. Returns where the picture goes, and how to stop.
 * @param {Context & {sentenceOf: (choices: Record<string, any>) => string}} context
 */
export function makeFrame({ el, setup, store, tools, sentenceOf }) {
  const root = element("div", { class: "diffsort diffsort-explorer" });
  const picture = element("div");
  const ends = makeEnds();
  const controls = makeControls({
    label: setup.label,
    fields: setup.fields,
    read: () => shown(store, ends),
    edit: (name, value) => name === "numbers" ? store.type(value) : store.change({ [name]: value }),
  });
  const toolbar = makeToolbar({
    label: setup.label,
    stem: setup.stem,
    formats: tools.formats,
    page: Boolean(tools.page),
    ask: (request, answer) => answers(request, answer, setup, store, tools),
  });
  root.append(controls.root, picture, toolbar.root);
  el.append(root);
  const show = () => {
    controls.show();
    controls.describe(sentenceOf(store.now()));
  };
  const stops = [themed(root, () => {}), store.hear(show)];
  show();
  return { picture, stop: () => stops.forEach((stop) => stop()) };
}

/** What alpha's left end is called, computed once for a network. */
function makeEnds() {
  /** @type {Map<string, string>} */
  const known = new Map();
  return {
    of(/** @type {string} */ network, /** @type {number} */ n) {
      const key = `${network} ${n}`;
      if (!known.has(key)) known.set(key, softestEnd(NETWORKS[network](n)));
      return known.get(key);
    },
  };
}

/**
 * What the fields show.
 * @param {import("./store.js").Store} store
 * @param {ReturnType<typeof makeEnds>} ends
 */
function shown(store, ends) {
  const choices = store.now();
  const { values, relaxation, network } = choices;
  const end = relaxation === "softmax" ? "" : ends.of(network, values.length);
  return {
    ...choices,
    wires: values.length,
    numbers: store.refused ?? values.map(written).join(", "),
    zero_end: end,
    magnitude: magnitude(values),
    live: true,
    message: store.message,
    remark: store.remark,
    refused: store.refused === null ? "" : "numbers",
  };
}

/**
 * What the buttons ask for.
 * @param {{do: string, text?: string, format?: string}} request
 * @param {import("./toolbar.js").Answer} answer
 * @param {Context["setup"]} setup
 * @param {Context["store"]} store
 * @param {Context["tools"]} tools
 */
function answers(request, answer, setup, store, tools) {
  switch (request.do) {
    case "reset":
      store.reset();
      return answer({ message: "Reset to the first choices" });
    case "share":
      return answer({ text: JSON.stringify(store.now()) });
    case "load":
      return answer(loaded(store, request.text ?? ""));
    case "page":
      return answer({
        name: `${setup.stem}.html`,
        type: "text/html",
        message: `saved as ${setup.stem}.html`,
      }, [tools.page?.(store.now()) ?? ""]);
    default:
      return tools.picture?.(request.format ?? "", answer);
  }
}

/**
 * Take the choices that a text names; the others stay.
 * @param {import("./store.js").Store} store
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
