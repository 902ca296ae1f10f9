"""The errors as a figure of plotly's: a map with a dotted line at 10 %, or a line with its band."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

import numpy as np

from ..scenes.error import ErrorLine, ErrorMap, ErrorScene, Scale, error_told
from .charted import Charted, axis, chart_layout, listed, table
from .error_plan import COMPARED, ERROR, errors_range
from .panels import LEFT, NARROW, RIGHT, Panel

LINE, LETTER = 17, 6.8
"""Pixels of a line of words above the panel, and of a letter in it."""
TALLEST = 400
"""Pixels of the panel, however wide the cell is."""
FAILS = "; the formula of differentiable_sorting fails"


def error_chart(scene: ErrorScene, width: int) -> Charted:
    """The figure in so many pixels, and its numbers in words."""
    if isinstance(scene, ErrorMap):
        return _map(scene, width)
    return _line(scene, width)


def _map(scene: ErrorMap, width: int) -> Charted:
    layout = _layout(scene, width, _axis(scene.rows))
    marks, names = scene.labels
    layout["coloraxis"] |= {"cmin": marks[0], "cmax": marks[-1]}
    layout["coloraxis"]["colorbar"] |= {"tickvals": marks, "ticktext": names}
    columns, rows = listed(scene.columns.places), listed(scene.rows.places)
    grid = {"x": columns, "y": rows}
    triangle = [[scene.alpha]] if scene.alpha is not None else [[]]
    top = 1.5 * rows[-1] - 0.5 * rows[-2]
    values: dict[str, dict[str, Any]] = {
        "errors": {"z": listed(scene.shade), "text": _told(scene)},
        "level": {"z": listed(scene.shade - scene.level), "visible": scene.crossed},
        "waiting": _at(scene.waiting, scene),
        "original fails": _at(scene.original_fails, scene),
        "best": {"x": columns[: scene.best.size], "y": listed(scene.rows.places[scene.best])},
        "alpha": {"x": triangle[0], "y": [top] * len(triangle[0])},
    }
    return Charted({"layout": layout, "traces": _map_traces(scene, grid)}, values, [_cells(scene)])


def _map_traces(scene: ErrorMap, grid: dict[str, Any]) -> list[dict[str, Any]]:
    names = [[[row, column] for column in scene.columns.names] for row in scene.rows.names]
    across, up = scene.columns.name, scene.rows.name
    told = f"{up} = %{{customdata[0]}}, {across} %{{customdata[1]}}: error %{{text}}<extra></extra>"
    heat = {
        **{"uid": "errors", "type": "heatmap", "coloraxis": "coloraxis", "xgap": 1, "ygap": 1},
        **{"customdata": names, "hovertemplate": told, "hoverongaps": False, **grid},
    }
    level = {
        **{"uid": "level", "type": "contour", "showscale": False, "hoverinfo": "skip", **grid},
        "contours": {"start": 0, "end": 0, "size": 1, "coloring": "none"},
        "line": {"color": COMPARED, "width": 3, "dash": "dot"},
    }
    ring = {"size": 9, "color": "@page", "line": {"width": 1.5, "color": COMPARED}}
    cross = {"symbol": "x-thin", "size": 9, "line": {"width": 2, "color": COMPARED}}
    return [
        *(heat, level),
        _points("waiting", {"size": 3, "color": "@quiet"}),
        _points("original fails", cross),
        _points("best", {"symbol": "circle", **ring}),
        {**_points("alpha", {**ring, "symbol": "triangle-down", "size": 12}), "cliponaxis": False},
    ]


def _line(scene: ErrorLine, width: int) -> Charted:
    low, high = errors_range(scene)
    layout = _layout(scene, width, axis("relative RMS error in %", low, high))
    places = listed(scene.columns.places)
    edge = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "line": {"width": 0}}
    line = {"color": ERROR, "width": 2}
    dashes = {"color": COMPARED, "width": 2, "dash": "dash"}
    traces = [
        {"uid": "low", **edge},
        {"uid": "high", **edge, "fill": "tonexty", "fillcolor": f"{ERROR}/0.25"},
        {
            **{"uid": "mean", "type": "scatter", "mode": "lines+markers", "line": line},
            **{"marker": {"color": ERROR}, "hoverinfo": "text"},
        },
        {"uid": "unshuffled", **edge, "line": dashes},
    ]
    words = [
        f"{name} shuffles: error {error_told(error)}"
        for name, error in zip(scene.columns.names, scene.mean, strict=True)
    ]
    values = {
        "low": {"x": places, "y": listed(100 * scene.low)},
        "high": {"x": places, "y": listed(100 * scene.high)},
        "mean": {"x": places, "y": listed(100 * scene.mean), "hovertext": words},
        "unshuffled": {"x": places, "y": listed(np.full(len(places), 100 * scene.unshuffled))},
    }
    return Charted({"layout": layout, "traces": traces}, values, [_shuffles(scene)])


def _layout(scene: ErrorScene, width: int, rows: dict[str, Any]) -> dict[str, Any]:
    """Where the panel stands; what its marks mean stands above it."""
    aspect = 0.85 if width < NARROW else min(0.45, TALLEST / width)
    room = max(20, int((width - LEFT - RIGHT) / LETTER))
    lines = [line for words in scene.key for line in wrap(words, room)]
    panel = Panel(
        "<br>".join(lines),
        _axis(scene.columns),
        rows,
        aspect=aspect,
        bar=isinstance(scene, ErrorMap),
    )
    kind = f"{type(scene).__name__} {scene.columns.title}"
    layout = chart_layout(width, [[panel]], kind, LINE * (len(lines) - 1))
    layout["annotations"][0]["align"] = "left"
    return layout


def _points(name: str, marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "uid": name,
        "type": "scatter",
        "mode": "markers",
        "hoverinfo": "skip",
        "marker": marker,
    }


def _axis(scale: Scale) -> dict[str, Any]:
    """An axis along the cells of a map, or the points of a line."""
    places, (marks, names) = scale.places, scale.labels
    half = (places[-1] - places[0]) / (places.size - 1) / 2
    ends = places[0] - half, places[-1] + half
    return axis(scale.title, *ends, tickvals=listed(marks), ticktext=names, zeroline=False)


def _at(cells: np.ndarray, scene: ErrorMap) -> dict[str, Any]:
    row, column = np.nonzero(cells)
    return {"x": listed(scene.columns.places[column]), "y": listed(scene.rows.places[row])}


def _told(scene: ErrorMap) -> list[list[str]]:
    """What is read at each cell of a map, after what the cell is."""
    return [
        [f"{error_told(error)}{FAILS * bool(fails)}" for error, fails in zip(*row, strict=True)]
        for row in zip(scene.errors, scene.original_fails, strict=True)
    ]


def _cells(scene: ErrorMap) -> dict[str, Any]:
    cross = "\N{MULTIPLICATION SIGN}"
    rows = [
        [name, *(f"{error_told(e)}{f' {cross}' * bool(f)}" for e, f in zip(*row, strict=True))]
        for name, *row in zip(scene.rows.names, scene.errors, scene.original_fails, strict=True)
    ]
    across, up = scene.columns.name, scene.rows.name
    fails = f" {cross}: the formula of differentiable_sorting fails." * any(
        cross in cell for row in rows for cell in row
    )
    caption = f"Relative RMS error; a row for each {up}, a column for each of {across} ...{fails}"
    return table(caption, [up, *scene.columns.names], rows)


def _shuffles(scene: ErrorLine) -> dict[str, Any]:
    rows = [
        [name, *map(error_told, errors)]
        for name, *errors in zip(
            scene.columns.names, scene.mean, scene.low, scene.high, strict=True
        )
    ]
    caption = (
        "Relative RMS error by how many shuffles are averaged; in the order given:"
        f" {error_told(scene.unshuffled)}"
    )
    return table(caption, ["shuffles", "mean", "10th percentile", "90th percentile"], rows)
