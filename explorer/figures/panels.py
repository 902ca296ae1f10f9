"""Where the panels of a plotly figure stand in so many pixels, and what they all share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..style import FONT

CLEAR = "rgba(0,0,0,0)"
WIDTH, LEAST = 860, 240
NARROW = 620
"""Pixels below which panels stand below each other."""
TALLEST = 480
"""Pixels that a wide figure is high at most, without a second line of its titles: a laptop shows
all of it."""
GAP, LEFT, RIGHT, TOP, BOTTOM, BAR = 64, 54, 12, 30, 46, 44


class Panel(NamedTuple):
    """One plot of a figure. ``x``, ``y``: plotly's settings for its axes, their titles as words
    under "title"; ``share``: its part of the width beside others; ``aspect``: its height over its
    width; ``bar``: room for a colour bar at its right."""

    title: str
    x: dict[str, Any]
    y: dict[str, Any]
    share: float = 1.0
    aspect: float = 0.8
    bar: bool = False


def panels_layout(width: int, rows: Sequence[Sequence[Panel]]) -> dict[str, Any]:
    """The layout of panels, row by row, in so many pixels; in a narrow cell each has a row of its
    own, and a wide one is no higher than TALLEST. Panel k has the axes ``x{k}``, ``y{k}`` and, if
    it has a bar, ``coloraxis{k}`` (nothing for k = 1, as plotly has it)."""
    if width < NARROW:
        rows = [[panel] for row in rows for panel in row]
    inner = width - LEFT - RIGHT - BAR
    heights = [max(_width(panel, row, inner) * panel.aspect for panel in row) for row in rows]
    if width >= NARROW:
        part = min(1.0, (TALLEST - len(rows) * (TOP + BOTTOM)) / sum(heights))
        heights = [part * height for height in heights]
    tall = sum(heights) + (len(rows) - 1) * (TOP + BOTTOM)
    layout: dict[str, Any] = {
        "width": width,
        "height": round(tall + TOP + BOTTOM),
        "annotations": [],
    }
    layout["margin"] = {"l": LEFT, "r": RIGHT + BAR, "t": TOP, "b": BOTTOM}
    top, k = tall, 0
    for row, height in zip(rows, heights, strict=True):
        left = 0.0
        for panel in row:
            k += 1
            suffix = "" if k == 1 else str(k)
            across = [left / inner, min((left + _width(panel, row, inner)) / inner, 1)]
            up = [max((top - height) / tall, 0), top / tall]
            layout[f"xaxis{suffix}"] = _axis(panel.x, across, f"y{suffix}")
            layout[f"yaxis{suffix}"] = _axis(panel.y, up, f"x{suffix}")
            if panel.bar:
                bar = {
                    "x": across[1] + 5 / inner,
                    "y": up[0],
                    "len": up[1] - up[0],
                    "xpad": 0,
                    "ypad": 0,
                    "thickness": 10,
                }
                bar |= {
                    "nticks": 4,
                    "yanchor": "bottom",
                    "outlinewidth": 0,
                    "tickfont": {"color": "@text"},
                }
                scale = [[0, "@sign 1/0"], [1, "@sign 1"]]
                layout[f"coloraxis{suffix}"] = {"colorscale": scale, "colorbar": bar}
            corner = {
                "xref": "paper",
                "yref": "paper",
                "xanchor": "left",
                "yanchor": "bottom",
                "showarrow": False,
            }
            layout["annotations"].append(
                {**corner, "text": panel.title, "x": across[0], "y": up[1], "font": {"size": 13}}
            )
            left += _width(panel, row, inner) + GAP + (BAR if panel.bar else 0)
        top -= height + TOP + BOTTOM
    return layout


def common_layout() -> dict[str, Any]:
    """What every figure shares: no paper of its own, so that the page's theme shows, and nothing
    that moves by itself; it can be zoomed into."""
    font = {"color": "@text", "size": 12}
    return {
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {**font, "family": FONT},
        "hoverlabel": {"bgcolor": "@page", "bordercolor": "@quiet", "font": font},
        "showlegend": False,
        "dragmode": "zoom",
        "autosize": False,
        "hovermode": "closest",
        "modebar": {"remove": ["toImage"]},
    }


def axes_of(panel: int) -> dict[str, str]:
    """The axes of a trace on panel k, from 1."""
    suffix = "" if panel == 1 else str(panel)
    return {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}


def _width(panel: Panel, row: Sequence[Panel], inner: float) -> float:
    """The pixels that a panel has in its row."""
    bars = sum(BAR for each in row[:-1] if each.bar)
    return (inner - bars - GAP * (len(row) - 1)) * panel.share / sum(each.share for each in row)


def _axis(settings: dict[str, Any], domain: list[float], anchor: str) -> dict[str, Any]:
    shared = {
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "nticks": 5,
        "color": "@text",
        "linecolor": "@line",
        "tickcolor": "@line",
        "domain": domain,
    }
    title = {"text": settings.get("title", ""), "standoff": 4}
    return {**shared, "anchor": anchor, **settings, "title": title}
