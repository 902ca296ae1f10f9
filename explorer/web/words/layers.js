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
 * What a stage of a family is for, by its number from 1, how many there are, its layers, and n.
 * Stages of other networks are not labelled.
 * @type {Record<string, (number: number, count: number, layers: number, n: number) => string>}
 */
const FOR = {
  "bitonic": merge,
  "mirrored bitonic": merge,
  "odd-even merge": merge,
  "odd-even transposition": (_number, _count, layers) =>
    `${layers} layer${layers > 1 ? "s" : ""} of neighbours`,
  "pairwise": (number, count) => {
    const apart = 2 ** (count - number);
    const sorts = apart > 1 ? `sort what is ${apart} wires apart` : "sort all wires";
    return `stage ${number}: ${sorts}`;
  },
};

/**
 * @param {number} number
 * @param {number} _count
 * @param {number} _layers
 * @param {number} n
 */
function merge(number, _count, _layers, n) {
  return `stage ${number}: merge to blocks of ${Math.min(2 ** number, n)}`;
}

/**
 * The brackets over the stages of so many layers each: from one column to another, with a long and
 * a short label.
 * @param {string} name
 * @param {number} n
 * @param {number[]} depths
 */
export function stages(name, n, depths) {
  if (!Object.hasOwn(FOR, name)) return []; // nobody has said what its layers are for
  let last = 0;
  return depths.map((layers, k) => {
    const first = last, label = FOR[name](k + 1, depths.length, layers, n);
    last += layers;
    return { first, last, label, short: label.match(/^stage \d+|\w+$/)?.[0] ?? label };
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
