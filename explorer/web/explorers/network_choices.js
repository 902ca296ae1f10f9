// What is drawn: the choices as Python has them, and ahead of them what a person does in this page.

import { PRESETS } from "../sort/presets.js";
import { edit, makeReader } from "../ui/edits.js";
import { hears, tell } from "../ui/elements.js";
import { readNumbers } from "../words/pasted.js";
import { written } from "../words/repr.js";

const PAUSE = 100; // milliseconds between two messages at least
const BITS = "zeros and ones";
const MOST_WIRES = 64; // more are refused
const MAKE_VALUES = ["numbers", "dragged", "preset", "wires", "seed"]; // edits that do

/** @typedef {import("../ui/edits.js").Values} Values */
/** @typedef {import("../ui/edits.js").Model & Record<string, any>} Model */

/**
 * changed() is called when now(), what is to be drawn, may be something else.
 * @param {{model: Model, root: EventTarget, values: number[], dragged: unknown}} view
 * @param {() => void} changed
 */
export function makeChoices(view, changed) {
  const { model, root } = view;
  /** @type {Model | null} */
  let controls = null; // the model of the controls beside the picture
  /** @type {ReturnType<typeof makeReader> | null} */
  let reader = null; // of their edits
  let stopped = false;
  let putting = false; // or a change of the model is the kernel's
  const put = (/** @type {number[]} */ values) => {
    putting = true;
    if (!controls) model.set("values", values);
    else edit(controls, "dragged", { dragged: values, numbers: values.map(written).join(", ") });
    putting = false;
  };
  const save = makeSaver(root, () => {
    if (!controls) put(view.values); // an echo of earlier ones may have come meanwhile
    (controls ?? model).save_changes();
  });
  const adopt = () => {
    const ahead = controls
      ? reader?.isAhead(model.get("choices").edited, MAKE_VALUES)
      : save.isWaiting();
    if (!view.dragged && !ahead) view.values = model.get("values");
  };
  const settle = () => {
    adopt();
    changed();
  };
  const take = () => {
    if (!putting) hears(root);
    settle();
  };
  const follow = () => {
    const values = controls?.get("values");
    const names = reader?.read() ?? [];
    if (names.includes("numbers")) set(pasted(values.numbers));
    if (names.includes("dragged")) set(values.dragged);
    if (["preset", "wires", "seed"].some((name) => names.includes(name))) set(drawn(values));
    changed();
  };
  const set = (/** @type {number[] | null | undefined} */ values) => {
    if (values?.length && values.length <= MOST_WIRES) view.values = values;
  };
  model.on("change:values change:choices", take);
  modelOf(model.get("controls"), model.widget_manager).then((found) => {
    if (stopped || !found) return;
    [controls, reader] = [found, makeReader(found)];
    reader.read(); // what was edited before is in the values already
    controls.on("change:values", follow);
    changed();
  });
  return {
    settle,
    now: () => ({
      ...model.get("choices"),
      edited: null,
      ...(controls && chosen(controls.get("values"), view.values)),
      values: view.values,
    }),
    // The inputs as a person made them: in the picture, in the box beside it, and for the kernel.
    put(/** @type {number[]} */ values) {
      view.values = values;
      save();
      put(values);
    },
    // As if it had been set in the controls, where there are some.
    pick(/** @type {number} */ output) {
      if (controls) {
        const flow = controls.get("values").flow === output ? null : output;
        edit(controls, "flow", { flow });
      } else {
        model.set("picked", { output, stamp: Math.random() });
      }
      tell(root, () => (controls ?? model).save_changes());
    },
    stop() {
      stopped = true;
      save.stop();
      model.off("change:values change:choices", take);
      controls?.off("change:values", follow);
    },
  };
}

/**
 * @param {string} reference
 * @param {{get_model(id: string): Promise<Model>}} manager
 */
async function modelOf(reference, manager) {
  try {
    return reference ? await manager.get_model(reference.replace("IPY_MODEL_", "")) : null;
  } catch {
    return null; // a page that was saved without them
  }
}

/**
 * Of what the controls say, what can be drawn; what cannot, the kernel refuses in words.
 * @param {Values} said
 * @param {number[]} values
 */
function chosen({ alpha, relaxation, network, below, flow, preset }, values) {
  return {
    alpha,
    relaxation,
    network,
    below,
    flow: isWhole(flow, 0, values.length - 1) ? [flow] : null,
    bits: preset === BITS && values.every((value) => value === 0 || value === 1),
  };
}

/**
 * @param {unknown} value
 * @param {number} low
 * @param {number} high
 */
const isWhole = (value, low, high) =>
  typeof value === "number" && Number.isInteger(value) && low <= value && value <= high;

/** @param {Values} said */
function drawn({ preset, wires, seed }) {
  const known = preset in PRESETS && isWhole(wires, 1, MOST_WIRES) && isWhole(seed, 0, 2 ** 32 - 1);
  return known ? PRESETS[preset](wires, seed) : null;
}

/** @param {string} text */
function pasted(text) {
  try {
    return readNumbers(text).values;
  } catch {
    return null; // the controls say why
  }
}

/**
 * Messages leave once the change is painted, and not in a crowd; the last one always.
 * @param {EventTarget} root
 * @param {() => void} leave
 */
function makeSaver(root, leave) {
  let waiting = 0;
  let next = 0; // when the next may leave
  const now = () => {
    waiting = 0;
    next = performance.now() + PAUSE;
    tell(root, leave);
  };
  const save = () => {
    waiting ||= setTimeout(now, Math.max(20, next - performance.now()));
  };
  save.isWaiting = () => Boolean(waiting);
  save.stop = () => {
    if (!waiting) return;
    clearTimeout(waiting);
    now();
  };
  return save;
}
