// What the alpha explorer shows: the soft maximum of two numbers, and the soft sort from the mean
// to the hard sort.

import { exchange } from "../sort/comparator.js";
import { sorted } from "../sort/hard.js";
import { linspace } from "../sort/linspace.js";
import { roundHalfEven } from "../sort/magnitude.js";
import { identity } from "../sort/matrices.js";
import { rule as ruleOf } from "../sort/relaxations.js";
import { softMaxima, softMaximum } from "../sort/soft_maxima.js";
import { sortAt, sortPath } from "../sort/sort_path.js";
import { sort } from "../sort/tracing.js";
import { alphaName, alphaWords } from "../words/alpha.js";
import { softestEnd } from "../words/layers.js";
import { drawable, taken, wires } from "./chosen.js";
import { labels, LINE } from "./labels.js";
import { remembered } from "./remembered.js";

/**
 * The two numbers whose soft maximum is shown are a and b.
 * @typedef {import("./chosen.js").Shared & {a: number, b: number}} Choices
 */

/** So many outputs at most have their place written beside them. */
const LABELLED = 9;

/**
 * `curve` is the soft maximum at the present alpha over `maxima.a`, `soft` and `hard` the two
 * maxima of (a, b); `sorts` the soft sort at the present alpha, which stands at `place` on
 * `path.axis`; `ordered` the hard sort; `outputsFromTo` the heights that the outputs are shown in.
 * @param {Choices} choices
 */
export function alphaScene(choices) {
  const { values, a, b } = choices;
  drawable(values);
  const { network, rule, strength } = taken(choices), n = values.length;
  const { relaxation } = choices, maxima = maximaOf({ relaxation, b });
  const path = pathOf({ ...choices, alpha: 1, a: 0, b: 0 });
  const [soft, hard] = [exchange(rule, a, b)[1], Math.max(a, b)];
  const sorts = sortAt(network, values, rule), ordered = sorted(values);
  const curve = softMaximum(rule, maxima.a, b), outputsFromTo = heights(path, ordered);
  return {
    alpha: rule.alpha,
    a,
    maxima,
    curve,
    soft,
    hard,
    path,
    place: path.axis.place(rule.alpha),
    sorts,
    ordered,
    outputsFromTo,
    zero: path.axis.diverges
      ? "diverges"
      : softest({ network: choices.network, n }).replace("the ", ""),
    curveLabels: curveLabels(maxima, curve, rule.alpha),
    placeLabels: labels(
      Array.from(
        new Set(linspace(0, n - 1, Math.min(n, LABELLED)).map(roundHalfEven)),
        (k) => [String(k), ordered[k]],
      ),
      ...outputsFromTo,
    ),
    description: alphaWords({ strength, n, a, b, soft, hard, ...sorts }),
  };
}

/**
 * The same with its curves named at that side, while a hand is on the picture: its axes hold still
 * then.
 * @param {ReturnType<typeof alphaScene>} scene
 * @param {1 | -1} side
 */
export function namedAt(scene, side) {
  const maxima = { ...scene.maxima, side };
  return { ...scene, maxima, curveLabels: curveLabels(maxima, scene.curve, scene.alpha) };
}

/** Of what alpha, a or b leave as it is. */
const pathOf = remembered((/** @type {Choices} */ choices) => {
  const { network, rule } = taken(choices);
  return sortPath(network, choices.values, rule);
});
const maximaOf = remembered((/** @type {{relaxation: string, b: number}} */ { relaxation, b }) =>
  softMaxima(ruleOf(relaxation, 1), b)
);

/**
 * The alpha of each curve, at the side where they end farthest apart; the present one with an arrow
 * where its curve ends above the picture.
 * @param {import("../sort/soft_maxima.js").SoftMaxima} maxima
 * @param {Float64Array} curve
 * @param {number} alpha
 */
function curveLabels({ alphas, curves, side, low, high }, curve, alpha) {
  const end = side > 0 ? curve.length - 1 : 0, top = high + (high - low) * LINE;
  const name = alphaName(alpha), present = name + (curve[end] > top ? " ↑" : "");
  /** @type {[string, number][]} */
  const others = alphas.map((each, k) => [alphaName(each), curves[k][end]]);
  const ends = others.filter(([words]) => words !== name);
  return labels([...ends, [present, curve[end]]], low, top);
}

/**
 * The heights that the outputs are shown in. Under a relaxation that leaves the range of the
 * values, and has no limit, some room beyond it.
 * @param {ReturnType<typeof sortPath>} path
 * @param {Float64Array} ordered
 * @returns {[number, number]}
 */
function heights({ axis }, ordered) {
  const [low, high] = [ordered[0], ordered[ordered.length - 1]];
  const room = (axis.diverges ? 0.4 : 0) * (high - low) ||
    (high > low ? 0 : Number(`1e${-(axis.low + 1)}`));
  return [low - room, high + room];
}

/** What alpha = 0 gives: by what becomes of each unit vector. */
const softest = remembered(
  (/** @type {Pick<Choices, "network"> & {n: number}} */ { network, n }) => {
    const units = identity(n), mean = ruleOf("smoothmax", 0), wired = wires(network, n);
    return softestEnd(
      Array.from({ length: n }, (_, k) => sort(wired, units.subarray(k * n, k * n + n), mean)),
    );
  },
);
