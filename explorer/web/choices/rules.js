// What a choice may be: rules that give a value as it is kept, or refuse it in Python's words
// (explorer/choices.py, explorer/state.py).

import { DiffsortError } from "../sort/errors.js";
import { PRESETS } from "../sort/presets.js";
import { RELAXATIONS } from "../sort/relaxations.js";
import { repr } from "../words/repr.js";
import { asLabels } from "./names.js";
import { atLeast0, between, positive } from "./real.js";
import { asValues, OWN } from "./values.js";
import { asNetwork } from "./wiring.js";

/** @import { Rule } from "./real.js" */

/**
 * A control as data, and what its choice may be: as explorer/fields.py writes it.
 * @typedef {object} Field
 * @property {string} name
 * @property {string} kind
 * @property {[string, string][]} [options]
 * @property {number} [low]
 * @property {number} [high]
 * @property {number} [rows]
 * @property {number} [columns]
 */

/**
 * @param {string[]} known
 * @returns {Rule}
 */
export const oneOf = (known) => (value, name) => {
  if (typeof value === "string" && known.includes(value)) return value;
  throw new DiffsortError(`${name} must be one of ${known.join(", ")}, got ${repr(value)}`);
};

/**
 * @param {number} least
 * @param {number} most
 * @returns {Rule}
 */
export const wholeBetween = (least, most) => (value, name) => {
  const whole = typeof value === "number" && Number.isInteger(value);
  if (whole && least <= value && value <= most) return value + 0; // which is no -0
  throw new DiffsortError(
    `${name} must be a whole number from ${least} to ${most}, got ${repr(value)}`,
  );
};

/** @type {Rule} */
export function yesOrNo(value, name) {
  if (typeof value === "boolean") return value;
  throw new DiffsortError(`${name} must be True or False, got ${repr(value)}`);
}

/**
 * @param {Rule} rule
 * @returns {Rule}
 */
export const nothingOr = (rule) => (value, name) =>
  value === null || value === undefined ? null : rule(value, name);

/**
 * 2 or more rows, all of one length, of numbers that each take the rule.
 * @param {number} mostRows
 * @param {number} mostColumns
 * @param {Rule} rule
 * @returns {Rule}
 */
const tableOf = (mostRows, mostColumns, rule) => (value, name) => {
  const holds = (/** @type {unknown} */ list, /** @type {number} */ least, most = least) =>
    Array.isArray(list) && least <= list.length && list.length <= most;
  if (!holds(value, 2, mostRows) || !holds(/** @type {any} */ (value)[0], 1, mostColumns)) {
    const told = `2 to ${mostRows} rows of 1 to ${mostColumns} numbers`;
    throw new DiffsortError(`${name} must hold ${told}, got ${repr(value)}`);
  }
  const rows = /** @type {any[][]} */ (value), wide = rows[0].length;
  return rows.map((row) => {
    if (holds(row, wide)) return row.map((each) => rule(each, name));
    throw new DiffsortError(`${name} must hold ${wide} values, got ${repr(row)}`);
  });
};

/**
 * What the choices that all explorers share may be, by name.
 * @type {Record<string, Rule>}
 */
export const SHARED = {
  alpha: nothingOr((value, name) => {
    const alpha = atLeast0(value, name);
    return alpha === Infinity ? "infinity" : alpha;
  }),
  labels: asLabels,
  network: asNetwork,
  preset: oneOf([...Object.keys(PRESETS), OWN]),
  relaxation: oneOf(Object.keys(RELAXATIONS)),
  seed: wholeBetween(0, 2 ** 32 - 1),
  sigma: positive,
  values: asValues,
};

/**
 * What a field's choice may be. A choice that has no field is Python's to judge.
 * @param {Field | null} field
 * @returns {Rule}
 */
export function ruleOf(field) {
  if (!field) return (value) => value;
  const { kind, low = -Infinity, high = Infinity, rows = 0, columns = 0 } = field;
  if (kind === "table") return nothingOr(tableOf(rows, columns, between(low, high)));
  if (kind === "choice") return oneOf((field.options ?? []).map(([value]) => value));
  if (kind === "toggle") return yesOrNo;
  if (kind === "whole") return wholeBetween(low, high);
  if (kind === "optional") return nothingOr(wholeBetween(low, high));
  return between(low, high);
}
