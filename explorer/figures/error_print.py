"""The errors in print."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..scenes.error import ErrorLine, ErrorMap, ErrorScene, Scale
from .error_plan import COMPARED, ERROR, errors_range
from .inks import on_paper
from .printed import QUIET, SHARES, Sheet, length, sheet

WIDTH, LEFT, TALL = 7.8, 0.75, 3.5
"""Inches: the sheet, the left of its panel, and how high that is."""


def error_print(scene: ErrorScene) -> Figure:
    """The scene on paper."""
    top = 0.12 + 0.17 * len(scene.key)
    with sheet(scene.description, WIDTH, top + TALL + 0.6) as paper:
        axes = paper.axes(LEFT, top, WIDTH - LEFT - 0.9, TALL)
        if isinstance(scene, ErrorMap):
            _map(paper, top, axes, scene)
        else:
            _line(axes, scene)
        axes.set_xlabel(scene.columns.title)
        axes.set_title("\n".join(scene.key), fontsize=9, fontweight="normal")
        return paper.figure


def _map(paper: Sheet, top: float, axes: Axes, scene: ErrorMap) -> None:
    columns, rows = scene.columns.places, scene.rows.places
    marks, names = scene.labels
    colours = {"cmap": SHARES, "vmin": marks[0], "vmax": marks[-1]}
    edges = {"edgecolors": "white", "linewidth": 0.5}
    image = axes.pcolormesh(columns, rows, scene.shade, shading="nearest", **edges, **colours)
    paper.bar(image, WIDTH - 0.75, top, TALL, marks, names)
    if scene.crossed:
        look = {"colors": on_paper(COMPARED), "linestyles": "dotted", "linewidths": 2.5}
        axes.contour(columns, rows, scene.shade, levels=[scene.level], **look)
    for cells, mark in ((scene.waiting, "."), (scene.original_fails, "x")):
        row, column = np.nonzero(cells)
        size = 2 if mark == "." else 6
        axes.plot(columns[column], rows[row], mark, color=QUIET, markersize=size)
    dot = {"markerfacecolor": "white", "markeredgecolor": "#303030"}
    axes.plot(columns[: scene.best.size], rows[scene.best], "o", **dot)
    if scene.alpha is not None:
        look = {"color": "#303030", "markersize": 8, "clip_on": False}
        axes.plot([scene.alpha], [1], "v", transform=axes.get_xaxis_transform(), **look)
    axes.set_ylabel(scene.rows.title)
    axes.set_yticks(*scene.rows.labels)
    _columns(axes, scene.columns)


def _line(axes: Axes, scene: ErrorLine) -> None:
    places = scene.columns.places
    ink = on_paper(ERROR)
    band = {"color": ink, "alpha": 0.25, "linewidth": 0}
    axes.fill_between(places, 100 * scene.low, 100 * scene.high, **band)
    axes.plot(places, 100 * scene.mean, "o-", color=ink)
    axes.axhline(100 * scene.unshuffled, color=on_paper(COMPARED), linestyle="dashed")
    axes.set_ylabel("relative RMS error in %")
    axes.set_ylim(errors_range(scene))
    _columns(axes, scene.columns)


def _columns(axes: Axes, scale: Scale) -> None:
    """The names of as many columns as have room for them."""
    places, names = scale.labels
    widest = max(length(name, 8) for name in names) + 0.08
    every = max(1, -int(-widest * len(names) // (WIDTH - LEFT - 0.9)))
    axes.set_xticks(places[::every], names[::every])
