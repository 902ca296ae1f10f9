// What the network explorer shows of one run: choices -> numbers and words.

import { gradientFlow, pathFlow, swaps, tokens } from "../sort/flow.js";
import { inversions } from "../sort/measures.js";
import { rule as ruleOf } from "../sort/relaxations.js";
import { exchanges, trace } from "../sort/tracing.js";
import { sortsZeroOne } from "../sort/zero_one.js";
import { withDoubt } from "../words/doubt.js";
import { gradientWords, missingOutput, pathWords } from "../words/flow.js";
import { nameOf } from "../words/names.js";
import { description, legend, sentences, strength, title } from "../words/sentences.js";
import { sums } from "../words/sums.js";
import { labelled, ticks } from "../words/ticks.js";
import { verdictWords } from "../words/verdict.js";
import { note as noteOf } from "../words/zero_one.js";
import { strong, wires } from "./chosen.js";
import { layoutOf } from "./layout.js";

/** @import { Layer } from "../sort/networks.js" */
/** @import { Arrow } from "./layout.js" */
/** @typedef {ReturnType<typeof networkScene>} Run */

/**
 * What a person chose. `alpha`: a number, or "infinity"; `network`: a family's name, comparators
 * as text, or a name and layers; `flow`: an output, or an output and an input, whose derivative is
 * followed; `below`: what stands below the network; `bits`: whether the inputs are to be zeros and
 * ones.
 * @typedef {object} Choices
 * @property {number[]} values
 * @property {string[] | null} [labels]
 * @property {string} relaxation
 * @property {number | "infinity"} alpha
 * @property {string | {name: string, layers: Layer[]}} network
 * @property {number[] | null} flow
 * @property {"values" | "hard network" | "nothing"} below
 * @property {boolean} bits
 */

/** What is less than this much of the largest value is rounding, and no inversion. */
const ROUNDING = 1e-12;
const TOKENS = "Filled tokens: soft sort; rings: hard sort.";

/**
 * The network and the parts of its drawing that do not depend on the values.
 * @param {Choices["network"]} chosen
 * @param {number} n
 */
export function wired(chosen, n) {
  const network = wires(chosen, n);
  return { network, ...layoutOf(network) };
}

/**
 * One run, soft and hard side by side; the columns of each array one after the other. `swap`: how
 * much of each comparator's values changes wires; `byA`, `byB`: derivatives of its maximum;
 * `tokens`: which input is on each wire if every comparator moves the larger share. `note`: of a
 * network of one's own, that it does not sort; of inputs that are zeros and ones, what they prove;
 * `description`: the run in words. These two are found out when they are asked for, which a picture
 * does not.
 * @param {ReturnType<typeof wired>} drawn
 * @param {Choices} choices
 */
