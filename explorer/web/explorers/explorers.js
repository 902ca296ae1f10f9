// What each explorer shows and offers, by the name that Python gives it.

import { showBeside } from "./beside.js";
import { showNetwork } from "./network_explorer.js";

/**
 * An explorer's view: `setup` describes it (its name, label, fields, own choices, most values,
 * formats of pictures, first choices), `store` holds its choices, and `tools` are what the place
 * where it stands can do.
 * @typedef {object} Context
 * @property {HTMLElement} el
 * @property {Record<string, any>} setup
 * @property {import("../ui/store.js").Store} store
 * @property {Tools} tools
 */

/**
 * `picture(format, answer)` has a file of the picture made, where something can make one; `page(choices)`
 * is the text of a page with this explorer, null where there is none to be had.
 * @typedef {object} Tools
 * @property {((format: string, answer: import("../ui/toolbar.js").Answer) => void) | null} picture
 * @property {((choices: Record<string, any>) => string) | null} page
 */

/** @type {Record<string, (context: Context) => () => void>} each returns how to stop */
export const EXPLORERS = { network: showNetwork, beside: showBeside };
