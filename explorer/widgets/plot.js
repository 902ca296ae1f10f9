// Loads plotly's script once for a page, out of the widget that all figures share.

function load(model) {
  const shared = model.get("_library").replace("IPY_MODEL_", "");
  const loading = model.widget_manager.get_model(shared).then((library) => {
    const name = `diffsort-plotly-${library.get("version")}`;
    return (window[name] ??= import(URL.createObjectURL(new Blob([library.get("source")], { type: "text/javascript" }))));
  });
  return loading.then((module) => module.default());
}

export default () => {
  let figure;
  return {
    async initialize(context) {
      figure = load(context.model).then(async (made) => {
        await made.initialize(context);
        return made;
      });
      await figure;
    },
    render: async (context) => (await figure).render(context),
  };
};
