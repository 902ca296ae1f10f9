// What moves at every frame: the playheads, tokens on the wires, marks on the lines by value.

import { set, shape } from "../ui/shapes.js";
import { strandPoint, weightOf } from "../marks/places.js";

export function makeMotion(view, parent) {
  const { network, at } = view;
  parent.style.pointerEvents = "none";
  const curtain = shape(parent, "rect", {
    class: "curtain",
    x: at.x(0) - 12,
    y: at.wiresTop,
    height: at.wiresBottom - at.wiresTop,
  });
  const heights = [[at.wiresTop, at.wiresBottom], [
    at.valueTop,
    Math.max(at.valueTop, at.valueBottom),
  ]];
  const playheads = heights.map(([y1, y2]) => shape(parent, "line", { class: "playhead", y1, y2 }));
  const circles = (kind, count) =>
    Array.from({ length: count }, () => shape(parent, "circle", { class: `${kind}-token` }));
  const [hardTokens, hardMarks, softTokens, softMarks] = ["hard", "soft"].flatMap((
    kind,
  ) => [circles(kind, 2 * network.n), circles(kind, network.n)]);
  const move = (layer, t) => {
    const { run, hue } = view;
    const x = network.depth ? strandPoint(at.x(layer), 0, at.x(layer + 1), 0, t)[0] : at.x(0);
    for (const playhead of playheads) set(playhead, { x1: x, x2: x });
    set(curtain, { width: run.flow && layer + t ? x - at.x(0) + 12 : 0 });
    const ease = t * t * (3 - 2 * t);
    const mixed = (from, to) => hue(run.soft[from] * (1 - ease) + run.soft[to] * ease);
    if (!run.flow) moveTokens(view, softTokens, at.y, run.swap, layer, t, at.radius, mixed);
    if (at.hardBelow) moveTokens(view, hardTokens, at.hardY, run.hardSwap, layer, t, at.radius);
    else if (!run.flow) moveTokens(view, hardTokens, at.y, run.hardSwap, layer, t, at.radius + 3);
    if (!at.byValue) return;
    moveMarks(
      view,
      softMarks,
      view.softHeights,
      layer,
      x,
      at.radius * 0.7,
      (token) => hue(run.soft[token]),
    );
    moveMarks(view, hardMarks, view.hardHeights, layer, x, at.radius * 0.7 + 2.5);
  };
  return { move };
}

// Each value leaves its wire as two tokens, as large as its two weights, which meet the other value's on the next column.
function moveTokens({ network, at, cell }, circles, y, swap, layer, t, radius, fill) {
  const whole = Math.max(1 - Math.min(t, 1 - t) * 8, 0); // at a column tokens are as large as the value that they make up
  const alone = [{ from: 0, to: 0, k: null }];
  let used = 0;
  for (const strand of network.strands[layer] ?? alone) {
    const weight = weightOf(swap, strand);
    if (weight < 0.004) continue;
    const { from, to } = strand;
    const x1 = layer < 0 ? at.x(0) : at.x(layer + 1);
    const [cx, cy] = strandPoint(layer < 0 ? x1 : at.x(layer), y(from), x1, y(to), t);
    const circle = circles[used++];
    set(circle, { cx, cy, r: radius * Math.sqrt(weight + (1 - weight) * whole) });
    if (fill) {
      set(circle, { fill: layer < 0 ? fill(0, 0) : fill(cell(layer, from), cell(layer + 1, to)) });
    }
  }
  while (used < circles.length) set(circles[used++], { r: 0 });
}

function moveMarks({ at }, circles, heights, layer, x, r, fill) {
  const [x0, x1] = [at.x(Math.max(layer, 0)), at.x(layer + 1)];
  const part = x1 > x0 ? (x - x0) / (x1 - x0) : 0;
  circles.forEach((circle, token) => {
    const [from, to] = [heights[token][Math.max(layer, 0)], heights[token][layer + 1]];
    set(circle, { cx: x, cy: from + part * (to - from), r });
    if (fill) set(circle, { fill: fill(token) });
  });
}
