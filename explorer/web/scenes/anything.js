// What the sort-anything explorer shows: things before and after a soft sort of their own, and what
// each place is made of.

import { alphaInForce } from "../choices/in_force.js";
import { product } from "../sort/matrices.js";
import { comparisonSort, vectorSort } from "../sort/rows.js";
import { deviationOf } from "../sort/softness.js";
import { anythingWords } from "../words/anything.js";
import { withDoubt } from "../words/doubt.js";
import { strong, wires } from "./chosen.js";
import { keysOf, materialOf } from "./materials.js";
import { remembered } from "./remembered.js";

/** @import { Network } from "../sort/networks.js" */
/** @import { Material } from "./materials.js" */

/**
 * `alpha`: per unit of the keys, also where a comparison is told them in standard deviations; null
 * is the one that suits them.
 * @typedef {import("./materials.js").Chosen & {network: import("./chosen.js").Shared["network"],
 *   comparator: string, alpha: number | "infinity" | null, descending: boolean}} Choices
 */

/**
 * What is said of two keys a and b, in standard deviations; nothing where the key itself is.
 * @type {Record<string, ((a: number, b: number) => number) | null>}
 */
export const COMPARATORS = {
  "key": null,
  "difference": (a, b) => a - b,
  "clamped": (a, b) => Math.tanh(a - b),
  "clamped abs": (a, b) => Math.tanh(a * a - b * b),
};

/**
 * The things before, softly sorted `after` and sorted `hard` (where those of equal keys are
 * averaged), with their keys. `mix`, [place, thing]: how much of each thing is in each place; rows
 * and columns add up to 1. `goesTo`: the place that the hard sort brings each thing to, or of equal
 * ones the first of theirs that is left. `alpha`: per unit of the keys.
 * @param {Choices} choices
 */
export function anythingScene(choices) {
  const { alpha: chosen, ...others } = choices, { comparator, descending } = choices;
  const { network, material, n, keys, deviation, mixAt, hardMix } = known(others);
  const alpha = strong(alphaInForce({ values: keys, alpha: chosen }));
  const { things, width, key } = material, mix = mixAt(alpha);
  const [after, hard] = [product(mix, things, n), product(hardMix, things, n)];
  const purest = Float64Array.from(
    { length: n },
    (_, place) => Math.max(...mix.subarray(place * n, place * n + n)),
  );
  const how = { comparator, alpha, deviation, descending, purest };
  return {
    ...material,
    n,
    alpha,
    column: material.kind === "table" ? choices.column : 0,
    before: things,
    after,
    hard,
    keysBefore: keys,
    keysAfter: keysOf({ things: after, width, key }),
    keysHard: keysOf({ things: hard, width, key }),
    mix,
    hardMix,
    goesTo: goesTo(hardMix, n),
    description: withDoubt(anythingWords({ material, ...how }), network),
  };
}

/**
 * @param {Float64Array} hardMix
 * @param {number} n
 */
function goesTo(hardMix, n) {
  const first = Array.from(
    { length: n },
    (_, thing) =>
      Array.from({ length: n }, (_, place) => hardMix[place * n + thing] > 0).indexOf(true),
  );
  const order = first.map((_, thing) => thing).sort((one, other) => first[one] - first[other]);
  const places = new Array(n).fill(0);
  order.forEach((thing, place) => places[thing] = place);
  return places;
}

/** All that is the same at every alpha. */
const known = remembered((/** @type {Omit<Choices, "alpha">} */ choices) => {
  const { comparator, descending } = choices, material = materialOf(choices);
  const keys = keysOf(material), n = keys.length, deviation = deviationOf(keys);
  const network = wires(choices.network, n, "things");
  const mixAt = (/** @type {number} */ alpha) =>
    mixed(material, network, { comparator, alpha, unit: deviation || 1, descending });
  return { network, material, n, keys, deviation, mixAt, hardMix: mixAt(Infinity) };
});

/**
 * What becomes of the unit rows that travel with the things.
 * @param {Material} material
 * @param {Network} network
 * @param {{comparator: string, alpha: number, unit: number, descending: boolean}} how
 */
function mixed({ things, width, key }, network, { comparator, alpha, unit, descending }) {
  const { n } = network, wide = width + n, rows = new Float64Array(n * wide);
  for (let wire = 0; wire < n; wire++) {
    rows.set(things.subarray(wire * width, (wire + 1) * width), wire * wide);
    rows[wire * wide + width + wire] = 1;
  }
  const keyOf = (/** @type {Float64Array} */ row) => key(row.subarray(0, width));
  const compare = COMPARATORS[comparator];
  /** @type {import("../sort/rows.js").Compare} */
  const told = (a, b) => compare ? compare(keyOf(a) / unit, keyOf(b) / unit) : 0;
  const sorted = compare
    ? comparisonSort(network, rows, told, alpha * unit, 0.5, descending)
    : vectorSort(network, rows, keyOf, alpha, descending);
  return sorted.filter((_, at) => at % wide >= width);
}
