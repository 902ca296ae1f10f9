// What a person can act on in a network, in as few lines as will do: the harness is tried on it.

const node = (tag, props = {}, ...children) => {
  const svg = ["svg", "circle", "text", "tspan"].includes(tag);
  const made = svg
    ? document.createElementNS("http://www.w3.org/2000/svg", tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(props)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
const select = (label, ...values) =>
  node("select", { "aria-label": label }, ...values.map((value) => node("option", { value }, value)));
const button = (label) => node("button", { "aria-label": label }, label);

export function render({ model, el }) {
  const root = node("div", { class: "diffsort-explorer", style: "width: 100%" });
  const [title, sentence] = [node("h3"), node("p", { class: "sentence" })];
  const alpha = node("input", { type: "range", max: 120, "aria-label": "alpha", style: "width: 100%" });
  alpha.setAttribute("data-lm-suppress-shortcuts", "true"); // its keys mean other things to a notebook
  const relaxation = select("relaxation", "smoothmax", "Cauchy");
  const preset = select("numbers", "own numbers", "nearly sorted");
  const box = node("textarea", { "aria-label": "your numbers" });
  const speed = select("Speed", "1", "4");
  const [back, play, forward] = ["Step back", "Play", "Step forward"].map(button);
  const handle = node("circle", { cx: 20, cy: 20, r: 8, role: "slider", "aria-label": "Input on wire 0" });
  const outputs = [0, 1].map((k) => node("text", { class: "output", x: 200, y: 20 + 20 * k }, node("tspan")));
  const svg = node("svg", { width: 400, height: 60 }, handle, ...outputs);
  root.append(title, sentence, alpha, relaxation, preset, box, speed, back, play, forward, svg);
  el.append(root);
  let [place, flow] = [0, false];
  const show = () => {
    const [power, values] = [model.get("alpha"), model.get("values")];
    alpha.value = Math.round(20 * Math.log10(power)) + 60;
    alpha.setAttribute("aria-valuetext", `${power} per unit`);
    relaxation.value = model.get("relaxation");
    title.textContent = `${values.length} wires, ${model.get("relaxation")}, alpha = ${power}`;
    const sorted = [...values].sort((a, b) => a - b);
    outputs.forEach((text, k) => (text.firstChild.textContent = String(sorted[k])));
    box.value = values.join(", ");
    sentence.textContent = `${flow ? "gradient" : "value"} at ${place} of 3`;
    const label = flow ? "Play backwards" : "Play";
    if (play.getAttribute("aria-label") !== "Pause") play.setAttribute("aria-label", label);
  };
  const set = (name, value) => {
    model.set(name, value);
    model.save_changes();
    show();
  };
  const values = (numbers) => set("values", numbers);
  const go = (to) => ((place = Math.min(Math.max(to, 0), 3)), show());
  const on = (target, name, act) => target.addEventListener(name, act);
  on(alpha, "input", () => set("alpha", Number((10 ** ((alpha.value - 60) / 20)).toPrecision(4))));
  on(relaxation, "change", () => set("relaxation", relaxation.value));
  on(preset, "change", () => values([2, 2, 1]));
  on(box, "keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    values(box.value.split(";").map((text) => Number(text.replace(",", "."))));
  });
  on(handle, "pointerdown", (event) => handle.setPointerCapture(event.pointerId));
  on(handle, "pointermove", (event) => {
    const [, ...others] = model.get("values");
    if (event.buttons) values([Math.min(event.offsetX, 100), ...others]);
  });
  on(outputs[1], "click", () => ((flow = !flow), show()));
  on(back, "click", () => go(place - 1));
  on(forward, "click", () => go(place + 1));
  on(play, "click", () => {
    play.setAttribute("aria-label", "Pause");
    setTimeout(() => (play.setAttribute("aria-label", ""), go(flow ? 0 : 3)), 300);
  });
  for (const name of ["alpha", "relaxation", "values"]) model.on(`change:${name}`, show);
  show();
}

export default { render };
