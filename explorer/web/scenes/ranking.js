// What the ranking explorer shows: values and soft places on one line, the order matrix between
// them, ranks against sigma.

import { DiffsortError } from "../sort/errors.js";
import { hardJacobian } from "../sort/hard.js";
import { orderMatrix } from "../sort/kernel.js";
import { timesVector, transposed as columns } from "../sort/matrices.js";
import { hardRanks } from "../sort/measures.js";
import { dargsort } from "../sort/ranking.js";
import { trace } from "../sort/tracing.js";
import { number } from "../words/number.js";
import { listed, toldOfPlaces, toldOfRanks } from "../words/ranking.js";
import { written } from "../words/repr.js";
import { taken } from "./chosen.js";
import { bell, kernelGrid, lineOf, rowsOf, sigmasOf } from "./ranking_line.js";

/**
 * `sigma`: the width of the kernel; `focus`: the wire whose value it is drawn around; `transposed`:
 * the soft argsort instead of the soft ranks.
 * @typedef {import("./chosen.js").Shared &
 *   {sigma: number, focus: number, transposed: boolean}} Choices
 */

/** Values that are larger, or closer together than its inverse, cannot be drawn on a line. */
const DRAWABLE = 1e100;
/** So many wires at most, and each has its name written beside it. */
const LABELLED = 12;
/** Values closer than this share of the line stand below each other. */
const BESIDE = 0.065;

/**
 * Everything about n values; names as in explorer/scenes/ranking.py.
 * @param {Choices} choices
 */
export function rankingScene(choices) {
  const { values, sigma, transposed } = choices, n = values.length;
  const { network, rule, strength } = taken(choices), run = trace(network, values, rule).values;
  const places = run[run.length - 1];
  checkDrawable(values);
  const focus = Math.min(choices.focus, n - 1);
  const order = orderMatrix(values, places, sigma), shown = columns(order, n);
  const hard = hardJacobian(values); // [place, value]
  const means = dargsort(values, places, sigma, transposed), sigmas = sigmasOf(values, sigma);
  const curves = Array.from(sigmas, (width) => {
    const [some, others] = [values, places].map((each) => Array.from(each, (x) => x / width));
    return dargsort(some, others, 1, transposed);
  });
  const hardMeans = transposed ? timesVector(hard, Array.from(values.keys())) : hardRanks(values);
  const line = lineOf([...values, ...places]), grid = kernelGrid(line, values[focus], sigma);
  const named = n <= LABELLED, span = line[1] - line[0];
  const logs = [sigma, sigmas[0], sigmas[sigmas.length - 1]].map(Math.log10);
  const sums = columnSums(order, n);
  const told = transposed
    ? toldOfPlaces(means, hardMeans, sums)
    : toldOfRanks(values, means, hardMeans);
  return {
    values,
    places,
    sigma,
    focus,
    chosen: transposed ? firstPlace(hard, focus, n) : focus,
    transposed,
    rows: rowsOf(values, BESIDE * span),
    order: transposed ? shown : order,
    means,
    hardMeans,
    sigmas,
    curves,
    cursor: Math.min(Math.max(logs[0], logs[1]), logs[2]),
    line,
    kernel: [grid, bell(grid, values[focus], sigma)],
    heights: bell(places, values[focus], sigma),
    names: named
      ? grouped(curves[0], transposed ? "place" : "wire", 0.06 * Math.max(n - 1, 1))
      : [],
    placeNames: named ? grouped(places, "", 0.05 * span) : [],
    description: `${strength}; sigma = ${number(sigma)} units of value. ${told}`,
  };
}

/** @param {number[]} values */
function checkDrawable(values) {
  const spread = Math.max(...values) / 2 - Math.min(...values) / 2;
  const large = values.some((value) => Math.abs(value) > DRAWABLE);
  if (!large && !(0 < spread && spread < 1 / DRAWABLE)) return;
  throw new DiffsortError(
    "values must be within ±1e+100 and equal or 1e-100 apart here, got" +
      ` [${values.map(written).join(", ")}]`,
  );
}

/**
 * The first place that the value of a wire has in the hard sort.
 * @param {Float64Array} hard
 * @param {number} wire
 * @param {number} n
 */
function firstPlace(hard, wire, n) {
  let place = 0;
  while (!hard[place * n + wire]) place++;
  return place;
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
