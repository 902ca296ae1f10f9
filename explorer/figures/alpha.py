"""Soft maxima, the outputs of the soft sort by alpha, and its error, inversions and derivatives, as
one plotly figure."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from ..scenes.alpha import LINE, SPAN, AlphaScene, Label, name
from ..scenes.sort_path import AlphaAxis
from ..style import NEGATIVE, POSITIVE
from .alpha_plan import (
    A_TICKS,
    BY_ALPHA,
    COLOURS,
    CURVES,
    MEASURES,
    PATH,
    curves_across,
    curves_range,
    measure_ranges,
    path_range,
    ticks_of,
    value_ticks,
)
from .panels import GREY, WIDTH, Panel, axes_of, common_layout, panels_layout

DASHES = ("1px,3px", "5px,2px,1px,2px", "5px,2px", "9px,2px", "5px,4px")
"""Of the soft maxima for the fixed alphas; the last is the hard one."""
_BY_ALPHA: dict[str, Any] = {"title": BY_ALPHA}
_CURVES = Panel(CURVES, {"title": "a", "tickvals": A_TICKS}, {"title": "value"}, aspect=0.85)
_PATH = Panel(PATH, _BY_ALPHA, {}, 1.3, 0.85 / 1.3)
_MEASURES = [
    Panel(title, _BY_ALPHA, {"tickformat": "d"} if "pairs" in title else {}, aspect=0.75)
    for title in MEASURES
]


def alpha_figure() -> go.Figure:
    """The figure: one soft maximum for several alphas; the outputs of the sort, their error, the
    pairs that are out of order, and the largest and smallest derivative against alpha, with a line
    at the present one."""
    line = "alpha = %{customdata:.4~g}<br>%{y:.4~g}<extra>"
    return go.Figure(
        data=[
            *(_line(f"alpha {k}", 1, GREY, 1.3, dash=dash) for k, dash in enumerate(DASHES)),
            _line(
                "present alpha",
                1,
                POSITIVE,
                3.5,
                hovertemplate="a = %{x}: %{y:.4~g}<extra></extra>",
            ),
            _line("b", 1, GREY, 0.8, hoverinfo="skip"),
            _points("difference", 1, NEGATIVE),
            *_words("curve labels", 1),
            _text("names", 1),
            *(
                _line(f"outputs {k}", 2, colour, 2, hovertemplate=f"{line}</extra>")
                for k, colour in enumerate(COLOURS)
            ),
            *_words("place labels", 2),
            _text("stops", 2),
            _line("error", 3, POSITIVE, 2.5, hovertemplate=f"{line}error, %</extra>"),
            _line(
                "inversions", 4, POSITIVE, 2.5, hovertemplate=f"{line}pairs</extra>", shape="hvh"
            ),
            _line("largest", 5, POSITIVE, 2.5, hovertemplate=f"{line}largest</extra>"),
            _line(
                "smallest", 5, NEGATIVE, 2.5, hovertemplate=f"{line}smallest</extra>", dash="dash"
            ),
            *(_points(f"cursor {panel}", panel, GREY) for panel in (2, 3, 4, 5)),
        ],
        layout={**common_layout(), **alpha_layout(WIDTH)},
    )


def refresh_alpha(figure: go.Figure, scene: AlphaScene, before: AlphaScene | None = None) -> None:
    """Put a scene into the figure in place: one update, one redraw. What is the same as in the
    scene ``before``, which the figure holds, is left alone."""
    traces = {trace.name: trace for trace in figure.data}
    with figure.batch_update():
        if before is None or scene.maxima is not before.maxima:
            _put_maxima(figure.layout, traces, scene)
        if before is None or scene.path is not before.path:
            if before is None or _scale(scene) != _scale(before):
                _put_scale(figure.layout, traces, scene)
            _put_path(figure.layout, traces, scene)
        _put_present(traces, scene)


def alpha_layout(width: int) -> dict[str, Any]:
    """Where the five panels stand in so many pixels: two and three beside each other, or below each
    other in a narrow cell."""
    layout = panels_layout(width, [[_CURVES, _PATH], _MEASURES])
    named = {"xref": "x5 domain", "yref": "y5", "x": 1, "xanchor": "right", "showarrow": False}
    layout["annotations"] += [
        {**named, "text": "largest", "y": 1, "yanchor": "bottom"},
        {**named, "text": "smallest", "y": 0, "yanchor": "top"},
    ]
    return layout


def _put_maxima(layout: go.Layout, traces: dict[str, Any], scene: AlphaScene) -> None:
    maxima, unused = scene.maxima, len(DASHES) - len(scene.maxima.alphas)
    low, high = curves_range(scene)
    for k, trace in enumerate(traces[f"alpha {k}"] for k in range(len(DASHES))):
        trace.x, trace.y = (maxima.a, maxima.curves[k - unused]) if k >= unused else ([], [])
        trace.hovertemplate = (
            f"alpha = {name(maxima.alphas[k - unused])}<br>a = %{{x}}: %{{y:.4~g}}<extra></extra>"
        )
    traces["names"].text = ["a", "b"]
    traces["b"].x, traces["b"].y = [maxima.b, maxima.b], [low, high]
    layout.xaxis.range, layout.yaxis.range = curves_across(scene), (low, high)
    traces["curve labels"].textposition = "middle right" if maxima.side > 0 else "middle left"


def _scale(scene: AlphaScene) -> tuple[AlphaAxis, int]:
    """What the axes of alphas, and where the curves over them have their points, depend on."""
    return scene.path.axis, len(scene.ordered)


def _put_scale(layout: go.Layout, traces: dict[str, Any], scene: AlphaScene) -> None:
    path, n = scene.path, len(scene.ordered)
    first, last = path.axis.ends
    marks = ticks_of(path.axis)
    for k, right in zip("2345", (1.2, 0.25, 0.25, 0.25), strict=True):
        across = (first - 0.25, last + right)
        layout[f"xaxis{k}"].update(
            range=across, tickvals=list(marks), ticktext=list(marks.values())
        )
    traces["stops"].x, traces["stops"].text = [first - 0.25, last - 0.25], [scene.zero, "hard"]
    lines = {f"outputs {k}": len(range(k, n, len(COLOURS))) for k in range(len(COLOURS))}
    for uid, count in {**lines, "error": 1, "inversions": 1, "largest": 1, "smallest": 1}.items():
        traces[uid].x, traces[uid].customdata = (
            np.tile([*path.places, np.nan], count),
            np.tile([*path.alphas, np.nan], count),
        )
    for panel, dots in zip((2, 3, 4, 5), (n, 1, 1, 2), strict=True):
        traces[f"cursor {panel}"].marker.size = [0, *[7] * dots, 0]


def _put_path(layout: go.Layout, traces: dict[str, Any], scene: AlphaScene) -> None:
    sorts, (low, high) = scene.path.sorts, path_range(scene)
    gaps = np.full((1, len(scene.ordered)), np.nan)  # one after each line
    outputs = np.concatenate([sorts.outputs, gaps])
    for k in range(len(COLOURS)):
        traces[f"outputs {k}"].y = outputs[:, k :: len(COLOURS)].T.ravel()
    _put_labels(traces, "place labels", scene.place_labels, scene.path.axis.ends[1], 0.3)
    traces["stops"].y = [low + 0.5 * LINE * (high - low)] * 2
    measures = (100 * sorts.error, sorts.inversions, sorts.largest, sorts.smallest)
    for uid, measure in zip(("error", "inversions", "largest", "smallest"), measures, strict=True):
        traces[uid].y = np.append(measure, np.nan)
    for k, heights in zip("2345", ((low, high), *measure_ranges(scene)), strict=True):
        layout[f"yaxis{k}"].range = heights
    marks = value_ticks(scene)
    layout.yaxis2.tickvals, layout.yaxis2.ticktext = list(marks), list(marks.values())


def _put_present(traces: dict[str, Any], scene: AlphaScene) -> None:
    sorts = scene.sorts
    traces["present alpha"].x, traces["present alpha"].y = scene.maxima.a, scene.curve
    traces["difference"].x, traces["difference"].y = [scene.a, scene.a], [scene.hard, scene.soft]
    side = scene.maxima.side
    _put_labels(
        traces, "curve labels", scene.curve_labels, side * SPAN, side * 0.5, scene.present_label
    )
    low, high = curves_range(scene)
    traces["names"].x = [scene.a + 0.5, scene.maxima.b + 0.5]
    traces["names"].y = [
        min(max(scene.soft, low), high) - LINE * (high - low),
        low + LINE * (high - low),
    ]
    ranges = (path_range(scene), *measure_ranges(scene))
    dots = (sorts.outputs, [100 * sorts.error], [sorts.inversions], [sorts.smallest, sorts.largest])
    for panel, (low, high), values in zip((2, 3, 4, 5), ranges, dots, strict=True):
        cursor = traces[f"cursor {panel}"]
        cursor.x, cursor.y = [scene.place] * (len(values) + 2), [low, *values, high]


def _put_labels(
    traces: dict[str, Any], uid: str, labels: list[Label], x: float, leader: float, bold: str = ""
) -> None:
    """Words beside the ends of curves at x, with a thin line to each; those that equal ``bold`` are
    bold."""
    words, lines = traces[uid], traces[f"{uid}: lines"]
    words.x, words.y = [x + leader] * len(labels), [label.to for label in labels]
    words.text = [
        f"<b>{label.words}</b>" if label.words == bold else label.words for label in labels
    ]
    lines.x = [x, x + leader, None] * len(labels)
    lines.y = [height for label in labels for height in (label.at, label.to, None)]


def _line(
    uid: str,
    panel: int,
    colour: str,
    width: float,
    dash: str = "solid",
    shape: str = "linear",
    **more: Any,
) -> go.Scatter:
    line = {"color": colour, "width": width, "dash": dash, "shape": shape}
    return go.Scatter(uid=uid, name=uid, mode="lines", line=line, **axes_of(panel), **more)


def _points(uid: str, panel: int, colour: str) -> go.Scatter:
    """A thin line with points on it."""
    line, marker = {"color": colour, "width": 1.5}, {"color": colour, "size": 7}
    return go.Scatter(
        uid=uid,
        name=uid,
        mode="lines+markers",
        line=line,
        marker=marker,
        hoverinfo="skip",
        **axes_of(panel),
    )


def _words(uid: str, panel: int) -> tuple[go.Scatter, go.Scatter]:
    """Words, which may stand outside the axes, and the thin lines from them to what they are
    about."""
    lines = _line(f"{uid}: lines", panel, GREY, 0.7, hoverinfo="skip", cliponaxis=False)
    return _text(uid, panel), lines


def _text(uid: str, panel: int) -> go.Scatter:
    style = {"textfont": {"size": 11}, "textposition": "middle right", "cliponaxis": False}
    return go.Scatter(uid=uid, name=uid, mode="text", hoverinfo="skip", **style, **axes_of(panel))
