// What the tests in Python ask of explorer/web/choices.

import { taken } from "../../../../explorer/web/choices/taken.js";

export { taken };
export { magnitude } from "../../../../explorer/web/choices/values.js";

/**
 * What was given, after it was taken.
 * @param {import("../../../../explorer/web/choices/taken.js").Choices} choices
 * @param {import("../../../../explorer/web/choices/taken.js").Changes} changes
 * @param {import("../../../../explorer/web/choices/taken.js").Setup} setup
 */
export function afterTaken(choices, changes, setup) {
  taken(choices, changes, setup);
  return [choices, changes];
}
