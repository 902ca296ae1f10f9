// What stands around the strands: brackets, axes and numbers.

import { say } from "../ui/elements.js";
import { set, shape } from "../ui/shapes.js";
import { tokenName } from "../scenes/network.js";
import { cut } from "../words/names.js";
import { number } from "../words/number.js";

/** @import { Picture } from "../marks/strands.js" */
/** @import { Attributes } from "../ui/shapes.js" */
/** @import { Plan } from "./network_sheet.js" */

const ROOM_FOR_NAMES = 26; // pixels from wire to wire

/** @typedef {ReturnType<typeof makeWriter>} Writer */
/** @typedef {(picture: Picture) => void} Show the numbers of a run */

const LEAST = 3.5; // pixels of a node at least, beside which words stand

/**
 * @param {SVGGElement} parent
 * @param {Plan} plan
 * @param {((output: number) => void) | null} pick
 */
export function makeFrame(parent, plan, pick) {
  const { network, at } = plan;
  const writer = makeWriter(parent);
  const { quiet } = writer;
  const end = at.x(network.depth) + Math.max(at.radius, LEAST) + 10;
  for (const { first, last, label, short } of network.stages) {
    const [x0, x1] = [at.x(first) + 6, at.x(last) - 6];
    shape(parent, "path", {
      class: "bracket",
      d: `M${x0} ${at.wiresTop - 2}V${at.wiresTop - 8}H${x1}V${at.wiresTop - 2}`,
    });
    const text = [label, short, short.replace("stage ", "")].find((words) =>
      words.length * 6 < x1 - x0 + 8
    );
    if (text) quiet(text, (x0 + x1) / 2, at.wiresTop - 14);
  }
  /** @type {number[]} */
  const wires = [];
  for (let wire = 0; wire < network.n; wire += at.every) wires.push(wire);
  for (const wire of wires) quiet(wire, at.left - 7, at.y(wire) + 4, "end");
  const outputs = wires.map((wire) => makeOutput(plan, wire, end, writer, pick));
  // Below the wires, column by column: the inversions left; and the sum, which stays.
  const below = at.wiresBottom + 15;
  // More than 45 wires can have 1000 inversions.
  const room = network.n > 45 ? 34 : 26;
  quiet("inversions", at.x(0) - room / 2 - 9, below, "end");
  const inversions = columnsWithRoom(plan, room).map((column) => ({
    column,
    text: quiet("", at.x(column), below),
  }));
  const total = quiet("", end + 6, below, "start");
  if (network.below !== "nothing") {
    for (const column of columnsWithRoom(plan, 20)) {
      quiet(column, at.x(column), at.valueBottom + 14);
    }
    quiet("after layer (0 is the input)", (at.left + at.right) / 2, at.valueBottom + 31);
  }
  const showBelow = at.byValue
    ? makeValues(plan, writer)
    : at.hardBelow
    ? makeHard(plan, wires, end, writer)
    : () => {};
  /** @type {Show} */
  const show = (picture) => {
    const { run } = picture;
    outputs.forEach((showOutput) => showOutput(picture));
    inversions.forEach(({ column, text }) => say(text, String(run.inversions[column])));
    sayWithin(at.width - end, total, `sum ${run.total}`, 11);
    showBelow(picture);
  };
  return { show };
}

/** @param {SVGGElement} parent */
function makeWriter(parent) {
  /**
   * @param {string | number} words
   * @param {number} x
   * @param {number} y
   * @param {Attributes} attributes
   */
  const write = (words, x, y, attributes = {}) => {
    const node = shape(parent, "text", { x, y, ...attributes });
    node.textContent = String(words);
    return node;
  };
  /**
   * @param {string | number} words
   * @param {number} x
   * @param {number} y
   * @param {"start" | "middle" | "end"} anchor
   */
  const quiet = (words, x, y, anchor = "middle") =>
    write(words, x, y, { class: "quiet", "text-anchor": anchor });
  return { write, quiet };
}

/**
 * @param {Plan["at"]} at
 * @param {string} words
 * @param {Writer} writer
 */
const heading = (at, words, { write }) =>
  write(words, at.left + 9, at.valueTop - 12, { style: "font-weight:600" });

/**
 * @param {Plan} plan
 * @param {number} wire
 * @param {number} x
 * @param {Writer} writer
 * @param {((output: number) => void) | null} pick
 * @returns {Show}
 */
