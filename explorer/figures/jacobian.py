"""Soft ranks and the two Jacobians as one plotly figure that is refreshed in place."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from ..scenes.jacobian import JacobianScene
from ..style import POSITIVE, number
from .panels import GREY, WIDTH, Panel, common_layout, panels_layout

_WIRES = {"title": "input: wire", "tickformat": "d"}
_OUTPUTS = {"tickformat": "d", "autorange": "reversed"}
PANELS = (
    Panel("ranks: soft dots, hard rings", _WIRES, {"title": "rank", "tickformat": "d"}, aspect=1),
    Panel("d sort / d x", _WIRES, {**_OUTPUTS, "title": "output: place in the sort"}, aspect=1, bar=True),
    Panel("d rank / d x, per unit of value", _WIRES, {**_OUTPUTS, "title": "output: rank of input"}, aspect=1, bar=True),
)


def jacobian_figure() -> go.Figure:
    """The figure: the rank of each input, and two heat maps on a diverging scale, clear at 0, orange with a minus below it.

    Rows are outputs, columns are inputs: [out, in].
    """
    ring = {"symbol": "circle-open", "size": 14, "color": GREY, "line": {"width": 2}}
    dot = {"size": 8, "color": POSITIVE}
    return go.Figure(
        data=[
            go.Scatter(uid="hard", mode="markers", name="hard rank", marker=ring, xaxis="x", yaxis="y"),
            go.Scatter(uid="soft", mode="markers", name="soft rank", marker=dot, xaxis="x", yaxis="y"),
            _heat_map("sort", 2, "d sorted[%{y}] / d x[%{x}] = %{z:.4f}<extra></extra>"),
            _heat_map("rank", 3, "d rank[%{y}] / d x[%{x}] = %{z:.4f}<extra></extra>"),
            _minus_signs("sort minus", 2),
            _minus_signs("rank minus", 3),
        ],
        layout={**common_layout(), **jacobian_layout(WIDTH)},
    )


def refresh_jacobian(figure: go.Figure, scene: JacobianScene) -> None:
    """Put a scene into the figure in place: one update, one redraw."""
    wires = np.arange(scene.values.size)
    hard, soft, by_sort, by_rank, sort_minus, rank_minus = figure.data
    with figure.batch_update():
        hard.x, hard.y = wires, scene.hard_ranks
        soft.x, soft.y = wires, scene.ranks
        soft.customdata = soft.text = [number(value) for value in scene.values]
        soft.hovertemplate = "x[%{x}] = %{text}: soft rank %{y:.4f}<extra></extra>"
        maps = ((by_sort, sort_minus, scene.sort_jacobian), (by_rank, rank_minus, scene.rank_jacobian))
        for trace, minus, jacobian in maps:
            largest = float(np.max(np.abs(jacobian))) or 1.0
            trace.z = jacobian
            minus.y, minus.x = np.nonzero(jacobian < -0.02 * largest)
            marks = {"tickvals": [-largest, 0, largest], "ticktext": [number(mark) for mark in (-largest, 0, largest)]}
            figure.layout[trace.coloraxis].update(cmin=-largest, cmax=largest, colorbar=marks)


def jacobian_layout(width: int) -> dict[str, Any]:
    """Where the three panels stand in so many pixels: side by side, or below each other in a narrow cell."""
    return panels_layout(width, [PANELS])


def _minus_signs(name: str, panel: int) -> go.Scatter:
    """A minus on each cell that is clearly negative, so that its sign is not told by colour alone."""
    sign = {"symbol": "line-ew-open", "size": 7, "color": GREY, "line": {"width": 2}}
    return go.Scatter(uid=name, mode="markers", hoverinfo="skip", marker=sign, xaxis=f"x{panel}", yaxis=f"y{panel}")


def _heat_map(name: str, panel: int, hover: str) -> go.Heatmap:
    return go.Heatmap(
        uid=name,
        name=name,
        xaxis=f"x{panel}",
        yaxis=f"y{panel}",
        coloraxis=f"coloraxis{panel}",
        hovertemplate=hover,
        xgap=1,
        ygap=1,
    )
