// What the ranking explorer shows: values and soft places on one line, the order matrix between
// them, ranks against sigma.

import { DiffsortError } from "../sort/errors.js";
import { argsort, hardJacobian } from "../sort/hard.js";
import { orderMatrix } from "../sort/kernel.js";
import { linspace } from "../sort/linspace.js";
import { timesVector, transposed as columns } from "../sort/matrices.js";
import { hardRanks } from "../sort/measures.js";
import { dargsort, dargsorts } from "../sort/ranking.js";
import { sort } from "../sort/tracing.js";
import { withDoubt } from "../words/doubt.js";
import { cut, nameOf } from "../words/names.js";
import { number } from "../words/number.js";
import { listed, toldOfPlaces, toldOfRanks } from "../words/ranking.js";
import { reprNumber } from "../words/repr.js";
import { taken } from "./chosen.js";
import { huesOf } from "./hues.js";
import { labels } from "./labels.js";
import { bell, DRAWABLE, kernelOn, lineOf, sigmasOf } from "./ranking_line.js";
import { remembered } from "./remembered.js";

/**
 * `sigma`: the width of the kernel; `focus`: the wire whose value it is drawn around; `transposed`:
 * the soft argsort instead of the soft ranks.
 * @typedef {import("./chosen.js").Shared &
 *   {sigma: number, focus: number, transposed: boolean}} Choices
 */

/** Characters of what is written beside a curve. */
const ROOM = 9;
/** So many wires at most, and each has its name written beside it; of more, the chosen one. */
export const LABELLED = 12;

/**
 * Everything about n values; names as in explorer/scenes/ranking.py.
 * @param {Choices} choices
 */
export function rankingScene(choices) {
  const { values, labels: names = null, sigma, transposed } = choices, n = values.length;
  const { network, rule, strength } = taken(choices), places = sort(network, values, rule);
  checkDrawable(values);
  const focus = Math.min(choices.focus, n - 1), sortedWires = argsort(values);
  const order = orderMatrix(values, places, sigma), hard = hardJacobian(values); // [place, value]
  const means = dargsort(values, places, sigma, transposed);
  const hardMeans = transposed ? timesVector(hard, Array.from(values.keys())) : hardRanks(values);
  const { sigmas, curves } = curvesOf({
    values,
    places: Array.from(places),
    ends: sigmasOf(values, sigma),
    transposed,
  });
  const chosen = transposed ? sortedWires.indexOf(focus) : focus;
  const named = n <= LABELLED ? Array.from(values.keys()) : [chosen];
  const noun = transposed ? "place" : "wire", line = lineOf([...values, ...places]);
  const meansFromTo = rangeOf([0, Math.max(n - 1, 1)], hardMeans, ...curves);
  const logs = [sigma, sigmas[0], sigmas[sigmas.length - 1]].map(Math.log10);
  const told = transposed
    ? toldOfPlaces(means, hardMeans, columnSums(order, n))
    : toldOfRanks(values, means, hardMeans, names);
  return {
    values,
    hues: huesOf(values),
    names,
    places,
    sigma,
    focus,
    sortedWires,
    chosen,
    transposed,
    order: transposed ? columns(order, n) : order,
    means,
    hardMeans,
    sigmas,
    curves,
    cursor: Math.min(Math.max(logs[0], logs[1]), logs[2]),
    line,
    kernel: kernelOn(line, values[focus], sigma),
    heights: bell(places, values[focus], sigma),
    meansFromTo,
    labels: labels(
      named.map((k) => {
        const words = cut(nameOf(transposed ? null : names, k, `${noun} ${k}`), ROOM);
        return [words, curves[0][k], k === chosen];
      }),
      ...meansFromTo,
    ),
    description: withDoubt(
      `${strength}; sigma = ${number(sigma)} units of value. ${told}`,
      network,
    ),
  };
}

/**
 * From the smallest to the largest of all of some numbers.
 * @param {ArrayLike<number>[]} all
 * @returns {[number, number]}
 */
function rangeOf(...all) {
  let [low, high] = [Infinity, -Infinity];
  for (const numbers of all) {
    for (let k = 0; k < numbers.length; k++) {
      low = Math.min(low, numbers[k]);
      high = Math.max(high, numbers[k]);
    }
  }
  return [low, high];
}

/**
 * The same on another number line, while a hand is on the picture: its axes hold still then.
 * @param {ReturnType<typeof rankingScene>} scene
 * @param {[number, number]} line
 */
export const heldOn = (scene, line) => ({
  ...scene,
  line,
  kernel: kernelOn(line, scene.values[scene.focus], scene.sigma),
});

/** Of what neither the chosen value nor, among those that are drawn, the width changes. */
const curvesOf = remembered((
  /** @type {{values: number[], places: number[], ends: number[], transposed: boolean}} */ {
    values,
    places,
    ends: [low, high, count],
    transposed,
  },
) => {
  const sigmas = linspace(low, high, count).map((place) => 10 ** place);
  return { sigmas, curves: dargsorts(values, places, sigmas, transposed) };
});

/** @param {number[]} values */
function checkDrawable(values) {
  const spread = Math.max(...values) / 2 - Math.min(...values) / 2;
  const large = values.some((value) => Math.abs(value) > DRAWABLE);
  if (!large && !(0 < spread && spread < 1 / DRAWABLE)) return;
  throw new DiffsortError(
    "values must be within ±1e+100 and equal or 1e-100 apart here, got" +
      ` [${values.map(reprNumber).join(", ")}]`,
  );
}

/**
 * @param {Float64Array} matrix
 * @param {number} n
 */
function columnSums(matrix, n) {
  const sums = new Float64Array(n);
  matrix.forEach((entry, at) => sums[at % n] += entry);
  return sums;
}

/**
 * A label for every index at its position; one label for several that are closer than `apart`.
 * @param {ArrayLike<number>} positions
 * @param {string} noun
 * @param {number} apart
 * @returns {[number, string][]}
 */
export function grouped(positions, noun, apart) {
  const order = Array.from(positions, (_, k) => k).sort((a, b) => positions[a] - positions[b]);
  /** @type {number[][]} */
  const groups = [];
  for (const k of order) {
    const last = groups[groups.length - 1];
    if (last && positions[k] - positions[last[0]] < apart) last.push(k);
    else groups.push([k]);
  }
  return groups.map((group) => [
    group.reduce((sum, k) => sum + positions[k], 0) / group.length,
    listed(group.sort((a, b) => a - b), noun),
  ]);
}
