// Fields that are one of several: a menu, and that of networks, which has one of one's own, too.

import { element } from "./elements.js";
import { labelled } from "./labelled.js";
import { isFamily, ownNetwork, textOf, wired } from "../sort/wiring.js";
import { ownNetworkWords } from "../words/doubt.js";

/** @import { Choice, Made, Networks, Shown } from "./fields.js" */

const OWN = "own";
const OFFERED = "your own, from this one ...";

/**
 * @param {Choice} field
 * @param {(value: string) => void} send
 * @returns {Made}
 */
export function choice(field, send) {
  const { node, input } = menu(field, send);
  return { node, show: (/** @type {string} */ value) => void (input.value = value) };
}

/**
 * Families, and after them what is none: it begins as what is drawn at present, to be changed.
 * @param {Networks} field
 * @param {(value: string) => void} send
 * @returns {Made}
 */
export function networks(field, send) {
  let shown = { network: "", wires: 0 };
  const { node, input } = menu(field, (value) => {
    const { network, wires } = shown;
    send(value === OWN && isFamily(network) ? textOf(wired(network, wires)) : value);
  });
  const own = element("option", { value: OWN });
  input.append(own);
  return {
    node,
    show(/** @type {string} */ network, /** @type {Shown} */ { wires }) {
      const family = isFamily(network);
      shown = { network, wires };
      own.textContent = family ? OFFERED : ownNetworkWords(ownNetwork(network));
      own.hidden = own.disabled = family && !field.own;
      input.value = family ? network : OWN;
    },
  };
}

/**
 * @param {Choice | Networks} field
 * @param {(value: string) => void} send
 */
function menu(field, send) {
  const options = field.options.map(([value, text]) => element("option", { value }, text));
  const input = element("select", {}, ...options);
  input.addEventListener("change", () => send(input.value));
  return { node: labelled(field, input).node, input };
}
