// What the tests in Python ask of names: all that is written in a picture, and all that is said of its
// marks, its handles and its comparators.

import { alphaHandles } from "../../../../explorer/web/explorers/alpha.js";
import { frameOf, rankingHandles } from "../../../../explorer/web/explorers/ranking.js";
import { wordsIn } from "../../../../explorer/web/marks/picture.js";
import { alphaScene } from "../../../../explorer/web/scenes/alpha.js";
import {
  exchangeOf,
  meetingNames,
  networkScene,
  wired,
} from "../../../../explorer/web/scenes/network.js";
import { rankingScene } from "../../../../explorer/web/scenes/ranking.js";
import { calledBy, exchangeWords } from "../../../../explorer/web/words/comparator.js";
import { drawnBy } from "./fits.js";

export { keyEntries } from "../../../../explorer/web/words/key.js";
export { namedTicks, shortened, widthOf } from "../../../../explorer/web/marks/lettering.js";

/** @type {Record<string, (choices: any, width: number) => {label: string}[]>} */
const HANDLES = {
  alpha: (choices) => alphaHandles(alphaScene(choices)),
  ranking(choices, width) {
    const scene = rankingScene(choices);
    return rankingHandles(scene, frameOf(scene, width));
  },
};

/**
 * @param {string} name of the explorer
 * @param {any} choices
 * @param {number} width
 */
export function textsOf(name, choices, width) {
  if (name === "network") return { written: [], said: comparatorsSaid(choices) };
  const picture = drawnBy(name, choices, width);
  const said = picture.panels.flatMap(({ marks }) =>
    marks.flatMap((/** @type {any} */ mark) =>
      mark.tell ? Array.from(mark.values ?? mark.x, (_, k) => String(mark.tell(k))) : []
    )
  );
  const handles = HANDLES[name]?.(choices, width).map(({ label }) => label) ?? [];
  return { written: wordsIn(picture).map(({ words }) => words), said: [...said, ...handles] };
}

/** @param {any} choices */
function comparatorsSaid(choices) {
  const n = choices.values.length, drawn = wired(choices.network, n);
  const run = networkScene(drawn, { ...choices, flow: null, bits: false });
  return drawn.layers.flat().flatMap((comparator) => [
    ...exchangeWords(exchangeOf(run, n, comparator)),
    calledBy(comparator, meetingNames(run, n, comparator)),
  ]);
}
