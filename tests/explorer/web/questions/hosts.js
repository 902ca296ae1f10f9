// What the tests in Python ask of explorer/web/hosts.

export { choicesIn, fragmentOf } from "../../../../explorer/web/hosts/fragment.js";
export { json } from "../../../../explorer/web/hosts/json.js";
export { apart, pageOf } from "../../../../explorer/web/hosts/shell.js";
export { textOf } from "../../../../explorer/web/choices/text.js";
export { asNow } from "../../../../explorer/web/scenes/earlier.js";
