// A handle over a figure: a point that a person can move, and where a key moves it.

/**
 * In the units of its axes: how far it goes along each, and what an arrow key moves it by. `label`
 * is its name, and `words` its value, as they are spoken.
 * @typedef {{name: string, x: number, y: number, label: string, words: string,
 *   along: "x" | "y" | "xy", low: [number, number], high: [number, number], step: number}} Handle
 */

/**
 * A place along an axis of the handle (0 across, 1 up), or the nearest that it can go to.
 * @param {Handle} handle
 * @param {number} k
 * @param {number} value
 */
export const within = ({ low, high }, k, value) => Math.min(Math.max(value, low[k]), high[k]);

/**
 * Where a key moves a handle to; null for a key that does not.
 * @param {Handle} handle
 * @param {string} key
 * @param {number} steps that an arrow key makes
 * @returns {[number, number] | null}
 */
export function nudged(handle, key, steps) {
  const { x, y, along, step } = handle;
  /** @type {Record<string, number>} */
  const across = { ArrowRight: steps, ArrowLeft: -steps };
  /** @type {Record<string, number>} */
  const up = { ArrowUp: steps, ArrowDown: -steps, PageUp: 10, PageDown: -10 };
  const [sideways, upwards] = [across[key] ?? 0, up[key] ?? 0];
  const by = {
    x: [sideways + upwards, 0],
    y: [0, sideways + upwards],
    xy: [sideways, upwards],
  }[along];
  const end = key === "Home" ? handle.low : key === "End" ? handle.high : null;
  if (end) return along === "y" ? [x, end[1]] : [end[0], y];
  if (!by[0] && !by[1]) return null;
  const moved = (/** @type {number} */ value, /** @type {number} */ k) =>
    by[k] ? within(handle, k, Number((value + by[k] * step).toPrecision(10))) : value;
  return [moved(x, 0), moved(y, 1)];
}
