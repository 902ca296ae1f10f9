// Where the first panel of a figure of plotly's stands, in pixels, by what its layout says: a person
// may have zoomed.

/** @typedef {{domain: [number, number], range: [number, number]}} Axis */
/**
 * @typedef {{width: number, height: number, xaxis: Axis, yaxis: Axis,
 *   margin: {l: number, r: number, t: number, b: number}}} Layout
 */

/**
 * A scale from units to pixels and back.
 * @param {Axis} axis
 * @param {number} from the pixel of the start of its domain's whole
 * @param {number} to
 */
function scaleOf({ domain, range }, from, to) {
  const [start, end] = domain.map((share) => from + share * (to - from));
  const [low, high] = range;
  return {
    place: (/** @type {number} */ value) => start + (value - low) / (high - low) * (end - start),
    value: (/** @type {number} */ pixel) => low + (pixel - start) / (end - start) * (high - low),
    holds: (/** @type {number} */ value) => value >= low && value <= high,
  };
}

/** @param {Layout} layout */
export function panelOf({ width, height, margin, xaxis, yaxis }) {
  return {
    x: scaleOf(xaxis, margin.l, width - margin.r),
    y: scaleOf(yaxis, height - margin.b, margin.t),
  };
}
