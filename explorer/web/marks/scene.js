// The comparison as a scene: what is written while a layer's pairs are compared.

import { verdictsOf } from "../scenes/network.js";
import { inThree, number } from "../words/number.js";
import { readable } from "./pens.js";
import { wide, write } from "./strokes.js";

/** @import { Pen } from "./pens.js" */
/** @import { Picture } from "./strands.js" */
/** @import { Token } from "./tokens.js" */
/** @import { beats } from "./beats.js" */

const NUMBERED = 16; // tokens of more wires have no room for numbers
const [SIZE, SMALLEST] = [12, 8]; // pixels of the type of numbers
const VERDICT = 11; // and of verdicts
const TOKEN = 12; // pixels that a token takes at its beginning
const LOWEST = 15; // pixels from wire to wire, below which no verdict has room between them

/** @type {WeakMap<Picture["run"], ReturnType<typeof verdictsOf>[]>} */
const known = new WeakMap();

/**
 * The verdicts of a layer, put in words once.
 * @param {Picture} picture
 * @param {number} layer
 */
export function verdictsIn({ network, run }, layer) {
  const told = known.get(run) ?? [];
  known.set(run, told);
  return told[layer] ??= verdictsOf(run, network.n, network.layers[layer]);
}

/**
 * The number on each token that carries at least half of a value, in three digits where four do not
 * fit in; where none does, beside it, on the side to which there is room: behind a layer's begin, and
 * before its end.
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {Token[]} tokens
 * @param {{opacity: number, moved: number, room: number}} now
 */
export function paintNumbers(ink, { network }, pen, tokens, { opacity, moved, room }) {
  if (network.n > NUMBERED || !opacity) return;
  for (const { x, y, radius, hue, value, weight, forward } of tokens) {
    if (!forward || weight < 0.5) continue;
    const words = number(value);
    const inside = [words, inThree(value)].map((each) => ({
      words: each,
      size: Math.min(SIZE, (1.8 * radius * SIZE) / wide(each, SIZE)),
    })).find(({ size }) => size >= SMALLEST);
    if (inside) {
      const { words, size } = inside;
      write(ink, words, [x, y], {
        colour: readable(pen, pen.hue(hue)),
        size,
        opacity,
        bold: true,
      });
      continue;
    }
    const beside = radius + 4 + wide(words, SIZE) / 2;
    if (beside + wide(words, SIZE) / 2 > room) continue;
    const look = { colour: pen.text, size: SIZE, opacity, bold: true, halo: pen.page };
    write(ink, words, [x + (1 - 2 * moved) * beside, y], look);
  }
}

/**
 * At each comparator of a layer what becomes of its pair, below the upper one of its wires, which no
 * other has; in as many words as there is room for.
 * @param {CanvasRenderingContext2D} ink
 * @param {Picture} picture
 * @param {Pen} pen
 * @param {number} layer
 * @param {number} opacity
 */
export function paintVerdicts(ink, picture, pen, layer, opacity) {
  const { network, at } = picture;
  if (at.row < LOWEST || !opacity) return;
  const [x0, x1] = [at.x(layer) + TOKEN, at.x(layer + 1)];
  verdictsIn(picture, layer).forEach(({ pair, said, short, exchanges }, index) => {
    const { low, high } = network.layers[layer][index];
    const words = [`${pair}: ${said}`, said, short].find((each) => wide(each, VERDICT) <= x1 - x0);
    if (!words) return;
    write(ink, words, [(x0 + x1) / 2, at.y(Math.min(low, high)) + at.row / 2], {
      colour: exchanges ? pen.accent : pen.text,
      size: VERDICT,
      opacity,
      bold: exchanges,
      halo: pen.page,
    });
  });
}
