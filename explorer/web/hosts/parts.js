// The widgets that an explorer whose picture plotly draws is put together from.

import { chart } from "./chart.js";
import { controls, folds } from "./panel_controls.js";
import { toolbar } from "./panel_toolbar.js";
import { runner } from "./runner.js";

/** @import { View } from "./notebook.js" */

/**
 * By the name that Python gives them; each returns how to stop. The views of one model share an
 * object.
 * @type {Record<string, (context: View, shared: object) => () => void>}
 */
export const PARTS = { chart, controls, folds, runner, toolbar };
