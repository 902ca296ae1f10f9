// Ribbons from things to places, as data: what each one says, and its colour, that of its thing.

import { ribbonsOf } from "../scenes/ribbons.js";
import { percent } from "../words/number.js";
import { called, placeColour, placeName } from "./anything_names.js";

/** @import { Mark } from "../marks/panel.js" */
/** @import { Ribbon as Drawn } from "../marks/ribbon.js" */
/** @import { Ribbon } from "../scenes/ribbons.js" */
/** @import { Scene } from "./anything_plan.js" */

/**
 * @param {Scene} scene
 * @param {(ribbon: Ribbon) => Pick<Drawn, "x" | "y" | "thick" | "across">} placed where one is
 * @returns {Mark[]}
 */
export const ribbons = (scene, placed) =>
  ribbonsOf(scene.mix, scene.n).map((ribbon) => ({
    kind: "ribbon",
    ...placed(ribbon),
    colour: placeColour(scene, scene.goesTo[ribbon.thing]),
    name: placeName(ribbon.place),
    tell: () =>
      `place ${ribbon.place}: ${percent(ribbon.share)} of it is ${called(scene, ribbon.thing)}`,
  }));
