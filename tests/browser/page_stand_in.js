// A page's program with a store and an explorer of a few lines in the place of the real ones: what
// is tried here is the host.

import { isPage, openPage } from "../../explorer/web/hosts/page.js";
import { DiffsortError } from "../../explorer/web/sort/errors.js";
import { element, say } from "../../explorer/web/ui/elements.js";
import { isDark, shape } from "../../explorer/web/ui/shapes.js";

function taken(setup, now, changes) {
  const choices = { ...now, ...changes };
  const { values, alpha } = choices;
  if (!values.length || values.length > setup.most) {
    throw new DiffsortError(`values must hold 1 to ${setup.most} numbers, got ${values.length}`);
  }
  if (alpha < 0) throw new DiffsortError(`alpha must be at least 0, got ${alpha}`);
  return choices;
}

function makeStore(setup, choices) {
  const listeners = new Set();
  const tell = (by) => listeners.forEach((listener) => listener({ by, names: [] }));
  const store = {
    message: "",
    now: () => choices,
    change(changes) {
      try {
        choices = taken(setup, choices, changes);
      } catch (error) {
        if (!(error instanceof DiffsortError)) throw error;
        store.message = error.message;
        return false;
      }
      tell("person");
      return true;
    },
    receive(others) {
      choices = others;
      tell("elsewhere");
    },
    hear(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}

function show({ el, setup, store, tools }) {
  const told = element("output", { style: "font-weight: 700" });
  const tone = element("code");
  const alpha = element("input", { type: "range", min: 0, max: 10, "aria-label": "alpha" });
  const save = element("button", {}, "Save page");
  const tell = () => say(told, JSON.stringify(store.now()));
  const paint = () => say(tone, isDark() ? "dark" : "light");
  alpha.addEventListener("input", () => store.change({ alpha: Number(alpha.value) }));
  save.addEventListener("click", () => {
    const blob = new Blob([tools.page(store.now())], { type: "text/html" });
    element("a", { href: URL.createObjectURL(blob), download: `${setup.stem}.html` }).click();
  });
  el.classList.add("diffsort");
  el.append(told, tone, alpha, save);
  shape(shape(el, "svg"), "text", { style: "font-size: 9px" });
  new MutationObserver(paint).observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
  globalThis.addEventListener("beforeprint", () => (globalThis.printedTone = isDark()));
  store.hear(tell);
  tell();
  paint();
  return () => {};
}

if (isPage(globalThis.document)) openPage(document, { network: show }, makeStore);

export default {};
