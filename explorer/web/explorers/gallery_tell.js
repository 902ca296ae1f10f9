// What is said of a result or of a cell that is pointed at: which it is, in names and numbers, and what
// it is in the other methods.

import { placeNames } from "../scenes/placed.js";
import { nameOf, withName } from "../words/names.js";
import { number } from "../words/number.js";

/** @import { Method, Scene } from "../scenes/gallery.js" */

/**
 * What an output is called: its place, and the input that the hard sort brings there.
 * @param {Scene} scene
 * @param {number} place
 */
export const outputName = (scene, place) => withName(String(place), placeNames(scene)?.[place]);

/**
 * @param {Scene} scene
 * @param {Method} method
 */
export const tellResult = (scene, method) => (/** @type {number} */ k) =>
  told(
    scene,
    method,
    ({ sorted }) => sorted?.[k],
    (value) =>
      `${method.name}: output ${outputName(scene, k)} is ${value}` +
      ` (hard: ${number(scene.hard[k])})`,
  );

/**
 * @param {Scene} scene
 * @param {Method} method
 * @param {"permutation" | "jacobian"} matrix
 */
export const tellCell = (scene, method, matrix) => (/** @type {number} */ k) => {
  const n = scene.values.length, out = Math.floor(k / n), into = k % n;
  const called = nameOf(scene.names, into, `input ${into}`);
  const input = `${called} (${number(scene.values[into])})`;
  const what = (/** @type {string} */ value) =>
    matrix === "permutation"
      ? `P[${out}, ${into}] = ${value}\nthe share of ${input} in output ${outputName(scene, out)}`
      : `d sorted[${out}] / d ${
        nameOf(scene.names, into, `x[${into}]`)
      } = ${value}\nhow fast output ${outputName(scene, out)} moves with ${input}`;
  return told(
    scene,
    method,
    (each) => each[matrix]?.[k],
    (value) => `${method.name}: ${what(value)}`,
  );
};

/**
 * @param {Scene} scene
 * @param {Method} method
 * @param {(method: Method) => number | undefined} valueOf
 * @param {(value: string) => string} head
 */
function told({ methods }, method, valueOf, head) {
  const words = (/** @type {Method} */ each) => {
    const value = valueOf(each);
    return value === undefined ? "none" : number(value);
  };
  const others = methods.filter(({ name }) => name !== method.name);
  return [head(words(method)), ...others.map((each) => `${each.name}: ${words(each)}`)].join("\n");
}
