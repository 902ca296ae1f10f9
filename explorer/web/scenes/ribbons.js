// How a soft sort spreads things over places: a ribbon for each share of a thing in a place, side by
// side where they leave the thing and where they reach the place. explorer/scenes/ribbons.py has the
// same.

/**
 * How much of a thing is in a place, and where its left edge leaves the one and reaches the other: all
 * in parts of one thing's width, which the ribbons of a thing fill, and those of a place.
 * @typedef {{thing: number, place: number, share: number, from: number, to: number}} Ribbon
 */

const LEAST = 0.002; // of a thing: what is less is too thin to be seen

/**
 * The ribbons that can be seen, the thickest last. Those of a thing leave it in the order of their
 * places, those of a place reach it in the order of their things, so that none cross at their ends.
 * @param {ArrayLike<number>} mix [place, thing], whose rows and columns add up to 1
 * @param {number} n
 */
export function ribbonsOf(mix, n) {
  const left = new Float64Array(n);
  /** @type {Ribbon[]} */
  const ribbons = [];
  for (let place = 0; place < n; place++) {
    for (let thing = 0, to = 0; thing < n; thing++) {
      const share = mix[place * n + thing];
      if (share >= LEAST) ribbons.push({ thing, place, share, from: left[thing], to });
      left[thing] += share;
      to += share;
    }
  }
  return ribbons.sort((one, other) => one.share - other.share);
}
