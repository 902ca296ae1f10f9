"""What a figure of plotly's is as data, and what all those have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from .panels import Panel, common_layout, panels_layout


class Charted(NamedTuple):
    """A figure: ``frame``, its layout and how its traces look; ``values``, what each trace holds,
    by its uid; ``tables``, the same numbers in words: each a caption, a head and rows."""

    frame: dict[str, Any]
    values: dict[str, dict[str, Any]]
    tables: list[dict[str, Any]]

    def whole(self) -> dict[str, Any]:
        """The figure as plotly takes it."""
        traces = [{**trace, **self.values.get(trace["uid"], {})} for trace in self.frame["traces"]]
        return {"data": traces, "layout": self.frame["layout"]}


def chart_layout(
    width: int, rows: Sequence[Sequence[Panel]], kind: str, above: int = 0
) -> dict[str, Any]:
    """The layout of panels that can be zoomed: what a person zoomed into is kept while the ``kind``
    of picture is the same. ``above``: pixels more over the first row."""
    layout = {**common_layout(), **panels_layout(width, rows)}
    layout["margin"]["t"] += above
    layout["height"] += above
    return {**layout, "uirevision": kind}


def axis(title: str, low: float, high: float, **settings: Any) -> dict[str, Any]:
    """An axis that ends where it is told to."""
    return {"title": title, "range": [float(low), float(high)], **settings}


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> dict[str, Any]:
    """Numbers in words: the first of each row is what it is called."""
    return {"caption": caption, "head": [*head], "rows": [[*row] for row in rows]}


def listed(numbers: Any) -> list[Any]:
    """Numbers in seven digits, more than a picture shows, with None for NaN and infinity, which
    JSON has no words for.

    >>> listed(np.array([[1 / 3, np.nan], [2, np.inf]]))
    [[0.3333333, None], [2.0, None]]
    """
    if np.ndim(numbers) > 1:
        return [listed(row) for row in numbers]
    return [float(f"{each:.7g}") if np.isfinite(each) else None for each in numbers]
