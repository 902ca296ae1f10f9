// The fields of an explorer whose picture the kernel makes: edits go there, and what they show
// comes from there.

import { makeBadge } from "../ui/badge.js";
import { makeControls } from "../ui/controls.js";
import { hears, tell } from "../ui/elements.js";
import { makeFolds } from "../ui/folds.js";
import { makeGoal } from "../ui/goal.js";
import { edit, makeReader } from "./edits.js";

/** @import { Kept, Shown } from "../ui/fields.js" */
/** @import { Model, View } from "./notebook.js" */

/**
 * What stands above the picture.
 * @param {View} context
 * @param {{roots?: Set<HTMLElement>}} shared by all views of a model
 */
export function controls({ model, el }, shared) {
  const made = makeControls(given({ model, el }));
  const describe = () => {
    hears(el);
    made.describe(model.get("sentence"));
  };
  el.append(made.root, made.sentence);
  model.on("change:sentence", describe);
  made.describe(model.get("sentence"));
  const unjudge = model.get("goal") ? judged({ model, el }) : () => {};
  const unfollow = follow({ model, el }, made.show);
  const leave = measure(made.root, shared.roots ??= new Set(), model);
  return () => {
    leave();
    unjudge();
    unfollow();
    made.stop();
    model.off("change:sentence", describe);
  };
}

/**
 * How far the choices have come to a goal: as the picture, it is of those that the kernel knows.
 * @param {View} context
 */
function judged({ model, el }) {
  const goal = makeGoal(model.get("goal")), badge = makeBadge(goal);
  const hear = () => goal.judged({ heard: 0, ...model.get("badge") });
  el.append(badge.root);
  model.on("change:badge", hear);
  hear();
  return () => {
    model.off("change:badge", hear);
    badge.stop();
  };
}

/**
 * What folds away below it.
 * @param {View} context
 */
export function folds({ model, el }) {
  const made = makeFolds(given({ model, el }));
  el.append(made.root);
  return follow({ model, el }, made.show);
}

/**
 * What fields are made of.
 * @param {View} context
 */
const given = ({ model, el }) => ({
  label: model.get("label"),
  fields: model.get("fields"),
  edit(/** @type {string} */ name, /** @type {Kept} */ value) {
    edit(model, name, { [name]: value });
    tell(el, () => model.save_changes());
  },
});

/**
 * Show what the fields of a model have, now and after every change. Returns how to stop.
 * @param {View} context
 * @param {(values: Shown) => void} show
 */
function follow({ model, el }, show) {
  // Moves that the kernel has no time for are merged, and no field's edit may be lost by that.
  const reader = makeReader(model);
  const take = () => {
    if (!reader.read().length) {
      hears(el);
      reader.restore();
    }
    show(model.get("values"));
  };
  model.on("change:values", take);
  take();
  return () => model.off("change:values", take);
}

/**
 * All views of one model share a width, that of the narrowest: nothing is clipped, and none pulls
 * against another.
 * @param {HTMLElement} root
 * @param {Set<HTMLElement>} roots
 * @param {Model} model
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
