// A network that Python composes with other pictures: what is drawn comes from the kernel, what is
// dragged goes there.

import { makeNetwork } from "../explorers/network.js";
import { makeScenes } from "../explorers/network_scenes.js";
import { hears, tell } from "../ui/elements.js";

/** @param {import("./notebook.js").View} context */
export function networkView({ model, el }) {
  /** @type {number[] | null} */
  let ahead = null; // the inputs as a person has them, while the kernel has not heard of them
  let settled = true; // the kernel answered the last of them
  const now = () => ({ ...model.get("choices"), values: ahead ?? model.get("values") });
  const send = (/** @type {string} */ name, /** @type {any} */ value) =>
    tell(el, () => {
      model.set(name, value);
      model.save_changes();
    });
  const network = makeNetwork(el, makeScenes(), {
    now,
    put(values) {
      [ahead, settled] = [values, false];
      send("values", values);
      network.draw();
    },
    settle() {
      if (settled) ahead = null;
    },
    pick: (output) => send("picked", { output, stamp: Math.random() }),
  });
  const take = () => {
    hears(el);
    settled = true;
    if (!network.isDragged()) ahead = null;
    network.draw();
  };
  const names = ["change:choices", "change:values"];
  for (const name of names) model.on(name, take);
  return () => {
    network.stop();
    for (const name of names) model.off(name, take);
  };
}
