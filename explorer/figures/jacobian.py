"""Soft ranks and the two Jacobians as one plotly figure that is refreshed in place."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import Any

import numpy as np
import plotly.graph_objects as go

from ..scenes.jacobian import JacobianScene, sums_of
from ..style import POSITIVE, number
from .panels import GREY, WIDTH, Panel, axes_of, common_layout, panels_layout, put

_WIRES = {"title": "input: wire", "tickformat": "d"}
_OUTPUTS = {"tickformat": "d"}
BESIDE, BELOW = 38, 32
"""Pixels beside a map, for the sums of its rows, and below it, for those of its columns and for the
crosses."""
LINE, WORD = 12, 38
"""Pixels that a sum needs from the next one below it, or beside it."""
_NO_PATHS = "paths are shown for cells of d sort / d x"
PANELS = (
    Panel("ranks: soft dots, hard rings", _WIRES, {"title": "rank", "tickformat": "d"}, aspect=1),
    Panel(
        "d sort / d x, sums at the edges",
        _WIRES,
        {**_OUTPUTS, "title": "output: place in the sort"},
        aspect=1,
        bar=True,
    ),
    Panel(
        "d rank / d x, per unit",
        _WIRES,
        {**_OUTPUTS, "title": "output: rank of input"},
        aspect=1,
        bar=True,
    ),
)


def jacobian_figure() -> go.Figure:
    """The figure: the rank of each input, and two heat maps on a diverging scale, clear at 0,
    orange with a minus below it.

    Rows are outputs, columns are inputs: [out, in]; the sums of the rows and of the columns stand
    beside them as numbers.
    """
    ring = {"symbol": "circle-open", "size": 14, "color": GREY, "line": {"width": 2}}
    dot = {"size": 8, "color": POSITIVE}
    frame = {"symbol": "square-open", "size": 16, "color": GREY, "line": {"width": 3}}
    words = "x[%{x}] = %{text}: soft rank %{y:.4f}<extra></extra>"
    return go.Figure(
        data=[
            go.Scatter(
                uid="hard", mode="markers", name="hard rank", marker=ring, xaxis="x", yaxis="y"
            ),
            go.Scatter(
                uid="soft",
                mode="markers",
                name="soft rank",
                marker=dot,
                xaxis="x",
                yaxis="y",
                hovertemplate=words,
            ),
            _heat_map("sort", 2, "d sorted[%{y}] / d x[%{x}] = %{z:.4f}", coloraxis="coloraxis2"),
            _heat_map(
                "rank",
                3,
                f"d rank[%{{y}}] / d x[%{{x}}] = %{{z:.4f}}<br>{_NO_PATHS}",
                coloraxis="coloraxis3",
            ),
            _sums("row", "y", 2),
            _sums("column", "x", 2),
            _sums("row", "y", 3),
            _sums("column", "x", 3),
            _minus_signs("sort minus", 2),
            _minus_signs("rank minus", 3),
            _marks("vanished", 2, "x-thin-open", 8),
            go.Scatter(
                uid="chosen", mode="markers", hoverinfo="skip", marker=frame, xaxis="x2", yaxis="y2"
            ),
        ],
        layout={**common_layout(), **jacobian_layout(WIDTH)},
    )


def refresh_jacobian(figure: go.Figure, scene: JacobianScene) -> None:
    """Put a scene into the figure in place: one update, one redraw."""
    wires = np.arange(scene.values.size)
    hard, soft, by_sort, by_rank, *sums, sort_minus, rank_minus, vanished, _ = figure.data
    with figure.batch_update():
        put(figure.layout.xaxis, range=_around(wires), tickvals=_some(wires))
        put(figure.layout.yaxis, range=_around(wires))
        put(hard, x=wires, y=scene.hard_ranks)
        put(soft, x=wires, y=scene.ranks, text=tuple(number(value) for value in scene.values))
        maps = (
            (by_sort, *sums[:2], sort_minus, scene.sort_jacobian, scene.outputs),
            (by_rank, *sums[2:], rank_minus, scene.rank_jacobian, wires),
        )
        for parts in maps:
            _put_map(figure.layout, *parts)
        high = (_side(figure.layout, "2") - BELOW) / scene.outputs.size
        crosses = np.full(scene.vanished.size, scene.outputs[-1] + 0.5 + 24 / high)
        put(vanished, x=scene.vanished, y=crosses)


def point_out(figure: go.Figure, cell: tuple[int, int] | None) -> None:
    """Frame the cell (out, in) of d sort / d x, or none; nothing is sent where it is framed
    already."""
    with figure.batch_update():
        put(figure.data[-1], x=(cell[1],) if cell else (), y=(cell[0],) if cell else ())


def jacobian_layout(width: int) -> dict[str, Any]:
    """Where the three panels stand in so many pixels: side by side, or below each other in a narrow
    cell."""
    return panels_layout(width, [PANELS])


def _around(places: np.ndarray) -> tuple[float, float]:
    """The ends of an axis of places, with room for the rings."""
    room = 0.06 * (places.size + 4)
    return -room, places.size - 1 + room


def _bound(jacobian: np.ndarray) -> float:
    """The ends of the scale of the colours: a round number, so that it stays while the entries
    change a little."""
    most = float(np.max(np.abs(jacobian))) or 1.0
    unit = 10.0 ** floor(log10(most))
    return next(unit * factor for factor in (1, 2, 5, 10, 20) if unit * factor >= most * (1 - 1e-9))


def _some(places: np.ndarray) -> tuple[int, ...]:
    """A few of the places, to be named on an axis."""
    return tuple(places[:: max(1, -(-places.size // 6))].tolist())


def _put_map(
    layout: go.Layout,
    trace: go.Heatmap,
    row_sums: go.Scatter,
    column_sums: go.Scatter,
    minus: go.Scatter,
    jacobian: np.ndarray,
    outputs: np.ndarray,
) -> None:
    """One matrix [out, in] with its scale, its signs, and as many of its sums as find room."""
    inputs = np.arange(jacobian.shape[1])
    put(trace, z=jacobian, y=outputs, x=inputs)
    rows, columns = np.nonzero(jacobian < -0.02 * (np.max(np.abs(jacobian)) or 1.0))
    put(minus, y=outputs[rows], x=columns)
    bound = _bound(jacobian)
    put(layout[trace.coloraxis], cmin=-bound, cmax=bound)
    panel = trace.xaxis.removeprefix("x")
    x_axis, y_axis = layout[f"xaxis{panel}"], layout[f"yaxis{panel}"]
    wide = (_side(layout, panel) - BESIDE) / inputs.size
    high = (_side(layout, panel) - BELOW) / outputs.size
    right, bottom = inputs[-1] + 0.5, outputs[-1] + 0.5
    put(x_axis, tickvals=_some(inputs), range=(-0.5, right + BESIDE / wide))
    put(y_axis, tickvals=_some(outputs), range=(bottom + BELOW / high, outputs[0] - 0.5))
    by_row, by_column = sums_of(jacobian)
    some = slice(None, None, ceil(LINE / high))
    beside = np.full(outputs[some].size, right + 3 / wide)
    put(row_sums, y=outputs[some], x=beside, text=_words(by_row[some]), customdata=by_row[some])
    some = slice(None, None, ceil(WORD / wide))
    below = np.full(inputs[some].size, bottom + 10 / high)
    put(
        column_sums,
        x=inputs[some],
        y=below,
        text=_words(by_column[some]),
        customdata=by_column[some],
    )


def _side(layout: go.Layout, panel: str) -> float:
    """The width of a panel, which is also its height, in pixels."""
    left, right = layout[f"xaxis{panel}"].domain
    return (layout.width - layout.margin.l - layout.margin.r) * (right - left)


def _words(sums: np.ndarray) -> tuple[str, ...]:
    return tuple(f"{total:.3g}" for total in sums)


def _sums(noun: str, place: str, panel: int) -> go.Scatter:
    """The sums of the rows or of the columns of a map, as text beside them."""
    return go.Scatter(
        uid=f"{noun} sums {panel}",
        mode="text",
        textposition="middle right" if place == "y" else "middle center",
        textfont={"size": 10},
        cliponaxis=False,
        hovertemplate=f"{noun} %{{{place}}} adds up to %{{customdata:.4f}}<extra></extra>",
        **axes_of(panel),
    )


def _minus_signs(name: str, panel: int) -> go.Scatter:
    """A minus on each cell that is clearly negative, so that its sign is not told by colour
    alone."""
    return _marks(name, panel, "line-ew-open", 7)


def _marks(name: str, panel: int, symbol: str, size: int) -> go.Scatter:
    sign = {"symbol": symbol, "size": size, "color": GREY, "line": {"width": 2}}
    return go.Scatter(
        uid=name,
        mode="markers",
        hoverinfo="skip",
        marker=sign,
        xaxis=f"x{panel}",
        yaxis=f"y{panel}",
    )


def _heat_map(name: str, panel: int, hover: str, **scale: Any) -> go.Heatmap:
    place = {"xaxis": f"x{panel}", "yaxis": f"y{panel}"}
    words = {"hovertemplate": f"{hover}<extra></extra>", "hoverongaps": False}
    return go.Heatmap(uid=name, name=name, xgap=1, ygap=1, **place, **words, **scale)
