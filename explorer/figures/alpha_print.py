"""Soft maxima and the way from the mean to the hard sort, in print."""

from __future__ import annotations

from math import inf

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from ..scenes.alpha import SPAN, AlphaScene, Label
from ..style import NEGATIVE, POSITIVE
from .alpha_plan import (
    A_TICKS,
    BY_ALPHA,
    MEASURES,
    PATH,
    curves_across,
    curves_range,
    curves_title,
    measure_ranges,
    path_range,
    ticks_of,
    value_ticks,
)
from .inks import colours
from .key import Key
from .name_ticks import shortened
from .printed import ACCENT, INK, QUIET, sheet

WIDTH, UPPER, LOWER = 9.75, 3.0, 1.9
"""Inches: the sheet, and how high the panels of its two rows are."""
OUTPUTS = WIDTH - 5.3
"""Inches of their panel."""
PLACED, NAMED = 0.8, 2.4
"""Beyond the last alpha, in units of the axis: for the number of a place, and for its name."""
DASHES = ((0, (1, 0.7)), (0, (1, 2)), "-.", (0, (6, 2, 1, 2, 1, 2)), (0, (8, 3)), "--")


def alpha_print(scene: AlphaScene) -> Figure:
    """The scene on paper: soft maxima and outputs above, error, inversions and derivatives
    below."""
    key, tall = Key(scene.values, scene.names, WIDTH), UPPER + LOWER + 1.6
    with sheet(scene.description, WIDTH, tall + key.tall) as paper:
        key.draw(paper, tall)
        _maxima(paper.axes(0.6, 0.3, 3.9, UPPER), scene)
        _outputs(paper.axes(5.2, 0.3, OUTPUTS, UPPER), scene)
        path, now = scene.path.sorts, scene.sorts
        lines = (
            [(100 * path.error, 100 * now.error, "-")],
            [(path.inversions, now.inversions, "-")],
            [(path.largest, now.largest, "-"), (path.smallest, now.smallest, "--")],
        )
        for left, title, curves, heights in zip(
            (0.6, 3.8, 7.0), MEASURES, lines, measure_ranges(scene), strict=True
        ):
            axes = paper.axes(left, UPPER + 1.1, 2.6, LOWER, title=title)
            for curve, present, dash in curves:
                steps = "steps-mid" if title == MEASURES[1] else "default"
                axes.plot(scene.path.places, curve, dash, color=INK, drawstyle=steps)
                axes.plot([scene.place], [present], "o", color=ACCENT)
            _by_alpha(axes, scene, heights)
        for y, va, words in ((1, "top", "largest"), (0.02, "bottom", "smallest")):
            axes.text(0.99, y, words, ha="right", va=va, fontsize=8, transform=axes.transAxes)
        return paper.figure


def _maxima(axes: Axes, scene: AlphaScene) -> None:
    maxima = scene.maxima
    for beside, dash in zip(scene.beside, DASHES[-len(scene.beside) :], strict=True):
        axes.plot(maxima.a, beside.curve, linestyle=dash, color=QUIET, linewidth=1)
    axes.plot(maxima.a, scene.curve, color=ACCENT, linewidth=2.5)
    sign = POSITIVE if scene.soft > scene.hard else NEGATIVE
    axes.plot([scene.a, scene.a], [scene.hard, scene.soft], "o-", color=sign)
    axes.axvline(maxima.b, color=QUIET, linewidth=0.5)
    low = curves_range(scene)[0]
    axes.set(title=curves_title(scene), xlabel="a", ylabel="value", xticks=A_TICKS)
    axes.set(xlim=curves_across(scene), ylim=curves_range(scene))
    axes.text(maxima.b, low, " b", color=QUIET, va="bottom")
    name_curves(
        axes, scene.curve_labels, SPAN * maxima.side, 0.4 * maxima.side, scene.present_label
    )


def _outputs(axes: Axes, scene: AlphaScene) -> None:
    outputs = scene.path.sorts.outputs.T
    lines = np.stack([np.broadcast_to(scene.path.places, outputs.shape), outputs], axis=-1)
    hues = colours(len(outputs))
    axes.add_collection(LineCollection(lines, colors=hues, linewidths=1.5))
    now = scene.sorts.outputs
    axes.scatter([scene.place] * len(now), now, 16, colours(len(now)), zorder=3)
    low, high = path_range(scene)
    _by_alpha(axes, scene, (low, high))
    first, last = scene.path.axis.ends
    beyond = NAMED if scene.names else PLACED
    axes.set(title=PATH, xlim=(first - 0.2, last + beyond))
    axes.text(first - 0.2, low, f" {scene.zero}", va="bottom", color=QUIET)
    axes.text(last + 0.1, low, "hard", va="bottom", ha="right", color=QUIET)
    marks = value_ticks(scene)
    axes.set_yticks(list(marks), marks.values())
    free = (beyond - 0.3) / (last - first + 0.2 + beyond) * OUTPUTS
    name_curves(axes, scene.place_labels, last, 0.2, room=free if scene.names else inf)


def _by_alpha(axes: Axes, scene: AlphaScene, heights: tuple[float, float]) -> None:
    """An axis of alphas, and a line at the present one."""
    first, last = scene.path.axis.ends
    marks = ticks_of(scene.path.axis)
    axes.axvline(scene.place, color=ACCENT, linewidth=1)
    axes.set(xlim=(first - 0.2, last + 0.2), ylim=heights, xlabel=BY_ALPHA)
    axes.set_xticks(list(marks), marks.values())


def name_curves(
    axes: Axes,
    labels: list[Label],
    x: float,
    leader: float,
    bold: str = "",
    room: float = inf,
) -> None:
    """Words beside the ends of curves at x, in so many inches, with a thin line to each; those that
    equal ``bold`` are bold."""
    leaders = [[(x, at), (x + leader, to)] for _, at, to in labels]
    axes.add_collection(LineCollection(leaders, colors=QUIET, linewidths=0.5))
    side = "left" if leader > 0 else "right"
    for words, _, to in labels:
        look = {"fontsize": 8, "fontweight": "bold" if words == bold else "normal"}
        axes.text(x + 1.4 * leader, to, shortened(words, room), ha=side, va="center", **look)
