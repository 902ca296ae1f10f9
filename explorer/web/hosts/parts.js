// The widgets that an explorer whose picture plotly draws is put together from.

import { overlay } from "./overlay.js";
import { controls } from "./panel_controls.js";
import { toolbar } from "./panel_toolbar.js";
import { networkView } from "./network_view.js";
import { runner } from "./runner.js";
import { tiles } from "./tiles.js";

/** @type {Record<string, (context: any, shared: any) => (() => void) | void>} by the name that Python gives them */
export const PARTS = { controls, networkView, overlay, runner, tiles, toolbar };
