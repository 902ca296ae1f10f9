"""The errors in print."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..scenes.error import ErrorLine, ErrorMap, ErrorScene, Scale
from ..style import NEGATIVE, POSITIVE
from .printed import SHARES, sheet


def error_print(scene: ErrorScene) -> Figure:
    """The scene on paper."""
    with sheet(7.5, 4.6) as figure:
        axes = figure.subplots()
        if isinstance(scene, ErrorMap):
            _map(axes, scene)
        else:
            _line(axes, scene)
        axes.set_title("\n".join(scene.key), fontsize=9, fontweight="normal")
        figure.suptitle(
            scene.description, fontsize=9, x=0.01, ha="left", color="#3c3c3c", wrap=True
        )
        return figure


def _map(axes: Axes, scene: ErrorMap) -> None:
    columns, rows = scene.columns.places, scene.rows.places
    marks, names = scene.labels
    colours = {"cmap": SHARES, "vmin": marks[0], "vmax": marks[-1]}
    image = axes.pcolormesh(
        columns, rows, scene.shade, shading="nearest", edgecolors="white", **colours
    )
    axes.figure.colorbar(image, ax=axes, ticks=marks).ax.set_yticklabels(names)
    if scene.crossed:
        axes.contour(
            columns,
            rows,
            scene.shade,
            levels=[scene.level],
            colors=NEGATIVE,
            linestyles="dotted",
            linewidths=2.5,
        )
    for cells, mark in ((scene.waiting, "."), (scene.original_fails, "x")):
        row, column = np.nonzero(cells)
        axes.plot(
            columns[column], rows[row], mark, color="#5a5a5a", markersize=2 if mark == "." else 6
        )
    axes.plot(
        columns[: scene.best.size],
        rows[scene.best],
        "o",
        markerfacecolor="white",
        markeredgecolor="#303030",
    )
    if scene.alpha is not None:
        axes.plot(
            [scene.alpha],
            [1],
            "v",
            color="#303030",
            markersize=8,
            clip_on=False,
            transform=axes.get_xaxis_transform(),
        )
    axes.set(xlabel=scene.columns.title, ylabel=scene.rows.title)
    axes.set_yticks(*scene.rows.labels)
    _columns(axes, scene.columns)


def _line(axes: Axes, scene: ErrorLine) -> None:
    places = scene.columns.places
    axes.fill_between(
        places, 100 * scene.low, 100 * scene.high, color=POSITIVE, alpha=0.25, linewidth=0
    )
    axes.plot(places, 100 * scene.mean, "o-", color=POSITIVE)
    axes.axhline(100 * scene.unshuffled, color=NEGATIVE, linestyle="dashed")
    axes.set(xlabel=scene.columns.title, ylabel="relative RMS error in %")
    _columns(axes, scene.columns)


def _columns(axes: Axes, scale: Scale) -> None:
    axes.set_xticks(*scale.labels)
