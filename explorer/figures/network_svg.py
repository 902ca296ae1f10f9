"""The network at rest as an SVG picture, for where there is no kernel: strands by wire, and the same run by value.

Strokes of one look share a path, so that a notebook stays small."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np

from ..scenes.network import NetworkScene
from ..style import NEGATIVE, POSITIVE, colour, number
from .svg import picture, tag, text

WIDTH, LEFT, RIGHT, TOP, VALUE_HEIGHT = 860, 90, 720, 76, 200
INK, QUIET, FAINT = "#1a1a1a", "#5a5a5a", "#bdbdbd"
SHADES, SIZES = 16, 5
"""So many colours of values and widths of strands at most."""


def network_svg(scene: NetworkScene) -> str:
    """The scene as SVG text, 860 units wide: what a notebook shows on a site that runs no kernel.

    >>> from diffsort_core import SmoothMax, bitonic, trace
    >>> from explorer.scenes.network import network_scene
    >>> network_svg(network_scene(trace(bitonic(2), [2, 1], SmoothMax(1.0)), "smoothmax, alpha = 1"))[:38]
    '<svg xmlns="http://www.w3.org/2000/svg'
    """
    sheet = _Sheet(scene)
    parts = (*sheet.heading(), *sheet.wires(), *sheet.comparators(), *sheet.values())
    return picture(WIDTH, sheet.bottom + 40, scene.description, *parts)


class _Sheet:
    def __init__(self, scene: NetworkScene) -> None:
        self.scene = scene
        n = scene.network.n
        self.row = 34 if n <= 8 else 22 if n <= 16 else 16 if n <= 32 else 11
        self.every = 1 if self.row > 13 else 2
        self.wires_bottom = TOP + self.row * n
        self.value_top = self.wires_bottom + 44
        self.bottom = self.value_top + VALUE_HEIGHT

    def x(self, column: int) -> float:
        columns = self.scene.layout.columns
        return LEFT + (columns[column] if self.scene.network.depth else 0.5) * (RIGHT - LEFT)

    def y(self, wire: int) -> float:
        return TOP + self.row * (wire + 0.5)

    def hue(self, value: float) -> str:
        return colour(round(self.scene.height(value) * SHADES) / SHADES)

    def height(self, value: float) -> float:
        return self.bottom - 8 - self.scene.height(value) * (VALUE_HEIGHT - 16)

    def heading(self) -> Iterator[str]:
        scene = self.scene
        yield text(scene.title, 16, 24, font_size=15, font_weight=700)
        yield text(scene.flow.words if scene.flow else scene.sentences[-1], 16, 43, fill=QUIET)
        stages = [(stage, self.x(stage.first) + 6, self.x(stage.last) - 6) for stage in scene.layout.stages]
        brackets = "".join(f"M{left:.0f} {TOP - 1}v-6H{right:.0f}v6" for _, left, right in stages)
        yield tag("path", d=brackets or "M0 0", fill="none", stroke=FAINT)
        for stage, left, right in stages:
            known = (stage.label, stage.short, stage.short.removeprefix("stage "))
            words = next((words for words in known if len(words) * 6 < right - left + 6), "")
            yield text(words, (left + right) / 2, TOP - 11, font_size=10, fill=QUIET, text_anchor="middle")

    def wires(self) -> Iterator[str]:
        scene, n = self.scene, self.scene.network.n
        yield tag("g", "".join(self.strands()), fill="none")
        dots = ((self.hue(value), f"M{self.x(k):.0f} {self.y(wire):g}h0") for (k, wire), value in np.ndenumerate(scene.soft))
        size = 8 if self.row > 13 else 6
        yield tag("g", "".join(_paths(dots)), fill="none", stroke_width=size, stroke_linecap="round")
        some = range(0, n, self.every)
        yield self.column(some, scene.soft[0], LEFT - 12, text_anchor="end")
        yield self.column(some, scene.soft[-1], RIGHT + 12)
        yield text("hard", RIGHT + 70, TOP - 11, font_size=10, fill=QUIET)
        yield self.column(some, scene.hard[-1], RIGHT + 70, fill=QUIET)

    def column(self, wires: range, values: np.ndarray, x: int, **attributes: object) -> str:
        """Numbers beside the wires."""
        words = (tag("text", number(values[wire]), x=x, y=self.y(wire) + 4) for wire in wires)
        return tag("g", "".join(words), **{"font_size": 12, "fill": INK, **attributes})

    def strands(self) -> Iterator[str]:
        """One path for all strands of one colour and width: of the values, or of the derivative that flows."""
        groups = defaultdict(list)
        for curve, share, hue in self.shares():
            if abs(share) >= 0.5 / SIZES**2:
                groups[hue, max(round(abs(share) * SIZES), 0.5) / SIZES].append(curve)
        for (hue, weight), curves in groups.items():
            look = {"stroke_width": round(1 + 0.2 * self.row * weight, 1), "stroke_opacity": round(0.3 + 0.6 * weight, 2)}
            yield tag("path", d="".join(curves), stroke=hue, **look)

    def shares(self) -> Iterator[tuple[str, float, str]]:
        network = self.scene.network
        for (layer, low, high), four in zip(network.comparator_arrays.T, self.scene.shares, strict=True):
            for (here, there), share in zip(((low, low), (low, high), (high, low), (high, high)), four, strict=True):
                yield self.curve(layer, here, there), share, self.strand_hue(layer, here, share)
        for layer, (_, _, idle, _) in enumerate(network.gathers):
            for wire in idle:
                share = self.scene.share_at(layer, wire)
                yield self.curve(layer, wire, wire), share, self.strand_hue(layer, wire, share)

    def strand_hue(self, layer: int, wire: int, share: float) -> str:
        if self.scene.flow:
            return POSITIVE if share > 0 else NEGATIVE
        return self.hue(self.scene.soft[layer, wire])

    def curve(self, layer: int, here: int, there: int) -> str:
        (x0, x1), (y0, y1) = (self.x(layer), self.x(layer + 1)), (self.y(here), self.y(there))
        if here == there:
            return f"M{x0:.0f} {y0:g}H{x1:.0f}"
        across, down = round(x1) - round(x0), y1 - y0
        return f"M{x0:.0f} {y0:g}c{across / 2:.0f} 0 {across / 2:.0f} {down:g} {across} {down:g}"

    def comparators(self) -> Iterator[str]:
        arrows = []
        for (layer, low, high), offset in zip(self.scene.network.comparator_arrays.T, self.scene.layout.offsets, strict=True):
            x = self.x(layer) + offset * (self.x(layer + 1) - self.x(layer))
            start, end = self.y(low), self.y(high)
            tip = 6 if end > start else -6
            arrows.append(f"M{x:.1f} {start:g}V{end - tip:g}m-3 0h6l-3 {tip}z")
        opacity = 0.7 if self.row > 16 else 0.35
        yield tag("path", d="".join(arrows) or "M0 0", stroke=QUIET, fill=QUIET, opacity=opacity)

    def values(self) -> Iterator[str]:
        scene, depth = self.scene, self.scene.network.depth
        yield text("The same run, by value: solid is soft, dotted is hard", LEFT, self.value_top - 10, font_weight=600)
        lines = "".join(f"M{LEFT} {self.height(tick):.0f}H{RIGHT}" for tick, _ in scene.ticks)
        yield tag("path", d=lines or "M0 0", stroke=FAINT, stroke_opacity=0.6)
        for tick, label in scene.ticks:
            yield text(label, LEFT - 12, self.height(tick) + 4, font_size=10, fill=QUIET, text_anchor="end")
        yield tag("path", d=f"M{LEFT} {self.height(scene.mean):.1f}H{RIGHT}", stroke=QUIET, stroke_dasharray="6 4")
        yield text(f"mean {number(scene.mean)}", RIGHT + 12, self.height(scene.mean) + 4, font_size=11, fill=QUIET)
        hues = [self.hue(value) for value in scene.soft[0]]
        hard = zip(hues, self.lines(scene.hard, scene.hard_tokens), strict=True)
        yield tag("g", "".join(_paths(hard)), fill="none", stroke_width=1.5, stroke_dasharray="1 4")
        soft = zip(hues, self.lines(scene.soft, scene.tokens), strict=True)
        yield tag("g", "".join(_paths(soft)), fill="none", stroke_width=2)
        every = max(1, -(-depth * 16 // (RIGHT - LEFT)))
        for column in range(0, depth + 1, every):
            yield text(str(column), self.x(column), self.bottom + 14, font_size=10, fill=QUIET, text_anchor="middle")
        words = "after layer (0 is the input)"
        yield text(words, (LEFT + RIGHT) / 2, self.bottom + 30, font_size=11, fill=QUIET, text_anchor="middle")

    def lines(self, values: np.ndarray, tokens: np.ndarray) -> Iterator[str]:
        """The way of each input through the values, following the larger share."""
        for token in range(self.scene.network.n):
            wires = np.argmax(tokens == token, axis=1)
            points = (f"{self.x(k):.0f} {self.height(values[k, wire]):.0f}" for k, wire in enumerate(wires))
            yield "M" + "L".join(points)


def _paths(strokes: Iterable[tuple[str, str]]) -> Iterator[str]:
    """(colour, path) pairs as one path element for each colour."""
    groups = defaultdict(list)
    for hue, stroke in strokes:
        groups[hue].append(stroke)
    for hue, paths in groups.items():
        yield tag("path", d="".join(paths), stroke=hue)
