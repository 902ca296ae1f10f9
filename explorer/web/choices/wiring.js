// Which network may be chosen: explorer/wiring.py.

import { DiffsortError } from "../sort/errors.js";
import { NETWORKS } from "../sort/families.js";
import { layersOf } from "../sort/listed.js";
import { isFamily } from "../sort/wiring.js";
import { repr, reprText } from "../words/repr.js";

/**
 * A family's name; of a text such as 0:1,2:3 its comparators, layer after layer, each as early as
 * both of its wires are free.
 * @param {unknown} value
 * @param {string} name
 */
export function asNetwork(value, name) {
  if (typeof value === "string" && isFamily(value)) return value;
  if (typeof value === "string" && value.includes(":")) {
    return layersOf(value, name, reprText).flat().map((pair) => pair.join(":")).join(",");
  }
  const families = Object.keys(NETWORKS).join(", ");
  throw new DiffsortError(
    `${name} must be one of ${families}, or comparators such as '0:1,2:3', got ${repr(value)}`,
  );
}
