"""Soft maxima and the way from the mean to the hard sort, in print."""

from __future__ import annotations

from itertools import cycle

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..scenes.alpha import SPAN, AlphaScene, Label
from ..style import NEGATIVE, POSITIVE
from .alpha import (
    COLOURS,
    CURVES,
    DERIVATIVES,
    ERROR,
    INVERSIONS,
    PATH,
    curves_across,
    curves_range,
    measure_ranges,
    path_range,
    ticks_of,
    value_ticks,
)
from .printed import sheet

DASHES = ((0, (1, 2)), "-.", (0, (6, 2, 1, 2, 1, 2)), (0, (8, 3)), "--")
INK = "#5a5a5a"


def alpha_print(scene: AlphaScene) -> Figure:
    """The scene on paper: soft maxima and outputs above, error, inversions and derivatives
    below."""
    with sheet(10.5, 7) as figure:
        axes = figure.subplot_mosaic("AAABBB;CCDDEE", height_ratios=(1.5, 1))
        _maxima(axes["A"], scene)
        _outputs(axes["B"], scene)
        path, now = scene.path.sorts, scene.sorts
        measures = (
            (ERROR.title, [("", 100 * path.error, 100 * now.error, POSITIVE, "-")]),
            (INVERSIONS.title, [("", path.inversions, now.inversions, POSITIVE, "-")]),
            (
                DERIVATIVES.title,
                [
                    ("largest", path.largest, now.largest, POSITIVE, "-"),
                    ("smallest", path.smallest, now.smallest, NEGATIVE, "--"),
                ],
            ),
        )
        for place, (title, lines), heights in zip(
            "CDE", measures, measure_ranges(scene), strict=True
        ):
            for words, curve, present, colour, dash in lines:
                axes[place].plot(
                    scene.path.places,
                    curve,
                    dash,
                    color=colour,
                    drawstyle="steps-mid" if place == "D" else "default",
                )
                axes[place].plot([scene.place], [present], "o", color=colour)
                label = {
                    "textcoords": "offset points",
                    "ha": "right",
                    "va": "bottom" if words == "largest" else "top",
                }
                axes[place].annotate(
                    words,
                    (scene.path.places[-1], curve[-1]),
                    (0, 3 if words == "largest" else -3),
                    **label,
                )
            _by_alpha(axes[place], scene, heights)
            axes[place].set_title(title)
        figure.suptitle(
            scene.description, fontsize=9, x=0.01, ha="left", color="#3c3c3c", wrap=True
        )
        return figure


def _maxima(axes: Axes, scene: AlphaScene) -> None:
    maxima = scene.maxima
    for curve, dash in zip(maxima.curves, DASHES[-len(maxima.curves) :], strict=True):
        axes.plot(maxima.a, curve, linestyle=dash, color=INK, linewidth=1)
    axes.plot(maxima.a, scene.curve, color=POSITIVE, linewidth=2.5)
    axes.plot([scene.a, scene.a], [scene.hard, scene.soft], "o-", color=NEGATIVE)
    axes.axvline(maxima.b, color=INK, linewidth=0.5)
    axes.set(
        title=CURVES.title,
        xlabel="a",
        ylabel="value",
        xlim=curves_across(scene),
        xticks=CURVES.x["tickvals"],
        ylim=curves_range(scene),
    )
    axes.text(maxima.b, curves_range(scene)[0], " b", color=INK, va="bottom")
    _labels(axes, scene.curve_labels, SPAN * maxima.side, 0.4 * maxima.side, scene.present_label)


def _outputs(axes: Axes, scene: AlphaScene) -> None:
    for output, colour in zip(scene.path.sorts.outputs.T, cycle(COLOURS), strict=False):
        axes.plot(scene.path.places, output, color=colour, linewidth=1.5)
    axes.plot([scene.place] * len(scene.ordered), scene.sorts.outputs, "o", color=INK, markersize=4)
    low, high = path_range(scene)
    _by_alpha(axes, scene, (low, high))
    first, last = scene.path.axis.ends
    for place, words in ((first - 0.2, f" {scene.zero}"), (last - 0.2, "hard")):
        axes.text(place, low, words, va="bottom", color=INK)
    marks = value_ticks(scene)
    axes.set_yticks(list(marks), marks.values())
    axes.set(title=PATH.title, xlim=(first - 0.2, last + 0.8))
    _labels(axes, scene.place_labels, last, 0.2)


def _by_alpha(axes: Axes, scene: AlphaScene, heights: tuple[float, float]) -> None:
    """An axis of alphas, and a line at the present one."""
    first, last = scene.path.axis.ends
    marks = ticks_of(scene.path.axis)
    axes.axvline(scene.place, color=INK, linewidth=1)
    axes.set(
        xlim=(first - 0.2, last + 0.2), ylim=heights, xlabel="alpha, per unit", xticks=list(marks)
    )
    axes.set_xticklabels(marks.values())


def _labels(axes: Axes, labels: list[Label], x: float, leader: float, bold: str = "") -> None:
    """Words beside the ends of curves at x, with a thin line to each; those that equal ``bold`` are
    bold."""
    ha = "left" if leader > 0 else "right"
    for words, at, to in labels:
        weight = "bold" if words == bold else "normal"
        axes.plot([x, x + leader], [at, to], color=INK, linewidth=0.5)
        axes.annotate(
            words,
            (x + leader, to),
            (3 if leader > 0 else -3, 0),
            ha=ha,
            textcoords="offset points",
            va="center",
            weight=weight,
        )
