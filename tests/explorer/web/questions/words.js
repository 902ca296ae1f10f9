// What the tests in Python ask of explorer/web/words.

export { number, percent } from "../../../../explorer/web/words/number.js";
export { labelled, ticks } from "../../../../explorer/web/words/ticks.js";
export { readNumbers } from "../../../../explorer/web/words/pasted.js";
export { reprNumber, reprText, written } from "../../../../explorer/web/words/repr.js";
