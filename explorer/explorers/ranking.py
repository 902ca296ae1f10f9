"""Soft ranks, live: values on a line, the order matrix, ranks against sigma."""

from __future__ import annotations

from math import exp, floor, log10
from typing import TYPE_CHECKING, Any, ClassVar

import plotly.graph_objects as go

from ..fields import (
    ALPHA,
    NETWORK,
    PRESET,
    RELAXATION,
    SEED,
    SIGMA,
    chosen,
    numbers,
    toggle,
    whole,
    wires,
)
from ..figures.ranking import (
    MOST_HANDLES,
    cursor_height,
    ranking_figure,
    ranking_layout,
    refresh_ranking,
    value_heights,
)
from ..numbers import MAX_WIRES
from ..scenes.ranking import RankingScene, ranking_scene
from ..state import ExplorerState
from ..style import number
from ..widgets.overlay import Handle
from .base import Explorer
from .figure import FigureExplorer

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FOCUS = whole(
    "ranking_focus",
    "kernel around wire",
    "The wire whose value the kernel is drawn around; drag a value to choose it",
    0,
    63,
)
TRANSPOSE = toggle(
    "ranking_transpose",
    "argsort: where each place came from",
    "Transpose the order matrix: off, the soft rank of each wire",
)


class RankingExplorer(FigureExplorer):
    """Soft ranks from a Gaussian kernel between your values and the places of their soft sort.

    ``values``: 1 to 64 finite numbers, to be dragged along their line (beyond 24, the chosen one);
    ``sigma``: width of the kernel, in units of the values; ``ranking_focus``: the wire whose value
    the kernel is drawn around; ``ranking_transpose``: show where the value at each place came from
    (the soft argsort) instead of the rank of each wire; ``alpha``, ``relaxation``, ``network``,
    ``state``: as for :class:`NetworkExplorer`.

    >>> RankingExplorer([3, 1, 2], alpha=2.0, sigma=0.3)
    RankingExplorer(n=3, alpha=2.0, relaxation='smoothmax', sigma=0.3)

    Raises DiffsortError, naming the argument, the rule and the value. Source:
    differentiable_sorting's order_matrix and diff_argsort.
    """

    name = "ranking"
    fields: ClassVar = [
        SIGMA,
        ALPHA,
        FOCUS,
        TRANSPOSE,
        RELAXATION,
        NETWORK,
        PRESET,
        wires(64),
        SEED,
        numbers(64),
    ]
    own: ClassVar = {
        "ranking_focus": chosen(FOCUS, 4, high=MAX_WIRES - 1),
        "ranking_transpose": chosen(TRANSPOSE, False),
    }
    drawn_from: ClassVar = [*Explorer.drawn_from, "sigma", "ranking_focus", "ranking_transpose"]

    def _scene(self, state: ExplorerState) -> RankingScene:
        return ranking_scene(
            state.run(), state.sigma, state.ranking_focus, state.ranking_transpose, state.strength
        )

    def printed(self) -> Figure:
        from ..figures.ranking_print import ranking_print

        return ranking_print(self.scene())

    def _figure(self) -> go.Figure:
        return ranking_figure()

    def _refresh(self, scene: RankingScene) -> None:
        refresh_ranking(self.figure, scene)

    def _layout(self, width: int) -> dict[str, Any]:
        return ranking_layout(width, self.state.ranking_transpose, len(self.state.values))

    def _handles(self, scene: RankingScene) -> list[Handle]:
        low, high = scene.line
        step, heights = 10.0 ** floor(log10(high - low)) / 20, value_heights(scene)
        dragged = range(scene.values.size) if scene.values.size <= MOST_HANDLES else [scene.focus]
        handles = [
            Handle(
                f"{k}",
                x,
                y,
                f"Value on wire {k}",
                number(x),
                low=(low, y),
                high=(high, y),
                step=step,
            )
            for k, x, y in ((k, float(scene.values[k]), float(heights[k])) for k in dragged)
        ]
        return [*handles, *_width_handle(scene), _cursor_handle(scene)]

    def _moved(self, name: str, x: float, y: float) -> None:
        """A value, the kernel's flank or the cursor among the curves was moved."""
        state = self.state
        values, wire = list(state.values), min(state.ranking_focus, len(state.values) - 1)
        scale = max(values) - min(values) or abs(values[0]) or 1.0
        if name == "cursor":
            state.sigma = float(f"{10**x:.4g}")
        elif name == "width":
            state.sigma = float(f"{max(abs(x - values[wire]), scale / 1e4):.4g}")
        else:
            values[int(name)] = round(x, 2 - floor(log10(scale)))
            with state.hold_trait_notifications():
                state.values, state.ranking_focus = values, int(name)

    def __repr__(self) -> str:
        return f"{super().__repr__()[:-1]}, sigma={self.state.sigma})"


def _width_handle(scene: RankingScene) -> list[Handle]:
    """One on the kernel's flank, sigma from its centre on the side that has more room; none where
    that is beyond the line."""
    centre, (low, high) = float(scene.values[scene.focus]), scene.line
    end, side = (high, 1) if high - centre >= centre - low else (low, -1)
    x, height = centre + side * scene.sigma, exp(-0.5)
    if abs(end - centre) < scene.sigma:
        return []
    ends = {"low": (min(centre, end), height), "high": (max(centre, end), height)}
    words = f"sigma = {number(scene.sigma)} units of value"
    return [
        Handle(
            "width",
            x,
            height,
            "Sigma: the width of the kernel",
            words,
            **ends,
            step=scene.sigma / 10,
        )
    ]


def _cursor_handle(scene: RankingScene) -> Handle:
    """One among the curves, on a logarithmic scale: an arrow key is a twentieth of a decade."""
    height, (low, high) = cursor_height(scene), (log10(sigma) for sigma in scene.sigmas[[0, -1]])
    words = f"sigma = {number(scene.sigma)} units of value"
    ends = {"low": (low, height), "high": (high, height)}
    return Handle(
        "cursor",
        scene.cursor,
        height,
        "Sigma, among its curves",
        words,
        **ends,
        step=0.05,
        axes=("x3", "y3"),
    )
