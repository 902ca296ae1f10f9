// Loads plotly's script once for a page, out of the widget that all figures share.

function load(model) {
  const shared = model.get("_library").replace("IPY_MODEL_", "");
  const loading = model.widget_manager.get_model(shared).then((library) => {
    const name = `diffsort-plotly-${library.get("version")}`;
    return (window[name] ??= import(URL.createObjectURL(new Blob([library.get("source")], { type: "text/javascript" }))).then(hasten).then(drawnOnly));
  });
  return loading.then((module) => module.default());
}

// What can change without any axis, title or colour bar being another one than before.
const NUMBERS = ["x", "y", "z", "text", "customdata", "hovertext", "zmin", "zmax"];
const AT_ONCE = { frame: { duration: 0, redraw: false }, transition: { duration: 0 } };

// plotly draws all of a figure again where numbers change. Where nothing but traces follows them, the traces alone are drawn,
// as one frame of an animation, which takes half the time; several changes within a frame of the screen are drawn once.
function hasten(module) {
  const { do_update: whole, do_animate: animate } = module.FigureView.prototype;
  module.FigureView.prototype.do_update = function () {
    const asked = this.model.get("_py2js_update");
    if (asked === null) return;
    const { style_data, layout_data, style_traces } = asked;
    const traces = this.model._normalize_trace_indexes(style_traces);
    if (Object.keys(layout_data ?? {}).length || !onlyNumbers(this.el, style_data ?? {}, traces)) return whole.call(this);
    for (const [name, each] of Object.entries(style_data ?? {})) {
      traces.forEach((index, k) => { if (each[k] !== undefined) this.el.data[index][name] = each[k]; });
    }
    this.again = Boolean(this.drawing);
    this.drawing ??= drawTraces(this, animate);
  };
  return module;
}

function onlyNumbers(plot, style, traces) {
  const { _fullData: all, _fullLayout: layout } = plot; // none before the first picture
  const still = (index) => {
    const { type, xaxis, yaxis, coloraxis, visible } = all[index];
    const axes = [xaxis, yaxis].map((name) => layout[name?.replace(/^([xy])/, "$1axis")]);
    return visible === true && ["scatter", "heatmap"].includes(type) && axes.every((axis) => axis && !axis.autorange) && !layout[coloraxis]?.cauto;
  };
  const known = all && Object.entries(style).every(([name, each]) => NUMBERS.includes(name) && !each.includes(null));
  return known && traces.every(still) && all.every(({ type }) => ["scatter", "heatmap"].includes(type));
}

async function drawTraces(view, animate) {
  const { el } = view;
  for (const { _module } of el._fullData) _module.animatable = true; // heat maps, too: there is nothing between two frames
  const style_traces = el.data.map((trace, index) => index);
  const frame = { style_data: style_traces.map(() => ({})), layout_data: null, style_traces, animation_opts: AT_ONCE };
  const drawn = new Promise((resolve) => {
    const told = { model: { get: () => frame, _normalize_trace_indexes: (given) => given }, el, _sendTraceDeltas() {}, _sendLayoutDelta: resolve };
    animate.call(told);
  });
  el.once("plotly_transitioned", () => el.emit("plotly_afterplot"));
  await drawn;
  view.drawing = view.again ? drawTraces(view, animate) : undefined;
  view.again = false;
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
