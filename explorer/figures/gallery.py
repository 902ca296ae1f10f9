"""The gallery of relaxations as one plotly figure: every picture is a tile of one pair of axes,
which count pixels."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from ..scenes.gallery import GalleryScene
from ..style import NEGATIVE, POSITIVE, number
from .gallery_marks import chosen_boxes, dots, heights, minus_signs, sizes, tiles_of
from .gallery_plan import CHOSEN, FOOT, KINDS, LEFT, Plan, gallery_plan, outlines
from .panels import GREY, common_layout, faded, put

_FADES = (
    (1.0, 1.0),
    (0.4, 0.7),
    (0.1, 0.35),
)  # size of an entry -> opacity: small ones are to be seen, too
_SCALE = [
    *([0.5 - size / 2, faded(NEGATIVE, opacity)] for size, opacity in _FADES),
    [0.5, faded(GREY, 0)],
    *([0.5 + size / 2, faded(POSITIVE, opacity)] for size, opacity in _FADES[::-1]),
]


def gallery_figure() -> go.Figure:
    """The figure: frames, all matrices as one heat map (clear at 0, orange with a minus below it),
    results as dots on the rings of the hard sort, and the chosen output framed in every tile."""
    ring = {"symbol": "circle-open", "color": GREY, "line": {"width": 1.5}}
    axis = {"visible": False, "fixedrange": True, "type": "linear", "range": [0, 1]}
    bar = {
        "orientation": "h",
        "x": 0.5,
        "xanchor": "center",
        "yanchor": "top",
        "y": -12 / 500,
        "ypad": 0,
        "thickness": 10,
    }
    bar |= {
        "tickvals": [-1, 0, 1],
        "ticktext": ["-1 or less", "0", "1 or more"],
        "outlinewidth": 0,
        "lenmode": "pixels",
        "len": 240,
        "tickfont": {"color": GREY},
    }
    lines = {"mode": "lines", "hoverinfo": "skip"}
    return go.Figure(
        data=[
            go.Heatmap(uid="matrices", coloraxis="coloraxis", hoverinfo="skip"),
            go.Scatter(uid="frames", line={"color": GREY, "width": 0.7}, **lines),
            go.Scatter(uid="hard", mode="markers", marker=ring, hoverinfo="skip"),
            *(
                go.Scatter(
                    uid=name,
                    mode="markers",
                    marker={"color": POSITIVE, "symbol": symbol},
                    hoverinfo="skip",
                )
                for name, symbol in (
                    ("soft", "circle"),
                    ("above", "triangle-up"),
                    ("below", "triangle-down"),
                )
            ),
            go.Scatter(uid="minus", line={"color": GREY, "width": 1.5}, **lines),
            go.Scatter(uid="chosen", line={"color": CHOSEN, "width": 1.5}, **lines),
        ],
        layout={
            **common_layout(),
            "hovermode": False,
            "xaxis": axis,
            "yaxis": axis,
            "coloraxis": {"colorscale": _SCALE, "cmin": -1, "cmax": 1, "colorbar": bar},
            "margin": {"l": 0, "r": 0, "t": 0, "b": FOOT},
        },
    )


def refresh_gallery(figure: go.Figure, scene: GalleryScene, width: int) -> None:
    """Put a scene into the figure in place, for a cell of so many pixels: one update, one
    redraw."""
    plan = gallery_plan(len(scene.methods), len(scene.values), width)
    matrices, frames, hard, soft, above, below, minus, chosen = figure.data
    with figure.batch_update():
        still = _still(scene, plan, width)
        if figure.layout.meta != still:
            figure.update_layout(meta=still, **_layout(plan, width))
            figure.layout.annotations = _words(scene, plan)
            matrices.x, matrices.y = plan.edges()
            frames.x, frames.y = outlines(
                [(*plan.corner(*tile), plan.size, plan.size) for tile in tiles_of(scene)]
            )
            hard.marker.size, dot = sizes(plan)
            soft.marker.size = dot
            above.marker.size = below.marker.size = dot + 2
        matrices.z = plan.tiled(_matrices(scene))
        x, y, _ = dots(scene, plan, [scene.hard for _ in scene.methods])
        put(hard, x=x, y=y)
        x, y, beyond = dots(
            scene, plan, [each.result and each.result.sorted for each in scene.methods]
        )
        for trace, those in ((soft, beyond == 0), (above, beyond > 0), (below, beyond < 0)):
            put(trace, x=x[those], y=y[those])
        x, y = minus_signs(scene, plan)
        put(minus, x=x, y=y)
        x, y = outlines(chosen_boxes(scene, plan))
        put(chosen, x=tuple(x), y=tuple(y))


def gallery_tiles(scene: GalleryScene, width: int) -> dict[str, Any]:
    """Where the tiles of the figure are, and the sorted values that are drawn in them: what links
    them in the browser."""
    plan = gallery_plan(len(scene.methods), len(scene.values), width)
    return {
        "names": [each.name for each in scene.methods],
        "corners": [
            [list(plan.corner(k, kind)) for kind in range(len(KINDS))] for k in range(plan.methods)
        ],
        "size": plan.size,
        "n": plan.n,
        "per_line": plan.per_line,
        "sorted": [each.result and each.result.sorted.tolist() for each in scene.methods],
    }


def _still(scene: GalleryScene, plan: Plan, width: int) -> str:
    """All that decides what does not move: where it is the same as before, only numbers are
    refreshed."""
    return repr(
        (
            [(each.name, each.no_permutation) for each in scene.methods],
            plan,
            width,
            scene.low,
            scene.high,
        )
    )


def _layout(plan: Plan, width: int) -> dict[str, Any]:
    return {
        "width": width,
        "height": round(plan.height) + FOOT,
        "xaxis": {"range": [0, width]},
        "yaxis": {"range": [plan.height, 0]},
        "coloraxis": {"colorbar": {"y": -6 / plan.height, "x": (LEFT + 140) / width}},
    }


def _words(scene: GalleryScene, plan: Plan) -> list[dict[str, Any]]:
    """Names above the columns, kinds and the ends of the value axis at the left, and why a tile is
    empty."""
    words = [
        _word(each.name, *plan.corner(k, 0), (plan.size / 2, -4), yanchor="bottom")
        for k, each in enumerate(scene.methods)
    ]
    for line in range(plan.lines):
        first = line * plan.per_line
        for kind, name in enumerate(KINDS):
            words.append(
                _word(name, *plan.corner(first, kind), (8 - LEFT, plan.size / 2), textangle=-90)
            )
        ends = (
            heights(scene, plan, scene.hard[[-1, 0]])
            if scene.hard[0] < scene.hard[-1]
            else [plan.size / 2]
        )
        for value, height in zip(scene.hard[[-1, 0]], ends, strict=False):
            words.append(
                _word(number(value), *plan.corner(first, 0), (-4, height), 10, xanchor="right")
            )
        for kind in (1, 2):
            for k, height in (
                (0, plan.size / plan.n / 2),
                (plan.n - 1, plan.size * (1 - 0.5 / plan.n)),
            ):
                words.append(
                    _word(str(k), *plan.corner(first, kind), (-4, height), 10, xanchor="right")
                )
    for k, method in enumerate(scene.methods):
        if why := method.no_permutation:
            words.append(
                _word(
                    why.replace(": ", ":<br>"),
                    *plan.corner(k, 1),
                    (plan.size / 2, plan.size / 2),
                    10,
                )
            )
    below = {"xanchor": "left", "yanchor": "top", "yref": "paper", "yshift": -38}
    words.append(_word("share in the result, or derivative", LEFT, 0, (0, 0), 11, **below))
    return words


def _word(
    text: str, left: float, top: float, shift: tuple[float, float], size: int = 12, **settings: Any
) -> dict[str, Any]:
    middle = {
        "xref": "x",
        "yref": "y",
        "xanchor": "center",
        "yanchor": "middle",
        "showarrow": False,
        "borderpad": 0,
    }
    return {
        **middle,
        "text": text,
        "x": left + shift[0],
        "y": top + shift[1],
        "font": {"size": size},
        **settings,
    }


def _matrices(scene: GalleryScene) -> list[list[np.ndarray | None]]:
    return [[*each.result[2:]] if each.result else [None, None] for each in scene.methods]
