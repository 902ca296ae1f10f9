// The animated network. The kernel sends a whole run at once; playing, stepping, scrubbing, hovering happen here alone.

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const smooth = (t) => t * t * (3 - 2 * t);
// Where a value lies between two others, 0 to 1; halves, so that no difference can overflow.
const shareOf = (value, [low, high]) => (high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5);
const SPEEDS = [0.25, 0.5, 1, 2, 4];
const ICONS = {
  reset: "M2 2h2v12H2zM14 2v12L5 8z",
  back: "M12 2v12L4 8z",
  play: "M4 2l10 6-10 6z",
  pause: "M4 2h3v12H4zM9 2h3v12H9z",
  forward: "M4 2l8 6-8 6z",
};

// ---------------------------------------------------------------- what the kernel sent

function readNetwork(model) {
  const sent = model.get("network");
  const comparators = sent.layer.map((layer, k) => ({ k, layer, low: sent.low[k], high: sent.high[k], lane: sent.lanes[k] }));
  const layers = Array.from({ length: sent.depth }, () => []);
  for (const comparator of comparators) layers[comparator.layer].push(comparator);
  const strands = layers.map((layer) => {
    const busy = new Set(layer.flatMap(({ low, high }) => [low, high]));
    const idle = Array.from({ length: sent.n }, (_, wire) => wire).filter((wire) => !busy.has(wire));
    const both = ({ k, low, high }) => [low, high].flatMap((from) => [low, high].map((to) => ({ from, to, k })));
    return [...layer.flatMap(both), ...idle.map((wire) => ({ from: wire, to: wire, k: null }))];
  });
  return { ...sent, comparators, layers, strands };
}

function readRun(model) {
  const sent = model.get("run");
  const floats = (view) => new Float32Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
  const bytes = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const scaled = (view) => Float64Array.from(floats(view), (value) => value * sent.unit);
  return {
    ...sent,
    soft: scaled(sent.soft),
    hard: scaled(sent.hard),
    swap: floats(sent.swap),
    hardSwap: floats(sent.hard_swap),
    byA: floats(sent.by_a),
    byB: floats(sent.by_b),
    tokens: bytes(sent.tokens),
    hardTokens: bytes(sent.hard_tokens),
  };
}

// ---------------------------------------------------------------- where things stand

function place(network, width) {
  const { n, depth } = network;
  const narrow = width < 620;
  const row = n <= 8 ? 40 : n <= 16 ? 28 : 19;
  const left = narrow ? 104 : 190;
  const right = width - (narrow ? 74 : 132);
  const wiresTop = 34;
  const wiresBottom = wiresTop + row * n;
  const valueTop = wiresBottom + 46;
  const valueBottom = valueTop + (narrow ? 180 : 230);
  return {
    width, narrow, row, left, right, wiresTop, wiresBottom, valueTop, valueBottom,
    height: valueBottom + 38,
    thick: clamp(row * 0.28, 4, 10),
    radius: clamp(row * 0.2, 3.5, 7.5),
    barLeft: narrow ? 46 : 62,
    barRight: left - 32,
    y: (wire) => wiresTop + row * (wire + 0.5),
    x: (column) => left + 10 + (depth ? network.columns[column] : 0.5) * (right - left - 20),
  };
}

// A point of a strand: straight along a wire, S-shaped from one wire to another; t runs from 0 to 1.
function strandPoint(x0, y0, x1, y1, t) {
  const s = 1 - t;
  const [near, far] = [s * s * s + 3 * s * s * t, 3 * s * t * t + t * t * t];
  return [x0 * s * s * s + 1.5 * (x0 + x1) * s * t + x1 * t * t * t, y0 * near + y1 * far];
}

