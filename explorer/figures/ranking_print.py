"""The number line, the order matrix and the ranks against sigma in print."""

from __future__ import annotations

from math import inf

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..names import name_of
from ..scenes.placed import place_names
from ..scenes.ranking import LABELLED, RankingScene
from ..style import number
from .alpha_print import name_curves
from .inks import colours, input_colours
from .name_ticks import TICK, named_ticks
from .printed import ACCENT, INK, QUIET, SHARES, Sheet, sheet
from .ranking_plan import (
    BY_SIGMA,
    decades,
    line_title,
    means_range,
    rows_of,
    shares_end,
    sigma_range,
    whole_ticks,
    words_of,
)

WIDTH, LINE_TALL, MAP = 9.2, 1.9, 3.1
"""Inches: the sheet, the panel of the number line, the sides of the order matrix."""
LETTER, BESIDE = 0.068, 0.09
"""Inches: of a letter beside a value, and from the value to it."""
NAMES = 0.5
"""Inches that names have beside the order matrix, beyond those of numbers."""
MANY = 24
"""So many rows, and what stands at each is smaller."""


def ranking_print(scene: RankingScene) -> Figure:
    """The scene on paper: the line above, the order matrix and the ranks against sigma below it."""
    beside = [value_words(scene, wire) for wire in range(scene.values.size)]
    rows = np.array(rows_of(span for _, _, span in beside))
    tall = LINE_TALL + 0.22 * min(max(int(rows.max()) - 1, 0), 12)
    with sheet(scene.description, WIDTH, tall + MAP + 1.75) as paper:
        axes = paper.axes(0.3, 0.3, WIDTH - 0.5, tall)
        _number_line(axes, scene, -0.42 - 0.3 * rows)
        for wire, (words, right, _) in enumerate(beside):
            look = {"ha": "left" if right else "right", "va": "center", "fontsize": 7}
            look |= {"weight": "bold" if wire == scene.focus else "normal"}
            spot = (scene.values[wire], -0.42 - 0.3 * rows[wire])
            away = (72 * BESIDE * (1 if right else -1), 0)
            axes.annotate(words, spot, away, textcoords="offset points", **look)
        top = tall + 1.15
        left = 0.7 + (NAMES if scene.names else 0.0)
        _order_map(paper, (left, top), scene)
        _curves(paper.axes(left + 4.75, top, WIDTH - left - 4.9, MAP), scene)
        return paper.figure


def hues_of_rows(scene: RankingScene) -> list[str]:
    """The colour of every row of the matrix: of a wire, or with the argsort of a place."""
    return colours(scene.values.size) if scene.transposed else input_colours(scene.values)


def value_words(scene: RankingScene, wire: int) -> tuple[str, bool, tuple[float, float]]:
    """What is written beside a value; whether at its right; and from where to where, in inches, the
    value and its words go."""
    named = scene.values.size <= LABELLED or wire == scene.focus
    called = name_of(scene.names, wire, f"x[{wire}]")
    words = f"{called} = {number(scene.values[wire])}" if named else ""
    low, high = scene.line
    wide = WIDTH - 0.5
    at = float(scene.values[wire] / 2 - low / 2) / (high / 2 - low / 2) * wide
    long = BESIDE + LETTER * len(words)
    right = at + long <= wide or at < wide / 2
    return words, right, (at - (BESIDE if right else long), at + (long if right else BESIDE))


def _number_line(axes: Axes, scene: RankingScene, heights: np.ndarray) -> None:
    """The values below the line, the places on it, the kernel above it."""
    centre = scene.values[scene.focus]
    by_wire, by_place = input_colours(scene.values), colours(scene.values.size)
    own, wires = by_wire[scene.focus], scene.sorted_wires
    axes.fill_between(*scene.kernel, color=own, alpha=0.18, linewidth=0)
    axes.plot(*scene.kernel, color=own, linewidth=1.2)
    axes.axhline(0, color=QUIET, linewidth=0.5)
    values = np.stack([scene.values[wires], heights[wires]], axis=-1)
    places = np.stack([scene.places, np.zeros(scene.places.size)], axis=-1)
    joined = np.stack([values, places], axis=1)
    axes.add_collection(LineCollection(joined, colors=by_place, linewidths=0.8, alpha=0.6))
    axes.vlines(scene.places, 0, scene.heights, color=by_place, linewidth=1.5)
    axes.plot([centre, centre], [heights[scene.focus], 1], ":", color=own)
    axes.scatter(*places.T, 18, by_place, zorder=3)
    rings = {"facecolors": "white", "edgecolors": by_wire, "linewidths": 1.6, "zorder": 3}
    axes.scatter(scene.values, heights, 34 if scene.values.size <= MANY else 12, **rings)
    for x, text in scene.place_names:
        axes.text(x, -0.08, text, color=QUIET, ha="center", va="top", fontsize=7)
    axes.set(
        title=line_title(scene.focus, scene.names),
        xlabel="value",
        yticks=[],
        xlim=scene.line,
        ylim=(heights.min() - 0.3, 1.14),
    )


