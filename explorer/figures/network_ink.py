"""A network on paper: its strands, its nodes, its comparators, and the numbers at both ends.

Strokes of one look are one path, since each path takes time to draw."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.path import Path

from ..names import cut
from ..scenes.layout import Stage
from ..scenes.network import NetworkScene
from ..style import NEGATIVE, POSITIVE, number
from .inks import input_colours
from .printed import FAINT, INK, PIXELS, QUIET, Sheet, length

Numbers = TypeVar("Numbers", float, np.ndarray)
BAND = 26
"""Page's pixels above the wires, for the brackets of the stages."""
WIDTHS = 5
"""So many widths of strands at most."""
LEAST = 0.02
"""A smaller share than this is not drawn."""
MOST_OF_A_NAME = 16
"""Characters of the name of an input."""
SMALL = 7.5
"""Points of what is written at the stages and above the columns."""


@dataclass(frozen=True)
class Place:
    """Where the wires of a scene stand on a sheet: from ``left`` to ``right``, in page's pixels,
    ``row`` pixels apart."""

    scene: NetworkScene
    left: float
    right: float

    @property
    def row(self) -> int:
        """Page's pixels from one wire to the next."""
        n = self.scene.network.n
        return 34 if n <= 8 else 22 if n <= 16 else 16 if n <= 32 else 11

    @property
    def tall(self) -> float:
        """The inches that the wires take, with the band above them."""
        return (BAND + self.row * self.scene.network.n) / PIXELS

    @property
    def size(self) -> float:
        """Points of the numbers at the wires."""
        return 8.0 if self.row > 13 else 6.5

    def x(self, column: Numbers) -> Numbers:
        """A place between the first column (0) and the last (1); a network without layers has one
        column only, in the middle."""
        share = column if self.scene.network.depth else 0.5
        return self.left + (self.right - self.left) * share

    def y(self, wire: Numbers) -> Numbers:
        """The height of a wire."""
        return BAND + self.row * (wire + 0.5)


def place_of(scene: NetworkScene, width: float) -> Place:
    """Where the wires stand on a sheet so many inches wide: between their numbers."""
    size = Place(scene, 0, 1).size
    inputs, soft, hard = (
        max(length(words, size) for words in column)
        for column in (_inputs(scene), *map(_numbers, (scene.soft[-1], scene.hard[-1])))
    )
    ticks = max((length(label, 8) for _, label in scene.ticks), default=0.0)
    mean = length(f"mean {number(scene.mean)}", 8)
    left = max(inputs, ticks) + 0.36
    right = width - max(soft + 0.3 + max(hard, 0.3), mean) - 0.3
    return Place(scene, left * PIXELS, right * PIXELS)


def draw_network(paper: Sheet, place: Place, top: float, hard: bool = False) -> Axes:
    """The soft or the hard network of a scene, so many inches below the words of the sheet."""
    scene = place.scene
    axes = paper.blank(0, top, paper.width, place.tall)
    if scene.flow and not hard:  # a wire without a share is there nevertheless
        wires = [
            [(place.left, place.y(k)), (place.right, place.y(k))] for k in range(scene.network.n)
        ]
        axes.add_collection(LineCollection(wires, colors=FAINT, linewidths=0.5, zorder=0))
    axes.add_collection(_strands(place, hard))
    _nodes(axes, place, hard)
    values = scene.hard if hard else scene.soft
    _column(axes, place, _inputs(scene), place.left - 12, ha="right")
    _column(axes, place, _numbers(values[-1]), place.right + 12)
    if not hard:
        _comparators(axes, place)
        _stages(axes, place)
    return axes


def draw_hard_outputs(axes: Axes, place: Place) -> None:
    """The outputs of the hard sort, in a column of their own, and what the two columns are."""
    at = place.right + 12
    soft = max(length(number(value), place.size) for value in place.scene.soft[-1])
    beside = at + PIXELS * (max(soft, length("soft", SMALL)) + 0.18)
    for x, words in ((at, "soft"), (beside, "hard")):
        axes.text(x, BAND - 6, words, fontsize=SMALL, color=QUIET)
    _column(axes, place, _numbers(place.scene.hard[-1]), beside, color=QUIET)


def hues_of(scene: NetworkScene, tokens: np.ndarray) -> list[str]:
    """The colours of inputs."""
    known = input_colours(scene.soft[0])
    return [known[token] for token in tokens.ravel()]


def tokens_of(scene: NetworkScene, hard: bool) -> np.ndarray:
    """Which input's colour each wire has at each column."""
    return scene.hard_tokens if hard else scene.tokens


def _numbers(values: np.ndarray) -> list[str]:
    return [number(value) for value in values]


def _inputs(scene: NetworkScene) -> list[str]:
    """The inputs, after their names where they have any."""
    numbers = _numbers(scene.soft[0])
    if scene.names is None:
        return numbers
    pairs = zip(scene.names, numbers, strict=True)
    return [f"{cut(name, MOST_OF_A_NAME)} {value}" for name, value in pairs]


def _column(
    axes: Axes, place: Place, column: list[str], x: float, ha: str = "left", color: str = INK
) -> None:
    """Words beside the wires."""
    for wire, words in enumerate(column):
        axes.text(x, place.y(wire), words, ha=ha, va="center", fontsize=place.size, color=color)