function colourScale(network) {
  const stops = network.palettes[isDark() ? "dark" : "light"].map((hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)));
  return (share) => {
    const at = clamp(Number.isFinite(share) ? share : 0.5, 0, 1) * (stops.length - 1);
    const k = Math.min(Math.floor(at), stops.length - 2);
    return `rgb(${stops[k].map((c, i) => Math.round(c + (stops[k + 1][i] - c) * (at - k))).join(",")})`;
  };
}

// ---------------------------------------------------------------- the widget

function render({ model, el }) {
  const root = element("div", { class: "diffsort diffsort-network" });
  const title = element("h3");
  const sentence = element("p", { class: "sentence" });
  const spoken = element("p", { "aria-live": "polite", style: "position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden" });
  const card = element("div", { class: "card", id: `ds-${Math.random().toString(36).slice(2)}` });
  const legend = element("p", { class: "legend" });
  const holder = element("div", { class: "picture" });
  const bar = element("div", { class: "diffsort-bar", role: "group", "aria-label": "Playback" });
  root.append(title, sentence, spoken, bar, holder, card, legend);
  el.append(root);

  let network, run, at, colour; // what the kernel sent, where it stands, how it is coloured
  let drawing; // the elements that change with the run, by kind
  let position = 0; // the playhead: 2.5 is half-way through the third layer
  let playing = false;
  let dragged = null; // {wire, domain} while an input is dragged: the axis holds still meanwhile
  let values = []; // the inputs as the reader has them, ahead of the kernel while dragging
  let chosen = null; // the comparator hovered or focused
  let lit = null; // the input whose way is lit up
  let drawn = 0;

  const domain = () => dragged?.domain ?? run.domain;
  const share = (value) => shareOf(value, run.domain);
  const valueY = (value) => at.valueBottom - 12 - shareOf(value, domain()) * (at.valueBottom - at.valueTop - 24);
  const cell = (column, wire) => column * network.n + wire;
  // How much of a value takes this strand, from 0 to 1.
  const weightOf = (swap, { from, to, k }) => (k === null ? 1 : clamp(from === to ? 1 - swap[k] : swap[k], 0, 1));

  // -------------------------------------------------------------- playback

  const icon = (paths) => {
    const svg = document.createElementNS(SVG, "svg");
    set(svg, { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" });
    shape(svg, "path", { d: paths, fill: "currentColor" });
    return svg;
  };
  const button = (label, picture, tooltip, act, className = "") => {
    const node = element("button", { type: "button", "aria-label": label, title: tooltip, class: className }, icon(picture));
    node.addEventListener("click", act);
    bar.append(node);
    return node;
  };
  button("Reset", ICONS.reset, "Back to the input (Home)", () => go(0));
  button("Step back", ICONS.back, "One layer back (left arrow)", () => go(Math.ceil(position) - 1));
  const play = button("Play", ICONS.play, "Play or pause (space)", () => toggle(), "play");
  button("Step forward", ICONS.forward, "One layer forward (right arrow)", () => go(Math.floor(position) + 1));
  const scrub = element("input", { type: "range", class: "scrub", min: 0, step: 0.01, "aria-label": "Layer", title: "Drag through the layers" });
  const where = element("span", { class: "where", "aria-hidden": "true" });
  const speed = element("select", { "aria-label": "Speed", title: "How fast to play" });
  for (const value of SPEEDS) speed.append(element("option", { value }, `${value} ${value === 1 ? "layer" : "layers"}/s`));
  speed.value = "1";
  bar.append(scrub, where, speed);
  scrub.addEventListener("input", () => {
    stop();
    position = Number(scrub.value);
    showPosition();
  });
  scrub.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    go(step > 0 ? Math.floor(position) + 1 : Math.ceil(position) - 1);
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === " " && !event.target.matches("button, select")) {
      event.preventDefault();
      toggle();
    }
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation(); // the notebook has its own meaning for letters
  });

  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let frame = 0;
  function toggle() {
    if (playing) return go(position);
    if (!network.depth) return;
    if (position >= network.depth) position = 0;
    playing = true;
    let last = performance.now();
    const from = position;
    const began = last;
    const tick = (now) => {
      if (!playing) return;
      now = Math.max(now, last); // a frame's time may lie before the click that asked for it
      if (still.matches) position = Math.min(Math.floor(from + ((now - began) / 1000) * Number(speed.value)), network.depth);
      else position = Math.min(position + ((now - last) / 1000) * Number(speed.value), network.depth);
      last = now;
      if (position >= network.depth) stop();
      else frame = requestAnimationFrame(tick);
      showPosition();
    };
    frame = requestAnimationFrame(tick);
    showPosition();
  }
  function stop() {
    playing = false;
    cancelAnimationFrame(frame);
  }
  function go(target) {
    stop();
    position = clamp(target, 0, network.depth);
    showPosition();
  }

  // -------------------------------------------------------------- drawing: once for a network and a width

  function build() {
    at = place(network, Math.max(holder.clientWidth, 300));
    root.classList.toggle("narrow", at.narrow);
    root.classList.toggle("crowded", network.n > 12);
    const canvas = element("canvas", { "aria-hidden": "true", style: `height:${at.height}px` });
    const sharp = window.devicePixelRatio || 1;
    [canvas.width, canvas.height] = [at.width * sharp, at.height * sharp];
    const ink = canvas.getContext("2d");
    ink.scale(sharp, sharp);
    const svg = document.createElementNS(SVG, "svg");
    set(svg, { viewBox: `0 0 ${at.width} ${at.height}`, height: at.height, role: "group", "aria-label": "The network, by wire and by value" });
    holder.replaceChildren(canvas, svg);
    const group = (className = "") => shape(svg, "g", { class: className });
    drawing = { svg, ink, comparators: [], handles: [], outputs: [], ticks: [] };
    buildFrame(group());
    svg.addEventListener("pointermove", (event) => dragged || light(tokenNear(toSvg(event))));
    svg.addEventListener("pointerleave", () => light(null));
    buildComparators(group("comparators"));
    buildHandles(group());
    const top = group();
    top.style.pointerEvents = "none";
    drawing.playheads = [0, 1].map(() => shape(top, "line", { class: "playhead" }));
    const circles = (kind, count) => Array.from({ length: count }, () => shape(top, "circle", { class: `${kind}-token` }));
    for (const kind of ["hard", "soft"]) {
      drawing[`${kind}Tokens`] = circles(kind, 2 * network.n);
      drawing[`${kind}Marks`] = circles(kind, network.n);
    }
    keepKeys(root);
    scrub.max = network.depth;
    position = clamp(position, 0, network.depth);
  }

  function buildFrame(group) {
    for (const { first, last, label, short } of network.stages) {
      const [x0, x1] = [at.x(first) + 6, at.x(last) - 6];
      shape(group, "path", { class: "bracket", d: `M${x0} ${at.wiresTop - 2}V${at.wiresTop - 8}H${x1}V${at.wiresTop - 2}` });
      const text = [label, short, short.replace("stage ", "")].find((words) => words.length * 6 < x1 - x0 + 8);
      if (text) shape(group, "text", { class: "quiet", x: (x0 + x1) / 2, y: at.wiresTop - 14, "text-anchor": "middle" }).textContent = text;
    }
    for (let wire = 0; wire < network.n; wire++) {
      shape(group, "text", { class: "quiet", x: at.left - 7, y: at.y(wire) + 4, "text-anchor": "end" }).textContent = wire;
    }
    const head = at.narrow ? "The same run, by value" : "The same run, by value: solid is soft, dotted is hard";
    const label = shape(group, "text", { x: at.left + 10, y: at.valueTop - 12, "font-weight": 600, style: "font-weight:600" });
    label.textContent = head;
    const every = Math.ceil((network.depth * 16) / (at.right - at.left));
    for (let column = 0; column <= network.depth; column++) {
      if (column !== network.depth && (column % every || network.depth - column < every)) continue;
      const text = shape(group, "text", { class: "quiet", x: at.x(column), y: at.valueBottom + 14, "text-anchor": "middle" });
      text.textContent = column;
    }
    const axis = shape(group, "text", { class: "quiet", x: (at.left + at.right) / 2, y: at.valueBottom + 31, "text-anchor": "middle" });
    axis.textContent = "after layer (0 is the input)";
    const up = shape(group, "text", { class: "quiet", "text-anchor": "middle" });
    set(up, { transform: `translate(${at.x(0) - (at.narrow ? 78 : 84)} ${(at.valueTop + at.valueBottom) / 2}) rotate(-90)` });
    up.textContent = "value";
    for (let k = 0; k < 8; k++) drawing.ticks.push(shape(group, "text", { class: "quiet", x: at.x(0) - 30, "text-anchor": "end" }));
    drawing.meanText = shape(group, "text", { class: "quiet", x: at.right + 2 });
    for (let wire = 0; wire < network.n; wire++) {
      const x = at.x(network.depth) + at.radius + 10;
      const soft = shape(group, "text", { x, y: at.y(wire) + 4 });
      const hard = at.narrow ? null : shape(group, "text", { class: "quiet", x: x + 58, y: at.y(wire) + 4 });
      drawing.outputs.push({ soft, hard });
    }
  }

  function buildComparators(group) {
    set(group, { role: "group", "aria-label": "Comparators: arrow keys move from one to the next" });
    network.comparators.forEach((comparator) => {
      const node = shape(group, "g", { class: "comparator", role: "img", tabindex: comparator.k ? -1 : 0, "aria-describedby": card.id });
      node.setAttribute("aria-label", details(comparator)[0]);
      const [x0, x1] = [at.x(comparator.layer), at.x(comparator.layer + 1)];
      const x = x0 + comparator.lane * (x1 - x0);
      const [y0, y1] = [at.y(comparator.low), at.y(comparator.high)];
      const sign = Math.sign(y1 - y0);
      shape(node, "line", { class: "hit", x1: x, x2: x, y1: y0, y2: y1 });
      shape(node, "line", { x1: x, x2: x, y1: y0, y2: y1 - sign * 5 });
      shape(node, "circle", { cx: x, cy: y0, r: 2.5 });
      shape(node, "path", { d: `M${x - 3.5} ${y1 - sign * 7}h7l-3.5 ${sign * 7}z` });
      node.addEventListener("pointerenter", () => choose(comparator));
      node.addEventListener("pointerleave", () => choose(null));
      node.addEventListener("focus", () => choose(comparator));
      node.addEventListener("blur", () => choose(null));
      node.addEventListener("keydown", (event) => {
        const layer = network.layers[comparator.layer];
        const index = layer.indexOf(comparator);
        const beside = (step) => network.layers[comparator.layer + step]?.[Math.min(index, network.layers[comparator.layer + step].length - 1)];
        const next = { ArrowDown: layer[index + 1], ArrowUp: layer[index - 1], ArrowRight: beside(1), ArrowLeft: beside(-1) };
        if (!(event.key in next)) return;
        event.preventDefault();
        if (!next[event.key]) return;
        node.setAttribute("tabindex", -1);
        const target = drawing.comparators[next[event.key].k];
        target.setAttribute("tabindex", 0);
        target.focus();
      });
      drawing.comparators.push(node);
    });
  }

  // -------------------------------------------------------------- the inputs are handles

  function buildHandles(group) {
    for (let wire = 0; wire < network.n; wire++) {
      const height = clamp(at.row * 0.42, 7, 16);
      shape(group, "rect", { class: "track", x: at.barLeft, y: at.y(wire) - height / 2, width: at.barRight - at.barLeft, height, rx: 2 });
      const fill = shape(group, "rect", { x: at.barLeft, y: at.y(wire) - height / 2, height, rx: 2 });
      const text = shape(group, "text", { x: at.barLeft - 12, y: at.y(wire) + 4, "text-anchor": "end" });
      const knob = shape(group, "circle", {
        class: "handle", r: clamp(at.row * 0.19, 5, 8), cy: at.y(wire), tabindex: 0, role: "slider",
        "aria-label": `Input on wire ${wire}`, "aria-orientation": "horizontal",
      });
      shape(knob, "title").textContent = "Drag, or use the arrow keys";
      const dot = shape(group, "circle", { class: "handle vertical", r: clamp(at.row * 0.17, 4.5, 7), cx: at.x(0) - 16, "aria-hidden": "true" });
      knob.addEventListener("keydown", (event) => nudge(event, wire));
      drags(knob, wire, (event) => (toSvg(event).x - at.barLeft) / (at.barRight - at.barLeft));
      drags(dot, wire, (event) => (at.valueBottom - 12 - toSvg(event).y) / (at.valueBottom - at.valueTop - 24));
      for (const node of [knob, dot]) node.addEventListener("pointerenter", () => light(wire));
      drawing.handles.push({ fill, text, knob, dot });
    }
  }

  function toSvg(event) {
    const box = drawing.svg.getBoundingClientRect();
    return { x: ((event.clientX - box.left) * at.width) / box.width, y: ((event.clientY - box.top) * at.height) / box.height };
  }

  function drags(node, wire, shareAt) {
    node.style.touchAction = "none";
    node.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      node.focus?.();
      try { node.setPointerCapture(event.pointerId); } catch { /* a synthetic pointer */ }
      const [low, high] = run.domain;
      const room = high > low ? 0 : Math.max(Math.abs(high), 1);
      const [from, to] = [low - room, high + room];
      dragged = { wire, domain: [from, to] };
      const move = (moved) => {
        const part = clamp(shareAt(moved), -0.08, 1.08);
        input(wire, Number(((1 - part) * from + part * to).toPrecision(4)));
      };
      const end = () => {
        node.removeEventListener("pointermove", move);
        dragged = null;
        showRun();
      };
      node.addEventListener("pointermove", move);
      node.addEventListener("pointerup", end, { once: true });
      node.addEventListener("pointercancel", end, { once: true });
    });
  }

  function nudge(event, wire) {
    const [low, high] = run.domain;
    const step = 10 ** Math.floor(Math.log10(high / 20 - low / 20 || Math.abs(high / 20) || 0.05));
    const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[event.key];
    const target = by ? values[wire] + by * step : { Home: Math.min(...values), End: Math.max(...values) }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    input(wire, Number(target.toPrecision(10)));
  }

  function input(wire, value) {
    if (!Number.isFinite(value)) return;
    values = values.map((old, k) => (k === wire ? value : old));
    showHandles();
    model.set("values", values);
    model.save_changes();
  }

  // -------------------------------------------------------------- showing: after every run

  function showRun() {
    colour = colourScale(network);
    const { depth } = network;
    say(title, run.title);
    say(legend, `Strand width: ${run.strands}. Filled tokens: soft sort; rings: hard sort. Arrows point to the wire that receives the maximum.`);
    drawing.outputs.forEach(({ soft, hard }, wire) => {
      say(soft, number(run.soft[cell(depth, wire)]));
      if (hard) say(hard, `hard ${number(run.hard[cell(depth, wire)])}`);
    });
    drawing.ticks.forEach((text, k) => {
      const [value, label] = run.ticks[k] ?? [0, ""];
      const y = valueY(value);
      say(text, y < at.valueTop - 2 || y > at.valueBottom + 2 ? "" : label);
      set(text, { y: y + 4 });
    });
    say(drawing.meanText, `mean ${number(run.mean)}`);
    set(drawing.meanText, { y: valueY(run.mean) + 4 });
    drawing.softHeights = heightsOf(run.soft, run.tokens);
    drawing.hardHeights = heightsOf(run.hard, run.hardTokens);
    paint();
    showHandles();
    showCard();
    showPosition();
  }

  // Strands, nodes and lines are ink on a canvas: hundreds of elements would have to be restyled at every step.
  function paint() {
    const { ink } = drawing;
    const { n, depth } = network;
    const style = getComputedStyle(root);
    const [text, faint, quiet, page] = ["text", "line", "quiet", "page"].map((name) => style.getPropertyValue(`--ds-${name}`));
    const stroke = (colour, width, opacity, dash, draw) => {
      ink.strokeStyle = colour;
      ink.lineWidth = width;
      ink.globalAlpha = opacity;
      ink.setLineDash(dash);
      ink.beginPath();
      draw();
      ink.stroke();
    };
    const across = (y) => () => (ink.moveTo(at.x(0), y), ink.lineTo(at.x(depth), y));
    ink.clearRect(0, 0, at.width, at.height);
    for (const [value] of run.ticks) if (valueY(value) <= at.valueBottom) stroke(faint, 1, 0.6, [], across(valueY(value)));
    stroke(quiet, 1, 1, [6, 4], across(valueY(run.mean)));
    network.strands.forEach((strands, layer) => {
      const [x0, x1] = [at.x(layer), at.x(layer + 1)];
      for (const strand of strands) {
        const weight = weightOf(run.swap, strand);
        if (weight < 0.004) continue;
        const [y0, y1] = [at.y(strand.from), at.y(strand.to)];
        const token = run.tokens[cell(layer, strand.from)];
        const onWay = token === lit && run.tokens[cell(layer + 1, strand.to)] === token;
        const curve = () => {
          ink.moveTo(x0, y0);
          ink.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
        };
        const width = 1 + (at.thick - 1) * weight;
        if (onWay) stroke(text, width + 4, 1, [], curve);
        const opacity = onWay ? 1 : (0.3 + 0.6 * weight) * (lit === null ? 1 : 0.45);
        stroke(colour(share(run.soft[cell(layer, strand.from)])), width, opacity, [], curve);
      }
    });
    ink.globalAlpha = 1;
    for (let column = 0; column <= depth; column++) {
      for (let wire = 0; wire < n; wire++) {
        ink.beginPath();
        ink.arc(at.x(column), at.y(wire), at.radius * 0.6, 0, 7);
        ink.fillStyle = colour(share(run.soft[cell(column, wire)]));
        ink.fill();
        stroke(page, 1, 1, [], () => ink.arc(at.x(column), at.y(wire), at.radius * 0.6, 0, 7));
      }
    }
    const line = (heights) => () => heights.forEach((height, column) => ink.lineTo(at.x(column), height));
    for (let token = 0; token < n; token++) {
      const hue = colour(share(run.soft[token]));
      const opacity = lit === null || lit === token ? 1 : 0.35;
      stroke(hue, 1.5, opacity, [1.5, 3.5], line(drawing.hardHeights[token]));
      if (lit === token) stroke(text, 5, 1, [], line(drawing.softHeights[token]));
      stroke(hue, 2, opacity, [], line(drawing.softHeights[token]));
    }
  }

  // For each input the height of its value at every column, following the larger share.
  function heightsOf(values, tokens) {
    const heights = Array.from({ length: network.n }, () => []);
    for (let column = 0; column <= network.depth; column++) {
      for (let wire = 0; wire < network.n; wire++) heights[tokens[cell(column, wire)]].push(valueY(values[cell(column, wire)]));
    }
    return heights;
  }

  function showHandles() {
    const [low, high] = domain();
    drawing.handles.forEach(({ fill, text, knob, dot }, wire) => {
      const value = values[wire];
      const part = clamp(shareOf(value, [low, high]), 0, 1);
      const x = at.barLeft + part * (at.barRight - at.barLeft);
      set(fill, { width: Math.max(x - at.barLeft, 1), fill: colour(part) });
      say(text, number(value));
      set(knob, { cx: x, "aria-valuenow": value, "aria-valuetext": number(value), "aria-valuemin": low, "aria-valuemax": high });
      set(dot, { cy: clamp(valueY(value), at.valueTop - 6, at.valueBottom + 6) });
    });
  }

  // -------------------------------------------------------------- showing: at every frame

  function showPosition() {
    const { depth } = network;
    const layer = Math.min(Math.floor(position), depth - 1);
    const t = position - layer;
    const column = Math.round(position);
    const x = depth ? strandPoint(at.x(layer), 0, at.x(layer + 1), 0, t)[0] : at.x(0);
    set(drawing.playheads[0], { x1: x, x2: x, y1: at.wiresTop, y2: at.wiresBottom });
    set(drawing.playheads[1], { x1: x, x2: x, y1: at.valueTop, y2: at.valueBottom });
    moveTokens(drawing.softTokens, run.swap, layer, t, at.radius, (from, to) => {
      const ease = smooth(t);
      return colour(share(run.soft[from] * (1 - ease) + run.soft[to] * ease));
    });
    moveTokens(drawing.hardTokens, run.hardSwap, layer, t, at.radius + 3);
    moveMarks(drawing.softMarks, drawing.softHeights, layer, x, at.radius * 0.7, (token) => colour(share(run.soft[token])));
    moveMarks(drawing.hardMarks, drawing.hardHeights, layer, x, at.radius * 0.7 + 2.5);
    if (drawing.layer !== layer) {
      for (const { k } of network.layers[drawing.layer] ?? []) drawing.comparators[k].classList.remove("current");
      for (const { k } of network.layers[layer] ?? []) drawing.comparators[k].classList.add("current");
      drawing.layer = layer;
    }
    scrub.value = position;
    const words = `layer ${column} of ${depth}`;
    say(where, words);
    set(scrub, { "aria-valuetext": words });
    const text = run.sentences[column] ?? "";
    say(sentence, text);
    if (!playing) say(spoken, text);
    const label = playing ? "Pause" : "Play";
    if (play.getAttribute("aria-label") !== label || !play.lastChild.data) {
      play.setAttribute("aria-label", label);
      play.replaceChildren(icon(ICONS[label.toLowerCase()]), ` ${label.toLowerCase()}`);
    }
    set(root, { "data-layer": column, "data-position": position.toFixed(3), "data-playing": playing });
  }

  // Each value leaves its wire as two tokens, as large as its two weights, which meet the other value's on the next column.
  function moveTokens(circles, swap, layer, t, radius, fill) {
    const whole = Math.max(1 - Math.min(t, 1 - t) * 8, 0); // at a column tokens are as large as the value that they make up
    const alone = [{ from: 0, to: 0, k: null }];
    let used = 0;
    for (const strand of network.strands[layer] ?? alone) {
      const weight = weightOf(swap, strand);
      if (weight < 0.004) continue;
      const { from, to } = strand;
      const x1 = layer < 0 ? at.x(0) : at.x(layer + 1);
      const [cx, cy] = strandPoint(layer < 0 ? x1 : at.x(layer), at.y(from), x1, at.y(to), t);
      const circle = circles[used++];
      set(circle, { cx, cy, r: radius * Math.sqrt(weight + (1 - weight) * whole) });
      if (fill) set(circle, { fill: layer < 0 ? fill(0, 0) : fill(cell(layer, from), cell(layer + 1, to)) });
    }
    while (used < circles.length) set(circles[used++], { r: 0 });
  }

  function moveMarks(circles, heights, layer, x, r, fill) {
    const [x0, x1] = [at.x(Math.max(layer, 0)), at.x(layer + 1)];
    const part = x1 > x0 ? (x - x0) / (x1 - x0) : 0;
    circles.forEach((circle, token) => {
      const [from, to] = [heights[token][Math.max(layer, 0)], heights[token][layer + 1]];
      set(circle, { cx: x, cy: from + part * (to - from), r });
      if (fill) set(circle, { fill: fill(token) });
    });
  }

  // -------------------------------------------------------------- looking closer

  function details({ k, layer, low, high }) {
    const came = [run.soft[cell(layer, low)], run.soft[cell(layer, high)]].map(number);
    const went = [run.soft[cell(layer + 1, low)], run.soft[cell(layer + 1, high)]].map(number);
    const swapped = Math.round(100 * run.swap[k]);
    const excess = run.soft[cell(layer + 1, high)] - Math.max(run.soft[cell(layer, low)], run.soft[cell(layer, high)]);
    return [
      `Comparator on wires ${low} and ${high}, layer ${layer + 1}`,
      `in ${came[0]} and ${came[1]}`,
      `out ${went[0]} (minimum, wire ${low}) and ${went[1]} (maximum, wire ${high})`,
      run.mixes ? `keeps ${100 - swapped} %, exchanges ${swapped} %` : `exceeds the larger input by ${number(excess)}`,
      `d maximum / d in = ${number(run.byA[k])} and ${number(run.byB[k])}`,
    ];
  }

  function choose(comparator) {
    if (chosen) drawing.comparators[chosen.k]?.classList.remove("chosen");
    chosen = comparator;
    if (chosen) drawing.comparators[chosen.k].classList.add("chosen");
    showCard();
  }

  function showCard() {
    card.classList.toggle("filled", Boolean(chosen));
    card.textContent = chosen ? details(chosen).join(" · ") : "Point at an arrow, or tab to it, to see what that comparator does. Drag the round handles to change the numbers.";
  }

  function light(token) {
    if (token === lit) return;
    lit = token;
    paint();
  }

  // The input whose strand or line passes under a point, or null.
  function tokenNear({ x, y }) {
    const layer = network.columns.findIndex((_, column) => column < network.depth && x >= at.x(column) && x <= at.x(column + 1));
    if (layer < 0) return null;
    const [x0, x1] = [at.x(layer), at.x(layer + 1)];
    let best = [8, null];
    const offer = (distance, token) => distance < best[0] && (best = [distance, token]);
    if (y < at.wiresBottom) {
      let [low, high] = [0, 1];
      for (let k = 0; k < 12; k++) {
        const middle = (low + high) / 2;
        if (strandPoint(x0, 0, x1, 0, middle)[0] < x) low = middle;
        else high = middle;
      }
      for (const strand of network.strands[layer]) {
        if (weightOf(run.swap, strand) < 0.05) continue;
        offer(Math.abs(strandPoint(x0, at.y(strand.from), x1, at.y(strand.to), low)[1] - y), run.tokens[cell(layer, strand.from)]);
      }
    } else {
      const part = (x - x0) / (x1 - x0);
      drawing.softHeights.forEach((heights, token) => offer(Math.abs(heights[layer] * (1 - part) + heights[layer + 1] * part - y), token));
    }
    return best[1];
  }

  // -------------------------------------------------------------- listening

  function receive() {
    const before = network;
    if (!before || model.get("network").key !== before.key) network = readNetwork(model);
    run = readRun(model);
    if (!dragged) values = model.get("values");
    if (network !== before) {
      stop();
      chosen = lit = null;
      position = 0;
      build();
    }
    showRun();
    root.dataset.drawn = ++drawn;
  }
  const redraw = () => {
    if (!network || !holder.clientWidth) return;
    if (holder.clientWidth !== at.width) build();
    showRun();
  };
  const resized = new ResizeObserver(redraw);
  const themed = new MutationObserver(showRun); // JupyterLab hides the page meanwhile: it has no width then
  model.on("change:run", receive);
  receive();
  resized.observe(holder);
  themed.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "data-jp-theme-name"] });
  return () => {
    stop();
    resized.disconnect();
    themed.disconnect();
    model.off("change:run", receive);
  };
}

export default { render };
