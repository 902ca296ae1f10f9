// The animated network: what the kernel sent as a whole run is drawn, played, dragged and looked at closely.

function render({ model, el }) {
  const root = element("div", { class: "diffsort diffsort-network" });
  const title = element("h3");
  const sentence = element("p", { class: "sentence" });
  const spoken = element("p", { "aria-live": "polite", class: "spoken" });
  const card = element("div", { class: "card", id: `ds-${Math.random().toString(36).slice(2)}` });
  const legend = element("p", { class: "legend" });
  const holder = element("div", { class: "picture" });
  const player = makePlayer(showPosition);
  root.append(title, sentence, spoken, player.bar, holder, card, legend);
  el.append(root);

  let network, run, at, colour; // what the kernel sent, where it stands, how it is coloured
  let drawing; // the elements that change with the run, by kind
  let dragged = null; // {wire, domain} while an input is dragged: the axis holds still meanwhile
  let values = []; // the inputs as the reader has them, ahead of the kernel while dragging
  let chosen = null; // the comparator hovered or focused
  let lit = null; // the input whose way is lit up
  let drawn = 0;

  const domain = () => dragged?.domain ?? run.domain;
  const hue = (value) => colour(shareOf(value, run.domain));
  const valueY = (value) => at.valueBottom - 12 - shareOf(value, domain()) * (at.valueBottom - at.valueTop - 24);
  const cell = (column, wire) => column * network.n + wire;

  root.addEventListener("keydown", (event) => {
    if (event.key === " " && !event.target.matches("button, select")) {
      event.preventDefault();
      player.toggle();
    }
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation(); // the notebook has its own meaning for letters
  });

  // -------------------------------------------------------------- drawing: once for a network and a width

  function build() {
    dragged = null; // the handle goes, and its last event with it
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
    drawing = { svg, ink, comparators: [], handles: [], outputs: [], hardOutputs: [], ticks: [] };
    buildFrame(group());
    svg.addEventListener("pointermove", (event) => dragged || light(tokenNear(toSvg(event))));
    svg.addEventListener("pointerleave", () => light(null));
    buildComparators(group("comparators"));
    buildHandles(group());
    const top = group();
    top.style.pointerEvents = "none";
    drawing.curtain = shape(top, "rect", { class: "curtain", x: at.x(0) - 12, y: at.wiresTop, height: at.wiresBottom - at.wiresTop });
    drawing.playheads = [0, 1].map(() => shape(top, "line", { class: "playhead" }));
    const circles = (kind, count) => Array.from({ length: count }, () => shape(top, "circle", { class: `${kind}-token` }));
    for (const kind of ["hard", "soft"]) {
      drawing[`${kind}Tokens`] = circles(kind, 2 * network.n);
      drawing[`${kind}Marks`] = circles(kind, network.n);
    }
    keepKeys(root);
    player.fit(network.depth);
  }

  function buildFrame(group) {
    for (const { first, last, label, short } of network.stages) {
      const [x0, x1] = [at.x(first) + 6, at.x(last) - 6];
      shape(group, "path", { class: "bracket", d: `M${x0} ${at.wiresTop - 2}V${at.wiresTop - 8}H${x1}V${at.wiresTop - 2}` });
      const text = [label, short, short.replace("stage ", "")].find((words) => words.length * 6 < x1 - x0 + 8);
      if (text) shape(group, "text", { class: "quiet", x: (x0 + x1) / 2, y: at.wiresTop - 14, "text-anchor": "middle" }).textContent = text;
    }
    const quiet = (words, x, y, anchor = "middle") => {
      const node = shape(group, "text", { class: "quiet", x, y, "text-anchor": anchor });
      node.textContent = words;
      return node;
    };
    for (let wire = 0; wire < network.n; wire += at.every) quiet(wire, at.left - 7, at.y(wire) + 4, "end");
    // Below the wires, column by column: the inversions left; and the sum, which stays.
    const below = at.wiresBottom + 15;
    quiet("inversions", at.x(0) - 22, below, "end");
    drawing.inversions = columnsWithRoom(26).map((column) => [column, quiet("", at.x(column), below)]);
    drawing.total = quiet("", at.x(network.depth) + at.radius + 10, below, "start");
    for (let wire = 0; wire < network.n; wire += at.every) {
      const x = at.x(network.depth) + at.radius + 10;
      const soft = shape(group, "text", { x, y: at.y(wire) + 4, class: "output" });
      shape(soft, "title").textContent = `Output ${wire}: click to follow its gradient back`;
      const value = document.createTextNode("");
      soft.append(value);
      soft.addEventListener("click", () => {
        model.set("picked", { output: wire, stamp: Math.random() });
        model.save_changes();
      });
      const hard = at.narrow ? null : shape(group, "text", { class: "quiet", x: x + 58, y: at.y(wire) + 4 });
      drawing.outputs.push({ wire, soft, value, hard });
    }
    if (network.below === "nothing") return;
    const byValue = `The same run, by value${at.narrow ? "" : ": solid is soft, dotted is hard"}`;
    const label = shape(group, "text", { x: at.left + 10, y: at.valueTop - 12, style: "font-weight:600" });
    label.textContent = at.hardBelow ? "The hard network" : byValue;
    for (const column of columnsWithRoom(20)) quiet(column, at.x(column), at.valueBottom + 14);
    for (let wire = 0; at.hardBelow && wire < network.n; wire += at.every) {
      quiet(wire, at.left - 7, at.hardY(wire) + 4, "end");
      drawing.hardOutputs.push([wire, shape(group, "text", { x: at.x(network.depth) + at.radius + 10, y: at.hardY(wire) + 4 })]);
    }
    const axis = shape(group, "text", { class: "quiet", x: (at.left + at.right) / 2, y: at.valueBottom + 31, "text-anchor": "middle" });
    axis.textContent = "after layer (0 is the input)";
    if (!at.byValue) return;
    const up = shape(group, "text", { class: "quiet", "text-anchor": "middle" });
    set(up, { transform: `translate(${at.x(0) - (at.narrow ? 78 : 84)} ${(at.valueTop + at.valueBottom) / 2}) rotate(-90)` });
    up.textContent = "value";
    for (let k = 0; k < 8; k++) drawing.ticks.push(shape(group, "text", { class: "quiet", x: at.x(0) - 30, "text-anchor": "end" }));
    drawing.meanText = shape(group, "text", { class: "quiet", x: at.right + 2 });
  }

  // Columns so far apart that numbers of so many pixels stand beside each other; the last is one of them.
  function columnsWithRoom(pixels) {
    const end = network.depth;
    const chosen = [];
    for (let column = 0; column < end; column++) {
      const free = !chosen.length || at.x(column) - at.x(chosen.at(-1)) >= pixels;
      if (free && at.x(end) - at.x(column) >= pixels) chosen.push(column);
    }
    return [...chosen, end];
  }

  function buildComparators(group) {
    set(group, { role: "group", "aria-label": "Comparators: arrow keys move from one to the next" });
    network.comparators.forEach((comparator) => {
      const node = shape(group, "g", { class: "comparator", role: "img", tabindex: comparator.k ? -1 : 0, "aria-describedby": card.id });
      node.setAttribute("aria-label", details(comparator)[0]);
      const [x0, x1] = [at.x(comparator.layer), at.x(comparator.layer + 1)];
      const x = x0 + comparator.offset * (x1 - x0);
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
      const text = wire % at.every ? null : shape(group, "text", { x: at.barLeft - 12, y: at.y(wire) + 4, "text-anchor": "end" });
      const knob = shape(group, "circle", {
        class: "handle", r: clamp(at.row * 0.19, 5, 8), cy: at.y(wire), tabindex: 0, role: "slider",
        "aria-label": `Input on wire ${wire}`, "aria-orientation": "horizontal",
      });
      shape(knob, "title").textContent = "Drag, or use the arrow keys";
      const dot = shape(group, "circle", { class: "handle vertical", r: clamp(at.row * 0.17, 4.5, 7), cx: at.x(0) - 16, "aria-hidden": "true" });
      if (!at.byValue) dot.remove();
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
      if (event.button) return;
      event.preventDefault();
      node.focus?.();
      node.setPointerCapture(event.pointerId);
      const [low, high] = run.domain;
      const room = high > low ? 0 : Math.max(Math.abs(high), 1);
      const [from, to] = [low - room, high + room];
      const step = 10 ** Math.floor(Math.log10(to / 200 - from / 200)); // as fine as a hand can aim
      dragged = { wire, domain: [from, to] };
      if (run.bits) input(wire, 1 - values[wire]);
      const move = (moved) => {
        if (run.bits) return;
        const part = clamp(shareAt(moved), -0.08, 1.08);
        input(wire, Number((Math.round(((1 - part) * from + part * to) / step) * step).toPrecision(12)));
      };
      const end = () => {
        node.removeEventListener("pointermove", move);
        dragged = null;
        showRun();
      };
      node.addEventListener("pointermove", move);
      node.addEventListener("lostpointercapture", end, { once: true });
    });
  }

  function nudge(event, wire) {
    const [low, high] = run.domain;
    const step = run.bits ? 1 : 10 ** Math.floor(Math.log10(high / 20 - low / 20 || Math.abs(high / 20) || 0.05));
    const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[event.key];
    const target = by ? values[wire] + by * step : { Home: Math.min(...values), End: Math.max(...values) }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    input(wire, run.bits ? clamp(target, 0, 1) : Number(target.toPrecision(10)));
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
    const tokens = "Filled tokens: soft sort; rings: hard sort.";
    const strands = run.flow ? "Strand width: share of the derivative; blue is positive, dashed orange negative." : `Strand width: ${run.strands}. ${tokens}`;
    say(legend, `${strands} Arrows point to the wire that receives the maximum.${run.bits ? " Zeros and ones: click an input to flip it." : ""}`);
    player.backwards = Boolean(run.flow);
    root.classList.toggle("flows", player.backwards);
    drawing.outputs.forEach(({ wire, value, hard }) => {
      const words = number(run.soft[cell(depth, wire)]);
      if (value.data !== words) value.data = words;
      if (hard) say(hard, `hard ${number(run.hard[cell(depth, wire)])}`);
    });
    drawing.hardOutputs.forEach(([wire, text]) => say(text, number(run.hard[cell(depth, wire)])));
    drawing.inversions.forEach(([column, text]) => say(text, String(run.inversions[column])));
    say(drawing.total, `sum ${run.total}`);
    drawing.ticks.forEach((text, k) => {
      const [value, label] = run.ticks[k] ?? [0, ""];
      const y = valueY(value);
      say(text, y < at.valueTop - 2 || y > at.valueBottom + 2 ? "" : label);
      set(text, { y: y + 4 });
    });
    if (drawing.meanText) {
      say(drawing.meanText, `mean ${number(run.mean)}`);
      set(drawing.meanText, { y: valueY(run.mean) + 4 });
    }
    drawing.softHeights = heightsOf(run.soft, run.tokens);
    drawing.hardHeights = heightsOf(run.hard, run.hardTokens);
    ink();
    showHandles();
    showCard();
    showPosition();
  }

  const ink = () => paint(drawing.ink, getComputedStyle(root), { network, run, at, lit, hue, valueY, ...drawing });

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
      if (text) say(text, number(value));
      set(knob, { cx: x, "aria-valuenow": value, "aria-valuetext": number(value), "aria-valuemin": low, "aria-valuemax": high });
      set(dot, { cy: clamp(valueY(value), at.valueTop - 6, at.valueBottom + 6) });
    });
  }

  // -------------------------------------------------------------- showing: at every frame

  function showPosition() {
    const { depth } = network;
    const { position } = player;
    const layer = Math.min(Math.floor(position), depth - 1);
    const t = position - layer;
    const column = Math.round(position);
    const x = depth ? strandPoint(at.x(layer), 0, at.x(layer + 1), 0, t)[0] : at.x(0);
    set(drawing.playheads[0], { x1: x, x2: x, y1: at.wiresTop, y2: at.wiresBottom });
    set(drawing.playheads[1], { x1: x, x2: x, y1: at.valueTop, y2: Math.max(at.valueBottom, at.valueTop) });
    set(drawing.curtain, { width: run.flow && position ? x - at.x(0) + 12 : 0 });
    const between = (values) => (from, to) => {
      const ease = t * t * (3 - 2 * t);
      return hue(values[from] * (1 - ease) + values[to] * ease);
    };
    if (!run.flow) moveTokens(drawing.softTokens, at.y, run.swap, layer, t, at.radius, between(run.soft));
    if (at.hardBelow) moveTokens(drawing.hardTokens, at.hardY, run.hardSwap, layer, t, at.radius, between(run.hard));
    else if (!run.flow) moveTokens(drawing.hardTokens, at.y, run.hardSwap, layer, t, at.radius + 3);
    if (at.byValue) {
      moveMarks(drawing.softMarks, drawing.softHeights, layer, x, at.radius * 0.7, (token) => hue(run.soft[token]));
      moveMarks(drawing.hardMarks, drawing.hardHeights, layer, x, at.radius * 0.7 + 2.5);
    }
    if (drawing.layer !== layer) {
      for (const { k } of network.layers[drawing.layer] ?? []) drawing.comparators[k].classList.remove("current");
      for (const { k } of network.layers[layer] ?? []) drawing.comparators[k].classList.add("current");
      drawing.layer = layer;
    }
    player.tell();
    const text = run.flow ? run.flow.words : run.sentences[column] ?? "";
    say(sentence, text);
    if (!player.playing) say(spoken, text);
    set(root, { "data-layer": column, "data-position": position.toFixed(3), "data-playing": player.playing });
  }

  // Each value leaves its wire as two tokens, as large as its two weights, which meet the other value's on the next column.
  function moveTokens(circles, y, swap, layer, t, radius, fill) {
    const whole = Math.max(1 - Math.min(t, 1 - t) * 8, 0); // at a column tokens are as large as the value that they make up
    const alone = [{ from: 0, to: 0, k: null }];
    let used = 0;
    for (const strand of network.strands[layer] ?? alone) {
      const weight = weightOf(swap, strand);
      if (weight < 0.004) continue;
      const { from, to } = strand;
      const x1 = layer < 0 ? at.x(0) : at.x(layer + 1);
      const [cx, cy] = strandPoint(layer < 0 ? x1 : at.x(layer), y(from), x1, y(to), t);
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
    ink();
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
    } else if (at.byValue) {
      const part = (x - x0) / (x1 - x0);
      drawing.softHeights.forEach((heights, token) => offer(Math.abs(heights[layer] * (1 - part) + heights[layer + 1] * part - y), token));
    }
    return best[1];
  }

  // -------------------------------------------------------------- listening

  function receive() {
    const before = network;
    if (!model.get("network").key) return;
    if (!before || model.get("network").key !== before.key) network = readNetwork(model);
    run = readRun(model);
    if (!dragged) values = model.get("values");
    if (network !== before) {
      player.stop();
      player.position = 0;
      chosen = lit = null;
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
  const themed = new MutationObserver(() => network && showRun()); // JupyterLab hides the page meanwhile: it has no width then
  let asked = false; // once for a message, whatever it carries
  const soon = () => {
    if (!asked) queueMicrotask(() => ((asked = false), receive()));
    asked = true;
  };
  model.on("change:run change:network", soon);
  receive();
  resized.observe(holder);
  themed.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "data-jp-theme-name"] });
  return () => {
    player.stop();
    resized.disconnect();
    themed.disconnect();
    model.off("change:run change:network", soon);
  };
}

export default { render };
