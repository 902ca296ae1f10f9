// The choices of one explorer, as a person makes them: taken or refused at once, and told to all
// who show or send them.

import { byHand } from "../choices/in_force.js";
import { taken } from "../choices/taken.js";
import { namedIn } from "../choices/text.js";
import { asNow } from "../scenes/earlier.js";
import { DiffsortError } from "../sort/errors.js";
import { readNumbers } from "../words/pasted.js";

/** @import { Changes, Choices, Setup as Rules } from "../choices/taken.js" */

/**
 * Whose change it is, and of which choices: the "opening" chooses none, and only shows others for
 * the moment.
 * @typedef {{by: "person" | "elsewhere" | "opening", names: string[]}} Change
 */

/**
 * What describes an explorer to the browser (explorer/explorers/live.py): its name in explorers.js,
 * what it is called, its fields in order, the formats of pictures that Python makes of it, the
 * choices that it begins with, those that any new one has, what they are to reach, if anything, and
 * whether it begins on the stage.
 * @typedef {Rules & {explorer: string, label: string, title: string, stem: string,
 *   fields: import("./fields.js").Field[], formats?: string[], first: Choices,
 *   plain: Choices, goal?: string, stage?: boolean}} Setup
 */

/**
 * @param {Rules & Pick<Setup, "first">} setup
 * @param {Choices} first
 */
export function makeStore(setup, first) {
  let known = first;
  /** @type {Choices | null} */
  let shown = null; // for the moment, in place of what is chosen
  /** @type {Set<(change: Change) => void>} */
  const listeners = new Set();
  /** @type {Set<(choices: Choices) => void>} */
  const judges = new Set();
  /** @type {Set<(choices: Choices) => void>} */
  const asked = new Set();
  const tell = (/** @type {Change} */ change) => [...listeners].forEach((hear) => hear(change));
  const differing = (/** @type {Choices} */ next) =>
    Object.keys(next).filter((name) => JSON.stringify(next[name]) !== JSON.stringify(known[name]));

  const take = (/** @type {Changes} */ changes) => {
    const next = store.judged(known, changes);
    asked.forEach((ask) => ask(next));
    const names = differing(next);
    [known, shown] = [next, null];
    store.answer("");
    tell({ by: "person", names });
  };
  const store = {
    message: "", // why the last act was refused
    remark: "", // how the last text was read, where there was more than one way
    /** @type {Typed | null} */
    refused: null, // the text that could not be read, to be mended
    /** What is shown. */
    now: () => shown ?? known,
    /** What is chosen: all that is sent, saved or put into an address. */
    chosen: () => known,
    /**
     * Show some choices in place of those that are chosen, until others are shown, or none (null),
     * or something is chosen. Throws a DiffsortError for what cannot be drawn.
     * @param {Changes | null} changes
     */
    overlay(changes) {
      if (!changes && !shown) return;
      shown = changes && store.judged(known, changes);
      tell({ by: "opening", names: [] });
    },
    /**
     * What changes make of some choices: throws a DiffsortError where they make none that can be
     * drawn. Nothing is taken.
     * @param {Choices} choices
     * @param {Changes} changes
     */
    judged(choices, changes) {
      const next = taken(choices, changes, setup);
      judges.forEach((judge) => judge(next));
      return next;
    },
    /**
     * What a person did: taken, or refused in words, and then nothing changes.
     * @param {Changes} changes
     */
    change(changes) {
      try {
        take(changes);
        return true;
      } catch (error) {
        store.refuse(error);
        return false;
      }
    },
    /**
     * What a hand on a handle did.
     * @param {Changes} changes
     */
    move: (changes) => store.change(byHand(known, changes)),
    /**
     * The choices that a text of JSON names, all of them or none: throws a DiffsortError. Returns
     * the names of what is none of this explorer's choices, which is left out.
     * @param {string} text
     */
    load(text) {
      const named = Object.entries(asNow(namedIn(text), known, setup));
      const [ours, others] = [true, false].map((mine) =>
        named.filter(([name]) => Object.hasOwn(known, name) === mine)
      );
      take(Object.fromEntries(ours));
      return others.map(([name]) => name);
    },
    /**
     * Numbers as a person typed or pasted them.
     * @param {string} text
     */
    type(text) {
      let read;
      try {
        read = readNumbers(text);
      } catch (error) {
        store.refuse(error, { field: "numbers", text });
        return;
      }
      const taken = store.change({ values: read.values, labels: read.labels });
      if (taken) store.remark = read.remark;
      else store.refused = { field: "numbers", text };
      tell({ by: "person", names: [] });
    },
    /**
     * The comparators of a network as a person typed them.
     * @param {string} text
     */
    wire(text) {
      if (!store.change({ network: text })) store.refused = { field: "comparators", text };
      tell({ by: "person", names: [] });
    },
    /**
     * What came from somewhere else, where it was judged.
     * @param {Choices} choices
     * @param {string} message
     */
    receive(choices, message = "") {
      const names = differing(choices);
      if (!names.length && !message) return;
      [known, shown] = [choices, null];
      store.answer(message);
      tell({ by: "elsewhere", names });
    },
    reset: () => store.change(setup.first),
    /**
     * Say why something was refused.
     * @param {unknown} error
     * @param {Typed | null} typed
     */
    refuse(error, typed = null) {
      if (!(error instanceof DiffsortError)) throw error;
      store.answer(`${error.message}. The old value stays.`, typed);
      tell({ by: "person", names: [] });
    },
    /**
     * @param {string} message
     * @param {Typed | null} refused
     */
    answer(message, refused = null) {
      Object.assign(store, { message, refused, remark: "" });
    },
    /**
     * Call judge(choices) before choices are taken; where it throws a DiffsortError they are not.
     * @param {(choices: Choices) => void} judge
     */
    judge(judge) {
      judges.add(judge);
      return () => judges.delete(judge);
    },
    /**
     * Call ask(choices) before what a person did is taken; where it throws a DiffsortError it is
     * not.
     * @param {(choices: Choices) => void} ask
     */
    ask(ask) {
      asked.add(ask);
    },
    /**
     * Call listener(change) after every change, and after every refusal. Returns how to stop.
     * @param {(change: Change) => void} listener
     */
    hear(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}

/** @typedef {{field: "numbers" | "comparators", text: string}} Typed in that field */
/** @typedef {ReturnType<typeof makeStore>} Store */
