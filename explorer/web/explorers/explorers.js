// What each explorer shows and offers, by the name that Python gives it.

import { showAlpha } from "./alpha_explorer.js";
import { showAnything } from "./anything_explorer.js";
import { showBeside } from "./beside.js";
import { showGallery } from "./gallery_explorer.js";
import { showJacobian } from "./jacobian_explorer.js";
import { showNetwork } from "./network_explorer.js";
import { showRanking } from "./ranking_explorer.js";

/** @import { Context } from "../ui/frame.js" */

/** @typedef {(context: Context) => () => void} Show returns how to stop */

/** @type {Record<string, Show>} */
export const EXPLORERS = {
  network: showNetwork,
  alpha: showAlpha,
  jacobian: showJacobian,
  ranking: showRanking,
  anything: showAnything,
  beside: showBeside,
  gallery: showGallery,
};
