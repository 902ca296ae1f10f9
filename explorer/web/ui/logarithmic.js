// A slider on a logarithmic scale. Its two outermost places may stand for 0 and for infinity.

import { element } from "./elements.js";
import { number } from "../words/number.js";

/** @import { Kept, Logarithmic, Made, Shown } from "./fields.js" */

const HARD = "hard maximum";

/**
 * Where a slider begins, as a power of ten: it follows the spread of the values.
 * @param {Pick<Logarithmic, "low" | "power">} field
 * @param {number} magnitude
 */
export const lowest = (field, magnitude) =>
  Math.round(Math.log10(field.low)) + field.power * magnitude;

/**
 * @param {Logarithmic} field
 * @param {(value: Kept) => void} send
 * @returns {Made}
 */
export function logarithmic(field, send) {
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
  let low = NaN; // follows the spread of the values
  const rescale = (/** @type {number} */ magnitude) => {
    const exponent = lowest(field, magnitude);
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
  const valueAt = (/** @type {number} */ place) => {
    if (ends && place === last) return "infinity";
    if (ends && place === 0 && zeroEnd) return 0;
    return Number((low * 10 ** ((Math.max(place, first) - first) / perDecade)).toPrecision(4));
  };
  const placeOf = (/** @type {number | "infinity"} */ value) => {
    if (value === "infinity") return last;
    if (value <= 0) return 0;
    const place = first + Math.round(Math.log10(value / low) * perDecade);
    return Math.min(Math.max(place, first), first + inner);
  };
  const beside = element("span", { class: "beside", "aria-hidden": "true" });
  let deviation = 0; // that the slider counts per; 0 where it counts as the choice does
  const unit = () => deviation || 1;
  const say = (/** @type {number | "infinity"} */ value) => {
    const end = ends && (value === "infinity" ? HARD : value === 0 ? zeroEnd : "");
    const per = field.beside && !deviation ? "per unit" : field.unit;
    const words = `${value === "infinity" ? value : number(value)} ${per}`;
    const own = deviation && !end && value !== "infinity"
      ? `${number(value / deviation)} ${field.beside}`
      : "";
    heading.textContent = `${field.label} = ${words}`;
    beside.textContent = own;
    const told = own ? `${words}, ${own}` : words;
    input.setAttribute("aria-valuetext", end ? `${told}: ${end}` : told);
  };
  let live = true;
  const moved = (/** @type {boolean} */ settled) => {
    const value = valueAt(Number(input.value));
    say(value);
    if (live || settled) {
      send(value === "infinity" || !deviation ? value : Number((value / unit()).toPrecision(6)));
    }
  };
  input.addEventListener("input", () => moved(false));
  input.addEventListener("change", () => live || moved(true));
  const show = (/** @type {number | "infinity"} */ choice, /** @type {Shown} */ values) => {
    live = values.live;
    deviation = field.beside ? values.deviation : 0;
    const value = choice === "infinity" ? choice : choice * unit();
    zeroEnd = values.relaxation === "softmax" ? "" : values.zero_end; // which a kernel says later
    rescale(values.magnitude);
    if (ends) [left.textContent, right.textContent] = [zeroEnd || "diverges at 0", HARD];
    if (valueAt(Number(input.value)) !== value) input.value = String(placeOf(value));
    say(value);
  };
  const top = element(
    "div",
    { class: "diffsort-heading" },
    ...(ends ? [left, heading, beside, right] : [heading]),
  );
  return { node: element("div", { class: "diffsort-field wide" }, top, input, stops), show };
}
