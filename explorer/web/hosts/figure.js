// The plotly figure that stands in the same explorer: another widget, drawn in its own time.

/** @typedef {{_offset: number, d2p(value: number): number, p2d(pixels: number): number}} Axis */
/**
 * As much of plotly's element as is used here, which has its methods until it is purged.
 * @typedef {HTMLElement & {
 *   _fullLayout?: {_size?: object} & Record<string, Axis | undefined>,
 *   data?: {z: number[][]}[],
 *   on?(name: string, listener: () => void): void,
 *   removeListener?(name: string, listener: () => void): void,
 * }} Plot
 */

const AGAIN = 60; // milliseconds between two looks

/**
 * Calls act(plot) once the figure is drawn. Returns how to stop waiting.
 * @param {HTMLElement} el
 * @param {(plot: Plot) => void} act
 */
export function whenDrawn(el, act) {
  let waiting = 0;
  const find = () => {
    /** @type {Plot | null | undefined} */
    const plot = el.isConnected
      ? el.closest(".diffsort-explorer")?.querySelector(".js-plotly-plot")
      : null;
    if (plot?._fullLayout?._size && plot.on) act(plot);
    else waiting = setTimeout(find, AGAIN);
  };
  find();
  return () => clearTimeout(waiting);
}
