"""A learner at work as a figure of plotly's."""

from __future__ import annotations

from html import escape
from typing import Any

import numpy as np

from ..scenes.learning import LearningScene
from ..style import number
from .charted import Charted, axis, chart_layout, listed, table
from .learning_plan import (
    COMPARED,
    LEARNT,
    LINES,
    NAMES,
    Ends,
    Words,
    item_words,
    learning_axes,
    named_items,
    point_inks,
)
from .panels import Panel, axes_of

LINE = 17
"""Pixels of a second line of a title."""
WIDE = 860
"""Pixels from which the loss stands beside what it is the loss of."""
ROWS = 20
"""So many steps at most are in the table."""
MINUS = "\N{MINUS SIGN}"


def learning_chart(scene: LearningScene, width: int) -> Charted:
    """The figure in so many pixels, and its numbers in words: the plane with the points and two
    lines, what each point has through the sort, and the loss."""
    frame = {"layout": _layout(scene, width), "traces": _traces(scene)}
    return Charted(frame, _values(scene), [_points_table(scene), _loss_table(scene)])


def _layout(scene: LearningScene, width: int) -> dict[str, Any]:
    """The title of the plane says what its two lines are, by their dashes."""
    plane, sort, loss = NAMES[scene.task]
    compared, learnt = LINES[scene.task]
    ends, wide = learning_axes(scene), width >= WIDE
    lines = f"\N{BOX DRAWINGS HEAVY HORIZONTAL} {learnt} \u254c\u254c {compared}"
    first = _panel(plane, f"{plane.title}<br>{lines}", ends.plane, ends.plane)
    titles = [each.title.replace(": ", "<br>" if wide else ": ") for each in (sort, loss)]
    second = _panel(sort, titles[0], ends.across, ends.up)
    third = _panel(loss, titles[1], ends.steps, ends.losses, aspect=1 if wide else 0.3)
    third.x["tickformat"] = "d"
    rows = [[first, second, third]] if wide else [[first, second], [third]]
    layout = chart_layout(width, rows, scene.task, LINE)
    for title in layout["annotations"]:
        title["align"] = "left"
    return layout


def _panel(words: Words, title: str, across: Ends, up: Ends, aspect: float = 1.0) -> Panel:
    return Panel(title, axis(words.x, *across), axis(words.y, *up), aspect=aspect)


def _traces(scene: LearningScene) -> list[dict[str, Any]]:
    ordering = scene.task == "ordering"
    called = "%{hovertext}: " if scene.names else ""
    hover = (
        ("rank %{hovertext}: (%{x:.2f}, %{y:.2f})", called + "true rank %{x}: soft rank %{y:.3f}")
        if ordering
        else (
            "x = %{x:.2f}, y = %{y:.2f}: weight %{hovertext}",
            "distance %{x:.3f}: weight %{y:.3f}",
        )
    )
    edge = {"width": 1, "color": "@quiet"} if ordering else {"width": 0}
    ring = {"symbol": "circle-open", "size": 12, "color": "@quiet", "line": {"width": 2}}
    look = {"opacity": 1 if ordering else 0.35, "line": edge}
    return [
        {
            **_dots("points", look, hover[0], 1),
            "mode": "markers+text",
            "textposition": "top center" if ordering else "middle right",
        },
        _line("compared", {"color": COMPARED, "dash": "dash", "width": 2}, ordering),
        _line("learnt", {"color": LEARNT, "width": 3}, ordering),
        {**_dots("hard", ring, "", 2), "hoverinfo": "skip"},
        _dots("soft", {"size": 8, "line": edge}, hover[1], 2),
        {
            **{"uid": "loss", "type": "scatter", "mode": "lines", **axes_of(3)},
            "line": {"color": LEARNT, "width": 2},
            "hovertemplate": "after %{x} steps: loss %{y:.4g}<extra></extra>",
        },
        {
            **_dots("now", {"size": 9, "color": LEARNT}, "", 3),
            **{"mode": "markers+text", "cliponaxis": False, "hoverinfo": "skip"},
        },
    ]


