// Strands, nodes and lines are ink on a canvas: hundreds of elements would have to be restyled at every step.
// scene: network, run, at, lit (the input whose way is lit up, or null), hue (value -> colour), valueY (value -> height),
// softHeights, hardHeights (for each input its line in the lower picture).
function paint(ink, style, { network, run, at, lit, hue, valueY, softHeights, hardHeights }) {
  const { n, depth } = network;
  const cell = (column, wire) => column * n + wire;
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

  // What every wire holds, and how it came about; or what a derivative's shares are.
  function wires(y, values, swap, tokens, flow) {
    network.strands.forEach((strands, layer) => {
      const [x0, x1] = [at.x(layer), at.x(layer + 1)];
      for (const strand of strands) {
        const share = flow ? flowOf(flow, strand, cell(layer + 1, strand.to)) : weightOf(swap, strand);
        const weight = Math.abs(share);
        if (weight < 0.004) continue;
        const [y0, y1] = [y(strand.from), y(strand.to)];
        const token = tokens[cell(layer, strand.from)];
        const onWay = !flow && token === lit && tokens[cell(layer + 1, strand.to)] === token;
        const curve = () => {
          ink.moveTo(x0, y0);
          ink.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
        };
        const width = 1 + (at.thick - 1) * Math.min(weight, 1);
        if (onWay) stroke(text, width + 4, 1, [], curve);
        const opacity = onWay ? 1 : Math.min(0.3 + 0.6 * weight, 1) * (flow || lit === null ? 1 : 0.45);
        const colour = flow ? network.signs[Number(share > 0)] : hue(values[cell(layer, strand.from)]);
        stroke(colour, width, opacity, share < 0 ? [5, 3] : [], curve);
      }
    });
    ink.globalAlpha = 1;
    ink.setLineDash([]);
    for (let column = 0; column <= depth; column++) {
      for (let wire = 0; wire < n; wire++) {
        const share = flow?.nodes[cell(column, wire)];
        const radius = flow ? at.radius * Math.sqrt(Math.min(Math.abs(share), 1)) : at.radius * 0.6;
        ink.beginPath();
        ink.arc(at.x(column), y(wire), radius, 0, 7);
        ink.fillStyle = flow ? network.signs[Number(share > 0)] : hue(values[cell(column, wire)]);
        ink.fill();
        stroke(page, 1, 1, [], () => ink.arc(at.x(column), y(wire), radius, 0, 7));
      }
    }
  }

  ink.clearRect(0, 0, at.width, at.height);
  wires(at.y, run.soft, run.swap, run.tokens, run.flow);
  if (at.hardBelow) wires(at.hardY, run.hard, run.hardSwap, run.hardTokens, null);
  if (!at.byValue) return;
  for (const [value] of run.ticks) if (valueY(value) <= at.valueBottom) stroke(faint, 1, 0.6, [], across(valueY(value)));
  stroke(quiet, 1, 1, [6, 4], across(valueY(run.mean)));
  const line = (heights) => () => heights.forEach((height, column) => ink.lineTo(at.x(column), height));
  for (let token = 0; token < n; token++) {
    const colour = hue(run.soft[token]);
    const opacity = lit === null || lit === token ? 1 : 0.35;
    stroke(colour, 1.5, opacity, [1.5, 3.5], line(hardHeights[token]));
    if (lit === token) stroke(text, 5, 1, [], line(softHeights[token]));
    stroke(colour, 2, opacity, [], line(softHeights[token]));
  }
}