def _strands(place: Place, hard: bool) -> PathCollection:
    """Every strand in the colour of the input that it leaves with, as wide as its weight,
    or as its share of the derivative that flows (dashed: negative); the widest first, so that the
    others lie upon it."""
    scene, columns = place.scene, place.scene.layout.columns
    flow = scene.flow and not hard
    hues = np.array(hues_of(scene, tokens_of(scene, hard))).reshape(scene.soft.shape)
    looks = defaultdict(list)
    for layer, here, there, share in scene.strands(hard):
        if abs(share) >= LEAST:
            weight = max(round(min(abs(share), 1.0) * WIDTHS), 0.5) / WIDTHS
            sign = POSITIVE if share > 0 else NEGATIVE
            look = (weight, sign if flow else str(hues[layer, here]), bool(flow and share < 0))
            looks[look].append((columns[layer], columns[layer + 1], here, there))
    order = sorted(looks, key=lambda look: -look[0])
    least = 0.6 if flow else 0.3
    styles = {
        "linewidths": [0.75 * (1 + 0.2 * place.row * weight) for weight, *_ in order],
        "edgecolors": [hue for _, hue, _ in order],
        "alpha": [least + (0.9 - least) * weight for weight, *_ in order],
        "linestyles": ["--" if dashed else "-" for *_, dashed in order],
    }
    paths = [_curves(place, looks[look]) for look in order]
    return PathCollection(paths, facecolors="none", **(styles if order else {}))


def _curves(place: Place, ends: list[tuple[float, float, int, int]]) -> Path:
    x0, x1, here, there = np.array(ends).T
    x0, x1, y0, y1 = place.x(x0), place.x(x1), place.y(here), place.y(there)
    middle = (x0 + x1) / 2
    points = np.stack([x0, y0, middle, y0, middle, y1, x1, y1], axis=1).reshape(-1, 2)
    curve = [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4]
    return Path(points, curve * len(ends))


def _nodes(axes: Axes, place: Place, hard: bool) -> None:
    """A dot in the colour of the input that each wire holds at each column, or for its share of the
    derivative that flows."""
    scene = place.scene
    tokens = tokens_of(scene, hard)
    shares = [1.0 if hard else scene.node(k, wire) for k, wire in np.ndindex(tokens.shape)]
    hues = hues_of(scene, tokens)
    if scene.flow and not hard:
        hues = [POSITIVE if share > 0 else NEGATIVE for share in shares]
    x = np.repeat([place.x(column) for column in scene.layout.columns], scene.network.n)
    y = np.tile([place.y(wire) for wire in range(scene.network.n)], len(tokens))
    area = 34.0 if place.row > 16 else 18.0
    sizes = area * np.minimum(np.abs(shares), 1.0)
    axes.scatter(x, y, sizes, hues, zorder=3, edgecolors="white", linewidths=0.5)


def _comparators(axes: Axes, place: Place) -> None:
    """An arrow for each, to the wire that receives the maximum: with a cross where the larger share
    changes wires, dashed and open where it stays."""
    scene, columns = place.scene, place.scene.layout.columns
    layer, low, high = scene.network.comparator_arrays
    if not layer.size:
        return
    first, last = np.array(columns)[layer], np.array(columns)[layer + 1]
    x = place.x(first + np.array(scene.layout.offsets) * (last - first))
    start, end = place.y(low), place.y(high)
    back = end - 6 * np.sign(end - start)
    shafts = np.stack([x, start, x, back], axis=1).reshape(-1, 2, 2)
    tips = np.stack([x - 3, back, x + 3, back, x, end], axis=1).reshape(-1, 3, 2)
    opacity = 0.7 if place.row > 16 else 0.35
    look = {"alpha": opacity, "linewidths": 0.75, "zorder": 2.5, "snap": True}
    moved = scene.swap > 0.5
    for some, style, fill in ((moved, "-", QUIET), (~moved, (0, (3, 3)), "white")):
        if some.any():
            shaft = LineCollection(shafts[some], colors=QUIET, linestyles=style, **look)
            axes.add_collection(shaft)
            tip = PolyCollection(tips[some], facecolors=fill, edgecolors=QUIET, **look)
            axes.add_collection(tip)
    crosses = {"marker": "x", "color": QUIET, "linewidths": 0.9, "alpha": opacity, "zorder": 2.5}
    axes.scatter(x[moved], (start[moved] + end[moved]) / 2, 14, **crosses)


def _stages(axes: Axes, place: Place) -> None:
    """A bracket over the layers of each stage, and as much of its name as finds room."""
    columns, brackets = place.scene.layout.columns, []
    for stage in place.scene.layout.stages:
        left, right = place.x(columns[stage.first]) + 5, place.x(columns[stage.last]) - 5
        brackets.append([(left, BAND - 3), (left, BAND - 8), (right, BAND - 8), (right, BAND - 3)])
        words = _name(stage, (right - left) / PIXELS)
        middle = (left + right) / 2
        axes.text(middle, BAND - 11, words, ha="center", fontsize=SMALL, color=QUIET)
    axes.add_collection(LineCollection(brackets, colors=FAINT, linewidths=0.8))


def _name(stage: Stage, room: float) -> str:
    """The longest name of a stage that so many inches hold."""
    known = (stage.label, stage.short, stage.short.removeprefix("stage "))
    return next((words for words in known if length(words, SMALL) < room), "")
