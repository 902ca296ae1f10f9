"""The number line, the order matrix and the ranks against sigma in print."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..scenes.ranking import RankingScene
from ..style import NEGATIVE, POSITIVE
from .printed import SHARES, sheet

DARK = "#5a5a5a"


def ranking_print(scene: RankingScene) -> Figure:
    """The scene on paper: the line above, the order matrix and the ranks against sigma below it."""
    with sheet(9.0, 7.0) as figure:
        panels = figure.subplot_mosaic(
            [["line", "line"], ["order", "curves"]], height_ratios=[1, 1.5]
        )
        number_line(panels["line"], scene)
        order_map(panels["order"], scene)
        curves(panels["curves"], scene)
        figure.suptitle(
            scene.description, fontsize=9, x=0.01, ha="left", color="#3c3c3c", wrap=True
        )
        return figure


def number_line(axes: Axes, scene: RankingScene) -> None:
    """The values below the line, the places on it, the kernel above it."""
    heights, centre = -0.42 - 0.3 * scene.rows, scene.values[scene.focus]
    axes.fill_between(*scene.kernel, color=NEGATIVE, alpha=0.15, linewidth=0)
    axes.plot(*scene.kernel, color=NEGATIVE, linewidth=1.2)
    axes.vlines(scene.places, 0, scene.heights, color=POSITIVE, linewidth=1.5)
    axes.plot([centre, centre], [heights[scene.focus], 1], ":", color=NEGATIVE)
    axes.plot(scene.places, np.zeros(scene.places.size), "D", color=POSITIVE, markersize=4)
    axes.plot(
        scene.values, heights, "o", markerfacecolor="white", markeredgecolor=DARK, markersize=6
    )
    for x, text in scene.place_names:
        axes.annotate(
            text,
            (x, 0),
            (0, -4),
            textcoords="offset points",
            ha="center",
            va="top",
            fontsize=7,
            color=POSITIVE,
        )
    for wire in range(scene.values.size if scene.place_names else 0):
        spot = (scene.values[wire], heights[wire])
        axes.annotate(
            f"x[{wire}]",
            spot,
            (0, -5),
            textcoords="offset points",
            ha="center",
            va="top",
            fontsize=7,
            color=DARK,
        )
    title = (
        f"values (rings), places of the soft sort (diamonds), the kernel around x[{scene.focus}]"
    )
    axes.set(
        title=title, xlabel="value", yticks=[], xlim=scene.line, ylim=(heights.min() - 0.34, 1.14)
    )


def order_map(axes: Axes, scene: RankingScene) -> None:
    """The order matrix with the soft and the hard mean of every row."""
    rows = np.arange(scene.values.size)
    image = axes.imshow(scene.order, SHARES, vmin=0, vmax=1, interpolation="nearest", aspect="auto")
    axes.plot(
        scene.hard_means, rows, "o", markersize=8, markerfacecolor="none", markeredgecolor=DARK
    )
    axes.plot(scene.means, rows, "o", markersize=4, color=NEGATIVE)
    words = ("wire it came from", "place", "transposed order matrix, soft argsort (dots)")
    across, up, title = (
        words
        if scene.transposed
        else ("place in the soft sort", "input: wire", "order matrix, soft rank (dots)")
    )
    axes.set(title=f"{title}, hard (rings)", xlabel=across, ylabel=up)
    axes.figure.colorbar(image, ax=axes, shrink=0.8)


def curves(axes: Axes, scene: RankingScene) -> None:
    """The means against sigma, that of the chosen wire or place thick."""
    noun, what = ("place", "argsort") if scene.transposed else ("wire", "rank")
    axes.semilogx(scene.sigmas, scene.curves, color=POSITIVE, linewidth=1, alpha=0.75)
    axes.semilogx(scene.sigmas, scene.curves[:, scene.chosen], color=NEGATIVE, linewidth=2.2)
    ends = np.full(scene.values.size, scene.sigmas[0])
    axes.plot(
        ends,
        scene.hard_means,
        "o",
        markersize=8,
        markerfacecolor="none",
        markeredgecolor=DARK,
        clip_on=False,
    )
    axes.axvline(10**scene.cursor, linestyle="--", color=DARK, linewidth=1)
    for y, text in scene.names:
        spot = (scene.sigmas[0], y)
        axes.annotate(text, spot, (6, 2), textcoords="offset points", fontsize=7, color=DARK)
    title = f"soft {what} of each {noun} against sigma"
    axes.set(
        title=title,
        xlabel="sigma, in units of value",
        ylabel="wire it came from" if scene.transposed else "soft rank",
    )
