// Answers what the tests in Python ask of the browser's modules: a line of JSON in, [name, arguments];
// a line of JSON out, {value} or {refused}. What JSON has no word for travels as {number: "Infinity"}.

import * as alternatives from "./questions/alternatives.js";
import * as charts from "./questions/charts.js";
import * as anything from "./questions/anything.js";
import * as choices from "./questions/choices.js";
import * as curves from "./questions/curves.js";
import * as explored from "./questions/explored.js";
import * as fits from "./questions/fits.js";
import * as gallery from "./questions/gallery.js";
import * as hosts from "./questions/hosts.js";
import * as jacobian from "./questions/jacobian.js";
import * as marks from "./questions/marks.js";
import * as notebook from "./questions/notebook.js";
import * as pictures from "./questions/pictures.js";
import * as ranked from "./questions/ranked.js";
import * as ranking from "./questions/ranking.js";
import * as scenes from "./questions/scenes.js";
import * as sort from "./questions/sort.js";
import * as stage from "./questions/stage.js";
import * as words from "./questions/words.js";

/** @type {Record<string, (...given: any[]) => any>} */
const QUESTIONS = {
  ...alternatives,
  ...charts,
  ...anything,
  ...choices,
  ...curves,
  ...explored,
  ...fits,
  ...gallery,
  ...hosts,
  ...jacobian,
  ...marks,
  ...notebook,
  ...pictures,
  ...ranked,
  ...ranking,
  ...scenes,
  ...sort,
  ...stage,
  ...words,
};

/** @param {string} _ @param {any} value */
const read = (_, value) =>
  value !== null && typeof value === "object" && "number" in value ? Number(value.number) : value;

/** @param {string} _ @param {any} value */
const write = (_, value) => {
  if (ArrayBuffer.isView(value)) return Array.from(/** @type {any} */ (value));
  if (typeof value !== "number") return value;
  if (Object.is(value, -0)) return { number: "-0" };
  return Number.isFinite(value) ? value : { number: String(value) };
};

/** @param {string} line */
async function answer(line) {
  try {
    const [name, given] = JSON.parse(line, read);
    return { value: await QUESTIONS[name](...given) };
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    return { refused: `${name}: ${message}` };
  }
}

const encoder = new TextEncoder();
let rest = "";
for await (const chunk of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) {
    await Deno.stdout.write(encoder.encode(JSON.stringify(await answer(line), write) + "\n"));
  }
}
