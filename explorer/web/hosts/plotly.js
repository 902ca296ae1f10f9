// plotly's script, once for a page: the first figure that needs it asks its kernel, the others wait
// for what comes.

/**
 * As much of plotly as is used here.
 * @typedef {{
 *   react(node: HTMLElement, data: object[], layout: object, config: object): Promise<unknown>,
 *   purge(node: HTMLElement): void,
 * }} Plotly
 */
/**
 * Where the script is, or will be: `asker` is whoever asked for it, if somebody did, `late` where
 * none answered that for long; `coming`: it is on its way.
 * @typedef {{there: Promise<Plotly>, give: (made: Promise<Plotly>) => void, asker: object | null,
 *   late: boolean, coming: boolean}} Place
 */

/** @type {Record<string, Place>} */
const page = (/** @type {any} */ (globalThis)[Symbol.for("diffsort-plotly")] ??= {});

/**
 * @param {string} version
 * @returns {Place}
 */
export function placeOf(version) {
  if (!page[version]) {
    /** @type {(made: Promise<Plotly>) => void} */
    let give = () => {};
    const there = new Promise((/** @type {(made: Promise<Plotly>) => void} */ done) => {
      give = done;
    });
    page[version] = { there, give, asker: null, late: false, coming: false };
  }
  return page[version];
}

/**
 * What is in a script of plotly's that came compressed. A loader that the page has for scripts of
 * its own does not hear of it, and a plotly that the page has stays what it is.
 * @param {BlobPart} packed
 * @returns {Promise<Plotly>}
 */
export async function unpacked(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = await new Response(stream).text();
  const text = ["const module = { exports: {} };", script, "", "export default module.exports;"];
  const url = URL.createObjectURL(new Blob([text.join("\n")], { type: "text/javascript" }));
  const scope = /** @type {any} */ (globalThis);
  const own = scope.Plotly;
  try {
    return (await import(url)).default;
  } finally {
    URL.revokeObjectURL(url);
    if (own) scope.Plotly = own;
    else delete scope.Plotly;
  }
}