export function networkScene({ network, actions }, choices) {
  const { values, labels = null, relaxation, alpha, bits } = choices;
  const run = trace(network, values, ruleOf(relaxation, strong(alpha)));
  const hard = trace(network, values, ruleOf("smoothmax", Infinity));
  const [done, sorted] = [exchanges(run), exchanges(hard)];
  const swap = swaps(done);
  const hardSwap = sorted.a.map((a, place) => Number(a > sorted.b[place]));
  const [soft, still] = [joined(run.values), joined(hard.values)];
  const margin = ROUNDING * soft.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const disorder = run.values.map((column) => inversions(column, margin));
  const domain = soft.reduce( // which the hard sort does not leave: it begins with the same
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  const flow = flowOf(network, done, choices.flow, labels);
  const named = title(network.name, network.n, strength(relaxation, strong(alpha)));
  const steps = () => sentences(actions, run.values, disorder);
  const blends = run.values[network.depth].some((value, k) =>
    value !== hard.values[network.depth][k]
  );
  const proof = () => bits ? noteOf(network.n, sortsZeroOne(network), blends) : "";
  const note = () => withDoubt(proof(), network);
  return {
    title: named,
    sentences: flow?.sentences ?? steps(),
    legend: legend(done.weight !== null, flow !== null) + (flow ? "" : ` ${TOKENS}`),
    inversions: disorder,
    total: sums(run.values)[network.depth][0],
    mean: values.reduce((sum, value) => sum + value / values.length, 0),
    domain,
    ticks: labelled(ticks(domain[0], domain[1])),
    mixes: done.weight !== null,
    names: labels,
    bits,
    soft,
    hard: still,
    swap,
    hardSwap,
    byA: done.byA,
    byB: done.byB,
    tokens: joined(tokens(network, swap)),
    hardTokens: joined(tokens(network, hardSwap)),
    flow,
    note,
    description: () => description(named, steps(), flow?.words ?? "", note()),
  };
}

/**
 * What stands above the picture of a run: that the output whose gradient was asked for is missing,
 * and the note.
 * @param {ReturnType<typeof networkScene>} run
 * @param {number} n
 * @param {number | null} flow
 */
export const sentenceAbove = (run, n, flow) =>
  [missingOutput(n, flow), run.note()].filter(Boolean).join(" ");

/**
 * What a comparator of a run did: what came in and went out, and how much changed wires.
 * @param {Run} run
 * @param {number} n
 * @param {Arrow} comparator
 * @returns {import("../words/comparator.js").Exchange}
 */
export function exchangeOf(run, n, { k, layer, low, high }) {
  const held = (/** @type {number} */ column, /** @type {number} */ wire) =>
    run.soft[column * n + wire];
  return {
    layer,
    low,
    high,
    a: held(layer, low),
    b: held(layer, high),
    names: meetingNames(run, n, { layer, low, high }),
    least: held(layer + 1, low),
    most: held(layer + 1, high),
    swap: run.swap[k],
    byA: run.byA[k],
    byB: run.byB[k],
    mixes: run.mixes,
  };
}

/**
 * What becomes of each pair of a layer.
 * @param {Run} run
 * @param {number} n
 * @param {Arrow[]} layer
 */
export const verdictsOf = (run, n, layer) =>
  layer.map((comparator) => verdictWords(exchangeOf(run, n, comparator)));

/**
 * What the inputs are called that most of comes in on the wires of a comparator.
 * @param {Run} run
 * @param {number} n
 * @param {{layer: number, low: number, high: number}} comparator
 */
export const meetingNames = (run, n, { layer, low, high }) =>
  [low, high].map((wire) => tokenName(run, layer * n + wire));

/**
 * What the input is called that most of comes through a cell, before its value; nothing, where it
 * has no name.
 * @param {{tokens: ArrayLike<number>, names: string[] | null}} run
 * @param {number} cell
 */
export const tokenName = ({ tokens, names }, cell) => nameOf(names, tokens[cell], "");

/**
 * The shares of a derivative in parts of the largest, and for each column where they are, in words.
 * @param {import("../sort/networks.js").Network} network
 * @param {import("../sort/tracing.js").Exchanges} done
 * @param {number[] | null} chosen
 * @param {string[] | null} labels
 */
function flowOf(network, done, chosen, labels) {
  if (!chosen) return null;
  const [out, into] = chosen;
  const path = into !== undefined;
  const flow = path ? pathFlow(network, done, out, into) : gradientFlow(network, done, out);
  const total = flow.nodes[0].reduce((sum, share) => sum + share, 0);
  const words = path
    ? pathWords(out, into, total, flow.nodes, labels)
    : gradientWords(out, flow.nodes, labels);
  const nodes = joined(flow.nodes);
  const largest = nodes.reduce((most, share) => Math.max(most, Math.abs(share)), 0) || 1;
  return {
    nodes: nodes.map((share) => share / largest),
    strands: flow.strands.map((share) => share / largest),
    ...words,
  };
}

/** @param {ArrayLike<number>[]} columns */
const joined = (columns) => Float64Array.from(columns.flatMap((column) => Array.from(column)));
