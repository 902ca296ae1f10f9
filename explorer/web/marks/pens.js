// What ink is drawn with: the colours of the page's theme, of a system that forces its own, or of
// paper.

import { colourScale, SIGNS } from "./colours.js";

/**
 * The colours of a page, as `rgb(...)`.
 * @typedef {Record<"text" | "line" | "quiet" | "page" | "accent" | "link", string>} Page
 */

/**
 * `hue` and `dash`: how an input looks that is at a share (0 to 1) of the way from the least to the
 * greatest; `signs`: the colours of a negative and of a positive share; `faintest`: how opaque is
 * what carries next to nothing.
 * @typedef {Page & {hue: (share: number) => string, dash: (share: number) => number[],
 *   signs: string[], faintest: number}} Pen
 */

/** The page that a light theme has, which is how everything is printed: common.css has the same. */
const PAPER = {
  text: "#1a1a1a",
  line: "#bdbdbd",
  quiet: "#5a5a5a",
  page: "#fff",
  accent: "#c2185b",
  link: "#1976d2",
};

/** From the least to the greatest input, where there is but one colour for all. */
const DASHES = [[1.5, 2.5], [4, 3], [9, 3], []];

/**
 * @param {Page} page
 * @param {{contrast?: boolean}} [asked] whether the reader asked for more contrast
 * @returns {Pen}
 */
export function themePen(page, { contrast = false } = {}) {
  return {
    ...page,
    hue: colourScale(isDark(page.page) ? "dark" : "light"),
    dash: () => [],
    signs: SIGNS,
    faintest: contrast ? 0.6 : 0.3,
  };
}

/**
 * A system that forces its colours has none for inputs: widths, dashes and numbers tell them apart.
 * @param {Page} page
 * @returns {Pen}
 */
export function forcedPen(page) {
  return {
    ...page,
    hue: () => page.text,
    dash: (share) => DASHES[Math.floor(Math.min(Math.max(share, 0), 0.999) * DASHES.length)] ?? [],
    signs: [page.text, page.link],
    faintest: 0.6,
  };
}

/** Dark on white, whatever the page is. */
export const paperPen = () => themePen(PAPER);

/**
 * Whether a page of that colour is a dark one.
 * @param {string} colour `rgb(...)`; what else it may be counts as light
 */
export function isDark(colour) {
  const parts = /^rgba?\(/.test(colour) ? (colour.match(/[\d.]+/g) ?? []).map(Number) : [];
  return parts.length >= 3 && parts[0] + parts[1] + parts[2] < 382;
}

/** The light of a grey on which black and white are read equally well. */
const MIDDLE = 0.18;

/**
 * The colour of words on a colour: the page's or its text's, whichever is read better.
 * @param {Pen} pen
 * @param {string} colour `rgb(...)`
 */
export function readable({ text, page }, colour) {
  const parts = (colour.match(/[\d.]+/g) ?? []).map((part) => (Number(part) / 255) ** 2.2);
  const light = 0.21 * parts[0] + 0.72 * parts[1] + 0.07 * parts[2] > MIDDLE;
  return light === isDark(page) ? page : text;
}
