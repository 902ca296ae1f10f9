"""Things before and after a soft sort, what each place is made of, and its key: one plotly figure,
refreshed in place."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from ..scenes.anything import AnythingScene
from ..style import POSITIVE, number
from .anything_plan import ACROSS, CAPTION, INK, PAPER, TILE, canvas, tiles
from .panels import GREY, NARROW, WIDTH, Panel, axes_of, common_layout, faded, panels_layout

Drawn = dict[str, dict[str, Any]]
"""The name of a trace -> what it shows."""
NOTHING: Drawn = {
    **{f"{when} map": {"x": None, "z": []} for when in ("before", "after")},
    **{f"{when} numbers": {"x": [], "y": [], "text": None} for when in ("before", "after")},
    **{
        f"{which} points": {"x": [], "y": [], "text": None} for which in ("before", "after", "hard")
    },
    "moves": {"x": [], "y": []},
}
"""What the traces of the upper panels show where a kind of things has no use for them."""
_BARE = {"showticklabels": False, "title": "", "tickmode": "auto", "scaleanchor": None}


def anything_figure() -> go.Figure:
    """The figure: 11 traces on four panels: before, after, the mix of every place, its key. Rings
    and grey are hard."""
    ring = {"symbol": "circle-open", "size": 13, "color": GREY, "line": {"width": 1.5}}
    dot = {"size": 8, "color": POSITIVE}
    dark = {"size": 11, "color": "#1a1a1a"}
    return go.Figure(
        data=[
            _heat("before map", 1, "coloraxis"),
            _heat("after map", 2, "coloraxis"),
            _points("before numbers", 1, "text", textfont=dark, hoverinfo="skip"),
            _points("after numbers", 2, "text", textfont=dark, hoverinfo="skip"),
            _points("moves", 2, "lines", line={"color": GREY, "width": 1.2}, hoverinfo="skip"),
            _points("hard points", 2, "markers+text", marker=ring, textposition="top center"),
            _points("before points", 1, "markers+text", marker=dot, textposition="top center"),
            _points("after points", 2, "markers+text", marker=dot, textposition="top center"),
            _heat("mix", 3, "coloraxis3", xgap=1, ygap=1),
            _points("hard keys", 4, "markers", marker=ring),
            _points("keys", 4, "markers", marker=dot),
        ],
        layout={**common_layout(), **anything_layout(WIDTH, "digits", 8, 0)},
    )


def refresh_anything(figure: go.Figure, scene: AnythingScene, width: int) -> None:
    """Put a scene into the figure, so many pixels wide, in place: one update, one redraw. The
    layout is another for another kind or number of things, and the figure's ``meta`` says for which
    it is."""
    traces = {trace.name: trace for trace in figure.data}
    layout_of = (scene.kind, len(scene.before), scene.column)
    frame = (*layout_of, scene.before[0].size, scene.key_name)
    with figure.batch_update():
        anew = figure.layout.meta != frame
        if anew:
            figure.update_layout({"meta": frame, **anything_layout(width, *layout_of)})
            _refresh_words(traces, scene)
        drawn = {"digits": _digits, "table": _table, "complex numbers": _plane}[scene.kind](scene)
        for name in NOTHING if anew else drawn:
            traces[name].update({**NOTHING[name], **drawn.get(name, {})})
        _refresh_sides(figure, scene)
        traces["mix"].z = scene.mix
        for name, keys in (("hard keys", scene.keys_hard), ("keys", scene.keys_after)):
            traces[name].x, traces[name].y = np.arange(len(keys)), keys


def anything_layout(width: int, kind: str, n: int, column: int) -> dict[str, Any]:
    """Where the panels stand in so many pixels: pictures one row below the other, tables and planes
    side by side."""
    step = max(1, -(-n // 8))
    places = {
        "title": "place",
        "tickmode": "linear",
        "tick0": 0,
        "dtick": step,
        "range": [-0.5, n - 0.5],
    }
    things = {
        **places,
        "title": {"digits": "digit", "table": "row"}.get(kind, "number") + " it came from",
    }
    mix = Panel(
        "what each place is made of",
        things,
        {**places, "range": [n - 0.5, -0.5]},
        aspect=0.85,
        bar=True,
    )
    keys = Panel("the key: soft ●, hard ○", places, {"title": "key"}, aspect=0.85)
    before, after = _pictures(kind, n, column)
    rows = [[before], [after]] if kind == "digits" else [[before, after]]
    if width < NARROW:
        mix, keys = mix._replace(aspect=0.95), keys._replace(aspect=0.7)
    layout = panels_layout(width, [*rows, [mix, keys]])
    share = {
        "colorscale": [[0, faded(POSITIVE, 0)], [1, POSITIVE]],
        "cmin": 0,
        "cmax": 1,
        "cmid": None,
    }
    bar = layout["coloraxis3"]["colorbar"] | {"tickvals": [0, 0.5, 1]}
    paper = {
        "colorscale": INK if kind == "digits" else PAPER,
        "cmin": 0,
        "cmax": 1,
        "showscale": False,
    }
    return {**layout, "coloraxis3": {**share, "colorbar": bar}, "coloraxis": paper}


def _pictures(kind: str, n: int, column: int) -> tuple[Panel, Panel]:
    """The panels before and after."""
    if kind == "digits":
        across, down = canvas(n)
        x, y = {**_BARE, "range": [-0.5, across - 0.5]}, {**_BARE, "range": [down - 0.5, -0.5]}
        return Panel("before, with their keys", x, y, aspect=down / across), Panel(
            "after", x, y, aspect=down / across
        )
    if kind == "table":
        x = {
            "title": "column",
            "tickmode": "linear",
            "tick0": 1,
            "dtick": 1,
            "showticklabels": True,
            "scaleanchor": None,
        }
        y = {**x, "title": "row", "tick0": 0, "dtick": max(1, -(-n // 8)), "range": [n - 0.5, -0.5]}
        return Panel("before", x, y, aspect=0.8), Panel(
            f"after, by column {column}", x, {**y, "title": "place"}, aspect=0.8
        )
    x = {
        "title": "real part",
        "tickmode": "auto",
        "showticklabels": True,
        "zeroline": True,
        "zerolinecolor": GREY,
    }
    y = {**x, "title": "imaginary part"}
    return Panel("before", x, y, aspect=1), Panel("after: soft ●, hard ○", x, y, aspect=1)


def _digits(scene: AnythingScene) -> Drawn:
    """Tiles with their keys below them."""
    k, drawn = np.arange(len(scene.before)), {}
    for when, pictures, keys in (
        ("before", scene.before, scene.keys_before),
        ("after", scene.after, scene.keys_after),
    ):
        whole = tiles(pictures)
        drawn[f"{when} map"] = {"z": np.where(np.isnan(whole), None, whole)}  # JSON has no NaN
        words = [f"{round(key, 3):.3g}" for key in keys.tolist()]
        below = {"x": TILE * (k % ACROSS) + 3.5, "y": (TILE + CAPTION) * (k // ACROSS) + 10.0}
        drawn[f"{when} points"] = {**below, "text": words}
    return drawn


def _table(scene: AnythingScene) -> Drawn:
    """Shades by column, with the numbers on them."""
    low, high = scene.before.min(axis=0), scene.before.max(axis=0)
    span, drawn = np.where(high > low, high - low, 1), {}
    rows, columns = np.indices(scene.before.shape)
    for when, table in (("before", scene.before), ("after", scene.after)):
        words = [
            number(round(value, 2) if abs(value) < 1e4 else value)
            for value in table.ravel().tolist()
        ]
        drawn[f"{when} map"] = {"x": np.arange(1, table.shape[1] + 1), "z": (table - low) / span}
        drawn[f"{when} numbers"] = {"x": columns.ravel() + 1, "y": rows.ravel(), "text": words}
    return drawn


def _plane(scene: AnythingScene) -> Drawn:
    """Points, each soft one joined with the hard one of its place."""
    pairs = np.stack([scene.hard, scene.after, np.full(len(scene.after), np.nan)], -1).ravel()
    names = [str(k) for k in range(len(scene.before))]
    points = {
        "before points": scene.before,
        "after points": scene.after,
        "hard points": scene.hard,
        "moves": pairs,
    }
    drawn = {name: {"x": numbers.real, "y": numbers.imag} for name, numbers in points.items()}
    drawn["before points"]["text"] = drawn["hard points"]["text"] = names
    return drawn


def _refresh_sides(figure: go.Figure, scene: AnythingScene) -> None:
    """The axes that follow the numbers."""
    if scene.kind == "table":
        figure.layout.xaxis.range = figure.layout.xaxis2.range = (0.5, scene.before.shape[1] + 0.5)
    elif scene.kind == "complex numbers":
        most = (
            1.2 * float(max(np.abs(scene.before.real).max(), np.abs(scene.before.imag).max()))
            or 1.0
        )
        for axis in ("xaxis", "yaxis", "xaxis2", "yaxis2"):
            figure.layout[axis].range = (-most, most)


def _refresh_words(traces: dict[str, Any], scene: AnythingScene) -> None:
    noun, pictures = scene.noun, scene.kind == "digits"
    for when, what in (("before", noun), ("after", "place")):
        points = traces[f"{when} points"]
        points.mode = "text" if pictures else "markers+text" if when == "before" else "markers"
        points.textposition = "middle center" if pictures else "top center"
        points.hovertemplate = f"{what} %{{pointNumber}}: %{{x:.3f}} + %{{y:.3f}} i<extra></extra>"
        points.hoverinfo = "skip" if pictures else None
        traces[f"{when} map"].hoverinfo = "skip"
    traces[
        "hard points"
    ].hovertemplate = "hard place %{pointNumber}: %{x:.3f} + %{y:.3f} i<extra></extra>"
    traces["mix"].hovertemplate = f"place %{{y}}: %{{z:.4f}} of {noun} %{{x}}<extra></extra>"
    for name in ("hard keys", "keys"):
        traces[
            name
        ].hovertemplate = (
            f"place %{{x}}: {'hard' if 'hard' in name else 'soft'} key %{{y:.4f}}<extra></extra>"
        )


def _heat(name: str, panel: int, scale: str, **gaps: Any) -> go.Heatmap:
    return go.Heatmap(uid=name, name=name, coloraxis=scale, **gaps, **axes_of(panel))


def _points(name: str, panel: int, mode: str, **drawn: Any) -> go.Scatter:
    return go.Scatter(uid=name, name=name, mode=mode, cliponaxis=False, **drawn, **axes_of(panel))
