// How long words are, and how much of a name finds room: what is measured is what is drawn, as a letter
// of one script is three times as wide as one of another.

import { strip } from "../words/characters.js";

/** @import { Tick } from "./scales.js" */

const FONT = "system-ui, sans-serif"; // that of pictures: styles/common.css
/** Pixels of the letters along an axis, and of those that are measured. */
const [TICK, SIZE] = [11, 100];
/** Of a name at least so many characters are left, or it is not written at all. */
const LEAST = 3;
const KEPT = 4096; // measured words that are remembered
/** Where nothing can be measured: of a letter, as a share of its size, and of a wide one. */
const [LETTER, WIDE] = [0.55, 1];
const WIDER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f]/u;
const WIDEST = /[\uff00-\uff60]|\p{Extended_Pictographic}/u;

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });
/** @type {Map<string, number>} */
const known = new Map();
/** @type {OffscreenCanvasRenderingContext2D | null | undefined} */
let ruler;

/**
 * The pixels that words take.
 * @param {string} words
 * @param {number} [size] of their letters
 */
export function widthOf(words, size = 12) {
  const found = known.get(words) ?? measured(words);
  if (known.size >= KEPT) known.clear();
  known.set(words, found);
  return found * size / SIZE;
}

/** @param {string} words */
function measured(words) {
  ruler ??= new OffscreenCanvas(1, 1).getContext("2d");
  if (!ruler?.measureText) return SIZE * estimated(words);
  ruler.font = `${SIZE}px ${FONT}`;
  return ruler.measureText(words).width;
}

/** @param {string} words */
const estimated = (words) =>
  charactersOf(words).reduce(
    (sum, each) => sum + (WIDER.test(each) || WIDEST.test(each) ? WIDE : LETTER),
    0,
  );

/**
 * As a reader counts them: what belongs to a letter is not cut off it.
 * @param {string} words
 */
const charactersOf = (words) => Array.from(letters.segment(words), ({ segment }) => segment);

/**
 * A name in so many pixels, cut where it is longer; nothing, where hardly any of it would be left.
 * @param {string} name
 * @param {number} room
 * @param {number} [size]
 */
export function shortened(name, room, size = 12) {
  if (widthOf(name, size) <= room) return name;
  const characters = charactersOf(name);
  for (let most = characters.length - 1; most >= LEAST; most--) {
    const cut = `${strip(characters.slice(0, most).join(""))}…`;
    if (widthOf(cut, size) <= room) return cut;
  }
  return "";
}

/**
 * The ticks of an axis whose places have names, in so many pixels each; none at all where a name has no
 * room, or could not be told from another: then numbers tell more. With `numbered` a name stands after
 * the number of its place.
 * @param {string[] | null} names
 * @param {number} room
 * @param {number} [first] the first place
 * @param {boolean} [numbered]
 * @returns {Tick[] | null}
 */
export function namedTicks(names, room, first = 0, numbered = false) {
  if (!names) return null;
  const cut = names.map((name, k) => {
    const before = numbered ? `${first + k} ` : "";
    return [before, shortened(name, room - widthOf(before, TICK), TICK)];
  });
  const told = new Set(cut.map(([before, name]) => before + name));
  const differ = numbered ? 0 : new Set(names).size;
  if (cut.some(([, name]) => !name) || told.size < differ) return null;
  return cut.map(([before, name], k) => [first + k, before + name]);
}

/**
 * Pixels beside a picture's panels that names have.
 * @param {number} width of the picture
 */
export const roomBeside = (width) => Math.min(Math.max(width / 18, 50), 72);

/**
 * The pixels that some ticks take beside an axis: the longest of them.
 * @param {Tick[]} ticks
 */
export const longestOf = (ticks) => Math.max(0, ...ticks.map(([, words]) => widthOf(words, TICK)));
