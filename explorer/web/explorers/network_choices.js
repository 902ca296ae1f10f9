// What is drawn: the choices as Python has them, and ahead of them what a person does in this page.

import { PRESETS } from "../sort/presets.js";
import { hears, tell } from "../ui/elements.js";
import { readNumbers } from "../words/pasted.js";
import { written } from "../words/repr.js";

const PAUSE = 100; // milliseconds between two messages at least
const BITS = "zeros and ones";
const MOST_WIRES = 64; // more are refused

// now() is what is to be drawn; changed() is called when that may be something else. Returns also how to stop.
export function makeChoices(view, changed) {
  const { model, root } = view;
  let controls = null; // the model of the controls beside the picture
  const read = {}; // the stamps of those of their edits that were read
  const take = () => {
    if (!send.busy) hears(root);
    if (!view.dragged) view.values = model.get("values");
    changed();
  };
  const isNew = (edited, name) => name in edited && edited[name] !== read[name];
  const follow = () => {
    const { numbers, preset, wires, seed, message, edited = {} } = controls.get("values");
    if (message) view.values = model.get("values"); // what was set last was refused
    const drawn = ["preset", "wires", "seed"].some((name) => isNew(edited, name));
    if (isNew(edited, "numbers")) set(pasted(numbers));
    if (drawn && wires <= MOST_WIRES) set(PRESETS[preset]?.(wires, seed));
    Object.assign(read, edited);
    changed();
  };
  const set = (values) => {
    if (values && values.length <= MOST_WIRES) view.values = values;
  };
  const send = makeSender(root, model);
  model.on("change:values change:choices", take);
  modelOf(model.get("controls"), model.widget_manager).then((known) => {
    controls = known;
    controls?.on("change:values", follow);
    changed();
  });
  return {
    // The inputs as a person made them: in the picture, in the box beside it, and for the kernel.
    put(values) {
      view.values = values;
      const numbers = values.map(written).join(", ");
      controls?.set("values", { ...controls.get("values"), numbers });
      send("values", values);
    },
    now: () => ({
      ...model.get("choices"),
      ...(controls && chosen(controls.get("values"), view.values.length)),
      values: view.values,
    }),
    // As if it had been set in the controls, where there are some.
    pick(output) {
      if (!controls) return send("picked", { output, stamp: Math.random() });
      const values = controls.get("values");
      const flow = values.flow === output ? null : output;
      controls.set("values", {
        ...values,
        flow,
        edited: { ...values.edited, flow: Math.random() },
      });
      tell(root, () => controls.save_changes());
    },
    stop() {
      send.stop();
      model.off("change:values change:choices", take);
      controls?.off("change:values", follow);
    },
  };
}

async function modelOf(reference, manager) {
  try {
    return reference ? await manager.get_model(reference.replace("IPY_MODEL_", "")) : null;
  } catch {
    return null; // a page that was saved without them
  }
}

function chosen({ alpha, relaxation, network, below, flow, preset }, n) {
  const output = flow ?? n;
  return {
    alpha,
    relaxation,
    network,
    below,
    flow: output < n ? [output] : null,
    bits: preset === BITS,
  };
}

function pasted(text) {
  try {
    return readNumbers(text).values;
  } catch {
    return null; // the controls say why
  }
}

// Messages leave once the change is painted, and not in a crowd; the last one always.
function makeSender(root, model) {
  let waiting = 0;
  let next = 0; // when the next may leave
  const leave = () => {
    waiting = 0;
    next = performance.now() + PAUSE;
    tell(root, () => model.save_changes());
  };
  const send = (name, value) => {
    send.busy = true;
    model.set(name, value);
    send.busy = false;
    if (waiting) return;
    waiting = setTimeout(leave, Math.max(20, next - performance.now()));
  };
  send.stop = () => {
    if (!waiting) return;
    clearTimeout(waiting);
    leave();
  };
  return send;
}
