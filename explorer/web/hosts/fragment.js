// Choices in the address of a page, and back:
// #v1&explorer=network&values=5,-1,9.5&alpha=1/unit&preset=own+numbers
// What is as in any new explorer (the setup's `plain` choices) is left out. Those of a page's
// second explorer are named 2.explorer, 2.alpha and so on; what explorers of one state share is
// said of the first that has it.

import { DiffsortError } from "../sort/errors.js";
import { short } from "../words/refusals.js";
import { codecsOf } from "./fragment_values.js";

/** @import { Codec } from "./fragment_values.js" */

/** @typedef {Record<string, any>} Choices */
/** @typedef {{explorer: string, own: Record<string, any>, plain: Choices}} Setup */
/** @typedef {{setup: Setup, state?: number}} Explorer those of the same state share choices */
/** @typedef {Explorer & {choices: Choices}} Shown */

export const LONGEST = 20_000; // characters: more than 256 numbers in full take
const VERSION = "v1";
const PART = /^(?:([1-9]\d?)\.)?([A-Za-z_]\w*)=([^]*)$/;
const DRAWN = ["values", "preset", "seed", "labels"]; // which say nothing without the values

/**
 * @param {Shown[]} shown
 * @returns {string}
 */
export function fragmentOf(shown) {
  const codecs = codecsIn(shown);
  const parts = shown.flatMap(({ setup, choices }, index) =>
    [["explorer", plain(setup.explorer)], ...changed(setup.plain, choices, codecs[index])]
      .map(([name, text]) => `${index ? `${index + 1}.` : ""}${name}=${text}`)
  );
  const fragment = `#${[VERSION, ...parts].join("&")}`;
  if (fragment.length > LONGEST) {
    throw new DiffsortError(
      `a link must have at most ${LONGEST} characters, got ${fragment.length}`,
    );
  }
  return fragment;
}

/**
 * For each explorer, the choices that a fragment names, by what they are beside the setup's plain
 * choices; null where it says nothing of that explorer. Whether they suit is the store's to say.
 * @param {string} fragment
 * @param {Explorer[]} explorers
 * @returns {(Choices | null)[]}
 */
export function choicesIn(fragment, explorers) {
  const found = /** @type {(Choices | null)[]} */ (explorers.map(() => null));
  if (fragment.length > LONGEST) {
    throw new DiffsortError(
      `a link must have at most ${LONGEST} characters, got ${fragment.length}`,
    );
  }
  if (fragment === "" || fragment === "#") return found;
  const [version, ...parts] = fragment.replace(/^#/, "").split("&");
  if (version !== VERSION) {
    throw new DiffsortError(
      `a link to this page must begin with #${VERSION}, got ${short(version)}`,
    );
  }
  const codecs = codecsIn(explorers);
  for (const part of parts) take(part, explorers, codecs, found);
  return found;
}

/**
 * How the choices that a link names of each explorer are written.
 * @param {Explorer[]} explorers
 */
function codecsIn(explorers) {
  /** @type {Map<number | undefined, Set<string>>} */
  const named = new Map(); // by states
  return explorers.map(({ setup, state }) => {
    const before = state === undefined ? new Set() : named.get(state) ?? new Set();
    named.set(state, before);
    const codecs = Object.entries(codecsOf(setup)).filter(([name]) => !before.has(name));
    codecs.forEach(([name]) => before.add(name));
    return Object.fromEntries(codecs);
  });
}

/**
 * @param {string} part
 * @param {Explorer[]} explorers
 * @param {Record<string, Codec>[]} codecs
 * @param {(Choices | null)[]} found
 */
function take(part, explorers, codecs, found) {
  const [, number = "1", name = "", text = ""] = PART.exec(part) ?? [];
  if (!name) throw new DiffsortError(`a link must be of name=value, got ${short(part)}`);
  const index = Number(number) - 1;
  const setup = explorers[index]?.setup;
  if (!setup) {
    throw new DiffsortError(
      `a link to this page can name ${explorers.length} explorers, got ${short(part)}`,
    );
  }
  if (name === "explorer") {
    if (unescaped(text) !== setup.explorer || found[index]) {
      throw new DiffsortError(
        `a link to this page must be of the explorer ${setup.explorer}, got ${short(text)}`,
      );
    }
    found[index] = {};
    return;
  }
  const choices = found[index];
  if (!choices) throw new DiffsortError(`a link must name its explorer first, got ${short(part)}`);
  if (!Object.hasOwn(codecs[index], name) || Object.hasOwn(choices, name)) {
    throw new DiffsortError(
      `a link must name choices of this explorer, each once, got ${short(name)}`,
    );
  }
  choices[name] = codecs[index][name].read(unescaped(text), name);
}

/**
 * What differs from the plain choices, as pairs of a name and a text.
 * @param {Choices} plainChoices
 * @param {Choices} choices
 * @param {Record<string, Codec>} codecs
 */
function changed(plainChoices, choices, codecs) {
  const texts = Object.entries(codecs)
    .filter(([name]) => Object.hasOwn(choices, name))
    .map(([name, { write }]) => ({
      name,
      text: write(choices[name]),
      plain: write(plainChoices[name]),
    }));
  const named = texts.filter(({ text, plain }) => text !== plain).map(({ name }) => name);
  const drawn = named.some((name) => DRAWN.includes(name));
  return texts
    .filter(({ name }) => named.includes(name) || (drawn && name === "values"))
    .map(({ name, text }) => [name, plain(text)]);
}

/**
 * A text as it may stand in an address: readable, and with nothing that ends a link.
 * @param {string} text
 */
const plain = (text) =>
  encodeURIComponent(text.toWellFormed())
    .replace(/%2C|%2F|%3A/g, decodeURIComponent)
    .replace(/[!'()*~]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");

/** @param {string} text */
function unescaped(text) {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new DiffsortError(`a link must be escaped as addresses are, got ${short(text)}`);
  }
}
