// The kinds of field: each has a visible label, a spoken name, a value in words and a tooltip.

import { element } from "./elements.js";
import { set } from "./shapes.js";
import { number } from "../words/number.js";

const HARD = "hard maximum";

// A slider on a logarithmic scale. Its two outermost places may stand for 0 and for infinity.
function logarithmic(field, send) {
  const { per_decade: perDecade, ends } = field;
  const inner = Math.round(Math.log10(field.high / field.low) * perDecade);
  const first = ends ? 1 : 0;
  const last = first + inner + (ends ? 1 : 0);
  const input = element("input", {
    type: "range",
    min: 0,
    max: last,
    step: 1,
    "aria-label": field.label,
    title: field.tooltip,
  });
  const heading = element("label", { "aria-hidden": "true" });
  const [left, right] = [element("span", { class: "end" }), element("span", { class: "end" })];
  const stops = element("div", { class: "diffsort-stops", "aria-hidden": "true" });
  let low; // follows the spread of the values
  const rescale = (magnitude) => {
    const exponent = Math.round(Math.log10(field.low)) + field.power * magnitude;
    if (low === 10 ** exponent) return;
    low = 10 ** exponent;
    stops.replaceChildren();
    for (let decade = 0; decade * perDecade <= inner; decade++) {
      const share = (first + decade * perDecade) / last;
      if (ends && (share < 0.05 || share > 0.95)) continue;
      const aside = share === 0 ? "-8px" : share === 1 ? "calc(8px - 100%)" : "-50%";
      const style = `left:${100 * share}%;transform:translateX(${aside})`;
      stops.append(element("span", { style }, number(10 ** (exponent + decade))));
    }
  };
  let zeroEnd = "";
  const valueAt = (place) => {
    if (ends && place === last) return "infinity";
    if (ends && place === 0 && zeroEnd) return 0;
    return Number((low * 10 ** ((Math.max(place, first) - first) / perDecade)).toPrecision(4));
  };
  const placeOf = (value) => {
    if (value === "infinity") return last;
    if (value <= 0) return 0;
    const place = first + Math.round(Math.log10(value / low) * perDecade);
    return Math.min(Math.max(place, first), first + inner);
  };
  const say = (value) => {
    const end = ends && (value === "infinity" ? HARD : value === 0 ? zeroEnd : "");
    const words = `${value === "infinity" ? value : number(value)} ${field.unit}`;
    heading.textContent = `${field.label} = ${words}`;
    input.setAttribute("aria-valuetext", end ? `${words}: ${end}` : words);
  };
  let live = true;
  const moved = (settled) => {
    const value = valueAt(Number(input.value));
    say(value);
    if (live || settled) send(value);
  };
  input.addEventListener("input", () => moved(false));
  input.addEventListener("change", () => live || moved(true));
  const show = (value, values) => {
    live = values.live;
    zeroEnd = values.relaxation === "softmax" ? "" : values.zero_end; // which Python says later
    rescale(values.magnitude);
    if (ends) [left.textContent, right.textContent] = [zeroEnd || "diverges at 0", HARD];
    if (valueAt(Number(input.value)) !== value) input.value = placeOf(value);
    say(value);
  };
  const top = element(
    "div",
    { class: "diffsort-heading" },
    ...(ends ? [left, heading, right] : [heading]),
  );
  return { node: element("div", { class: "diffsort-field wide" }, top, input, stops), show };
}

function labelled(field, input, className = "") {
  const id = `ds-${Math.random().toString(36).slice(2)}`;
  set(input, { id, title: field.tooltip });
  return element(
    "div",
    { class: `diffsort-field ${className}` },
    element("label", { for: id }, field.label),
    input,
  );
}

function linear(field, send) {
  const input = element("input", {
    type: "range",
    min: field.low,
    max: field.high,
    step: field.step,
  });
  const node = labelled(field, input, "wide");
  const heading = node.firstChild;
  set(input, { "aria-label": field.label });
  const say = (value) => {
    const words = `${number(value)} ${field.unit}`.trim();
    heading.textContent = `${field.label} = ${words}`;
    input.setAttribute("aria-valuetext", words);
  };
  input.addEventListener("input", () => {
    say(Number(input.value));
    send(Number(input.value));
  });
  const show = (value) => {
    if (Number(input.value) !== value) input.value = value;
    say(value);
  };
  return { node, show };
}

function toggle(field, send) {
  const input = element("input", { type: "checkbox" });
  input.addEventListener("change", () => send(input.checked));
  const node = labelled(field, input, "toggle");
  return { node, show: (value) => (input.checked = value) };
}

function choice(field, send) {
  const input = element(
    "select",
    {},
    ...field.options.map(([value, text]) => element("option", { value }, text)),
  );
  input.addEventListener("change", () => send(input.value));
  return { node: labelled(field, input), show: (value) => (input.value = value) };
}

function whole(field, send) {
  const input = element("input", { type: "number", min: field.low, max: field.high, step: 1 });
  input.addEventListener(
    "change",
    () => send(input.value === "" && field.kind === "optional" ? null : Number(input.value)),
  );
  return { node: labelled(field, input), show: (value) => (input.value = value ?? "") };
}

// A text area, not a text input, which would glue the lines of a pasted column together.
function numbers(field, send) {
  const input = element("textarea", { rows: 1, spellcheck: "false", autocomplete: "off" });
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
  const show = (value, values) => {
    shown = value;
    if (input.value !== value) input.value = value;
    input.setAttribute("aria-invalid", String(values.refused === field.name));
  };
  return { node: labelled(field, input, "wide"), show };
}

export const KINDS = { logarithmic, linear, toggle, choice, whole, optional: whole, numbers };
