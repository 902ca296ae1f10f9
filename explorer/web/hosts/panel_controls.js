// The fields of an explorer whose picture the kernel makes: edits go there, and what they show
// comes from there.

import { makeControls } from "../ui/controls.js";
import { hears, tell } from "../ui/elements.js";
import { edit, makeReader } from "./edits.js";

/**
 * @param {import("./notebook.js").View} context
 * @param {{roots?: Set<HTMLElement>}} shared by all views of a model
 */
export function controls({ model, el }, shared) {
  // Moves that the kernel has no time for are merged, and no field's edit may be lost by that.
  const reader = makeReader(model);
  const made = makeControls({
    label: model.get("label"),
    fields: model.get("fields"),
    read: () => model.get("values"),
    edit(name, value) {
      edit(model, name, { [name]: value });
      tell(el, () => model.save_changes());
    },
  });
  const show = () => {
    if (!reader.read().length) {
      hears(el);
      reader.restore();
    }
    made.show();
  };
  const describe = () => {
    hears(el);
    made.describe(model.get("sentence"));
  };
  el.append(made.root);
  model.on("change:values", show);
  model.on("change:sentence", describe);
  show();
  made.describe(model.get("sentence"));
  const leave = measure(made.root, shared.roots ??= new Set(), model);
  return () => {
    leave();
    model.off("change:values", show);
    model.off("change:sentence", describe);
  };
}

/**
 * All views of one model share a width, that of the narrowest: nothing is clipped, and none pulls
 * against another.
 * @param {HTMLElement} root
 * @param {Set<HTMLElement>} roots
 * @param {import("./notebook.js").Model} model
 */
function measure(root, roots, model) {
  let waiting = 0;
  const report = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const width = Math.min(...[...roots].map((each) => each.clientWidth).filter(Boolean));
      if (width === Infinity || width === model.get("width")) return;
      model.set("width", width);
      model.save_changes();
    }, 100);
  };
  const measured = new ResizeObserver(report);
  roots.add(root);
  measured.observe(root);
  return () => {
    measured.disconnect();
    roots.delete(root);
    report();
  };
}
