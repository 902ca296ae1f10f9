"""Soft ranks and the two Jacobians in print, and the paths of the derivative that is looked at."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..scenes.jacobian import JacobianScene, sums_of
from ..scenes.network import NetworkScene
from ..style import POSITIVE, number
from .network_ink import draw_network, place_of
from .printed import HEADING, LINE, MARGIN, PIXELS, QUIET, SIGNED, Sheet, length, sheet, wrapped

WIDTH, SIDE = 9.75, 2.25
"""Inches: the sheet, and the sides of the three panels."""
TICKS, FOOT = 0.25, 0.7
"""Inches below a map: for the names of its columns, and, beside these and the sums, for all."""
SMALL = 6.5
"""Points of the sums."""
LEAST = 9 / PIXELS
"""Inches: in smaller cells than this the sums are not written one by one."""


def jacobian_print(
    scene: JacobianScene, cell: tuple[int, int] | None = None, paths: NetworkScene | None = None
) -> Figure:
    """The scene on paper: ranks, d sort / d x, d rank / d x. ``cell``: (out, in) of the derivative
    that is looked at, framed; ``paths``: the network with the paths that it takes, drawn below."""
    place = paths and place_of(paths, WIDTH)
    legend = wrapped(paths.legend, WIDTH - 2 * MARGIN, 8) if paths else []
    top = 0.3
    drops = [_drop(scene.sort_jacobian), _drop(scene.rank_jacobian)]
    below = top + SIDE + TICKS + max(drops) + FOOT
    heading = HEADING + 0.08
    tall = below + (heading + place.tall + LINE * (len(legend) + 1) if place else 0.0)
    with sheet(scene.description, WIDTH, tall) as paper:
        _ranks(paper.axes(0.55, top, SIDE, SIDE), scene)
        wires = np.arange(scene.values.size)
        by_sort = _heat_map(
            paper,
            (3.5, top),
            scene.sort_jacobian,
            scene.outputs,
            "d sort / d x, sums at the edges",
            "output: place in the sort",
        )
        _heat_map(
            paper,
            (6.9, top),
            scene.rank_jacobian,
            wires,
            "d rank / d x, per unit of value",
            "output: rank of input",
        )
        if scene.vanished.size:
            row = np.full(scene.vanished.size, scene.outputs[-1] + 0.5)
            marks = {"color": "#3c3c3c", "markersize": 5, "clip_on": False, "label": "vanished"}
            by_sort.plot(scene.vanished, row, "x", **marks)
        if cell:
            corner = (cell[1] - 0.5, cell[0] - 0.5)
            frame = {"facecolor": "none", "edgecolor": "#1a1a1a", "linewidth": 1.8}
            by_sort.add_patch(Rectangle(corner, 1, 1, clip_on=False, zorder=4, **frame))
        if paths:
            look = {"fontweight": "bold"}
            paper.write(MARGIN, below, f"The framed cell: {paths.flow.words}", 10, **look)
            draw_network(paper, place, below + heading)
            foot = below + heading + place.tall + 0.08
            paper.write(MARGIN, foot, "\n".join(legend), 8, color=QUIET)
        return paper.figure


def _ranks(axes: Axes, scene: JacobianScene) -> None:
    n = scene.values.size
    wires, room = np.arange(n), 0.06 * (n + 4)
    hard = {"markerfacecolor": "none", "markeredgecolor": QUIET, "label": "hard"}
    rings, dots = (9, 5) if n <= 32 else (5, 2.5)
    axes.plot(wires, scene.hard_ranks, "o", markersize=rings, **hard)
    axes.plot(wires, scene.ranks, "o", markersize=dots, color=POSITIVE, label="soft")
    ends = (-room, n - 1 + room)
    axes.set(title="ranks: soft dots, hard rings", xlabel="input: wire", ylabel="rank")
    axes.set(xlim=ends, ylim=ends, xticks=_some(wires), yticks=_some(wires))


def _heat_map(
    paper: Sheet,
    corner: tuple[float, float],
    jacobian: np.ndarray,
    outputs: np.ndarray,
    title: str,
    output: str,
) -> Axes:
    """A matrix [out, in] on the diverging scale, clear cells of the wrong sign with a minus; its
    sums as numbers at its right and below it, and its colour bar."""
    left, top = corner
    rows, columns = jacobian.shape
    side = SIDE / columns
    tall = max(side * rows, 0.5)
    largest = float(np.max(np.abs(jacobian))) or 1.0
    extent = (-0.5, columns - 0.5, outputs[-1] + 0.5, outputs[0] - 0.5)
    scale = {"cmap": SIGNED, "vmin": -largest, "vmax": largest, "interpolation": "nearest"}
    axes = paper.axes(left, top, SIDE, tall)
    image = axes.imshow(jacobian, extent=extent, aspect="auto", **scale)
    if length(output, 9) > tall + 0.2:
        output = "output"
    axes.set(title=title, ylabel=output, xlabel="input: wire")
    axes.set(xticks=_some(np.arange(columns)), yticks=_some(outputs))
    if side >= LEAST:
        out, into = np.nonzero(jacobian < -0.02 * largest)
        size = 40 / max(10, columns)
        axes.plot(into, outputs[out], linestyle="", marker="_", markersize=size, color="#3c3c3c")
        _sums(axes, jacobian, outputs, tall)
        axes.xaxis.labelpad = 72 * _drop(jacobian)
    else:
        axes.set_xlabel(f"input: wire\n{_ends(jacobian)}")
    paper.bar(image, left, top + tall + TICKS + _drop(jacobian) + 0.3, SIDE, across=True)
    return axes


def _sums(axes: Axes, jacobian: np.ndarray, outputs: np.ndarray, tall: float) -> None:
    """The sums of the rows at the right, and below, upright where the columns are narrower than
    they, those of the columns."""
    by_row, by_column = ([_short(each) for each in sums] for sums in sums_of(jacobian))
    look = {"fontsize": SMALL, "color": QUIET}
    beside, below = axes.get_yaxis_transform(), axes.get_xaxis_transform()
    for place, words in zip(outputs, by_row, strict=True):
        axes.text(1.02, place, words, va="center", transform=beside, **look)
    look |= {"rotation": 90} if _upright(jacobian) else {}
    for place, words in enumerate(by_column):
        axes.text(place, -TICKS / tall, words, ha="center", va="top", transform=below, **look)


def _drop(jacobian: np.ndarray) -> float:
    """The inches that the sums of the columns take below a map, or their ends in words."""
    return _longest(jacobian) + 0.08 if _upright(jacobian) else 0.16


def _upright(jacobian: np.ndarray) -> bool:
    side = SIDE / jacobian.shape[1]
    return side >= LEAST and _longest(jacobian) > side - 0.05


def _longest(jacobian: np.ndarray) -> float:
    """The inches of the longest sum of a column."""
    return max(length(_short(each), SMALL) for each in sums_of(jacobian)[1])


def _ends(jacobian: np.ndarray) -> str:
    """Between what numbers the sums lie, in words, where the cells are too small to write them."""
    by_row, by_column = (
        f"{_short(min(sums))} to {_short(max(sums))}" for sums in sums_of(jacobian)
    )
    return f"sums of rows {by_row}, of columns {by_column}"


def _short(value: float) -> str:
    """A sum in three significant digits."""
    return number(float(f"{value:.3g}"))


def _some(places: np.ndarray) -> np.ndarray:
    """A few of the places, to be named on an axis."""
    return places[:: max(1, -(-places.size // 8))]
