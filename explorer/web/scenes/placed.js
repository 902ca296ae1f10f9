// What the input is called that the hard sort brings to a place.

import { argsort } from "../sort/hard.js";

/**
 * Place by place; nothing where inputs have no names.
 * @param {{values: ArrayLike<number>, names: string[] | null}} scene
 */
export const placeNames = ({ values, names }) =>
  names && argsort(values).map((wire) => names[wire]);
