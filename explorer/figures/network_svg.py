"""The network at rest as an SVG picture, for where there is no kernel: strands by wire, and the same run by value."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..scenes.network import NetworkScene
from ..style import colour, number
from .svg import picture, tag, text

WIDTH, LEFT, RIGHT, TOP, VALUE_HEIGHT = 860, 90, 720, 76, 200
QUIET, FAINT = "#5a5a5a", "#bdbdbd"


def network_svg(scene: NetworkScene) -> str:
    """The scene as SVG text, 860 units wide: what a notebook shows on a site that runs no kernel.

    >>> from diffsort_core import SmoothMax, bitonic, trace
    >>> from explorer.scenes.network import network_scene
    >>> network_svg(network_scene(trace(bitonic(2), [2, 1], SmoothMax(1.0)), "smoothmax, alpha = 1"))[:38]
    '<svg xmlns="http://www.w3.org/2000/svg'
    """
    sheet = _Sheet(scene)
    return picture(
        WIDTH, sheet.bottom + 40, scene.description, *sheet.heading(), *sheet.wires(), *sheet.comparators(), *sheet.values()
    )


class _Sheet:
    def __init__(self, scene: NetworkScene) -> None:
        self.scene = scene
        self.row = 34 if scene.network.n <= 8 else 22 if scene.network.n <= 16 else 16
        self.wires_bottom = TOP + self.row * scene.network.n
        self.value_top = self.wires_bottom + 44
        self.bottom = self.value_top + VALUE_HEIGHT

    def x(self, column: int) -> float:
        columns = self.scene.layout.columns
        return LEFT + (columns[column] if self.scene.network.depth else 0.5) * (RIGHT - LEFT)

    def y(self, wire: int) -> float:
        return TOP + self.row * (wire + 0.5)

    def share(self, value: float) -> float:
        low, high = self.scene.domain
        return (value / 2 - low / 2) / (high / 2 - low / 2) if high > low else 0.5

    def height(self, value: float) -> float:
        return self.bottom - 8 - self.share(value) * (VALUE_HEIGHT - 16)

    def heading(self) -> Iterator[str]:
        yield text(self.scene.title, 16, 24, font_size=15, font_weight=700)
        yield text(self.scene.sentences[-1], 16, 43, fill=QUIET)
        for stage in self.scene.layout.stages:
            left, right = self.x(stage.first) + 6, self.x(stage.last) - 6
            yield tag("path", d=f"M{left:.1f} {TOP - 1}v-6H{right:.1f}v6", fill="none", stroke=FAINT)
            words = stage.label if len(stage.label) * 6 < right - left else stage.short
            yield text(words, (left + right) / 2, TOP - 11, font_size=10, fill=QUIET, text_anchor="middle")

    def wires(self) -> Iterator[str]:
        scene = self.scene
        yield tag("g", "".join(self.strands()), fill="none")
        for column, values in enumerate(scene.soft):
            for wire, value in enumerate(values):
                yield tag("circle", cx=self.x(column), cy=self.y(wire), r=4, fill=colour(self.share(value)))
        for wire in range(scene.network.n):
            yield text(number(scene.soft[0, wire]), LEFT - 12, self.y(wire) + 4, text_anchor="end")
            yield text(number(scene.soft[-1, wire]), RIGHT + 12, self.y(wire) + 4)
            yield text(f"hard {number(scene.hard[-1, wire])}", RIGHT + 70, self.y(wire) + 4, font_size=11, fill=QUIET)

    def strands(self) -> Iterator[str]:
        network, swaps = self.scene.network, np.clip(self.scene.swap, 0, 1)
        start = 0
        for layer, (lows, highs, idle, _) in enumerate(network.gathers):
            for low, high, swap in zip(lows, highs, swaps[start : start + lows.size], strict=True):
                for here, there in ((low, high), (high, low)):
                    yield self.strand(layer, here, here, 1 - swap)
                    yield self.strand(layer, here, there, swap)
            for wire in idle:
                yield self.strand(layer, wire, wire, 1.0)
            start += lows.size

    def strand(self, layer: int, here: int, there: int, weight: float) -> str:
        if weight < 0.004:
            return ""
        (x0, x1), (y0, y1) = (self.x(layer), self.x(layer + 1)), (self.y(here), self.y(there))
        middle = (x0 + x1) / 2
        curve = f"H{x1:.1f}" if here == there else f"C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
        return tag(
            "path",
            d=f"M{x0:.1f} {y0:.1f}{curve}",
            stroke=colour(self.share(self.scene.soft[layer, here])),
            stroke_width=round(float(1 + 0.2 * self.row * weight), 1),
            stroke_opacity=float(0.3 + 0.6 * weight),
        )

    def comparators(self) -> Iterator[str]:
        for (layer, low, high), offset in zip(self.scene.network.comparator_arrays.T, self.scene.layout.offsets, strict=True):
            x = self.x(layer) + offset * (self.x(layer + 1) - self.x(layer))
            start, end = self.y(low), self.y(high)
            tip = 6 if end > start else -6
            yield tag("path", d=f"M{x:.1f} {start:.1f}V{end - tip:.1f}m-3 0h6l-3 {tip}z", stroke=QUIET, fill=QUIET, opacity=0.7)

    def values(self) -> Iterator[str]:
        scene, depth = self.scene, self.scene.network.depth
        yield text("The same run, by value: solid is soft, dotted is hard", LEFT, self.value_top - 10, font_weight=600)
        for tick, label in scene.ticks:
            yield tag("path", d=f"M{LEFT} {self.height(tick):.1f}H{RIGHT}", stroke=FAINT, stroke_opacity=0.6)
            yield text(label, LEFT - 12, self.height(tick) + 4, font_size=10, fill=QUIET, text_anchor="end")
        yield tag("path", d=f"M{LEFT} {self.height(scene.mean):.1f}H{RIGHT}", stroke=QUIET, stroke_dasharray="6 4")
        yield text(f"mean {number(scene.mean)}", RIGHT + 12, self.height(scene.mean) + 4, font_size=11, fill=QUIET)
        for token in range(scene.network.n):
            hue = colour(self.share(scene.soft[0, token]))
            yield self.line(scene.hard, scene.hard_tokens, token, stroke=hue, stroke_width=1.5, stroke_dasharray="1 4")
            yield self.line(scene.soft, scene.tokens, token, stroke=hue, stroke_width=2)
        for column in range(depth + 1):
            yield text(str(column), self.x(column), self.bottom + 14, font_size=10, fill=QUIET, text_anchor="middle")
        yield text(
            "after layer (0 is the input)", (LEFT + RIGHT) / 2, self.bottom + 30, font_size=11, fill=QUIET, text_anchor="middle"
        )

    def line(self, values: np.ndarray, tokens: np.ndarray, token: int, **attributes: object) -> str:
        wires = np.argmax(tokens == token, axis=1)
        points = (f"{self.x(k):.1f} {self.height(values[k, wire]):.1f}" for k, wire in enumerate(wires))
        return tag("path", d="M" + "L".join(points), fill="none", **attributes)
