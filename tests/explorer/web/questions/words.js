// What the tests in Python ask of explorer/web/words.

export { number, percent } from "../../../../explorer/web/words/number.js";
export { labelled, ticks } from "../../../../explorer/web/words/ticks.js";
