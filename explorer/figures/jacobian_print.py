"""Soft ranks and the two Jacobians in print, and the paths of the derivative that is looked at."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..scenes.jacobian import JacobianScene, rounding_of_ranks
from ..scenes.network import NetworkScene
from ..scenes.placed import place_names
from .inks import input_colours
from .jacobian_matrix import FOOT, NAMES, SIDE, TICKS, Matrix, draw_matrix, some, strip_below
from .key import Key
from .network_ink import draw_network, place_of
from .printed import ACCENT, HEADING, INK, LINE, MARGIN, PIXELS, QUIET, sheet, wrapped

WIDTH = 9.75
"""Inches of the sheet, without names."""
BESIDE = 0.3
"""Inches beside a map for the numbers of its rows."""
FRAME = 8 / PIXELS
"""Inches of a frame at least: a small cell is found by it."""


def jacobian_print(
    scene: JacobianScene, cell: tuple[int, int] | None = None, paths: NetworkScene | None = None
) -> Figure:
    """The scene on paper: ranks, d sort / d x, d rank / d x. ``cell``: (out, in) of the derivative
    that is looked at, framed; ``paths``: the network with the paths that it takes, drawn below."""
    aside = NAMES - BESIDE if scene.names else 0.0
    width = WIDTH + 2 * aside
    place = paths and place_of(paths, width)
    legend = wrapped(paths.legend, width - 2 * MARGIN, 8) if paths else []
    key = Key(scene.values, scene.names, width)
    top = 0.3
    by_sort, by_rank = matrices_of(scene)
    maps = top + SIDE + TICKS + max(by_sort.drop, by_rank.drop) + FOOT
    below = maps + key.tall
    heading = HEADING + 0.08
    tall = below + (heading + place.tall + LINE * (len(legend) + 1) if place else 0.0)
    with sheet(scene.description, width, tall) as paper:
        _ranks(paper.axes(0.55, top, SIDE, SIDE), scene)
        axes = draw_matrix(paper, 3.5 + aside, top, by_sort)
        draw_matrix(paper, 6.9 + 2 * aside, top, by_rank)
        key.draw(paper, maps)
        if scene.vanished.size:
            row = np.full(scene.vanished.size, strip_below(by_sort))
            axes.plot(scene.vanished, row, "x", color=INK, markersize=5, label="vanished")
        if cell:
            out, into = cell
            wide, high = (max(1.0, FRAME / each) for each in (by_sort.side, by_sort.high))
            frame = {"facecolor": "none", "edgecolor": ACCENT, "linewidth": 2, "label": "chosen"}
            corner = (into - wide / 2, out - high / 2)
            axes.add_patch(Rectangle(corner, wide, high, clip_on=False, zorder=4, **frame))
        if paths:
            look = {"fontweight": "bold"}
            paper.write(MARGIN, below, f"The framed cell: {paths.flow.words}", 10, **look)
            draw_network(paper, place, below + heading)
            foot = below + heading + place.tall + 0.08
            paper.write(MARGIN, foot, "\n".join(legend), 8, color=QUIET)
        return paper.figure


def matrices_of(scene: JacobianScene) -> tuple[Matrix, Matrix]:
    """The Jacobians of the sort and of the ranks."""
    by_place = place_names(scene.values, scene.names)
    return (
        Matrix(
            "d sort / d x, sums at the edges",
            "output: place in the sort",
            scene.sort_jacobian,
            scene.outputs,
            0.0,
            across=scene.names,
            down=by_place and tuple(by_place[place] for place in scene.outputs),
            numbered=True,
        ),
        Matrix(
            "d rank / d x, per unit of value",
            "output: rank of input",
            scene.rank_jacobian,
            np.arange(scene.values.size),
            rounding_of_ranks(scene.values),
            across=scene.names,
            down=scene.names,
        ),
    )


def _ranks(axes: Axes, scene: JacobianScene) -> None:
    """Each input in its own colour."""
    n = scene.values.size
    wires, room = np.arange(n), 0.06 * (n + 4)
    hues = input_colours(scene.values)
    rings, dots = (80, 24) if n <= 32 else (26, 6)
    axes.scatter(wires, scene.hard_ranks, rings, "none", edgecolors=hues, label="hard")
    axes.scatter(wires, scene.ranks, dots, hues, label="soft")
    ends = (-room, n - 1 + room)
    axes.set(title="ranks: soft dots, hard rings", xlabel="input: wire", ylabel="rank")
    axes.set(xlim=ends, ylim=ends, xticks=some(wires), yticks=some(wires))
