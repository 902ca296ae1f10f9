// What a network's layers and stages do, in words: explorer/scenes/layout.py to the letter.

/**
 * What a layer does: its comparators are pairs of wires.
 * @param {[number, number][]} comparators
 */
export function action(comparators) {
  const distances = [...new Set(comparators.map(([low, high]) => Math.abs(low - high)))];
  distances.sort((a, b) => a - b);
  if (!distances.length) return "compares nothing";
  if (distances.length === 1 && distances[0] === 1) return "compares neighbours";
  return `compares wires ${distances.join(" or ")} apart`;
}

/**
 * The brackets over the stages of so many layers each: from one column to another, with a long and
 * a short label.
 * @param {number} n
 * @param {number[]} depths
 */
export function stages(n, depths) {
  if (depths.length === 1 && depths[0] > 1) { // which merges nothing
    const [last] = depths;
    return [{ first: 0, last, label: `${last} layers of neighbours`, short: "neighbours" }];
  }
  let last = 0;
  return depths.map((layers, k) => {
    const first = last, short = `stage ${k + 1}`;
    last += layers;
    return {
      first,
      last,
      label: `${short}: merge to blocks of ${Math.min(2 ** (k + 1), n)}`,
      short,
    };
  });
}

/**
 * What a relaxation that mixes gives at alpha = 0, by how much each output weighs each input there.
 * @param {ArrayLike<number>[]} weights
 */
export function softestEnd(weights) {
  const offs = weights.flatMap((row) => Array.from(row, (x) => Math.abs(x * weights.length - 1)));
  const off = offs.reduce((most, each) => Math.max(most, each), 0);
  return off < 1e-9 ? "mean" : off <= 0.5 ? "near the mean" : "softest";
}
