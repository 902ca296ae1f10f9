// What the tests in Python ask of the scenes of Alpha, Ranking, Jacobian, the gallery and
// SortAnything, and of what they say.

import { anythingScene, COMPARATORS } from "../../../../explorer/web/scenes/anything.js";
import * as materials from "../../../../explorer/web/scenes/materials.js";
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

/** @param {number[]} byRank @param {number} n */
export const largestWords = (byRank, n) => jacobian.largestWords(Float64Array.from(byRank), n);

/**
 * The scene of a material by what makes it: "table", "complexNumbers" or "digits".
 * @param {"table" | "complexNumbers" | "digits"} kind
 * @param {any[]} given
 * @param {import("../../../../explorer/web/scenes/anything.js").Choices} choices
 */
export function anything(kind, given, choices) {
  const make = /** @type {(...given: any[]) => any} */ (materials[kind]);
  const material = make(...given);
  const { kind: told, noun, keyName } = material;
  return { ...anythingScene(material, choices), kind: told, noun, keyName };
}
