"""The number line, the order matrix and the ranks against sigma as one plotly figure that is
refreshed in place."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from ..scenes.ranking import RankingScene
from ..style import NEGATIVE, POSITIVE, number, ticks
from .panels import CLEAR, GREY, NARROW, WIDTH, Panel, axes_of, common_layout, faded, panels_layout

_DECADES = range(-110, 111)
_SIGMA = {"title": "sigma, in units of value", "tickmode": "array", "tickvals": [*_DECADES]}
_SIGMA["ticktext"] = [number(float(f"1e{k}")) for k in _DECADES]
_LINE = Panel(
    "places of the soft sort ◆ under the kernel",
    {"title": "value"},
    {"showticklabels": False},
    aspect=0.32,
)


def ranking_panels(transposed: bool, n: int) -> tuple[Panel, Panel, Panel]:
    """The line, the order matrix or its transpose, and the soft ranks or the soft argsort against
    sigma, for n values."""
    if transposed:
        titles = (
            "transposed order matrix, argsort ●, hard ○",
            "soft argsort of each place against sigma",
        )
        across, down, up = "wire it came from", "place in the soft sort", "wire it came from"
    else:
        titles = ("order matrix, soft rank ●, hard ○", "soft rank of each wire against sigma")
        across, down, up = "place in the soft sort", "input: wire", "soft rank"
    whole = {
        "tickmode": "linear",
        "tick0": 0,
        "dtick": max(1, round(ticks(0, max(n - 1, 1), 5)[1])),
    }
    rows = {**whole, "title": down}
    order = Panel(titles[0], {**whole, "title": across}, rows, aspect=0.85, bar=True)
    return _LINE, order, Panel(titles[1], _SIGMA, {**whole, "title": up}, share=1.2, aspect=0.85)


MOST_HANDLES = 24
"""With more values, only the one with the kernel around it can be dragged."""
ROW, TOP = 0.3, 1.14
"""Height of a row of values below the line, and of the panel above it, where the kernel is 1 high.
"""


def ranking_figure() -> go.Figure:
    """The figure: 13 traces on three panels. Blue is soft; rings and grey are hard; orange is the
    chosen wire and sigma."""
    ring = {"symbol": "circle-open", "size": 12, "color": GREY, "line": {"width": 1.5}}
    dot = {"size": 7, "color": NEGATIVE, "line": {"width": 1, "color": GREY}}
    return go.Figure(
        data=[
            _line(
                "kernel",
                1,
                color=NEGATIVE,
                width=1.5,
                fill="tozeroy",
                fillcolor=faded(NEGATIVE, 0.15),
            ),
            _line("stems", 1, color=POSITIVE, width=2),
            _line("centre", 1, color=NEGATIVE, width=1.5, dash="dot"),
            _marks("places", 1, {"symbol": "diamond", "size": 9, "color": POSITIVE}),
            _marks("values", 1, {"size": 9, "color": CLEAR, "line": {"width": 2, "color": GREY}}),
            _words("value names", 1, "bottom center", room=18),
            _words("place names", 1, "bottom center", room=9),
            go.Heatmap(
                uid="order",
                name="order",
                xaxis="x2",
                yaxis="y2",
                coloraxis="coloraxis2",
                xgap=1,
                ygap=1,
            ),
            _marks("hard means", 2, ring),
            _marks("means", 2, dot),
            _line("curves", 3, color=faded(POSITIVE, 0.75), width=1.3),
            _line("chosen curve", 3, color=NEGATIVE, width=2.5),
            _marks("hard ends", 3, ring),
            _line("cursor", 3, color=GREY, width=1.5, dash="dash"),
            _marks("now", 3, {"size": 6, "color": POSITIVE}),
            _words("curve names", 3, "top right"),
        ],
        layout={**common_layout(), **ranking_layout(WIDTH)},
    )


def refresh_ranking(figure: go.Figure, scene: RankingScene) -> None:
    """Put a scene into the figure in place: one update, one redraw. What only the wires and the
    range of sigma decide is set when they change, and the figure's ``meta`` says for which it was
    set."""
    traces = {trace.name: trace for trace in figure.data}
    frame = (
        scene.values.size,
        scene.transposed,
        scene.focus,
        scene.chosen,
        *scene.sigmas[[0, -1]].tolist(),
    )
    with figure.batch_update():
        if figure.layout.meta != frame:
            figure.layout.meta = frame
            _refresh_frame(figure, traces, scene)
            _refresh_hover(traces, scene)
        _refresh_line(figure, traces, scene)
        traces["order"].z = scene.order
        traces["hard means"].x, traces["means"].x = scene.hard_means, scene.means
        traces["hard ends"].y, traces["now"].y = scene.hard_means, scene.means
        traces["curves"].y = np.vstack([scene.curves, np.full(scene.values.size, np.nan)]).T.ravel()
        traces["chosen curve"].y = scene.curves[:, scene.chosen]
        traces["cursor"].x, traces["now"].x = (
            [scene.cursor] * 2,
            np.full(scene.values.size, scene.cursor),
        )
        traces["curve names"].y, traces["curve names"].text = (
            zip(*scene.names, strict=True) if scene.names else ([], [])
        )


def ranking_layout(width: int, transposed: bool = False, n: int = 8) -> dict[str, Any]:
    """Where the panels stand in so many pixels for n values: the line above, the two others below
    it."""
    line, order, curves = ranking_panels(transposed, n)
    layout = panels_layout(
        width, [[line._replace(aspect=0.95) if width < NARROW else line], [order, curves]]
    )
    shares = {"colorscale": [[0, faded(POSITIVE, 0)], [1, POSITIVE]], "cmin": 0, "cmax": 1}
    bar = layout["coloraxis2"]["colorbar"] | {"tickvals": [0, 0.5, 1]}
    return {**layout, "coloraxis2": {**shares, "colorbar": bar}}


def value_heights(scene: RankingScene) -> np.ndarray:
    """Where the values stand below the line, by wire."""
    return -0.42 - ROW * scene.rows


def _refresh_line(figure: go.Figure, traces: dict[str, Any], scene: RankingScene) -> None:
    heights, centre, names = value_heights(scene), scene.values[scene.focus], scene.place_names
    traces["kernel"].x, traces["kernel"].y = scene.kernel
    traces["stems"].x, traces["stems"].y = _stems(scene.places, scene.heights)
    traces["centre"].x, traces["centre"].y = [centre, centre], [heights[scene.focus], 1]
    traces["places"].x, traces["places"].y = scene.places, np.zeros(scene.places.size)
    traces["places"].customdata = (
        scene.order[:, scene.focus] if scene.transposed else scene.order[scene.focus]
    )
    traces["values"].x, traces["values"].y = scene.values, heights
    named = scene.values.size if names and scene.rows.max() <= 3 else 0
    traces["value names"].x, traces["value names"].y = scene.values[:named], heights[:named]
    traces["value names"].text = [f"x[{k}]" for k in range(named)]
    traces["place names"].x, traces["place names"].text = (
        zip(*names, strict=True) if names else ([], [])
    )
    traces["place names"].y = [0] * len(names)
    figure.layout.xaxis.range, figure.layout.yaxis.range = scene.line, (heights.min() - 0.34, TOP)


def _refresh_frame(figure: go.Figure, traces: dict[str, Any], scene: RankingScene) -> None:
    """The titles and axes of the matrix and of the curves, and the coordinates that do not depend
    on the values."""
    n, logs = scene.values.size, np.log10(scene.sigmas)
    panels = ranking_panels(scene.transposed, n)
    for annotation, panel in zip(figure.layout.annotations, panels, strict=True):
        annotation.text = panel.title
    for name, settings in (
        ("xaxis2", panels[1].x),
        ("yaxis2", panels[1].y),
        ("yaxis3", panels[2].y),
    ):
        figure.layout[name].title.text, figure.layout[name].dtick = (
            settings["title"],
            settings["dtick"],
        )
    traces["hard means"].y = traces["means"].y = np.arange(n)
    traces["order"].xgap = traces["order"].ygap = 1 if n <= 32 else 0
    figure.layout.xaxis2.range, figure.layout.yaxis2.range = (-0.5, n - 0.5), (n - 0.5, -0.5)
    traces["curves"].x = np.tile([*logs, np.nan], n)
    traces["curves"].text = np.repeat(np.arange(n), logs.size + 1)
    traces["chosen curve"].x, traces["hard ends"].x = logs, np.full(n, logs[0])
    traces["curve names"].x = np.full(n, logs[0] + 0.1)
    low = -0.08 * max(n - 1, 1)
    traces["cursor"].y = [low, cursor_height(scene)]
    figure.layout.xaxis3.range, figure.layout.yaxis3.range = (
        (logs[0] - 0.12, logs[-1] + 0.12),
        (low, 1.12 * max(n - 1, 1)),
    )


def _refresh_hover(traces: dict[str, Any], scene: RankingScene) -> None:
    """What is said of a point."""
    noun, what, other = (
        ("place", "argsort", "wire") if scene.transposed else ("wire", "rank", "place")
    )
    told = {
        "places": (
            f"place %{{pointNumber}}: %{{x}}<br>share of wire {scene.focus}: %{{customdata:.4f}}"
        ),
        "values": "x[%{pointNumber}] = %{x}",
        "order": f"{noun} %{{y}}, {other} %{{x}}: %{{z:.4f}}",
        "hard means": f"{noun} %{{y}}: hard {what} %{{x}}",
        "means": f"{noun} %{{y}}: soft {what} %{{x:.4f}}",
        "curves": f"{noun} %{{text}}: soft {what} %{{y:.3f}}",
        "chosen curve": f"{noun} {scene.chosen}: soft {what} %{{y:.3f}}",
        "hard ends": f"{noun} %{{pointNumber}}: hard {what} %{{y}}",
        "now": f"{noun} %{{pointNumber}}: soft {what} %{{y:.4f}}",
    }
    for name, words in told.items():
        traces[name].hovertemplate = f"{words}<extra></extra>"


def cursor_height(scene: RankingScene) -> float:
    """Where the handle of the cursor stands among the curves."""
    return max(scene.values.size - 1, 1) * 1.06


def _stems(x: np.ndarray, heights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    gaps = np.full(x.size, np.nan)
    return (
        np.stack([x, x, gaps], -1).ravel(),
        np.stack([np.zeros(x.size), heights, gaps], -1).ravel(),
    )


def _line(
    uid: str, panel: int, *, fill: str = "none", fillcolor: str | None = None, **line: Any
) -> go.Scatter:
    hover = None if "curve" in uid else "skip"
    return go.Scatter(
        uid=uid,
        name=uid,
        mode="lines",
        line=line,
        fill=fill,
        fillcolor=fillcolor,
        hoverinfo=hover,
        **axes_of(panel),
    )


def _marks(uid: str, panel: int, marker: dict[str, Any]) -> go.Scatter:
    return go.Scatter(
        uid=uid, name=uid, mode="markers", marker=marker, cliponaxis=False, **axes_of(panel)
    )


def _words(uid: str, panel: int, position: str, room: int = 0, **marker: Any) -> go.Scatter:
    """Labels; with ``room`` they keep so many pixels from the middle of a mark."""
    font, mark = {"size": 10, "color": GREY}, {"size": room, "color": CLEAR, **marker}
    mode = "markers+text" if room else "text"
    return go.Scatter(
        uid=uid,
        name=uid,
        mode=mode,
        textposition=position,
        textfont=font,
        marker=mark,
        cliponaxis=False,
        **axes_of(panel),
    )
