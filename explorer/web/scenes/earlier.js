// What texts and links of an earlier version call otherwise, as it is now: `earlier` of
// explorer/explorers/anything.py.

import { between } from "../choices/real.js";
import { ruleOf } from "../choices/rules.js";
import { deviationOf } from "../sort/softness.js";
import { keysOf, materialOf } from "./materials.js";

/** @import { Changes, Choices, Setup } from "../choices/taken.js" */

const BESIDE = ["material", "pieces", "sample", "table", "column"];
const sharpnessOf = between(0, 1e6);

/**
 * The choices that a text names, beside those that stay: `sharpness` was alpha per standard
 * deviation of the keys. An explorer without keys leaves it as it is.
 * @param {Changes} named
 * @param {Choices} choices
 * @param {Pick<Setup, "own">} setup
 * @returns {Changes}
 */
export function asNow(named, choices, { own }) {
  if (!Object.hasOwn(named, "sharpness") || !BESIDE.every((name) => own[name])) return named;
  const { sharpness, ...others } = named, known = { ...choices, ...others };
  const chosen = BESIDE.map((name) => [name, ruleOf(own[name])(known[name], name)]);
  const deviation = deviationOf(keysOf(materialOf(Object.fromEntries(chosen)))) || 1;
  return { ...others, alpha: sharpnessOf(sharpness, "sharpness") / deviation };
}
