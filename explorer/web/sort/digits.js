// Pictures of digits, and the score that they are sorted by, out of what travels as text.

import { MEASURED, PICTURES, WEIGHTS } from "./digits_data.js";

const [BASE, NONE, STEP] = [36, 648, 1 / 64];
const PIXELS = 64;

/** Pictures of 8 x 8 pixels, from 0 (paper) to 1 (ink), row by row. */
export const DIGITS = PICTURES.map((line) =>
  Float64Array.from(line.slice(0, PIXELS), (letter) => parseInt(letter, BASE) / 16)
);

/** The digit that each one shows. */
export const LABELS = PICTURES.map((line) => line[PIXELS]);

const numbers = Float64Array.from(
  WEIGHTS.join("").match(/../g) ?? [],
  (pair) => (parseInt(pair, BASE) - NONE) * STEP,
);

/** The regression that other digits taught. */
export const REGRESSION = { weights: numbers.subarray(0, -10), bias: numbers.subarray(-10) };

const [named] = MEASURED;

/** How good its score is: explorer/scenes/materials.py to the letter. */
export const REMARK = `The score names ${named} % of unseen digits.`;
