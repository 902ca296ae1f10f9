// A stroke says all that it depends on: ink never looks otherwise for what was drawn before.

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {string} colour
 * @param {number} width
 * @param {number} opacity
 * @param {number[]} dash
 * @param {() => void} draw
 */
export function stroke(ink, colour, width, opacity, dash, draw) {
  ink.strokeStyle = colour;
  ink.lineWidth = width;
  ink.globalAlpha = opacity;
  ink.setLineDash(dash);
  ink.beginPath();
  draw();
  ink.stroke();
}

/**
 * How opaque a strand is: of a derivative, on the lit way, or beside it.
 * @param {import("./pens.js").Pen} pen
 * @param {{weight: number, onWay: boolean}} strand
 * @param {{flow: unknown, lit: number | null}} shown
 */
export function opacityOf(pen, { weight, onWay }, { flow, lit }) {
  if (flow) return 0.6 + 0.3 * weight;
  if (onWay) return 1;
  return (pen.faintest + (0.9 - pen.faintest) * weight) * (lit === null ? 1 : 0.45);
}
