// What each place is made of, and its key, as data.

import { number, percent } from "../words/number.js";
import { called, placeColour, placeName } from "./anything_names.js";
import { counted, KEYS, keysRange, MIX } from "./anything_plan.js";

/** @import { Mark, Panel } from "../marks/panel.js" */
/** @import { Scene } from "./anything_plan.js" */

const SHARES = { most: 1, colour: { sign: 1 } };

/**
 * @param {Scene} scene
 * @returns {Panel}
 */
export function mixPanel(scene) {
  const { n, mix, noun } = scene;
  return {
    title: MIX,
    name: "mix",
    x: { domain: [-0.5, n - 0.5], ticks: counted(n), title: `${noun} it came from` },
    y: { domain: [-0.5, n - 0.5], ticks: counted(n), title: "place", downwards: true },
    bar: SHARES,
    marks: [{
      kind: "map",
      values: mix,
      columns: n,
      shades: SHARES,
      tell: (cell) =>
        `place ${Math.floor(cell / n)}: ${percent(mix[cell])} of it is ${called(scene, cell % n)}`,
    }],
  };
}

/**
 * @param {Scene} scene
 * @returns {Panel}
 */
export function keysPanel(scene) {
  const { n, keyName, keysAfter, keysHard } = scene;
  const dots = (/** @type {Float64Array} */ keys, /** @type {"soft" | "hard"} */ which) =>
    Array.from(keys, (key, place) => /** @type {Mark} */ ({
      kind: which === "hard" ? "rings" : "dots",
      radius: which === "hard" ? 6 : 4,
      x: [place],
      y: [key],
      colour: placeColour(scene, place),
      name: placeName(place),
      tell: () => `place ${place}, ${which}: ${keyName} ${number(key)}`,
    }));
  return {
    title: KEYS,
    x: { domain: [-0.5, n - 0.5], ticks: counted(n), title: "place" },
    y: { domain: keysRange(scene), intervals: 5, title: keyName },
    marks: [...dots(keysHard, "hard"), ...dots(keysAfter, "soft")],
  };
}
