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
 * How opaque a strand is: of a derivative, on a lit way, or beside it.
 * @param {import("./pens.js").Pen} pen
 * @param {{weight: number, onWay: boolean}} strand
 * @param {{flow: unknown, dims: boolean}} shown whether what is not lit is dimmed
 */
export function opacityOf(pen, { weight, onWay }, { flow, dims }) {
  const beside = dims && !onWay ? 0.45 : 1;
  if (flow) return (0.6 + 0.3 * weight) * beside;
  return onWay ? 1 : (pen.faintest + (0.9 - pen.faintest) * weight) * beside;
}

/**
 * Whether what is not lit is dimmed: with a derivative only the comparator that is looked at is lit.
 * @param {Pick<import("./strands.js").Picture, "lit" | "looked">} picture
 * @param {unknown} flow
 */
export const dimmed = ({ lit, looked }, flow) => looked !== null || !flow && lit.length > 0;

/** Pixels of a letter, in parts of the size of its type: as many as the widest of a number has. */
const LETTER = 0.58;

/**
 * @param {string} words
 * @param {number} size
 */
export const wide = (words, size) => words.length * size * LETTER;

/**
 * Words around a point; `halo` is the colour of the page, where they are to be read on what lies
 * under them.
 * @param {CanvasRenderingContext2D} ink
 * @param {string} words
 * @param {[x: number, y: number]} at
 * @param {{colour: string, size: number, opacity: number, bold?: boolean, halo?: string}} look
 */
export function write(ink, words, [x, y], { colour, size, opacity, bold, halo }) {
  ink.font = `${bold ? 700 : 400} ${size}px system-ui, sans-serif`;
  ink.textAlign = "center";
  ink.textBaseline = "middle";
  ink.globalAlpha = opacity;
  if (halo) {
    ink.lineJoin = "round";
    ink.lineWidth = 4;
    ink.setLineDash([]);
    ink.strokeStyle = halo;
    ink.strokeText(words, x, y);
  }
  ink.fillStyle = colour;
  ink.fillText(words, x, y);
}
