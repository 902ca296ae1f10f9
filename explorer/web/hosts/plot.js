// Loads plotly's script once for a page, out of the widget that all figures share.

/**
 * @typedef {import("./notebook.js").Model &
 *   {widget_manager: {get_model(id: string): Promise<import("./notebook.js").Model>}}} Model
 */
/** @typedef {{model: Model, el: HTMLElement, signal?: AbortSignal}} Context of a figure's view */
/** @typedef {{initialize(context: Context): void, render(context: Context): void}} Figure */
/** @typedef {(this: {el: {data?: unknown}}) => void} Act of a view of plotly's, on its plot */
/** @typedef {{default(): Figure, FigureView: {prototype: Record<string, Act>}}} Plotly */

/** @type {Record<string, Promise<Plotly>>} */
const page = /** @type {any} */ (globalThis);

/** @param {Model} model */
async function load(model) {
  const library = await model.widget_manager.get_model(
    model.get("_library").replace("IPY_MODEL_", ""),
  );
  const name = `diffsort-plotly-${library.get("version")}`;
  const module = await (page[name] ??= import(
    URL.createObjectURL(new Blob([library.get("source")], { type: "text/javascript" }))
  ).then(drawnOnly));
  return module.default();
}

/**
 * plotly's views go on listening when they are gone, with nothing left to draw on.
 * @param {Plotly} module
 */
function drawnOnly(module) {
  const view = module.FigureView.prototype;
  for (const name of Object.getOwnPropertyNames(view).filter((each) => each.startsWith("do_"))) {
    const act = view[name];
    view[name] = function () {
      if (this.el.data) act.call(this);
    };
  }
  return module;
}

/**
 * Python keeps its own account of a figure: what plotly wants to tell it of every redraw is not
 * sent; nor is anything from a figure that was closed while it was drawn.
 */
const UNASKED = ["_js2py_traceDeltas", "_js2py_layoutDelta"];

/**
 * @param {Model} model
 * @param {AbortSignal} [signal]
 */
function quiet(model, signal) {
  return new Proxy(model, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name === "set") {
        return (/** @type {string} */ key, /** @type {[unknown]} */ ...rest) =>
          UNASKED.includes(key) || target.set(key, ...rest);
      }
      if (name === "save_changes") return () => signal?.aborted || target.save_changes();
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

export default () => {
  /** @type {Promise<Figure>} */
  let figure;
  return {
    /** @param {Context} context */
    async initialize(context) {
      figure = load(context.model).then(async (made) => {
        await made.initialize({ ...context, model: quiet(context.model, context.signal) });
        return made;
      });
      await figure;
    },
    /** @param {Context} context */
    render: async (context) => (await figure).render(context),
  };
};
