"""What the pictures of alpha are called, how far their axes go and what is marked on them, in print
and, in explorer/web/explorers/alpha_plan.js, on the screen."""

from __future__ import annotations

import numpy as np

from ..scenes.alpha import LINE, SPAN, AlphaScene
from ..scenes.sort_path import AlphaAxis
from ..style import labelled, number, ticks

CURVES = "soft maximum of (a, b), by alpha"
STEEP = "soft maximum of (a, b), as steep at a tie"
PATH = "outputs of the soft sort, by place"
MEASURES = ("error, % of range", "pairs out of order", "derivatives")
BY_ALPHA = "alpha, per unit of the values"
A_TICKS = [-5, 0, 5]


def curves_range(scene: AlphaScene) -> tuple[float, float]:
    """The range of the first panel's heights: with room for a handle below and a label above."""
    low, high = scene.maxima.heights
    return low - 2 * LINE * (high - low), high + 2 * LINE * (high - low)


def curves_across(scene: AlphaScene) -> tuple[float, float]:
    """The range of a: with room for the labels at their side, of which names are the longer."""
    right, room = scene.maxima.side > 0, 4.6 if scene.same_slope else 2.7
    return -SPAN - (0.3 if right else room), SPAN + (room if right else 0.3)


def curves_title(scene: AlphaScene) -> str:
    """What stands above the soft maxima."""
    return STEEP if scene.same_slope else CURVES


def path_range(scene: AlphaScene) -> tuple[float, float]:
    """The range of the outputs: with room for the words of the stops below and for the handle
    above."""
    low, high = scene.outputs_from_to
    return low - 2 * LINE * (high - low), high + 2.6 * LINE * (high - low)


def measure_ranges(scene: AlphaScene) -> tuple[tuple[float, float], ...]:
    """The ranges of the error in per cent (no more than 100), of the inversions, and of the
    derivatives."""
    sorts = scene.path.sorts
    error = min(100.0, max(5.0, 100 * float(np.max(sorts.error))))
    most = max(4, int(np.max(sorts.inversions)))
    return (
        (-0.05 * error, 1.08 * error),
        (-0.05 * most, 1.08 * most),
        (
            min(0.0, float(np.min(sorts.smallest))) - 0.2,
            max(1.0, float(np.max(sorts.largest))) + 0.2,
        ),
    )


def ticks_of(axis: AlphaAxis) -> dict[float, str]:
    """The marks of an axis of alphas, by their places: 0, some decades, infinity."""
    first, last = axis.ends
    return {
        first: "0",
        **{axis.low + k: number(10.0 ** (axis.low + k)) for k in (1, 3, 5)},
        last: "∞",
    }


def value_ticks(scene: AlphaScene) -> dict[float, str]:
    """The marks on the axis of the outputs, in as many digits as tell them apart."""
    return dict(labelled(ticks(*scene.outputs_from_to, 4)))
