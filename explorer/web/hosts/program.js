// The program: the widget that carries it gives it to the stubs of all explorers of a kernel, and a
// page that was saved starts it.

import { EXPLORERS } from "../explorers/explorers.js";
import { makeStore } from "../ui/store.js";
import { PARTS } from "./parts.js";
import { makeNotebook } from "./notebook.js";
import { isPage, openPage } from "./page.js";
import { dressed } from "./styles.js";

/** @import { View } from "./notebook.js" */

if (isPage(globalThis.document)) openPage(globalThis.document, EXPLORERS, makeStore);

/**
 * What the program's widget carries.
 * @typedef {{packed: string, styles: string, shell: string}} Parts
 */

/**
 * An explorer's view.
 * @param {Parts} parts
 * @param {View} context of the explorer's widget
 * @param {{notebook?: ReturnType<typeof makeNotebook>}} shared by all views of its model
 */
export function show(parts, context, shared) {
  dressed(context.el, parts.styles);
  shared.notebook ??= makeNotebook(context.model);
  return shared.notebook.view(context, EXPLORERS, parts);
}

/**
 * The view of one part of an explorer whose picture the kernel makes.
 * @param {Parts} parts
 * @param {View} context
 * @param {object} shared by all views of its model
 */
export function part(parts, context, shared) {
  dressed(context.el, parts.styles);
  return PARTS[context.model.get("part")](context, shared);
}
