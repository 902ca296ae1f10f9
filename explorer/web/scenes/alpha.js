// What the alpha explorer shows: the soft maximum of two numbers, and the soft sort from the mean
// to the hard sort.

import { exchange } from "../sort/comparator.js";
import { sorted } from "../sort/hard.js";
import { linspace } from "../sort/linspace.js";
import { roundHalfEven } from "../sort/magnitude.js";
import { identity } from "../sort/matrices.js";
import { alphaAtSlope, RELAXATIONS, rule as ruleOf } from "../sort/relaxations.js";
import { softMaxima, softMaximum } from "../sort/soft_maxima.js";
import { sortAt, sortPath } from "../sort/sort_path.js";
import { sort } from "../sort/tracing.js";
import { alphaName, alphaWords, slopeWords } from "../words/alpha.js";
import { withDoubt } from "../words/doubt.js";
import { softestEnd } from "../words/layers.js";
import { cut } from "../words/names.js";
import { number } from "../words/number.js";
import { drawable, taken, wires } from "./chosen.js";
import { huesOf } from "./hues.js";
import { labels, LINE } from "./labels.js";
import { placeNames } from "./placed.js";
import { remembered } from "./remembered.js";

/** @import { Rule } from "../sort/relaxations.js" */
/** @import { SoftMaxima } from "../sort/soft_maxima.js" */

/**
 * The two numbers whose soft maximum is shown are a and b; with `sameSlope` other relaxations stand
 * beside the present one, as steep at a tie; else other alphas.
 * @typedef {import("./chosen.js").Shared & {a: number, b: number, sameSlope?: boolean}} Choices
 */
/** @typedef {{name: string, told: string, curve: Float64Array}} Beside */

/** log-sum-exp has no meaning below this alpha. */
const LEAST = 1e-300;
/** So many outputs at most have their place written beside them. */
const LABELLED = 9;
/** Characters of a place with its name. */
const ROOM = 12;

/**
 * `curve` is the soft maximum at the present alpha over `maxima.a`, where it is called `present`,
 * among those of `beside`; `soft` and `hard` the two maxima of (a, b); `sorts` the soft sort at the present alpha, which stands at `place` on
 * `path.axis`; `ordered` the hard sort; `outputsFromTo` the heights that the outputs are shown in.
 * @param {Choices} choices
 */
export function alphaScene(choices) {
  const { values, labels: names = null, a, b, sameSlope = false } = choices;
  drawable(values);
  const { network, rule, strength } = taken(choices), n = values.length;
  const { relaxation } = choices, maxima = maximaOf({ relaxation, b });
  const path = pathOf({ ...choices, labels: null, alpha: 1, a: 0, b: 0, sameSlope: false });
  const [soft, hard] = [exchange(rule, a, b)[1], Math.max(a, b)];
  const sorts = sortAt(network, values, rule), ordered = sorted(values);
  const curve = softMaximum(rule, maxima.a, b), outputsFromTo = heights(path, ordered);
  const steep = sameSlope ? asSteep(rule) : [], byPlace = placeNames({ values, names });
  const beside = sameSlope ? relaxations(maxima, steep) : alphas(maxima);
  const present = sameSlope ? relaxation : alphaName(rule.alpha);
  return {
    ...{
      values,
      names,
      hues: huesOf(values),
      alpha: rule.alpha,
      a,
      sameSlope,
      maxima,
      present,
      beside,
    },
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
    curveLabels: curveLabels(maxima, [...beside, { name: present, curve }]),
    placeLabels: labels(
      Array.from(
        new Set(linspace(0, n - 1, Math.min(n, LABELLED)).map(roundHalfEven)),
        (k) => [cut(`${k} ${byPlace?.[k] ?? ""}`.trim(), ROOM), ordered[k]],
      ),
      ...outputsFromTo,
    ),
    description: withDoubt(
      alphaWords({ strength, n, a, b, soft, hard, ...sorts }) +
        (sameSlope ? slopeWords(rule.mixes, steep) : ""),
      network,
    ),
  };
}

/**
 * The same with its curves named at that side, while a hand is on the picture: its axes hold still
 * then.
 * @param {ReturnType<typeof alphaScene>} scene
 * @param {1 | -1} side
 */
export function namedAt(scene, side) {
  const maxima = { ...scene.maxima, side }, { beside, present, curve } = scene;
  const curves = [...beside, { name: present, curve }];
  return { ...scene, maxima, curveLabels: curveLabels(maxima, curves) };
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
 * The other relaxations, each at the alpha at which it is as steep at a tie; at the same alpha where one
 * of the two has no weights, if it has a meaning there.
 * @param {Rule} rule
 */
function asSteep(rule) {
  const others = Object.keys(RELAXATIONS).filter((name) => name !== rule.name);
  return others.flatMap((name) => {
    const alpha = alphaAtSlope(name, rule);
    return RELAXATIONS[name].mixes || Math.abs(alpha) >= LEAST ? ruleOf(name, alpha) : [];
  });
}

/** @param {SoftMaxima} maxima @returns {Beside[]} */
const alphas = (maxima) =>
  maxima.alphas.map((alpha, k) => ({
    name: alphaName(alpha),
    told: `at alpha = ${number(alpha)}`,
    curve: maxima.curves[k],
  }));

/** @param {SoftMaxima} maxima @param {Rule[]} steep @returns {Beside[]} */
const relaxations = (maxima, steep) => [
  ...steep.map((rule) => ({
    name: rule.name,
    told: `under ${rule.name} at alpha = ${number(rule.alpha)}`,
    curve: softMaximum(rule, maxima.a, maxima.b),
  })),
  ...alphas(maxima).slice(-1),
];

/**
 * The name of each curve, at the side where they end farthest apart, with an arrow where it ends above
 * the picture; of two of one name, the last.
 * @param {SoftMaxima} maxima
 * @param {Pick<Beside, "name" | "curve">[]} curves
 */
function curveLabels({ side, low, high }, curves) {
  const top = high + (high - low) * LINE;
  /** @type {Map<string, [string, number]>} */
  const ends = new Map();
  for (const { name, curve } of curves) {
    const end = curve[side > 0 ? curve.length - 1 : 0];
    ends.delete(name);
    ends.set(name, [name + (end > top ? " ↑" : ""), end]);
  }
  return labels([...ends.values()], low, top);
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
