// What the tests in Python ask of figures that plotly draws.

import { inked } from "../../../../explorer/web/hosts/chart_inks.js";
import { panelOf } from "../../../../explorer/web/hosts/chart_places.js";
import { placeOf, unpacked } from "../../../../explorer/web/hosts/plotly.js";
import { merged } from "../../../../explorer/web/hosts/chart.js";
import { forcedPen, paperPen, themePen } from "../../../../explorer/web/marks/pens.js";

const DARK = {
  text: "rgb(255, 255, 255)",
  line: "rgb(97, 97, 97)",
  quiet: "rgb(189, 189, 189)",
  page: "rgb(17, 17, 17)",
  accent: "rgb(255, 111, 159)",
  link: "rgb(100, 181, 246)",
};
const PENS = { paper: paperPen(), dark: themePen(DARK), forced: forcedPen(DARK) };

/** @param {any} part @param {keyof typeof PENS} pen */
export const inkedOn = (part, pen) => inked(part, PENS[pen]);

export { merged };

/** A point in pixels, and back again, and whether the panel holds it.
 * @param {any} layout @param {number} x @param {number} y */
export function placed(layout, x, y) {
  const at = panelOf(layout);
  const [across, up] = [at.x.place(x), at.y.place(y)];
  return {
    at: [across, up],
    back: [at.x.value(across), at.y.value(up)],
    held: [at.x.holds(x), at.y.holds(y)],
  };
}

/** A script like plotly's, unpacked: what it gives, and what it left of a page's own plotly.
 * @param {string} script @param {any} own */
export async function unpackedOf(script, own) {
  const scope = /** @type {any} */ (globalThis);
  scope.window = globalThis;
  if (own) scope.Plotly = own;
  const stream = new Blob([script]).stream().pipeThrough(new CompressionStream("gzip"));
  const made = await unpacked(await new Response(stream).arrayBuffer());
  const left = scope.Plotly ?? null;
  delete scope.Plotly;
  delete scope.window;
  return { made, left };
}

/** Whether two figures of a version wait for one script, and others for another. */
export async function waiting() {
  const [first, second, other] = [placeOf("1"), placeOf("1"), placeOf("2")];
  first.give(Promise.resolve(/** @type {any} */ ("script")));
  return [first === second, first === other, await second.there];
}
