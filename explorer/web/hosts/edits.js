// Edits of the controls' values: each has a stamp, which the kernel gives back once it has heard
// it.

/** @typedef {Record<string, any>} Values */
/** @typedef {{get(name: string): any, set(name: string, value: any): void}} Model */

let last = 0;

// Later ones are larger, those of another page among them.
const stamp = () => (last = Math.max(Date.now(), last + 0.001));

/**
 * Set values as the edit of a name; the latest edit comes last.
 * @param {Model} model
 * @param {string} name
 * @param {Values} changes
 */
export function edit(model, name, changes) {
  const values = model.get("values");
  const { [name]: _before, ...others } = values.edited ?? {};
  model.set("values", { ...values, ...changes, edited: { ...others, [name]: stamp() } });
}

/**
 * Tells the edits that were made in a page from the kernel's answers.
 * @param {Model} model
 */
export function makeReader(model) {
  /** @type {Record<string, number>} */
  const known = {}; // the last stamp of each name that was read
  /** @type {Record<string, Values>} */
  const told = {}; // and what was set with it
  return {
    // The names that were edited since the last time; none in an answer.
    read() {
      const values = model.get("values");
      /** @type {[string, number][]} */
      const edits = Object.entries(values.edited ?? {});
      const names = edits
        .filter(([name, made]) => made > (known[name] ?? 0)).map(([name]) => name);
      for (const name of names) {
        known[name] = values.edited[name];
        told[name] = { [name]: values[name] };
      }
      return names;
    },
    // What an answer did not know of yet is set again; its message is on its way.
    restore() {
      const values = model.get("values");
      const { edited = {} } = values;
      const lost = Object.keys(known).filter((name) => known[name] > (edited[name] ?? 0));
      if (!lost.length) return;
      const stamps = Object.fromEntries(lost.map((name) => [name, known[name]]));
      const changes = Object.assign({}, ...lost.map((name) => told[name]));
      model.set("values", { ...values, ...changes, edited: { ...edited, ...stamps } });
    },
  };
}
