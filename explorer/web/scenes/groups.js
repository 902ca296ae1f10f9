// Which points of a plane stand so close that one word must do for several.

const [LETTER, LINE] = [7, 14]; // pixels of a word

/**
 * Points, pairs of numbers, by their numbers: a word above each, or above several whose words would
 * meet; `pixel`: in their units. explorer/figures/anything_plan.py has the same for paper.
 * @param {ArrayLike<number>} points
 * @param {number} pixel
 */
export function groupsOf(points, pixel) {
  let groups = Array.from({ length: points.length / 2 }, (_, k) => groupOf(points, [k]));
  for (;;) {
    const [one, other] = meeting(groups, pixel);
    if (!one || !other) return groups;
    const both = [...one.members, ...other.members].sort((k, next) => k - next);
    const merged = groupOf(points, both);
    groups = groups.map((each) => each === one ? merged : each).filter((each) => each !== other);
  }
}

/**
 * @param {ArrayLike<number>} points
 * @param {number[]} members
 */
function groupOf(points, members) {
  return {
    members,
    x: members.reduce((sum, k) => sum + points[2 * k], 0) / members.length,
    y: Math.max(...members.map((k) => points[2 * k + 1])),
    words: members.join(", "),
  };
}

/**
 * The first two whose words would meet.
 * @param {ReturnType<typeof groupOf>[]} groups
 * @param {number} pixel
 */
function meeting(groups, pixel) {
  for (const [k, one] of groups.entries()) {
    for (const other of groups.slice(k + 1)) {
      const long = LETTER * (one.words.length + other.words.length) / 2;
      const near = Math.abs(one.x - other.x) < long * pixel;
      if (near && Math.abs(one.y - other.y) < LINE * pixel) return [one, other];
    }
  }
  return [];
}
