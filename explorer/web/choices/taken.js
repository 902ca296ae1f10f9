// What becomes of choices when a person changes some: what ExplorerState.update makes of them, or
// its refusal (explorer/state.py).

import { DiffsortError } from "../sort/errors.js";
import { drawn, PRESETS } from "../sort/presets.js";
import { rule as relaxationAt } from "../sort/relaxations.js";
import { fits } from "../sort/wiring.js";
import { repr } from "../words/repr.js";
import { oneEach, withNames } from "./names.js";
import { oneOf, ruleOf, SHARED, wholeBetween } from "./rules.js";
import { belongs, MOST_WIRES, OWN } from "./values.js";

/** @import { Field } from "./rules.js" */
/** @import { Rule } from "./real.js" */

/** @typedef {Record<string, unknown>} Changes */

/**
 * All choices by name: those of one explorer's own stand beside the shared ones. `alpha` is a
 * number, "infinity", or null for the one that suits the values.
 * @typedef {{
 *   values: number[], alpha: number | "infinity" | null, sigma: number, relaxation: string,
 *   network: string, preset: string, seed: number, labels: import("./names.js").Labels,
 *   [own: string]: any,
 * }} Choices
 */

/**
 * Of what describes an explorer: its class, how many values it can draw, and the fields of its own
 * choices by name (null where one has none).
 * @typedef {{name: string, most: number, own: Record<string, Field | null>}} Setup
 */

/**
 * The choices after some are changed: new ones, or DiffsortError, and then nothing is changed.
 * `changes.wires` is how many numbers the preset is to draw.
 * @param {Choices} choices
 * @param {Changes} changes
 * @param {Setup} setup
 * @returns {Choices}
 */
export function taken(choices, changes, setup) {
  const rules = rulesOf(setup);
  const asked = withNumbers(choices, withNames(changes));
  const unknown = Object.keys(asked).filter((name) => !Object.hasOwn(rules, name)).sort();
  if (unknown.length) {
    const known = Object.keys(rules).sort();
    throw new DiffsortError(`choices must be among ${repr(known)}, got ${repr(unknown)}`);
  }
  const suited = suit({ ...choices, ...asked, labels: labelsOf(choices, asked) });
  const kept = /** @type {Choices} */ (Object.fromEntries(
    Object.keys(rules).sort().map((name) => [name, rules[name](suited[name], name)]),
  ));
  checkAlpha(kept);
  oneEach(kept);
  fits(kept.network, kept.values.length);
  if (kept.values.length <= setup.most) return kept;
  throw new DiffsortError(
    `values must hold at most ${setup.most} numbers in ${setup.name}, got ${kept.values.length}`,
  );
}

/**
 * What each choice may be.
 * @param {Setup} setup
 * @returns {Record<string, Rule>}
 */
function rulesOf({ own }) {
  const rules = Object.entries(own).map(([name, field]) => [name, ruleOf(field)]);
  return { ...SHARED, ...Object.fromEntries(rules) };
}

/**
 * The changes, and the numbers that a preset, a seed or a count of wires draws where none are
 * given.
 * @param {Choices} choices
 * @param {Changes} changes
 * @returns {Changes}
 */
function withNumbers(choices, changes) {
  const { wires, ...others } = changes;
  const counted = Object.hasOwn(changes, "wires");
  const draws = counted || ["preset", "seed"].some((name) => Object.hasOwn(others, name));
  const { preset, seed } = { ...choices, ...others };
  if (!draws || Object.hasOwn(others, "values") || preset === OWN) return others;
  const known = (counted ? oneOf(Object.keys(PRESETS)) : SHARED.preset)(preset, "preset");
  const count = counted ? wholeBetween(1, MOST_WIRES)(wires, "wires") : choices.values.length;
  const values = drawn(known, count, SHARED.seed(seed, "seed"));
  return { labels: null, ...others, values };
}

/**
 * The names beside the changes: as many other values keep them, as a hand that drags one does;
 * another count, and numbers of which it is said where they come from, drop them.
 * @param {Choices} choices
 * @param {Changes} asked
 */
function labelsOf({ labels, values }, asked) {
  if (Object.hasOwn(asked, "labels")) return asked.labels;
  if (!Object.hasOwn(asked, "values")) return labels;
  if (["preset", "seed"].some((name) => Object.hasOwn(asked, name))) return null;
  return Array.isArray(asked.values) && asked.values.length !== values.length ? null : labels;
}

/**
 * The choices with the preset that the numbers are of.
 * @param {Changes} choices
 * @returns {Changes}
 */
function suit(choices) {
  const preset = SHARED.preset(choices.preset, "preset");
  const values = SHARED.values(choices.values, "values");
  const known = belongs(values, preset, SHARED.seed(choices.seed, "seed"));
  return { ...choices, values, preset: known ? preset : OWN };
}

/**
 * Refuse an alpha that the relaxation has no meaning for.
 * @param {Choices} choices
 */
function checkAlpha({ relaxation, alpha }) {
  if (alpha !== null) relaxationAt(relaxation, alpha === "infinity" ? Infinity : alpha);
}
