// Loads plotly's script once for a page, out of the widget that all figures share.

function load(model) {
  const shared = model.get("_library").replace("IPY_MODEL_", "");
  const loading = model.widget_manager.get_model(shared).then((library) => {
    const name = `diffsort-plotly-${library.get("version")}`;
    return (globalThis[name] ??= import(
      URL.createObjectURL(new Blob([library.get("source")], { type: "text/javascript" }))
    ).then(drawnOnly));
  });
  return loading.then((module) => module.default());
}

// plotly's views go on listening when they are gone, with nothing left to draw on.
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

// Python keeps its own account of a figure: what plotly wants to tell it of every redraw is not sent;
// nor is anything from a figure that was closed while it was drawn.
const UNASKED = ["_js2py_traceDeltas", "_js2py_layoutDelta"];

function quiet(model, signal) {
  const get = (target, name) => {
    const value = Reflect.get(target, name);
    if (name === "set") return (key, ...rest) => UNASKED.includes(key) || target.set(key, ...rest);
    if (name === "save_changes") return () => signal?.aborted || target.save_changes();
    return typeof value === "function" ? value.bind(target) : value;
  };
  return new Proxy(model, { get });
}

export default () => {
  let figure;
  return {
    async initialize(context) {
      figure = load(context.model).then(async (made) => {
        await made.initialize({ ...context, model: quiet(context.model, context.signal) });
        return made;
      });
      await figure;
    },
    render: async (context) => (await figure).render(context),
  };
};
