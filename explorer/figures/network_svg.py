"""The network at rest as an SVG picture, for where there is no kernel: strands by wire, and what
stands below them.

Strokes of one look share a path, so that a notebook stays small."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np

from ..scenes.network import NetworkScene
from ..style import NEGATIVE, POSITIVE, colour, number
from .svg import picture, tag, text

WIDTH, LEFT, RIGHT, TOP, VALUE_HEIGHT = 860, 90, 720, 76, 200
QUIET, FAINT = "#5a5a5a", "#bdbdbd"
SHADES, SIZES = 16, 5
"""So many colours of values and widths of strands at most."""


def network_svg(scene: NetworkScene) -> str:
    """The scene as SVG text, 860 units wide: what a notebook shows on a site that runs no kernel.

    >>> from diffsort_core import SmoothMax, bitonic, trace
    >>> from explorer.scenes.network import network_scene
    >>> run = trace(bitonic(2), [2, 1], SmoothMax(1.0))
    >>> network_svg(network_scene(run, "smoothmax, alpha = 1"))[:38]
    "<svg xmlns='http://www.w3.org/2000/svg"
    """
    sheet = _Sheet(scene)
    below = {"values": sheet.values, "hard network": sheet.hard_network, "nothing": lambda: ()}[
        scene.below
    ]
    parts = (*sheet.heading(), *sheet.soft_network(), *below(), sheet.legend())
    return picture(WIDTH, sheet.bottom + 64, scene.description, *parts)


class _Sheet:
    def __init__(self, scene: NetworkScene) -> None:
        self.scene = scene
        n = scene.network.n
        self.row = 34 if n <= 8 else 22 if n <= 16 else 16 if n <= 32 else 11
        self.some = range(0, n, 1 if self.row > 13 else 2)
        wires = self.row * n
        self.lower_top = TOP + wires + 44
        self.bottom = (
            self.lower_top
            + {"values": VALUE_HEIGHT, "hard network": wires, "nothing": -44}[scene.below]
        )

    def x(self, column: int) -> float:
        columns = self.scene.layout.columns
        return LEFT + (columns[column] if self.scene.network.depth else 0.5) * (RIGHT - LEFT)

    def y(self, wire: int, hard: bool = False) -> float:
        return (self.lower_top if hard else TOP) + self.row * (wire + 0.5)

    def hue(self, value: float) -> str:
        return colour(round(self.scene.height(value) * SHADES) / SHADES)

    def height(self, value: float) -> float:
        return self.bottom - 8 - self.scene.height(value) * (VALUE_HEIGHT - 16)

    def heading(self) -> Iterator[str]:
        scene = self.scene
        yield text(scene.title, 16, 24, font_size=15, font_weight=700)
        yield text(scene.flow.words if scene.flow else scene.sentences[-1], 16, 43, fill=QUIET)
        stages = [
            (stage, self.x(stage.first) + 6, self.x(stage.last) - 6)
            for stage in scene.layout.stages
        ]
        brackets = "".join(f"M{left:.0f} {TOP - 1}v-6H{right:.0f}v6" for _, left, right in stages)
        yield tag("path", d=brackets or "M0 0", fill="none", stroke=FAINT)
        for stage, left, right in stages:
            known = (stage.label, stage.short, stage.short.removeprefix("stage "))
            words = next((words for words in known if len(words) * 6 < right - left + 6), "")
            yield text(
                words, (left + right) / 2, TOP - 11, font_size=10, fill=QUIET, text_anchor="middle"
            )

    def soft_network(self) -> Iterator[str]:
        scene = self.scene
        yield from self.wires()
        yield self.column(scene.soft[0], LEFT - 12, text_anchor="end")
        yield self.column(scene.soft[-1], RIGHT + 12)
        if scene.below != "hard network":
            yield text("hard", RIGHT + 70, TOP - 11, font_size=10, fill=QUIET)
            yield self.column(scene.hard[-1], RIGHT + 70, fill=QUIET)
        yield from self.comparators()

    def hard_network(self) -> Iterator[str]:
        yield text("The hard network", LEFT, self.lower_top - 10, font_weight=600)
        yield from self.wires(hard=True)
        yield self.column(self.scene.hard[0], LEFT - 12, hard=True, text_anchor="end")
        yield self.column(self.scene.hard[-1], RIGHT + 12, hard=True)

    def wires(self, hard: bool = False) -> Iterator[str]:
        if self.scene.flow and not hard:  # a wire without a share is there nevertheless
            lines = "".join(
                f"M{LEFT} {self.y(wire):g}H{RIGHT}" for wire in range(self.scene.network.n)
            )
            yield tag("path", d=lines, stroke=FAINT, stroke_opacity=0.6)
        yield tag("g", "".join(self.strands(hard)), fill="none")
        yield tag("g", "".join(self.nodes(hard)), fill="none", stroke_linecap="round")

    def column(self, values: np.ndarray, x: int, hard: bool = False, **attributes: object) -> str:
        """Numbers beside the wires."""
        words = (
            tag("text", number(values[wire]), x=x, y=self.y(wire, hard) + 4) for wire in self.some
        )
        return tag("g", "".join(words), **attributes)

    def strands(self, hard: bool) -> Iterator[str]:
        """One path for all strands of one look, the widest below: of the values, or of the
        derivative that flows."""
        flow = self.scene.flow and not hard
        groups = defaultdict(lambda: defaultdict(list))
        for layer, here, there, share in self.scene.strands(hard):
            if abs(share) >= 0.5 / SIZES**2:
                weight = max(round(min(abs(share), 1) * SIZES), 0.5) / SIZES
                groups[weight][self.share_hue(layer, here, share, hard)].append(
                    self.curve(layer, here, there, hard)
                )
        least = 0.6 if flow else 0.3
        for weight, hues in sorted(groups.items(), reverse=True):
            dashed = {
                hue: {"stroke_dasharray": "5 3"} if flow and hue == NEGATIVE else {} for hue in hues
            }
            paths = (
                tag("path", d="".join(curves), stroke=hue, **dashed[hue])
                for hue, curves in hues.items()
            )
            opacity = round(least + (0.9 - least) * weight, 2)
            yield tag(
                "g",
                "".join(paths),
                stroke_width=round(1 + 0.2 * self.row * weight, 1),
                stroke_opacity=opacity,
            )

    def nodes(self, hard: bool) -> Iterator[str]:
        """A dot for what each wire holds at each column, or for its share of the derivative that
        flows."""
        size = 8 if self.row > 13 else 6
        groups = defaultdict(list)
        for (k, wire), _ in np.ndenumerate(self.scene.soft):
            share = 1.0 if hard else self.scene.node(k, wire)
            width = round(size * min(abs(share), 1) ** 0.5)
            groups[self.share_hue(k, wire, share, hard), width].append(
                f"M{self.x(k):.0f} {self.y(wire, hard):g}h0"
            )
        for (hue, width), dots in groups.items():
            if width:
                yield tag("path", d="".join(dots), stroke=hue, stroke_width=width)

    def share_hue(self, column: int, wire: int, share: float, hard: bool) -> str:
        if self.scene.flow and not hard:
            return POSITIVE if share > 0 else NEGATIVE
        return self.hue((self.scene.hard if hard else self.scene.soft)[column, wire])

    def curve(self, layer: int, here: int, there: int, hard: bool) -> str:
        (x0, x1), (y0, y1) = (
            (self.x(layer), self.x(layer + 1)),
            (self.y(here, hard), self.y(there, hard)),
        )
        if here == there:
            return f"M{x0:.0f} {y0:g}H{x1:.0f}"
        across, down = round(x1) - round(x0), y1 - y0
        return f"M{x0:.0f} {y0:g}c{across / 2:.0f} 0 {across / 2:.0f} {down:g} {across} {down:g}"

    def comparators(self) -> Iterator[str]:
        arrows = []
        for (layer, low, high), offset in zip(
            self.scene.network.comparator_arrays.T, self.scene.layout.offsets, strict=True
        ):
            x = self.x(layer) + offset * (self.x(layer + 1) - self.x(layer))
            start, end = self.y(low), self.y(high)
            tip = 6 if end > start else -6
            arrows.append(f"M{x:.1f} {start:g}V{end - tip:g}m-3 0h6l-3 {tip}z")
        opacity = 0.7 if self.row > 16 else 0.35
        yield tag("path", d="".join(arrows) or "M0 0", stroke=QUIET, fill=QUIET, opacity=opacity)

    def values(self) -> Iterator[str]:
        scene, depth = self.scene, self.scene.network.depth
        yield text(
            "The same run, by value: solid is soft, dotted is hard",
            LEFT,
            self.lower_top - 10,
            font_weight=600,
        )
        lines = "".join(f"M{LEFT} {self.height(tick):.0f}H{RIGHT}" for tick, _ in scene.ticks)
        yield tag("path", d=lines or "M0 0", stroke=FAINT, stroke_opacity=0.6)
        for tick, label in scene.ticks:
            yield text(
                label, LEFT - 12, self.height(tick) + 4, font_size=10, fill=QUIET, text_anchor="end"
            )
        yield tag(
            "path",
            d=f"M{LEFT} {self.height(scene.mean):.1f}H{RIGHT}",
            stroke=QUIET,
            stroke_dasharray="6 4",
        )
        yield text(
            f"mean {number(scene.mean)}",
            RIGHT + 12,
            self.height(scene.mean) + 4,
            font_size=11,
            fill=QUIET,
        )
        hues = [self.hue(value) for value in scene.soft[0]]
        hard = zip(hues, self.lines(scene.hard, scene.hard_tokens), strict=True)
        yield tag("g", "".join(_paths(hard)), fill="none", stroke_width=1.5, stroke_dasharray="1 4")
        soft = zip(hues, self.lines(scene.soft, scene.tokens), strict=True)
        yield tag("g", "".join(_paths(soft)), fill="none", stroke_width=2)
        every = max(1, -(-depth * 16 // (RIGHT - LEFT)))
        for column in range(0, depth + 1, every):
            yield text(
                str(column),
                self.x(column),
                self.bottom + 14,
                font_size=10,
                fill=QUIET,
                text_anchor="middle",
            )
        words = "after layer (0 is the input)"
        yield text(
            words,
            (LEFT + RIGHT) / 2,
            self.bottom + 30,
            font_size=11,
            fill=QUIET,
            text_anchor="middle",
        )

    def legend(self) -> str:
        return text(self.scene.legend, 16, self.bottom + 52, font_size=11, fill=QUIET)

    def lines(self, values: np.ndarray, tokens: np.ndarray) -> Iterator[str]:
        """The way of each input through the values, following the larger share."""
        for token in range(self.scene.network.n):
            wires = np.argmax(tokens == token, axis=1)
            points = (
                f"{self.x(k):.0f} {self.height(values[k, wire]):.0f}"
                for k, wire in enumerate(wires)
            )
            yield "M" + "L".join(points)


def _paths(strokes: Iterable[tuple[str, str]]) -> Iterator[str]:
    """(colour, path) pairs as one path element for each colour."""
    groups = defaultdict(list)
    for hue, stroke in strokes:
        groups[hue].append(stroke)
    for hue, paths in groups.items():
        yield tag("path", d="".join(paths), stroke=hue)
