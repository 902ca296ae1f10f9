// Which ink a mark has: told by what it stands for, so that it means one thing on every page.

/** @import { Page, Pen } from "./pens.js" */

/**
 * A colour of the page by its name; that of an input by its `share`, 0 to 1, of the way from the
 * least to the greatest (scenes/hues.js); or that of a `sign`.
 * @typedef {keyof Page | {share: number} | {sign: number}} Colour
 */
/** @typedef {{colour: Colour, dash?: number[]}} Inked */

/**
 * @param {Pen} pen
 * @param {Colour} colour
 */
export function inkOf(pen, colour) {
  if (typeof colour === "string") return pen[colour];
  return "share" in colour ? pen.hue(colour.share) : pen.signs[Number(colour.sign > 0)];
}

/**
 * The red, green and blue of a colour, `#rrggbb` or `rgb(...)`: 0 to 255.
 * @param {string} colour
 */
export const partsOf = (colour) =>
  colour.startsWith("#")
    ? [1, 3, 5].map((place) => parseInt(colour.slice(place, place + 2), 16))
    : (colour.match(/[\d.]+/g) ?? []).map(Number).slice(0, 3);

/**
 * Where there is but one colour for all, dashes tell shares apart.
 * @param {Pen} pen
 * @param {Inked} mark
 */
export function dashOf(pen, { colour, dash }) {
  if (dash) return dash;
  return typeof colour === "object" && "share" in colour ? pen.dash(colour.share) : [];
}
