"""The errors as one plotly figure that is refreshed in place: a map with a dotted line at 10 %, or
a line with its band."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from ..scenes.error import ErrorLine, ErrorMap, ErrorScene, Scale, error_told
from ..style import NEGATIVE, POSITIVE
from .panels import GREY, NARROW, TOP, Panel, common_layout, faded, panels_layout

LINE = 17
"""Pixels of a line of words above the panel."""
FAILS = "; the formula of differentiable_sorting fails"
BAND = faded(POSITIVE, 0.25)


def error_figure(scene: ErrorScene, width: int) -> go.Figure:
    """The figure with the scale and the words of a scene, and without its numbers."""
    cross = {"symbol": "x-thin", "size": 9, "line": {"width": 2, "color": GREY}}
    ring = {
        "symbol": "circle",
        "size": 9,
        "color": "#ffffff",
        "line": {"width": 1.5, "color": "#303030"},
    }
    return go.Figure(
        data=[
            go.Heatmap(
                uid="errors",
                coloraxis="coloraxis",
                hoverinfo="text",
                hoverongaps=False,
                xgap=1,
                ygap=1,
            ),
            go.Contour(
                uid="level",
                contours={"start": 0, "end": 0, "size": 1, "coloring": "none"},
                line={"color": NEGATIVE, "width": 3, "dash": "dot"},
                showscale=False,
                hoverinfo="skip",
            ),
            _points("waiting", {"size": 3, "color": GREY}),
            _points("original fails", cross),
            _points("best", ring),
            _points("alpha", {**ring, "symbol": "triangle-down", "size": 12}).update(
                cliponaxis=False
            ),
            go.Scatter(uid="low", mode="lines", hoverinfo="skip", line={"width": 0}),
            go.Scatter(
                uid="high",
                mode="lines",
                hoverinfo="skip",
                line={"width": 0},
                fill="tonexty",
                fillcolor=BAND,
            ),
            go.Scatter(
                uid="mean",
                mode="lines+markers",
                hoverinfo="text",
                line={"color": POSITIVE, "width": 2},
            ),
            go.Scatter(
                uid="unshuffled",
                mode="lines",
                hoverinfo="skip",
                line={"color": NEGATIVE, "width": 2, "dash": "dash"},
            ),
        ],
        layout={**common_layout(), **error_layout(scene, width)},
    )


def refresh_error(figure: go.Figure, scene: ErrorScene, width: int) -> None:
    """Put a scene into the figure in place: one update, one redraw."""
    with figure.batch_update():
        if figure.layout.meta != _frame(scene, width):
            figure.update_layout(error_layout(scene, width))
        if isinstance(scene, ErrorLine):
            figure.layout.yaxis.range = _errors_axis(scene)["range"]
        for trace, data in zip(
            figure.data, _map(scene) if isinstance(scene, ErrorMap) else _line(scene), strict=True
        ):
            trace.update(data)


def error_layout(scene: ErrorScene, width: int) -> dict[str, Any]:
    """Where the panel stands in so many pixels; what its marks mean stands above it."""
    rows = _axis(scene.rows) if isinstance(scene, ErrorMap) else _errors_axis(scene)
    words = "<br>".join(scene.key)
    panel = Panel(
        words, _axis(scene.columns), rows, aspect=0.85 if width < NARROW else 0.45, bar=True
    )
    layout = panels_layout(width, [[panel]])
    layout["margin"]["t"] = TOP + LINE * (len(scene.key) - 1)
    layout["height"] += LINE * (len(scene.key) - 1)
    layout["annotations"][0]["align"] = "left"
    layout["coloraxis"] |= {"colorscale": [[0, faded(POSITIVE, 0)], [1, POSITIVE]], "cmid": None}
    layout["coloraxis"]["showscale"] = isinstance(scene, ErrorMap)
    if isinstance(scene, ErrorMap):
        marks, names = scene.labels
        layout["coloraxis"] |= {"cmin": marks[0], "cmax": marks[-1]}
        layout["coloraxis"]["colorbar"] |= {"tickvals": marks, "ticktext": names}
    layout["meta"] = _frame(scene, width)
    return layout


def _frame(scene: ErrorScene, width: int) -> str:
    """All that the layout depends on, but for the range of a line: while work goes on it seldom
    changes."""
    scales = (scene.columns, scene.rows) if isinstance(scene, ErrorMap) else (scene.columns,)
    shades = scene.labels if isinstance(scene, ErrorMap) else None
    return repr((width, scene.key, shades, [(scale.title, scale.labels) for scale in scales]))


def _points(name: str, marker: dict[str, Any]) -> go.Scatter:
    return go.Scatter(uid=name, mode="markers", hoverinfo="skip", marker=marker)


def _axis(scale: Scale) -> dict[str, Any]:
    """An axis along the cells of a map, or the points of a line."""
    places, (marks, names) = scale.places, scale.labels
    half = (places[-1] - places[0]) / (places.size - 1) / 2
    ends = [float(places[0] - half), float(places[-1] + half)]
    return {"title": scale.title, "tickvals": marks, "ticktext": names, "range": ends}


def _errors_axis(scene: ErrorLine) -> dict[str, Any]:
    known = 100 * np.array([*scene.low, *scene.high, scene.unshuffled])
    known = known[np.isfinite(known)]
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
    pad = 0.08 * (high - low) or 0.5
    return {
        "title": "relative RMS error in %",
        "tickvals": None,
        "ticktext": None,
        "range": [low - pad, high + pad],
    }


def _map(scene: ErrorMap) -> list[dict[str, Any]]:
    """What each trace holds of a map, in the order of the traces."""
    columns, rows = scene.columns.places, scene.rows.places
    triangle = (
        ([], []) if scene.alpha is None else ([scene.alpha], [1.5 * rows[-1] - 0.5 * rows[-2]])
    )
    return [
        {
            "z": _known(scene.shade),
            "x": columns,
            "y": rows,
            "hovertext": _hover(scene),
            "visible": True,
        },
        {"z": _known(scene.shade - scene.level), "x": columns, "y": rows, "visible": scene.crossed},
        _at(scene.waiting, columns, rows),
        _at(scene.original_fails, columns, rows),
        {"x": columns[: scene.best.size], "y": rows[scene.best], "visible": True},
        {"x": triangle[0], "y": triangle[1], "visible": True},
        *[{"visible": False}] * 4,
    ]


def _at(cells: np.ndarray, columns: np.ndarray, rows: np.ndarray) -> dict[str, Any]:
    row, column = np.nonzero(cells)
    return {"x": columns[column], "y": rows[row], "visible": True}


def _hover(scene: ErrorMap) -> list[list[str]]:
    """What is read at each cell of a map."""
    across, up = scene.columns.name, scene.rows.name
    return [
        [
            f"{up} = {row}, {across} {column}: error {error_told(error)}{FAILS if fails else ''}"
            for column, error, fails in zip(scene.columns.names, errors, failed, strict=True)
        ]
        for row, errors, failed in zip(
            scene.rows.names, scene.errors, scene.original_fails, strict=True
        )
    ]


def _line(scene: ErrorLine) -> list[dict[str, Any]]:
    """What each trace holds of a line, in the order of the traces."""
    places = scene.columns.places
    words = [
        f"{name} shuffles: error {error_told(error)}"
        for name, error in zip(scene.columns.names, scene.mean, strict=True)
    ]
    level = np.full(places.size, 100 * scene.unshuffled)
    return [
        *[{"visible": False}] * 6,
        *[
            {"x": places, "y": _known(100 * errors), "visible": True}
            for errors in (scene.low, scene.high)
        ],
        {"x": places, "y": _known(100 * scene.mean), "hovertext": words, "visible": True},
        {"x": places, "y": _known(level), "visible": True},
    ]


def _known(numbers: np.ndarray) -> np.ndarray:
    """The numbers with None for NaN and infinity, which JSON has no words for."""
    return np.where(np.isfinite(numbers), numbers, None)
