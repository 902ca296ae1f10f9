// What the sort-anything explorer shows: things before and after a soft sort of their own, and what
// each place is made of.

import { product } from "../sort/matrices.js";
import { mean } from "../sort/pairwise.js";
import { comparisonSort, vectorSort } from "../sort/rows.js";
import { anythingWords } from "../words/anything.js";
import { withDoubt } from "../words/doubt.js";
import { wires } from "./chosen.js";
import { materialOf } from "./materials.js";
import { remembered } from "./remembered.js";

/** @import { Key } from "../sort/rows.js" */
/** @import { Network } from "../sort/networks.js" */
/** @import { Material } from "./materials.js" */

/**
 * `sharpness`: alpha, per standard deviation of the keys.
 * @typedef {import("./materials.js").Chosen & {network: import("./chosen.js").Shared["network"],
 *   comparator: string, sharpness: number, descending: boolean}} Choices
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
 * ones the first of theirs that is left.
 * @param {Choices} choices
 */
export function anythingScene(choices) {
  const { sharpness: alpha, ...others } = choices, { comparator, descending } = choices;
  const { network, material, n, keys, deviation, mixAt, hardMix } = known(others);
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
    column: material.kind === "table" ? choices.column : 0,
    before: things,
    after,
    hard,
    keysBefore: keys,
    keysAfter: keysOf(after, width, key),
    keysHard: keysOf(hard, width, key),
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
const known = remembered((/** @type {Omit<Choices, "sharpness">} */ choices) => {
  const { comparator, descending } = choices, material = materialOf(choices);
  const { things, width, key } = material, n = things.length / width;
  const keys = keysOf(things, width, key), deviation = deviationOf(keys) || 1;
  const network = wires(choices.network, n, "things");
  const mixAt = (/** @type {number} */ alpha) =>
    mixed(material, network, { comparator, alpha, deviation, descending });
  return { network, material, n, keys, deviation, mixAt, hardMix: mixAt(Infinity) };
});

/**
 * What becomes of the unit rows that travel with the things.
 * @param {Material} material
 * @param {Network} network
 * @param {{comparator: string, alpha: number, deviation: number, descending: boolean}} how
 */
function mixed({ things, width, key }, network, { comparator, alpha, deviation, descending }) {
  const { n } = network, wide = width + n, rows = new Float64Array(n * wide);
  for (let wire = 0; wire < n; wire++) {
    rows.set(things.subarray(wire * width, (wire + 1) * width), wire * wide);
    rows[wire * wide + width + wire] = 1;
  }
  const keyOf = (/** @type {Float64Array} */ row) => key(row.subarray(0, width));
  const compare = COMPARATORS[comparator];
  /** @type {import("../sort/rows.js").Compare} */
  const told = (a, b) => compare ? compare(keyOf(a) / deviation, keyOf(b) / deviation) : 0;
  const sorted = compare
    ? comparisonSort(network, rows, told, alpha, 0.5, descending)
    : vectorSort(network, rows, keyOf, alpha / deviation, descending);
  return sorted.filter((_, at) => at % wide >= width);
}

/**
 * @param {Float64Array} things
 * @param {number} width
 * @param {Key} key
 */
const keysOf = (things, width, key) =>
  Float64Array.from(
    { length: things.length / width },
    (_, thing) => key(things.subarray(thing * width, (thing + 1) * width)),
  );

/** @param {Float64Array} keys */
function deviationOf(keys) {
  const centre = mean(keys);
  return Math.sqrt(mean(keys.map((key) => (key - centre) ** 2)));
}
