// Which explorer of a page its address puts on the stage: &stage=yes the first that it names, and
// &2.stage=yes the second of the page. It is no choice, and only read and written here.

import { DiffsortError } from "../sort/errors.js";
import { short } from "../words/refusals.js";

const PART = /^(?:([1-9]\d?)\.)?stage=([^]*)$/;
const NAMING = /&(?:([1-9]\d?)\.)?explorer=/;
const YES = "yes";

/**
 * @param {string} fragment
 * @param {number} staged the index of an explorer, or -1
 */
export const withStage = (fragment, staged) =>
  staged < 0 ? fragment : `${fragment}&${staged ? `${staged + 1}.` : ""}stage=${YES}`;

/**
 * The index of the explorer on the stage, or -1, and the `rest` of the fragment, which names choices.
 * @param {string} fragment
 * @param {number} count of the page's explorers
 */
export function stageIn(fragment, count) {
  const [version, ...parts] = fragment.split("&");
  const found = parts.filter((part) => PART.test(part));
  const rest = [version, ...parts.filter((part) => !found.includes(part))].join("&");
  if (!found.length) return { rest, staged: -1 };
  const [, number, words] = /** @type {RegExpExecArray} */ (PART.exec(found[0]));
  const staged = Number(number ?? NAMING.exec(rest)?.[1] ?? 1) - 1;
  if (words !== YES || found.length > 1 || staged >= count) {
    throw new DiffsortError(
      `a link can put one of its page's ${count} explorers on the stage, by stage=${YES}, got ` +
        short(found.join("&")),
    );
  }
  return { rest, staged };
}
