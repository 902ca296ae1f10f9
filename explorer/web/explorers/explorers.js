// What each explorer shows and offers, by the name that Python gives it.

import { showAlpha } from "./alpha_explorer.js";
import { showAnything } from "./anything_explorer.js";
import { showBeside } from "./beside.js";
import { showNetwork } from "./network_explorer.js";

/** @import { Context } from "../ui/frame.js" */

/** @typedef {(context: Context) => () => void} Show returns how to stop */

/** @type {Record<string, Show>} */
export const EXPLORERS = {
  network: showNetwork,
  alpha: showAlpha,
  anything: showAnything,
  beside: showBeside,
};
