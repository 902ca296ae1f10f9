// What things and places are called.

import { shareAmong } from "../scenes/hues.js";

/** @import { Colour } from "../marks/inks.js" */
/** @import { Scene } from "./anything_plan.js" */

/**
 * A thing, with what it shows.
 * @param {Scene} scene
 * @param {number} thing
 */
export const called = ({ noun, labels }, thing) =>
  `${noun} ${thing}${labels[thing] ? ` (${labels[thing]})` : ""}`;

/**
 * Of the marks that are lit together: all that are of one place.
 * @param {number} place
 */
export const placeName = (place) => `place ${place}`;

/**
 * The colour of a place, and of the thing that the hard sort brings there.
 * @param {Scene} scene
 * @param {number} place
 * @returns {Colour}
 */
export const placeColour = ({ n }, place) => ({ share: shareAmong(place, n) });
