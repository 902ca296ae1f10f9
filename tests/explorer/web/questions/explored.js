// What the tests in Python ask of the scenes of Alpha, Ranking, Jacobian, the gallery and
// SortAnything, and of what they say.

import { anythingScene, COMPARATORS } from "../../../../explorer/web/scenes/anything.js";
import { DIGITS, LABELS, REGRESSION } from "../../../../explorer/web/sort/digits.js";
import { Generator } from "../../../../explorer/web/sort/generator.js";
import { logits, score } from "../../../../explorer/web/sort/score.js";
import { anythingWords, COMPARATOR_WORDS } from "../../../../explorer/web/words/anything.js";
import { METHOD_WORDS } from "../../../../explorer/web/words/gallery.js";
import * as jacobian from "../../../../explorer/web/words/jacobian.js";

export { alphaScene } from "../../../../explorer/web/scenes/alpha.js";
export { galleryScene } from "../../../../explorer/web/scenes/gallery.js";
export { jacobianScene } from "../../../../explorer/web/scenes/jacobian.js";
export { labels } from "../../../../explorer/web/scenes/labels.js";
export { grouped, rankingScene } from "../../../../explorer/web/scenes/ranking.js";
export { alphaName, alphaWords, slopeWords } from "../../../../explorer/web/words/alpha.js";
export { amountWords, briefWords, galleryWords } from "../../../../explorer/web/words/gallery.js";
export { listed, toldOfPlaces, toldOfRanks } from "../../../../explorer/web/words/ranking.js";
export const { agreement, signs, vanishedInputs, jacobianWords } = jacobian;
export { anythingWords, logits, score };

export const comparisons = () => ({ words: COMPARATOR_WORDS, known: Object.keys(COMPARATORS) });
export const methodWords = () => METHOD_WORDS;

/** @param {number[]} byRank @param {number} n @param {string[] | null} names */
export const largestWords = (byRank, n, names) =>
  jacobian.largestWords(Float64Array.from(byRank), n, names);

/** @param {import("../../../../explorer/web/scenes/anything.js").Choices} choices */
export function anything(choices) {
  const { key: _, ...scene } = anythingScene(choices);
  return scene;
}

/** What is drawn of the digits, and their score. */
export const digitsShown = () => ({ pictures: DIGITS, labels: LABELS, ...REGRESSION });

/** @param {number} seed @param {number} count */
export const normals = (seed, count) => new Generator(seed).normals(count);
