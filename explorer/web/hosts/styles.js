// The style sheet where an element stands: in the document, and in the shadow root that some hosts
// put a widget into.

/** @type {Map<string, CSSStyleSheet>} one sheet for a text, however many explorers there are */
const sheets = new Map();

/**
 * @param {Element} el
 * @param {string} text
 */
export function dressed(el, text) {
  if (!sheets.has(text)) {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    sheets.set(text, made);
  }
  const sheet = /** @type {CSSStyleSheet} */ (sheets.get(text));
  const wear = () => {
    const root = el.getRootNode();
    const place = root instanceof ShadowRoot ? root : el.ownerDocument;
    if (!place.adoptedStyleSheets.includes(sheet)) place.adoptedStyleSheets.push(sheet);
  };
  wear();
  if (!el.isConnected) requestAnimationFrame(wear); // only then is it known where it stands
}