function makeOutput({ network, at }, wire, x, { write, quiet }, pick) {
  const y = at.y(wire) + 4;
  const node = write("", x, y, pick ? { class: "output" } : {});
  if (pick) {
    node.addEventListener("click", () => pick(wire));
  }
  const title = pick && shape(node, "title"), value = shape(node, "tspan");
  const name = nameAbove(/** @type {SVGElement} */ (node.parentNode), at, wire, x);
  const hard = at.narrow || at.hardBelow ? null : quiet("", x + 66, y, "start");
  return ({ run, cell }) => {
    const last = cell(network.depth, wire);
    const called = tokenName(run, last), mostly = called && `, most of it ${called}`;
    if (title) say(title, `Output ${wire}${mostly}: click to follow its gradient back`);
    name(called, at.width - x);
    sayWithin(62, value, number(run.soft[last]));
    if (hard) sayWithin(80, hard, `hard ${number(run.hard[last])}`, 11);
  };
}

/**
 * The axis of values, and the mean, where everything goes as alpha goes to 0.
 * @param {Plan} plan
 * @param {Writer} writer
 * @returns {Show}
 */
function makeValues({ at }, writer) {
  const { quiet } = writer;
  heading(
    at,
    `The same run, by value${at.narrow ? "" : ": solid is soft, dotted is hard"}`,
    writer,
  );
  const [x, y] = [at.x(0) - (at.narrow ? 78 : 84), (at.valueTop + at.valueBottom) / 2];
  set(quiet("value", 0, 0), { transform: `translate(${x} ${y}) rotate(-90)` });
  const ticks = Array.from({ length: 8 }, () => quiet("", at.x(0) - 30, 0, "end"));
  const mean = quiet("", at.right + 2, 0, "start");
  return ({ run, valueY }) => {
    ticks.forEach((text, k) => {
      const [value, label] = run.ticks[k] ?? [0, ""];
      const y = valueY(value);
      say(text, y < at.valueTop - 2 || y > at.valueBottom + 2 ? "" : label);
      set(text, { y: y + 4 });
    });
    sayWithin(at.width - at.right - 2, mean, `mean ${number(run.mean)}`, 11);
    set(mean, { y: valueY(run.mean) + 4 });
  };
}

/**
 * @param {Plan} plan
 * @param {number[]} wires
 * @param {number} end
 * @param {Writer} writer
 * @returns {Show}
 */
function makeHard({ network, at }, wires, end, writer) {
  heading(at, "The hard network", writer);
  for (const wire of wires) writer.quiet(wire, at.left - 7, at.hardY(wire) + 4, "end");
  const outputs = wires.map((wire) => ({ wire, text: writer.write("", end, at.hardY(wire) + 4) }));
  return ({ run, cell }) =>
    outputs.forEach(({ wire, text }) => say(text, number(run.hard[cell(network.depth, wire)])));
}

/**
 * A name in small letters above what stands at a wire, where the wires leave room for it: returns
 * how to say one in so many pixels, cut where it is longer.
 * @param {SVGElement} parent
 * @param {Plan["at"]} at
 * @param {number} wire
 * @param {number} x
 */
export function nameAbove(parent, at, wire, x) {
  if (at.row < ROOM_FOR_NAMES) return () => {};
  const node = shape(parent, "text", { class: "quiet name", x, y: at.y(wire) - 10 });
  return (/** @type {string} */ name, /** @type {number} */ room) =>
    sayWithin(room, node, cut(name, Math.floor(room / 6)), 10);
}

/**
 * Words as large as the room allows that they have.
 * @param {number} room
 * @param {SVGElement} node
 * @param {string} words
 * @param {number} size
 */
export function sayWithin(room, node, words, size = 12) {
  say(node, words);
  const least = `${(room / words.length / 0.62).toFixed(1)}px`;
  set(node, { style: `font-size:min(max(${size}px, var(--ds-type, 0px)), ${least})` });
}

/**
 * Columns so far apart that numbers of so many pixels stand beside each other; the last is one of
 * them.
 * @param {Plan} plan
 * @param {number} pixels
 */
function columnsWithRoom({ network, at }, pixels) {
  const end = network.depth;
  const chosen = [];
  let next = 0;
  for (let column = 0; column < end; column++) {
    const x = at.x(column);
    if (x < next || at.x(end) - x < pixels) continue;
    chosen.push(column);
    next = x + pixels;
  }
  return [...chosen, end];
}
