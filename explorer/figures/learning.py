"""A learner at work as one plotly figure that is refreshed in place."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from ..scenes.learning import LearningScene
from ..style import POSITIVE, colour, number
from .learning_plan import BASELINE, LINES, NAMED, NAMES
from .panels import GREY, WIDTH, Panel, common_layout, panels_layout, put


def _panels(task: str) -> list[list[Panel]]:
    """The panels of a task; the title of the plane says what its two lines are, by their colours
    and dashes."""
    plane, sort, loss = NAMES[task]
    compared, learnt = LINES[task]
    solid = f'<span style="color:{POSITIVE}"><b>━</b></span> {learnt}'
    dashed = f'<span style="color:{BASELINE}"><b>╌╌</b></span> {compared}'
    return [
        [
            Panel(
                f"{plane.title}; {solid} {dashed}", {"title": plane.x}, {"title": plane.y}, aspect=1
            ),
            Panel(sort.title, {"title": sort.x}, {"title": sort.y}, aspect=1),
        ],
        [
            Panel(
                loss.title,
                {"title": loss.x, "tickformat": "d"},
                {"title": loss.y, "rangemode": "tozero"},
                aspect=0.3,
            )
        ],
    ]


PANELS = {task: _panels(task) for task in NAMES}
_LOSS = "after %{x} steps: loss %{y:.4g}<extra></extra>"
_HOVER = {
    "ordering": ("rank %{text}: (%{x:.2f}, %{y:.2f})", "true rank %{x}: soft rank %{y:.3f}"),
    "line": ("x = %{x:.2f}, y = %{y:.2f}: weight %{text}", "distance %{x:.3f}: weight %{y:.3f}"),
}


def learning_figure() -> go.Figure:
    """The figure: the plane with the points and two lines, what each point has through the sort,
    and the loss."""
    ring = {"symbol": "circle-open", "size": 12, "color": GREY, "line": {"width": 2}}
    now = {"size": 9, "color": POSITIVE}
    figure = go.Figure(
        data=[
            go.Scatter(
                uid="points",
                marker={"color": POSITIVE, "line": {"width": 0}},
                textposition="top center",
            ),
            _line("compared", {"color": BASELINE, "dash": "dash", "width": 2}),
            _line("learnt", {"color": POSITIVE, "width": 3}),
            go.Scatter(
                uid="hard", mode="markers", marker=ring, hoverinfo="skip", xaxis="x2", yaxis="y2"
            ),
            go.Scatter(
                uid="soft",
                mode="markers",
                marker={"size": 7, "color": POSITIVE},
                xaxis="x2",
                yaxis="y2",
            ),
            go.Scatter(
                uid="loss",
                mode="lines",
                line={"color": POSITIVE, "width": 2},
                hovertemplate=_LOSS,
                xaxis="x3",
                yaxis="y3",
            ),
            go.Scatter(
                uid="now",
                mode="markers+text",
                marker=now,
                cliponaxis=False,
                hoverinfo="skip",
                xaxis="x3",
                yaxis="y3",
            ),
        ],
        layout={**common_layout(), **learning_layout(WIDTH, "ordering")},
    )
    _dress(figure, "ordering")
    return figure


def refresh_learning(
    figure: go.Figure, scene: LearningScene, layout: dict[str, Any] | None = None
) -> None:
    """Put a scene into the figure in place: one update, one redraw. ``layout``: where the panels
    stand, when the task is another one than before (it was "ordering" at first)."""
    points, compared, learnt, hard, soft, loss, now = figure.data
    taken, last = len(scene.losses) - 1, scene.losses[-1]
    with figure.batch_update():
        if layout:
            figure.update_layout(layout)
            _dress(figure, scene.task)
        if scene.task == "ordering":
            _put_items(figure, points, scene)
        else:
            _put_weights(figure, points, scene)
        put(compared, x=scene.compared[:, 0], y=scene.compared[:, 1])
        put(learnt, x=scene.learnt[:, 0], y=scene.learnt[:, 1])
        put(hard, x=scene.hard[:, 0], y=scene.hard[:, 1])
        put(soft, x=scene.soft[:, 0], y=scene.soft[:, 1])
        loss.y = scene.losses
        now.x, now.y, now.text = [taken], [last], [number(last)]
        now.textposition = "top left" if 2 * taken > scene.steps else "middle right"
        figure.layout.xaxis3.range = [0, max(scene.steps, taken)]


def learning_layout(width: int, task: str) -> dict[str, Any]:
    """Where the panels of a task stand in so many pixels."""
    return panels_layout(width, PANELS[task])


def _dress(figure: go.Figure, task: str) -> None:
    """What is said of the traces of a task, and whether its lines are arrows."""
    points, compared, learnt, _, soft, _, _ = figure.data
    points.hovertemplate, soft.hovertemplate = (f"{words}<extra></extra>" for words in _HOVER[task])
    for line in (compared, learnt):
        line.marker.size = [0, 13 if task == "ordering" else 0]


def _put_items(figure: go.Figure, points: go.Scatter, scene: LearningScene) -> None:
    """Each item in the colour of its rank, which is also written where there is room; once, since
    items do not move."""
    ranks = scene.hard[:, 0]
    words = tuple(number(rank) for rank in ranks)
    if (
        points.text == words
        and np.array_equal(points.x, scene.points[:, 0])
        and np.array_equal(points.y, scene.points[:, 1])
    ):
        return
    put(points, x=scene.points[:, 0], y=scene.points[:, 1])
    colours = [colour(rank / max(ranks.max(), 1.0)) for rank in ranks]
    points.update(text=words, mode="markers+text" if len(words) <= NAMED else "markers")
    points.marker.update(size=9, color=colours, opacity=1, line={"color": GREY, "width": 1})
    _reach(figure.layout, scene)
    margin, last = max(0.5, 0.04 * len(words)), len(words) - 1
    figure.layout.xaxis2.range = figure.layout.yaxis2.range = [-margin, last + margin]


def _put_weights(figure: go.Figure, points: go.Scatter, scene: LearningScene) -> None:
    """About each point a disc, the larger the more it counts; and room for all distances and
    weights."""
    put(points, x=scene.points[:, 0], y=scene.points[:, 1])
    weights = scene.weights
    points.text = [f"{weight:.3f}" for weight in weights]
    points.marker.size = 18 + 20 * weights.clip(0, 1)
    if points.mode != "markers" or points.marker.opacity != 0.3:
        points.mode = "markers"
        points.marker.update(color=POSITIVE, opacity=0.3, line={"width": 0})
        _reach(figure.layout, scene)
    figure.layout.xaxis2.range = [
        -0.04 * scene.high,
        1.05 * max(float(scene.soft[:, 0].max()), 1.0),
    ]
    figure.layout.yaxis2.range = [
        min(-0.15, 1.1 * float(weights.min())),
        max(1.15, 1.1 * float(weights.max())),
    ]


def _reach(layout: Any, scene: LearningScene) -> None:
    """How far the plane goes."""
    margin = 0.04 * (scene.high - scene.low)
    layout.xaxis.range = layout.yaxis.range = [scene.low - margin, scene.high + margin]


def _line(name: str, line: dict[str, Any]) -> go.Scatter:
    arrow = {
        "symbol": "arrow",
        "angleref": "previous",
        "color": line["color"],
        "opacity": 1,
        "line": {"width": 0},
    }
    return go.Scatter(uid=name, mode="lines+markers", line=line, marker=arrow, hoverinfo="skip")
