// Choices in the address of a page, and back:
// #v1&explorer=network&values=5,-1,9.5&alpha=1/unit&preset=own+numbers
// What is as in any new explorer (the setup's `plain` choices) is left out. Those of a page's
// second explorer are named 2.explorer, 2.alpha and so on.

import { DiffsortError } from "../sort/errors.js";
import { short } from "../words/refusals.js";
import { codecsOf } from "./fragment_values.js";

/** @typedef {import("./shell.js").Shown} Shown */
/** @typedef {Record<string, any>} Choices */
/** @typedef {{explorer: string, own: Record<string, any>, plain: Choices}} Setup */

export const LONGEST = 20_000; // characters: more than 256 numbers in full take
const VERSION = "v1";
const PART = /^(?:([1-9]\d?)\.)?([A-Za-z_]\w*)=([^]*)$/;
const DRAWN = ["values", "preset", "seed"]; // one of them says nothing without the values

/**
 * @param {Shown[]} shown
 * @returns {string}
 */
export function fragmentOf(shown) {
  const parts = shown.flatMap(({ setup, choices }, index) =>
    [["explorer", plain(setup.explorer)], ...changed(/** @type {Setup} */ (setup), choices)]
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
 * For each setup, the choices that a fragment names, by what they are beside the setup's plain
 * choices; null where it says nothing of that explorer. Whether they suit is the store's to say.
 * @param {string} fragment
 * @param {Setup[]} setups
 * @returns {(Choices | null)[]}
 */
export function choicesIn(fragment, setups) {
  const found = /** @type {(Choices | null)[]} */ (setups.map(() => null));
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
  for (const part of parts) take(part, setups, found);
  return found;
}

/**
 * @param {string} part
 * @param {Setup[]} setups
 * @param {(Choices | null)[]} found
 */
function take(part, setups, found) {
  const [, number = "1", name = "", text = ""] = PART.exec(part) ?? [];
  if (!name) throw new DiffsortError(`a link must be of name=value, got ${short(part)}`);
  const index = Number(number) - 1;
  const setup = setups[index];
  if (!setup) {
    throw new DiffsortError(
      `a link to this page can name ${setups.length} explorers, got ${short(part)}`,
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
  const codecs = codecsOf(setup);
  if (!choices) throw new DiffsortError(`a link must name its explorer first, got ${short(part)}`);
  if (!Object.hasOwn(codecs, name) || Object.hasOwn(choices, name)) {
    throw new DiffsortError(
      `a link must name choices of this explorer, each once, got ${short(name)}`,
    );
  }
  choices[name] = codecs[name].read(unescaped(text), name);
}

/**
 * What differs from the plain choices, as pairs of a name and a text.
 * @param {Setup} setup
 * @param {Choices} choices
 */
function changed(setup, choices) {
  const texts = Object.entries(codecsOf(setup))
    .filter(([name]) => Object.hasOwn(choices, name))
    .map(([name, { write }]) => ({
      name,
      text: write(choices[name]),
      plain: write(setup.plain[name]),
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
    .replace(/%2C|%2F/g, decodeURIComponent)
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
