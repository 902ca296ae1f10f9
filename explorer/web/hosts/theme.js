// A page is dark where its reader's system is, and says so as JupyterLab does; on paper it is
// light.

/**
 * @param {Document} document
 */
export function followTheme(document) {
  const { body, defaultView } = document;
  const view = /** @type {Window} */ (defaultView);
  const dark = view.matchMedia("(prefers-color-scheme: dark)");
  let printing = false;
  const show = () => (body.dataset.jpThemeLight = String(printing || !dark.matches));
  /** @param {boolean} prints */
  const print = (prints) => () => {
    printing = prints;
    show();
  };
  dark.addEventListener("change", show);
  // The first to hear of it: explorers draw after.
  view.addEventListener("beforeprint", print(true));
  view.addEventListener("afterprint", print(false));
  show();
}
