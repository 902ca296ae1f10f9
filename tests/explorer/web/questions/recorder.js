// A 2-D context that keeps what is drawn, and a pen whose colours are names.

/** Colours are told by name; an input's is `input k`. */
export const PEN = {
  text: "text",
  line: "line",
  quiet: "quiet",
  page: "page",
  accent: "accent",
  link: "link",
  hue: (/** @type {number} */ share) => `input ${share}`,
  dash: () => /** @type {number[]} */ ([]),
  signs: ["#d9660f", "#2f7ed8"],
  faintest: 0.3,
};

/** What Deno has none of: an image is kept as its bytes. */
class Sheet {
  getContext() {
    return {
      canvas: this,
      putImageData: (/** @type {ImageData} */ { data, width }) =>
        Object.assign(this, { pixels: [...data], width }),
    };
  }
}
Object.assign(globalThis, { OffscreenCanvas: Sheet });

/** A 2-D context that keeps what is stroked and filled: an outline goes with what it is around. */
export function recording() {
  /** @type {Record<string, any>} */
  const ink = {
    strokes: [],
    strokeStyle: "",
    fillStyle: "",
    lineWidth: 0,
    globalAlpha: 1,
    dash: [],
    path: [],
    begun: 0, // parts that the path has
    within: null, // the box that ink is held in
    clip: () => ink.within = ink.path[0],
    clearRect: () => ink.strokes = [],
    save: () => {},
    restore: () => ink.within = null,
    setLineDash: (/** @type {number[]} */ dash) => ink.dash = dash,
    beginPath: () => {
      ink.path = [];
      ink.begun = 0;
    },
    fillRect: (/** @type {number[]} */ ...box) => ink.keep({ colour: ink.fillStyle, path: [box] }),
    strokeText: () => {},
    fillText: (/** @type {string} */ words, /** @type {number[]} */ ...at) =>
      ink.keep({ colour: ink.fillStyle, path: [], words, at, font: ink.font }),
    fill: () => ink.keep({ colour: ink.fillStyle }),
    drawImage: (/** @type {any} */ { pixels, width }, /** @type {number[]} */ ...box) =>
      ink.keep({ pixels, columns: width, path: [box] }),
    strokeRect: (/** @type {number[]} */ ...box) =>
      ink.keep({ colour: ink.strokeStyle, path: [box] }),
    keep: (/** @type {object} */ of) =>
      ink.strokes.push({
        width: 0,
        opacity: ink.globalAlpha,
        dash: [],
        path: ink.path,
        within: ink.within,
        ...of,
      }),
    stroke() {
      const { strokeStyle: colour, lineWidth: width, dash, path, begun: parts } = ink;
      const last = ink.strokes.at(-1);
      if (last?.path === path) last.outline = colour;
      else ink.keep({ colour, width, dash, parts });
    },
  };
  for (const name of ["lineTo", "bezierCurveTo", "arc", "rect"]) {
    ink[name] = (/** @type {number[]} */ ...to) => ink.path.push(to);
  }
  ink.moveTo = (/** @type {number[]} */ ...to) => {
    ink.path.push(to);
    ink.begun++;
  };
  return /** @type {any} */ (ink);
}
