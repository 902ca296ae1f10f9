"""Soft ranks and the two Jacobians as one plotly figure that is refreshed in place."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from ..scenes.jacobian import JacobianScene
from ..style import NEGATIVE, POSITIVE, number

GREY = "#808080"
TITLES = ("ranks: soft dots, hard rings", "d sort / d x", "d rank / d x, per unit of value")
CLEAR = "rgba(0,0,0,0)"
WIDTH = 860
WIDE = (((0.0, 0.25), (0.0, 1.0)), ((0.345, 0.595), (0.0, 1.0)), ((0.705, 0.955), (0.0, 1.0)))
NARROW = (((0.0, 0.86), (0.78, 1.0)), ((0.0, 0.86), (0.39, 0.68)), ((0.0, 0.86), (0.0, 0.29)))


def jacobian_figure(scene: JacobianScene) -> go.Figure:
    """The figure: the rank of each input, and two heat maps on a diverging scale, clear at 0, orange with a minus below it.

    Rows are outputs, columns are inputs: [out, in].
    """
    ring = {"symbol": "circle-open", "size": 14, "color": GREY, "line": {"width": 2}}
    figure = go.Figure(
        data=[
            go.Scatter(uid="hard", mode="markers", name="hard rank", marker=ring, xaxis="x", yaxis="y"),
            go.Scatter(
                uid="soft",
                mode="markers",
                name="soft rank",
                marker={"size": 8, "color": POSITIVE},
                xaxis="x",
                yaxis="y",
            ),
            _heat_map("sort", 2, "d sorted[%{y}] / d x[%{x}] = %{z:.4f}<extra></extra>"),
            _heat_map("rank", 3, "d rank[%{y}] / d x[%{x}] = %{z:.4f}<extra></extra>"),
            _minus_signs("sort minus", 2),
            _minus_signs("rank minus", 3),
        ],
        layout={
            "margin": {"l": 50, "r": 12, "t": 30, "b": 44},
            "paper_bgcolor": CLEAR,
            "plot_bgcolor": CLEAR,
            "font": {"color": GREY, "size": 12},
            "showlegend": False,
            "dragmode": False,
            "uirevision": "kept",
            **jacobian_layout(WIDTH),
        },
    )
    refresh_jacobian(figure, scene)
    return figure


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
    narrow = width < 620
    panels = NARROW if narrow else WIDE
    words = ("rank", "output: place in the sort", "output: rank of input")
    layout: dict[str, Any] = {"width": width, "height": 3 * width if narrow else 100 + width // 4, "annotations": []}
    axis = {"showgrid": False, "zeroline": False, "fixedrange": True, "tickformat": "d", "nticks": 5, "color": GREY}
    for k, ((x, y), word, title) in enumerate(zip(panels, words, TITLES, strict=True), 1):
        suffix = "" if k == 1 else str(k)
        layout[f"xaxis{suffix}"] = {
            **axis,
            "domain": x,
            "anchor": f"y{suffix}",
            "title": {"text": "input: wire", "standoff": 4},
        }
        layout[f"yaxis{suffix}"] = {**axis, "domain": y, "anchor": f"x{suffix}", "title": {"text": word, "standoff": 4}}
        if k > 1:
            layout[f"yaxis{suffix}"]["autorange"] = "reversed"
            bar = {"x": x[1] + 0.005, "xpad": 0, "y": y[0], "yanchor": "bottom", "len": y[1] - y[0], "ypad": 0}
            bar |= {"thickness": 10, "outlinewidth": 0}
            layout[f"coloraxis{suffix}"] = {"colorscale": DIVERGING, "cmid": 0, "colorbar": bar}
        corner = {
            "xref": "paper",
            "yref": "paper",
            "xanchor": "left",
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"size": 13},
        }
        layout["annotations"].append({**corner, "text": title, "x": x[0], "y": y[1]})
    return layout


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


def _faded(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


DIVERGING = [
    [0, NEGATIVE],
    [0.25, _faded(NEGATIVE, 0.55)],
    [0.5, "rgba(128,128,128,0)"],
    [0.75, _faded(POSITIVE, 0.55)],
    [1, POSITIVE],
]
"""Clear at 0, so that nothing looks like nothing on a light and on a dark page."""