def _order_map(paper: Sheet, corner: tuple[float, float], scene: RankingScene) -> None:
    """The order matrix with the soft and the hard mean of every row."""
    n, words, end = scene.values.size, words_of(scene.transposed), shares_end(scene)
    axes, rows = paper.axes(*corner, MAP, MAP), np.arange(n)
    image = axes.imshow(
        scene.order, SHARES, vmin=0, vmax=end, interpolation="nearest", aspect="auto"
    )
    at = scene.focus if scene.transposed else scene.chosen
    edge = (at - 0.5, -0.5) if scene.transposed else (-0.5, at - 0.5)
    size = (1, n) if scene.transposed else (n, 1)
    axes.add_patch(Rectangle(edge, *size, fill=False, edgecolor=INK, linewidth=1.2, clip_on=False))
    ring, dot = (8.0, 16) if n <= MANY else (5.0, 6)
    _rings(axes, scene.hard_means, rows, ring)
    axes.scatter(scene.means, rows, dot, hues_of_rows(scene), zorder=3)
    ticks = whole_ticks(n)
    axes.set(title=words.order, xlabel=words.across, ylabel=words.down, xticks=ticks, yticks=ticks)
    _name_ticks(axes, scene)
    left, top = corner
    paper.bar(image, left + MAP + 0.14, top, MAP, [0, end])


def _name_ticks(axes: Axes, scene: RankingScene) -> None:
    """Names in the place of numbers, where they have room: of a place, after its number."""
    cell = MAP / scene.values.size
    by_wire, by_place = scene.names, place_names(scene.values, scene.names)
    down, across = (by_place, by_wire) if scene.transposed else (by_wire, by_place)
    if found := named_ticks(across, cell - 0.04, numbered=not scene.transposed):
        axes.set_xticks(*found)
    if cell >= TICK / 60 and (found := named_ticks(down, NAMES + 0.3, numbered=scene.transposed)):
        axes.set_yticks(*found)


def _curves(axes: Axes, scene: RankingScene) -> None:
    """The means against sigma, that of the chosen wire or place thick."""
    n, words, (first, last) = scene.values.size, words_of(scene.transposed), sigma_range(scene)
    logs, by_row = np.log10(scene.sigmas), hues_of_rows(scene)
    lines = np.stack([np.tile(logs, (n, 1)), scene.curves.T], axis=-1)
    widths = np.where(np.arange(n) == scene.chosen, 2.6, 1.0)
    axes.add_collection(LineCollection(lines, colors=by_row, linewidths=widths))
    _rings(axes, np.full(n, first), scene.hard_means, 7 if n <= MANY else 3)
    axes.axvline(scene.cursor, color=ACCENT, linewidth=1)
    axes.scatter(np.full(n, scene.cursor), scene.means, 10, by_row, zorder=3)
    beside = 0.4 if scene.names else 0.25  # of the axis
    room = (beside - 0.07) / (beside + 31 / 30) * (WIDTH - 4.9 - 0.7 - NAMES)
    free = room if scene.names else inf
    name_curves(axes, scene.labels, first, -(last - first) / 24, scene.chosen_label, free)
    axes.set(
        title=words.curves,
        xlim=(first - (last - first) * beside, last + (last - first) / 30),
        ylim=means_range(scene),
        xlabel=BY_SIGMA,
        ylabel=words.up,
        yticks=whole_ticks(n),
    )
    marks = decades(first, last)
    axes.set_xticks([power for power, _ in marks], [text for _, text in marks])


def _rings(axes: Axes, x: np.ndarray, y: np.ndarray, size: float) -> None:
    """What is hard, where dots are what is soft."""
    look = {"markerfacecolor": "none", "markeredgecolor": QUIET, "markersize": size}
    axes.plot(x, y, "o", clip_on=False, **look)
