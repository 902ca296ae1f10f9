// The kinds of field: each has a visible label, a spoken name, a value in words and a tooltip.

import { element } from "./elements.js";
import { labelled } from "./labelled.js";
import { logarithmic } from "./logarithmic.js";
import { choice, networks } from "./menus.js";
import { set } from "./shapes.js";
import { number } from "../words/number.js";

/**
 * What every field has (explorer/fields.py writes them): `group` says where it stands; `applies` are
 * the values of other choices that it means something for.
 * @typedef {{name: string, label: string, tooltip: string, group: "hero" | "numbers" | "more",
 *   applies?: Record<string, unknown[]>}} Named
 */
/**
 * A slider from `low` to `high` times the values' spread to the power `power`; with `ends`, beyond
 * those to 0 and to infinity. Where `beside` says what the choice counts per, the slider counts per
 * standard deviation of the values.
 * @typedef {Named & {kind: "logarithmic", low: number, high: number, unit: string, power: number,
 *   per_decade: number, ends?: boolean, beside?: string}} Logarithmic
 */
/**
 * @typedef {Named & {kind: "linear", low: number, high: number, step: number,
 *   unit: string}} Linear
 */
/** @typedef {Named & {kind: "toggle"}} Toggle */
/** @typedef {Named & {kind: "choice", options: [string, string][]}} Choice pairs: value, words */
/**
 * Families of networks; with `own`, a person may make another of the present one.
 * @typedef {Named & {kind: "network", options: [string, string][], own: boolean}} Networks
 */
/** @typedef {Named & {kind: "whole" | "optional", low: number, high: number}} Whole or none */
/** @typedef {Named & {kind: "numbers"}} Numbers as text */
/** @typedef {Named & {kind: "table"}} Table as text */
/** @typedef {Logarithmic | Linear | Toggle | Choice | Networks | Whole | Numbers | Table} Field */

/** @typedef {number | string | boolean | null} Kept the value of a field, by its kind */
/**
 * What the fields show, by name, and what some of them depend on: whether every move of a slider is
 * sent, what its left end is called, the spread of the values (as a power of ten, and their standard
 * deviation), the name of the field that was refused.
 * @typedef {{live: boolean, zero_end: string, magnitude: number, deviation: number,
 *   relaxation?: string,
 *   refused?: string, message?: string, remark?: string, [name: string]: any}} Shown
 */
/**
 * A field as it stands in the page: show(value, values) is given the value that its kind has.
 * @typedef {{node: HTMLElement, show(value: Kept, values: Shown): void}} Made
 */

/**
 * @param {Field} field
 * @param {(value: Kept) => void} send hears what a person sets
 * @returns {Made}
 */
export function makeField(field, send) {
  switch (field.kind) {
    case "logarithmic":
      return logarithmic(field, send);
    case "linear":
      return linear(field, send);
    case "toggle":
      return toggle(field, send);
    case "choice":
      return choice(field, send);
    case "network":
      return networks(field, send);
    case "numbers":
      return numbers(field, send);
    case "table":
      return table(field, /** @type {(value: any) => void} */ (send));
    case "whole":
    case "optional":
      return whole(field, send);
  }
}

/**
 * @param {Linear} field
 * @param {(value: number) => void} send
 * @returns {Made}
 */
function linear(field, send) {
  const input = element("input", {
    type: "range",
    min: field.low,
    max: field.high,
    step: field.step,
  });
  const { node, heading } = labelled(field, input, "wide");
  set(input, { "aria-label": field.label });
  const say = (/** @type {number} */ value) => {
    const words = `${number(value)} ${field.unit}`.trim();
    heading.textContent = `${field.label} = ${words}`;
    input.setAttribute("aria-valuetext", words);
  };
  input.addEventListener("input", () => {
    say(Number(input.value));
    send(Number(input.value));
  });
  const show = (/** @type {number} */ value) => {
    if (Number(input.value) !== value) input.value = String(value);
    say(value);
  };
  return { node, show };
}

/**
 * @param {Toggle} field
 * @param {(value: boolean) => void} send
 * @returns {Made}
 */
function toggle(field, send) {
  const input = element("input", { type: "checkbox" });
  input.addEventListener("change", () => send(input.checked));
  const { node } = labelled(field, input, "toggle");
  return { node, show: (/** @type {boolean} */ value) => void (input.checked = value) };
}

/**
 * @param {Whole} field
 * @param {(value: number | null) => void} send
 * @returns {Made}
 */
function whole(field, send) {
  const input = element("input", { type: "number", min: field.low, max: field.high, step: 1 });
  input.addEventListener(
    "change",
    () => send(input.value === "" && field.kind === "optional" ? null : Number(input.value)),
  );
  const { node } = labelled(field, input);
  const show = (/** @type {number | null} */ value) => void (input.value = String(value ?? ""));
  return { node, show };
}

/**
 * Rows of numbers, a line each: what is no number is left as it is, for the rule to refuse.
 * @param {Table} field
 * @param {(value: (number | string)[][] | null) => void} send
 * @returns {Made}
 */
function table(field, send) {
  const read = (/** @type {string} */ text) => {
    const lines = text.split(/[\n;]/).map((line) => line.trim()).filter(Boolean);
    const rows = lines.map((line) =>
      line.split(/[\s,]+/).map((each) => each && Number.isFinite(Number(each)) ? +each : each)
    );
    return rows.length ? rows : null;
  };
  const { node, show } = numbers(field, (text) => send(read(text)));
  return {
    node,
    show(/** @type {any} */ value, values) {
      const rows = /** @type {number[][]} */ (value ?? []);
      show(rows.map((row) => row.join(", ")).join("; "), values);
    },
  };
}

/**
 * A text area, not a text input, which would glue the lines of a pasted column together.
 * @param {Numbers | Table} field
 * @param {(value: string) => void} send
 * @returns {Made}
 */
function numbers(field, send) {
  const input = element("textarea", { rows: 1, spellcheck: "false", autocomplete: "off" });
  /** @type {string} */
  let shown; // after Enter, leaving the field would give the same again
  const give = () => input.value === shown || send(input.value);
  input.addEventListener("change", give);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      give();
    }
    event.stopPropagation();
  });
  const show = (/** @type {string} */ value, /** @type {Shown} */ values) => {
    shown = value;
    if (input.value !== value) input.value = value;
    input.setAttribute("aria-invalid", String(values.refused === field.name));
  };
  return { node: labelled(field, input, "wide").node, show };
}