def _values(scene: LearningScene) -> dict[str, dict[str, Any]]:
    taken, last = len(scene.losses) - 1, float(scene.losses[-1])
    inks = point_inks(scene)
    return {
        "points": {**_places(scene.points), **_told(scene), "marker": _marker(scene, inks)},
        "compared": _places(scene.compared),
        "learnt": _places(scene.learnt),
        "hard": _places(scene.hard),
        "soft": {**_places(scene.soft), **_soft_told(scene), "marker": {"color": inks}},
        "loss": {"y": listed(scene.losses)},
        "now": {
            **{"x": [taken], "y": listed([last]), "text": [number(last)]},
            "textposition": "top left" if 2 * taken > scene.steps else "top right",
        },
    }


def _told(scene: LearningScene) -> dict[str, list[str]]:
    """What stands at each point, and what is read there: a negative weight has its sign."""
    if scene.task == "ordering":
        ranks, named = [number(rank) for rank in scene.hard[:, 0]], named_items(scene)
        words = [plain(each) for each in item_words(scene)]
        text = [each if k in named else "" for k, each in enumerate(words)]
        names = [f", {plain(each)}" for each in scene.names or ()] or [""] * len(ranks)
        told = [rank + name for rank, name in zip(ranks, names, strict=True)]
        return {"text": text, "hovertext": told}
    return {
        "text": [MINUS if weight < 0 else "" for weight in scene.weights],
        "hovertext": [f"{weight:.3f}" for weight in scene.weights],
    }


def _soft_told(scene: LearningScene) -> dict[str, list[str]]:
    """What each item is called, where it has a name."""
    return {"hovertext": [plain(name) for name in scene.names]} if scene.names else {}


def plain(name: str) -> str:
    """A name as plotly writes it as it is: it takes some marks for its own."""
    return escape(name, quote=False)


def _marker(scene: LearningScene, inks: list[str]) -> dict[str, Any]:
    """About each point of a line a disc, the larger the more it counts."""
    if scene.task == "ordering":
        return {"size": 10, "color": inks}
    return {"size": listed(18 + 20 * np.abs(scene.weights).clip(0, 1)), "color": inks}


def _dots(name: str, marker: dict[str, Any], hover: str, panel: int) -> dict[str, Any]:
    told = {"hovertemplate": f"{hover}<extra></extra>"} if hover else {}
    dots = {"uid": name, "type": "scatter", "mode": "markers", "marker": marker}
    return {**dots, **told, **axes_of(panel)}


def _line(name: str, line: dict[str, Any], arrow: bool) -> dict[str, Any]:
    """A line, or an arrow."""
    tip = {"symbol": "arrow", "angleref": "previous", "color": line["color"]}
    tip |= {"size": [0, 13 if arrow else 0], "opacity": 1, "line": {"width": 0}}
    drawn = {"uid": name, "type": "scatter", "mode": "lines+markers", "line": line, "marker": tip}
    return {**drawn, "hoverinfo": "skip", **axes_of(1)}


def _places(points: np.ndarray) -> dict[str, list[Any]]:
    return {"x": listed(points[:, 0]), "y": listed(points[:, 1])}


def _points_table(scene: LearningScene) -> dict[str, Any]:
    columns = np.column_stack([scene.points, scene.soft])
    called = scene.names or [str(k) for k in range(1, len(columns) + 1)]
    rows = [
        [name, *map(number, map(float, row))] for name, row in zip(called, columns, strict=True)
    ]
    if scene.task == "ordering":
        head = ["item", "first feature", "second feature", "true rank", "soft rank"]
        return table("Items, and their ranks through the sort", head, rows)
    head = ["point", "x", "y", "distance from the learnt line", "weight"]
    return table("Points, and what each counts", head, rows)


def _loss_table(scene: LearningScene) -> dict[str, Any]:
    last = len(scene.losses) - 1
    steps = sorted({round(step) for step in np.linspace(0, last, min(last, ROWS - 1) + 1)})
    rows = [[str(step), number(float(scene.losses[step]))] for step in steps]
    return table(f"{NAMES[scene.task].loss.title.capitalize()}", ["step", "loss"], rows)
