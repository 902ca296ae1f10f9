// What the ranking explorer says: explorer/scenes/ranking.py to the letter.

import { nameOf } from "./names.js";
import { number } from "./number.js";

/** Soft ranks that are closer than this are as good as hard ones. */
const CLOSE = 5e-4;

/**
 * wire 3; wires 3, 6; three and more in a row as 3–5.
 * @param {number[]} group
 * @param {string} noun
 */
export function listed(group, noun) {
  /** @type {number[][]} */
  const runs = [];
  for (const k of group) {
    const last = runs[runs.length - 1];
    if (last?.[last.length - 1] === k - 1) last.push(k);
    else runs.push([k]);
  }
  const words = runs.map((run) =>
    run.length > 2 ? `${run[0]}–${run[run.length - 1]}` : run.join(", ")
  );
  return `${noun}${noun && group.length > 1 ? "s" : ""} ${words.join(", ")}`.trim();
}

/**
 * How far the soft ranks are from the hard ones, and which values are equal.
 * @param {ArrayLike<number>} values
 * @param {ArrayLike<number>} ranks
 * @param {ArrayLike<number>} hard
 * @param {string[] | null} [names]
 */
export function toldOfRanks(values, ranks, hard, names = null) {
  const [far, most] = farthest(ranks, hard);
  const told = most < CLOSE
    ? "Every soft rank is within 0.0005 of the hard rank."
    : `Soft ranks differ from hard ranks by at most ${number(most)}:` +
      ` ${nameOf(names, far, `wire ${far}`)} has` +
      ` ${number(ranks[far])} for ${number(hard[far])}.`;
  return `${told} ${toldOfTies(values, ranks, hard, names)}`;
}

/**
 * Which wire each place was filled from. `sums`: of the shares that each place receives.
 * @param {ArrayLike<number>} wires
 * @param {ArrayLike<number>} hard
 * @param {ArrayLike<number>} sums
 */
export function toldOfPlaces(wires, hard, sums) {
  const [far] = farthest(wires, hard), each = Array.from(sums);
  return `Soft argsort: place ${far} holds, softly, what came from wire ${number(wires[far])};` +
    ` in the hard sort, from wire ${number(hard[far])}. The shares that a place receives add up` +
    ` to between ${number(Math.min(...each))} and ${number(Math.max(...each))}, where those that` +
    " a value gives add up to 1.";
}

/**
 * The largest group of equal values, of several the one of the smallest values.
 * @param {ArrayLike<number>} values
 * @param {ArrayLike<number>} ranks
 * @param {ArrayLike<number>} hard
 * @param {string[] | null} names
 */
function toldOfTies(values, ranks, hard, names) {
  /** @type {Map<number, number[]>} */
  const groups = new Map();
  Array.from(values, (value, k) => groups.set(value, [...(groups.get(value) ?? []), k]));
  const tied = [...groups].filter(([, wires]) => wires.length > 1);
  if (!tied.length) return "No two values are equal.";
  tied.sort(([a, as], [b, bs]) => bs.length - as.length || a - b);
  const [value, wires] = tied[0], others = tied.length - 1;
  const more = others ? ` (and ${others} more group${others > 1 ? "s" : ""} of equal values)` : "";
  const who = names ? wires.map((k) => names[k]).join(", ") : `Wires ${listed(wires, "")}`;
  return `${who} hold ${number(value)} and share the soft rank` +
    ` ${number(ranks[wires[0]])}; the mean of their hard places is ${
      number(hard[wires[0]])
    }${more}.`;
}

/**
 * Where the two are farthest apart, and how far.
 * @param {ArrayLike<number>} soft
 * @param {ArrayLike<number>} hard
 */
function farthest(soft, hard) {
  const off = Array.from(soft, (mean, k) => Math.abs(mean - hard[k]));
  const most = Math.max(...off);
  return [off.indexOf(most), most];
}

/**
 * What a value is called.
 * @param {number} wire
 * @param {number} value
 * @param {string[] | null} [names]
 */
export const wireName = (wire, value, names = null) =>
  names ? `${names[wire]} (${number(value)})` : `wire ${wire} (x = ${number(value)})`;

/**
 * What a place of the soft sort is called.
 * @param {number} place
 * @param {number} value that stands there
 */
export const placeName = (place, value) => `place ${place} (at ${number(value)})`;

/**
 * The soft rank of a wire, or the soft argsort of a place, beside the hard one.
 * @param {string} name
 * @param {boolean} transposed
 * @param {number} soft
 * @param {number} hard
 */
export function toldOfMeans(name, transposed, soft, hard) {
  const what = transposed ? "argsort" : "rank";
  return `${name}: soft ${what} ${number(soft)}, hard ${what} ${number(hard)}`;
}
