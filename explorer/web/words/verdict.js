// What becomes of the two values that meet in a comparator, in a few words, and what a layer did.

import { inPercent } from "./comparator.js";
import { number } from "./number.js";

/**
 * The values on the wires of the minimum (`a`) and of the maximum (`b`), how much of each changes
 * wires, and whether the relaxation mixes at all.
 * @typedef {{a: number, b: number, swap: number, mixes: boolean}} Met
 */

/**
 * A pair as it is compared, what becomes of it, and the same in fewer words; `exchanges`: whether
 * the larger share of each changes wires.
 * @typedef {{pair: string, said: string, short: string, exchanges: boolean}} Verdict
 */

/**
 * @param {Met} met
 * @returns {Verdict}
 */
export function verdictWords({ a, b, swap, mixes }) {
  const [left, right] = [number(a), number(b)];
  const sign = a === b ? "=" : left === right ? "≈" : a < b ? "<" : ">";
  const pair = `${left} ${sign} ${right}`;
  if (a === b) return { pair, said: "equal", short: "equal", exchanges: false };
  const exchanges = swap > 0.5;
  const { stays, crosses } = inPercent(swap);
  if (!mixes || crosses === 0 || crosses === 100) {
    const said = exchanges ? "exchange" : "stay";
    return { pair, said, short: said, exchanges };
  }
  return {
    pair,
    said: `${stays} % stays, ${crosses} % crosses`,
    short: `${crosses} % crosses`,
    exchanges,
  };
}

/** Letters that the verdicts of a layer may take in one line. */
const LINE = 96;

/**
 * What a layer is about to do, and once there are verdicts, what they are: as many of them as a line
 * has room for.
 * @param {number} layer from 0
 * @param {string[]} actions what each layer does
 * @param {Verdict[]} verdicts
 */
export function layerWords(layer, actions, verdicts) {
  const place = `Layer ${layer + 1} of ${actions.length}`;
  if (!verdicts.length) return `${place} ${actions[layer]}.`;
  const all = verdicts.map(({ pair, said }) => `${pair}: ${said}`);
  let room = LINE;
  const told = all.filter((words) => (room -= words.length + 2) >= 0);
  const shown = told.length ? told : all.slice(0, 1);
  const left = all.length - shown.length;
  const more = left ? `; and ${left} more` : "";
  return `${place}, ${counted(verdicts)}. ${shown.join("; ")}${more}.`;
}

/** @param {Verdict[]} verdicts */
function counted(verdicts) {
  const count = verdicts.filter(({ exchanges }) => exchanges).length;
  const mostly = verdicts.some(({ said }) => said.includes("%")) ? "mostly " : "";
  if (verdicts.length === 1) return `one pair: ${mostly}${count ? "exchanged" : "kept"}`;
  return `${verdicts.length} pairs: ${count} ${mostly}exchanged`;
}
