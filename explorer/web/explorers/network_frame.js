// What stands around the strands: brackets, axes and numbers.

import { say } from "../ui/elements.js";
import { set, shape } from "../ui/shapes.js";
import { number } from "../words/number.js";

export function makeFrame(view, parent) {
  const { network, at } = view;
  const end = at.x(network.depth) + at.radius + 10;
  const write = (words, x, y, attributes) => {
    const node = shape(parent, "text", { x, y, ...attributes });
    node.textContent = words;
    return node;
  };
  const quiet = (words, x, y, anchor = "middle") =>
    write(words, x, y, { class: "quiet", "text-anchor": anchor });
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
  const wires = [];
  for (let wire = 0; wire < network.n; wire += at.every) wires.push(wire);
  for (const wire of wires) quiet(wire, at.left - 7, at.y(wire) + 4, "end");
  const outputs = wires.map((wire) =>
    makeOutput(
      view,
      wire,
      write("", end, at.y(wire) + 4, view.choices.pick ? { class: "output" } : {}),
      quiet,
    )
  );
  // Below the wires, column by column: the inversions left; and the sum, which stays.
  const below = at.wiresBottom + 15;
  // More than 45 wires can have 1000 inversions.
  const room = network.n > 45 ? 34 : 26;
  quiet("inversions", at.x(0) - room / 2 - 9, below, "end");
  const inversions = columnsWithRoom(view, room).map((
    column,
  ) => [column, quiet("", at.x(column), below)]);
  const total = quiet("", end + 6, below, "start");
  if (network.below !== "nothing") {
    for (const column of columnsWithRoom(view, 20)) {
      quiet(column, at.x(column), at.valueBottom + 14);
    }
    quiet("after layer (0 is the input)", (at.left + at.right) / 2, at.valueBottom + 31);
  }
  const heading = (words) =>
    write(words, at.left + 9, at.valueTop - 12, { style: "font-weight:600" });
  const showBelow = at.byValue
    ? makeValues(view, quiet, heading)
    : at.hardBelow
    ? makeHard(view, wires, end, write, quiet, heading)
    : () => {};
  const show = () => {
    outputs.forEach((showOutput) => showOutput());
    inversions.forEach(([column, text]) => say(text, String(view.run.inversions[column])));
    sayWithin(at.width - end, total, `sum ${view.run.total}`, 11);
    showBelow();
  };
  return { show };
}

function makeOutput(view, wire, node, quiet) {
  const { network, at, cell } = view;
  if (view.choices.pick) {
    shape(node, "title").textContent = `Output ${wire}: click to follow its gradient back`;
    node.addEventListener("click", () => view.choices.pick(wire));
  }
  const value = shape(node, "tspan");
  const hard = at.narrow || at.hardBelow
    ? null
    : quiet("", node.written.x + 66, node.written.y, "start");
  return () => {
    const last = cell(network.depth, wire);
    sayWithin(62, value, number(view.run.soft[last]));
    if (hard) sayWithin(80, hard, `hard ${number(view.run.hard[last])}`, 11);
  };
}

// The axis of values, and the mean, where everything goes as alpha goes to 0.
function makeValues(view, quiet, heading) {
  const { at, valueY } = view;
  heading(`The same run, by value${at.narrow ? "" : ": solid is soft, dotted is hard"}`);
  const [x, y] = [at.x(0) - (at.narrow ? 78 : 84), (at.valueTop + at.valueBottom) / 2];
  set(quiet("value", 0, 0), { transform: `translate(${x} ${y}) rotate(-90)` });
  const ticks = Array.from({ length: 8 }, () => quiet("", at.x(0) - 30, 0, "end"));
  const mean = quiet("", at.right + 2, 0, "start");
  return () => {
    ticks.forEach((text, k) => {
      const [value, label] = view.run.ticks[k] ?? [0, ""];
      const y = valueY(value);
      say(text, y < at.valueTop - 2 || y > at.valueBottom + 2 ? "" : label);
      set(text, { y: y + 4 });
    });
    sayWithin(at.width - at.right - 2, mean, `mean ${number(view.run.mean)}`, 11);
    set(mean, { y: valueY(view.run.mean) + 4 });
  };
}

function makeHard(view, wires, end, write, quiet, heading) {
  const { network, at, cell } = view;
  heading("The hard network");
  for (const wire of wires) quiet(wire, at.left - 7, at.hardY(wire) + 4, "end");
  const outputs = wires.map((wire) => [wire, write("", end, at.hardY(wire) + 4)]);
  return () =>
    outputs.forEach(([wire, text]) => say(text, number(view.run.hard[cell(network.depth, wire)])));
}

// Words as large as the room allows that they have.
export function sayWithin(room, node, words, size = 12) {
  say(node, words);
  set(node, { style: `font-size:${Math.min(size, room / words.length / 0.62).toFixed(1)}px` });
}

// Columns so far apart that numbers of so many pixels stand beside each other; the last is one of them.
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
