// Explorers of one state on one page: what is changed in one is seen in all.

/** @import { Choices } from "../choices/taken.js" */
/** @import { Store } from "../ui/store.js" */

/**
 * What a person changes is taken by all of the stores, or, where one of them refuses it, by none.
 * @param {Store[]} stores
 */
export function keepTogether(stores) {
  for (const store of stores) {
    const others = stores.filter((other) => other !== store);
    store.ask((next) =>
      others.forEach((other) => other.judged(other.chosen(), shared(next, other)))
    );
    store.hear(({ by, names }) => {
      if (by !== "person" || !names.length) return;
      for (const other of others) {
        other.receive({ ...other.chosen(), ...shared(store.chosen(), other) });
      }
    });
  }
}

/**
 * Those of some choices that a store has, too.
 * @param {Choices} choices
 * @param {Store} store
 */
const shared = (choices, store) =>
  Object.fromEntries(
    Object.entries(choices).filter(([name]) => Object.hasOwn(store.chosen(), name)),
  );
