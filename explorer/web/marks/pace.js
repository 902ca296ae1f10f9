// How fast a run is played: seconds for each layer, and how far so many of them carry the playhead.

/** Seconds that a layer takes in which nothing changes wires, and in which something does. */
const [QUICK, SLOW] = [0.7, 1.7];

/**
 * The seconds of each layer: the more of a value changes wires, the slower, so that there is time to
 * see it. Where a derivative is followed, which exchanges nothing, all layers take as long.
 * @param {{layers: {k: number}[][]}} network
 * @param {{swap: ArrayLike<number>, flow: unknown}} run
 */
export function paceOf({ layers }, { swap, flow }) {
  return layers.map((layer) => {
    const most = layer.reduce((seen, { k }) => Math.max(seen, Math.min(swap[k], 1)), 0);
    return flow ? 1 : QUICK + (SLOW - QUICK) * most;
  });
}

/** @param {number[]} pace */
export const lasts = (pace) => pace.reduce((sum, seconds) => sum + seconds, 0);

/**
 * Where the playhead is so many seconds later (before, if there are less than none).
 * @param {number[]} pace
 * @param {number} position 2.5 is half-way through the third layer
 * @param {number} seconds
 */
export function carried(pace, position, seconds) {
  let left = seconds;
  let at = position;
  while (left > 0 && at < pace.length) {
    const layer = Math.floor(at);
    const room = (layer + 1 - at) * pace[layer];
    if (left < room) return at + left / pace[layer];
    left -= room;
    at = layer + 1;
  }
  while (left < 0 && at > 0) {
    const layer = Math.ceil(at) - 1;
    const room = (at - layer) * pace[layer];
    if (-left < room) return at + left / pace[layer];
    left += room;
    at = layer;
  }
  return at;
}
