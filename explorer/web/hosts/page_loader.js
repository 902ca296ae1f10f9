// Runs the program that a page carries compressed.

import { inflated } from "./inflate.js";

const carried = /** @type {HTMLElement} */ (document.getElementById("diffsort-program"));

/**
 * The page's policy lets this text run, by its hash, and lets a script be made only of what this
 * one policy of trusted types has passed: this text alone. No second one can be made of its name.
 * @param {string} program
 */
function run(program) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  const policy = trustedTypes?.createPolicy("diffsort", {
    createScript(/** @type {string} */ text) {
      if (text !== program) throw new TypeError("only this page's program is a script here");
      return text;
    },
  });
  const script = Object.assign(document.createElement("script"), { type: "module" });
  script.textContent = policy ? policy.createScript(program) : program;
  document.body.append(script); // which begins to run
  script.remove(); // and the page is again as it was opened: it can be saved
}

inflated(carried.textContent).then(run);
