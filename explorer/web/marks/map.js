// A matrix as coloured cells. It is drawn as one small image, a pixel a cell, which the browser scales
// up: a rectangle for each cell would take many times as long.

import { inkOf, partsOf } from "./inks.js";
import { stroke } from "./strokes.js";

/** @import { Colour } from "./inks.js" */
/** @import { Pen } from "./pens.js" */
/** @import { At, Near, Point, Told } from "./panel.js" */

/**
 * How numbers are coloured: 0 is clear, and `most`, or more, is the full colour; where no `colour` is
 * named, it is that of the number's sign. With `root` a colour is as full as the root of its number:
 * small ones are to be seen, too.
 * @typedef {{most: number, colour?: Colour, root?: boolean}} Shades
 */

/**
 * `values`, row by row, with `columns` in each; the first cell's middle is at (`left`, `top`) in the
 * units of the panel, and each cell is `wide` and `high`: one unit, where nothing else is said. A map
 * without `shades` is a photo: its cells are pixels from 0, black, to 1, white, on every page.
 * @typedef {Told & {kind: "map", values: ArrayLike<number>, columns: number, left?: number,
 *   top?: number, wide?: number, high?: number, shades?: Shades}} Map
 */

/** Pixels of a cell below which there is no line between two, and no sign on one. */
const [APART, SIGNED] = [6, 10];
const SIGN = 1.3; // pixels of a line that tells one
const CLEARLY = 0.02; // of `most`: what is less is too pale to have a sign

/** @type {OffscreenCanvasRenderingContext2D | null} */
let sheet = null;

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Pen} pen
 * @param {At} at
 * @param {Map} map
 */
export function paintMap(ink, pen, at, map) {
  const { values, columns, shades } = map, rows = values.length / columns;
  const { left, top, wide, high } = cellsOf(at, map);
  const pixels = shades ? pixelsOf(pen, values, shades) : photoOf(values);
  paintCells(ink, pixels, columns, [left, top, wide * columns, high * rows]);
  if (!shades) return;
  if (Math.min(wide, high) >= APART) {
    stroke(ink, pen.page, 1, 1, [], () => {
      for (let column = 1; column < columns; column++) {
        ink.moveTo(left + column * wide, top), ink.lineTo(left + column * wide, top + rows * high);
      }
      for (let row = 1; row < rows; row++) {
        ink.moveTo(left, top + row * high), ink.lineTo(left + columns * wide, top + row * high);
      }
    });
  }
  if (shades.colour) return;
  const small = Math.min(wide, high), drawSigns = small >= SIGNED ? minuses : borders;
  const width = Math.min(SIGN, small / 4); // a line hides no cell
  const cells = { left, top, wide, high };
  stroke(ink, pen.text, width, 0.75, [], () => drawSigns(ink, { ...map, shades }, cells));
}

/**
 * How near a point is to a cell, and the middle of that cell.
 * @param {At} at
 * @param {Map} map
 * @param {Point} point
 * @returns {Near}
 */
export function nearMap(at, map, point) {
  const { values, columns } = map, { left, top, wide, high } = cellsOf(at, map);
  const column = Math.floor((point.x - left) / wide), row = Math.floor((point.y - top) / high);
  const inside = column >= 0 && column < columns && row >= 0 && row < values.length / columns;
  return {
    away: inside ? 0 : Infinity,
    k: row * columns + column,
    x: left + (column + 0.5) * wide,
    y: top + (row + 0.5) * high,
  };
}

/**
 * The image of some numbers, four bytes each.
 * @param {Pen} pen
 * @param {ArrayLike<number>} values
 * @param {Shades} shades
 */
export function pixelsOf(pen, values, { most, colour, root }) {
  const pixels = new Uint32Array(values.length); // four bytes in one: a browser's machine ends with red
  const [below, above] = [-1, 1].map((sign) => {
    const [red, green, blue] = partsOf(inkOf(pen, colour ?? { sign }));
    return blue << 16 | green << 8 | red;
  });
  for (let k = 0; k < values.length; k++) {
    const value = values[k], full = Math.min(Math.abs(value / most), 1);
    const opacity = Math.round(255 * (root ? Math.sqrt(full) : full));
    pixels[k] = opacity << 24 | (value > 0 ? above : below);
  }
  return new Uint8ClampedArray(pixels.buffer);
}

const [BLACK, WHITE] = [0x11, 0xf5];

/**
 * The image of a photo, four bytes a pixel.
 * @param {ArrayLike<number>} values
 */
export function photoOf(values) {
  const pixels = new Uint8ClampedArray(4 * values.length).fill(255);
  for (let k = 0; k < values.length; k++) {
    pixels.fill(BLACK + (WHITE - BLACK) * values[k], 4 * k, 4 * k + 3);
  }
  return pixels;
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Uint8ClampedArray<ArrayBuffer>} pixels
 * @param {number} columns
 * @param {[left: number, top: number, width: number, height: number]} box
 */
export function paintCells(ink, pixels, columns, box) {
  const image = new ImageData(pixels, columns);
  sheet ??= new OffscreenCanvas(1, 1).getContext("2d");
  if (!sheet) return;
  Object.assign(sheet.canvas, { width: image.width, height: image.height });
  sheet.putImageData(image, 0, 0);
  ink.globalAlpha = 1;
  ink.imageSmoothingEnabled = false;
  ink.drawImage(sheet.canvas, ...box);
}

/**
 * Where its cells begin, and how large each is, in pixels.
 * @param {At} at
 * @param {Map} map
 */
function cellsOf({ x, y }, { left = 0, top = 0, wide = 1, high = 1 }) {
  const corner = { left: x.place(left - wide / 2), top: y.place(top - high / 2) };
  return {
    ...corner,
    wide: x.place(left + wide / 2) - corner.left,
    high: y.place(top + high / 2) - corner.top,
  };
}

/** @typedef {ReturnType<typeof cellsOf>} Cells */
/** @typedef {Map & {shades: Shades}} Shaded */

/**
 * A minus on each cell that is clearly negative: its sign is not told by colour alone.
 * @param {CanvasRenderingContext2D} ink
 * @param {Shaded} map
 * @param {Cells} cells
 */
function minuses(ink, { values, columns, shades }, { left, top, wide, high }) {
  const half = Math.min(3.5, 0.3 * wide);
  for (let k = 0; k < values.length; k++) {
    if (values[k] >= -CLEARLY * shades.most) continue;
    const x = left + (k % columns + 0.5) * wide, y = top + (Math.floor(k / columns) + 0.5) * high;
    ink.moveTo(x - half, y);
    ink.lineTo(x + half, y);
  }
}

/**
 * Small cells have no room for it: a line goes around those that are clearly negative.
 * @param {CanvasRenderingContext2D} ink
 * @param {Shaded} map
 * @param {Cells} cells
 */
function borders(ink, { values, columns, shades }, { left, top, wide, high }) {
  const below = (/** @type {number} */ k) => values[k] < -CLEARLY * shades.most;
  for (let k = 0; k < values.length; k++) {
    const x = left + (k % columns + 1) * wide, y = top + (Math.floor(k / columns) + 1) * high;
    if ((k + 1) % columns && below(k) !== below(k + 1)) ink.moveTo(x, y - high), ink.lineTo(x, y);
    if (k + columns < values.length && below(k) !== below(k + columns)) {
      ink.moveTo(x - wide, y), ink.lineTo(x, y);
    }
  }
}
