// Which points of a plane stand so close that one word must do for several.

/**
 * Points, pairs of numbers, by their numbers: those whose words would meet are one group, above
 * all of them; explorer/figures/anything_plan.py has the same for paper.
 * @param {ArrayLike<number>} points
 * @param {number} pixel in their units
 */
export function groupsOf(points, pixel) {
  /** @type {number[][]} */
  const groups = [];
  for (let k = 0; 2 * k < points.length; k++) {
    const group = groups.find((known) =>
      Math.abs(points[2 * k + 1] - points[2 * known[0] + 1]) < 14 * pixel &&
      Math.abs(points[2 * k] - points[2 * known[0]]) < (12 + 12 * known.length) * pixel
    );
    if (group) group.push(k);
    else groups.push([k]);
  }
  const of = (/** @type {number[]} */ group, /** @type {0 | 1} */ part) =>
    group.map((k) => points[2 * k + part]);
  return groups.map((group) => ({
    x: of(group, 0).reduce((sum, x) => sum + x, 0) / group.length,
    y: Math.max(...of(group, 1)),
    words: group.join(", "),
  }));
}
