"""Soft ranks and the two Jacobians in print."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..scenes.jacobian import JacobianScene
from ..style import POSITIVE
from .printed import SIGNED, sheet


def jacobian_print(scene: JacobianScene) -> Figure:
    """The scene on paper: ranks, d sort / d x, d rank / d x."""
    with sheet(10.5, 3.6) as figure:
        ranks, by_sort, by_rank = figure.subplots(1, 3)
        wires = np.arange(scene.values.size)
        ranks.plot(
            wires,
            scene.hard_ranks,
            "o",
            markersize=9,
            markerfacecolor="none",
            markeredgecolor="#5a5a5a",
            label="hard",
        )
        ranks.plot(wires, scene.ranks, "o", markersize=5, color=POSITIVE, label="soft")
        ranks.set(title="ranks", xlabel="input: wire", ylabel="rank")
        ranks.legend()
        vanished = np.full(scene.vanished.size, scene.outputs[-1] + 0.5)
        by_sort.plot(scene.vanished, vanished, "x", color="#3c3c3c", markersize=5, clip_on=False)
        _heat_map(
            by_sort, scene.sort_jacobian, scene.outputs, "d sort / d x", "output: place in the sort"
        )
        _heat_map(
            by_rank,
            scene.rank_jacobian,
            wires,
            "d rank / d x, per unit of value",
            "output: rank of input",
        )
        figure.suptitle(
            scene.description, fontsize=9, x=0.01, ha="left", color="#3c3c3c", wrap=True
        )
        return figure


def _heat_map(
    axes: Axes, jacobian: np.ndarray, outputs: np.ndarray, title: str, output: str
) -> None:
    """A matrix [out, in] on the diverging scale, clear cells of the wrong sign with a minus, and
    its colour bar."""
    largest = float(np.max(np.abs(jacobian))) or 1.0
    extent = (-0.5, jacobian.shape[1] - 0.5, outputs[-1] + 0.5, outputs[0] - 0.5)
    scale = {"cmap": SIGNED, "vmin": -largest, "vmax": largest, "interpolation": "nearest"}
    image = axes.imshow(jacobian, extent=extent, aspect="equal", **scale)
    rows, columns = np.nonzero(jacobian < -0.02 * largest)
    axes.plot(
        columns,
        outputs[rows],
        linestyle="",
        marker="_",
        markersize=40 / max(10, len(jacobian)),
        color="#3c3c3c",
    )
    axes.set(title=title, xlabel="input: wire", ylabel=output)
    axes.figure.colorbar(image, ax=axes, shrink=0.8)
