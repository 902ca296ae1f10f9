"""The number line, the order matrix and the ranks against sigma in print."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from ..scenes.ranking import RankingScene
from ..style import NEGATIVE, POSITIVE, number
from .printed import QUIET, SHARES, Sheet, sheet

WIDTH, LINE_TALL, MAP = 9.2, 1.9, 3.1
"""Inches: the sheet, the panel of the number line, the sides of the order matrix."""


def ranking_print(scene: RankingScene) -> Figure:
    """The scene on paper: the line above, the order matrix and the ranks against sigma below it."""
    tall = LINE_TALL + 0.22 * max(int(scene.rows.max()) - 1, 0)
    with sheet(scene.description, WIDTH, tall + MAP + 1.75) as paper:
        number_line(paper.axes(0.3, 0.3, WIDTH - 0.5, tall), scene)
        top = tall + 1.15
        order_map(paper, (0.7, top), scene)
        curves(paper.axes(5.45, top, WIDTH - 5.6, MAP), scene)
        return paper.figure


def number_line(axes: Axes, scene: RankingScene) -> None:
    """The values below the line, the places on it, the kernel above it."""
    heights, centre = -0.42 - 0.3 * scene.rows, scene.values[scene.focus]
    axes.fill_between(*scene.kernel, color=NEGATIVE, alpha=0.15, linewidth=0)
    axes.plot(*scene.kernel, color=NEGATIVE, linewidth=1.2)
    axes.vlines(scene.places, 0, scene.heights, color=POSITIVE, linewidth=1.5)
    axes.plot([centre, centre], [heights[scene.focus], 1], ":", color=NEGATIVE)
    axes.plot(scene.places, np.zeros(scene.places.size), "D", color=POSITIVE, markersize=4)
    ring = {"markerfacecolor": "white", "markeredgecolor": QUIET, "markersize": 6}
    axes.plot(scene.values, heights, "o", **ring)
    below = {"ha": "center", "va": "top", "fontsize": 7}
    for x, text in scene.place_names:
        axes.text(x, -0.06, text, color=POSITIVE, **below)
    for wire in range(scene.values.size if scene.place_names else 0):
        spot = (scene.values[wire], heights[wire] - 0.07)
        axes.text(*spot, f"x[{wire}]", color=QUIET, **below)
    axes.set(
        title=f"values (rings), places of the soft sort (diamonds), the kernel around"
        f" x[{scene.focus}]",
        xlabel="value",
        yticks=[],
        xlim=scene.line,
        ylim=(heights.min() - 0.34, 1.14),
    )


def order_map(paper: Sheet, corner: tuple[float, float], scene: RankingScene) -> None:
    """The order matrix with the soft and the hard mean of every row."""
    n = scene.values.size
    rows = np.arange(n)
    axes = paper.axes(*corner, MAP, MAP)
    image = axes.imshow(scene.order, SHARES, vmin=0, vmax=1, interpolation="nearest", aspect="auto")
    ring, dot = (8, 4) if n <= 32 else (5, 2.5)
    hard = {"markerfacecolor": "none", "markeredgecolor": QUIET, "markersize": ring}
    axes.plot(scene.hard_means, rows, "o", clip_on=False, **hard)
    axes.plot(scene.means, rows, "o", markersize=dot, color=NEGATIVE)
    words = ("wire it came from", "place", "transposed order matrix, soft argsort (dots)")
    across, up, title = (
        words
        if scene.transposed
        else ("place in the soft sort", "input: wire", "order matrix, soft rank (dots)")
    )
    some = rows[:: max(1, -(-n // 8))]
    axes.set(title=f"{title}, hard (rings)", xlabel=across, ylabel=up, xticks=some, yticks=some)
    left, top = corner
    paper.bar(image, left + MAP + 0.14, top, MAP, [0, 0.5, 1])


def curves(axes: Axes, scene: RankingScene) -> None:
    """The means against sigma, that of the chosen wire or place thick."""
    noun, what = ("place", "argsort") if scene.transposed else ("wire", "rank")
    lines = np.stack([np.tile(scene.sigmas, (scene.values.size, 1)), scene.curves.T], axis=-1)
    axes.add_collection(LineCollection(lines, colors=POSITIVE, linewidths=1, alpha=0.75))
    axes.plot(scene.sigmas, scene.curves[:, scene.chosen], color=NEGATIVE, linewidth=2.2)
    ends = np.full(scene.values.size, scene.sigmas[0])
    ring = {"markerfacecolor": "none", "markeredgecolor": QUIET, "markersize": 8}
    axes.plot(ends, scene.hard_means, "o", clip_on=False, **ring)
    axes.axvline(10**scene.cursor, linestyle="--", color=QUIET, linewidth=1)
    for y, text in scene.names:
        spot = (scene.sigmas[0], y)
        axes.annotate(text, spot, (6, 2), textcoords="offset points", fontsize=7, color=QUIET)
    room = 0.06 * max(scene.values.size - 1, 1)
    low, high = (pick(scene.curves.min(), scene.curves.max()) for pick in (min, max))
    axes.set(
        title=f"soft {what} of each {noun} against sigma",
        xscale="log",
        xlim=scene.sigmas[[0, -1]],
        ylim=(min(low, scene.hard_means.min()) - room, max(high, scene.hard_means.max()) + room),
        xlabel="sigma, in units of value",
        ylabel="wire it came from" if scene.transposed else "soft rank",
    )
    axes.minorticks_off()
    first, last = np.log10(scene.sigmas[[0, -1]])
    decades = np.arange(np.ceil(first - 1e-9), np.floor(last + 1e-9) + 1)
    marks = 10.0 ** decades[:: max(1, -(-decades.size // 6))]
    axes.set_xticks(marks, [number(mark) for mark in marks])
