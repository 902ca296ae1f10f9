// The Jacobian of a sort by finite differences, which knows nothing of derivatives: a check of them.

import { exchangeWires, isHard } from "./comparator.js";
import { fold } from "./fold.js";
import { prepare, restore } from "./task.js";

/** @import { Network } from "./networks.js" */
/** @import { Rule } from "./relaxations.js" */

/**
 * Central differences of the sort, [out, in], with steps in parts of the size of x, its range and
 * 1 / alpha.
 * @param {Network} network
 * @param {Float64Array} x
 * @param {Rule} rule
 */
export function finiteDifferences(network, x, rule) {
  const size = x.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const fitted = { ...rule, alpha: rule.alpha * size };
  const reach = isHard(fitted) || !fitted.alpha ? 1 : 1 / Math.abs(fitted.alpha);
  const values = x.map((value) => value / size), { n } = network;
  const step = 6e-6 * Math.min(Math.max(...values) - Math.min(...values) || 1, reach);
  const moved = [step, -step].flatMap((move) =>
    Array.from(values, (value, wire) => {
      const near = values.slice();
      near[wire] = value + move;
      return near;
    })
  );
  const sorts = sortsNear(network, values, moved, fitted), found = new Float64Array(n * n);
  for (let into = 0; into < n; into++) {
    const up = sorts[into], down = sorts[n + into];
    for (let out = 0; out < n; out++) found[out * n + into] = (up[out] - down[out]) / (2 * step);
  }
  return found;
}

/**
 * The sort of each of some vectors, most of whose values are those of x: they go through the network
 * together, a row for each wire, and what a comparator makes of the two that it has of x is not
 * computed again.
 * @param {Network} network
 * @param {Float64Array} x
 * @param {Float64Array[]} vectors
 * @param {Rule} rule
 */
function sortsNear(network, x, vectors, rule) {
  const tasks = [x, ...vectors].map((each) => prepare(network, each, rule)), width = tasks.length;
  const rows = new Float64Array(network.n * width), [{ rule: fitted }] = tasks;
  tasks.forEach(({ x }, column) => x.forEach((value, wire) => rows[wire * width + column] = value));
  fold(network, rows, (rows, low, high) => {
    const first = low * width, end = first + width, away = (high - low) * width;
    const a = rows[first], b = rows[first + away];
    exchangeWires(fitted, rows, first, first + away);
    const least = rows[first], most = rows[first + away];
    for (let at = first + 1; at < end; at++) {
      if (rows[at] === a && rows[at + away] === b) {
        rows[at] = least;
        rows[at + away] = most;
      } else exchangeWires(fitted, rows, at, at + away);
    }
  });
  return tasks.slice(1).map((task, column) =>
    restore(task, task.x.map((_, wire) => rows[wire * width + column + 1]))
  );
}
