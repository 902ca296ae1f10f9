"""The gallery of relaxations in print: small multiples, all on one pair of axes that counts page's
pixels, as on the screen, and a table of what was measured below them."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.image import AxesImage

from ..scenes.gallery import GalleryScene, Method
from ..scenes.placed import place_names
from ..style import NEGATIVE, POSITIVE, mixed, number, percent
from .gallery_marks import Box, chosen_boxes, dots, empty, heights, signs, sizes, tiles_of
from .gallery_plan import GAP, KINDS, LEFT, Plan, gallery_plan
from .name_ticks import named_ticks
from .printed import ACCENT, FAINT, INK, MARGIN, PIXELS, QUIET, sheet, wrapped

WIDTH, HEADS = 9.75, 50
"""Inches of the sheet, and the page's pixels that the names of the table's rows take beyond the
room at the left of the tiles."""
SMALL, PITCH = 7, 13
"""Points of what is written about the tiles, and page's pixels from one line of it to the next."""
ROOM, LINE = LEFT + HEADS - 44, 10
"""Page's pixels that names have beside the tiles, and of a row at least that one stands at."""
SHADES = LinearSegmentedColormap.from_list(
    "rooted",
    [
        mixed("#ffffff", POSITIVE if part > 0 else NEGATIVE, abs(part) ** 0.5)
        for part in np.linspace(-1, 1, 257)
    ],
    257,
)
"""A colour is as full as the root of its number: small ones are to be seen, too."""
ROWS = ("its strength", "error, of the range", "negative derivatives", "pairs out of order", "cost")


def gallery_print(scene: GalleryScene) -> Figure:
    """The scene on paper: a column a method, with what was measured of it below."""
    plan = gallery_plan(len(scene.methods), len(scene.values), round(WIDTH * PIXELS) - HEADS)
    rows = _table(scene, plan)
    high = sum(max(map(len, row)) for row in rows)
    tall = (plan.height + PITCH * high + 5 * len(rows) + 8) / PIXELS
    with sheet(scene.description, WIDTH, tall + 0.55) as paper:
        axes = paper.blank(0, 0, WIDTH, tall)
        image = _matrices(axes, scene, plan)
        axes.set(xlim=(-HEADS, WIDTH * PIXELS - HEADS), ylim=(tall * PIXELS, 0))
        _frames(axes, scene, plan)
        _results(axes, scene, plan)
        _words(axes, scene, plan)
        _write(axes, plan, rows)
        left = (LEFT + HEADS) / PIXELS
        paper.bar(image, left, tall + 0.12, 2.0, [-1, 0, 1], ["≤ -1", "0", "≥ 1"], across=True)
        negative = "a minus, or a line around: clearly negative"
        words = (
            f"share in the result, or derivative; {negative}; framed: output {scene.output_words}"
        )
        lines = wrapped(words, WIDTH - left - 2.25 - MARGIN, 8)
        paper.write(left + 2.25, tall + 0.1, "\n".join(lines), 8, color=QUIET)
        return paper.figure


def _matrices(axes: Axes, scene: GalleryScene, plan: Plan) -> AxesImage:
    """The matrices [out, in] on the scale that all share; gives the last."""
    look = {"cmap": SHADES, "vmin": -1, "vmax": 1, "interpolation": "nearest", "aspect": "auto"}
    for k, method in enumerate(scene.methods):
        for kind, matrix in enumerate(method.result.matrices if method.result else (), start=1):
            if matrix is not None:
                left, top = plan.corner(k, kind)
                sides = (left, left + plan.size, top + plan.size, top)
                image = axes.imshow(matrix, extent=sides, **look)
    return image


def _frames(axes: Axes, scene: GalleryScene, plan: Plan) -> None:
    tiles = [(*plan.corner(*tile), plan.size, plan.size) for tile in tiles_of(scene)]
    for boxes, colour, width in (
        (tiles, FAINT, 0.7),
        (chosen_boxes(scene, plan), ACCENT, 1 if plan.n <= 24 else 0.7),
    ):
        corners = [_corners(box) for box in boxes]
        look = {"facecolors": "none", "edgecolors": colour, "linewidths": width}
        axes.add_collection(PolyCollection(corners, **look))
    thick = 72 / PIXELS * min(1.3, plan.size / plan.n / 4)
    axes.add_collection(
        LineCollection(signs(scene, plan), colors=INK, linewidths=thick, alpha=0.75)
    )


def _corners(box: Box) -> np.ndarray:
    left, top, width, height = box
    return np.array([(0, 0), (1, 0), (1, 1), (0, 1)]) * (width, height) + (left, top)


def _results(axes: Axes, scene: GalleryScene, plan: Plan) -> None:
    """The sorted values as dots on the rings of the hard sort; beyond the axis as triangles."""
    ring, dot = (0.75 * size for size in sizes(plan))
    x, y, _ = dots(scene, plan, hard=True)
    hard = {"markerfacecolor": "none", "markeredgecolor": QUIET, "markeredgewidth": 0.9}
    axes.plot(x, y, "o", markersize=ring, **hard)
    x, y, beyond = dots(scene, plan, hard=False)
    for side, mark in ((0, "o"), (1, "^"), (-1, "v")):
        those = beyond == side
        size = dot if side == 0 else dot + 1.5
        axes.plot(x[those], y[those], mark, markersize=size, color=INK)


def _words(axes: Axes, scene: GalleryScene, plan: Plan) -> None:
    """Names above the columns, kinds and the ends of the axes at the left, and why a tile is
    empty."""
    half, middle = plan.size / 2, {"ha": "center", "va": "center"}
    for k, method in enumerate(scene.methods):
        left, top = plan.corner(k, 0)
        axes.text(left + half, top - 19, method.name, ha="center", fontweight="bold", color=INK)
        small = {"ha": "center", "fontsize": SMALL, "color": QUIET}
        if method.result:
            axes.text(left + half, top - 6, method.result.brief, **small)
        for kind in range(len(KINDS)):
            if why := empty(scene, k, kind):
                left, top = plan.corner(k, kind)
                look = {"fontsize": SMALL, **middle}
                axes.text(left + half, top + half, why.replace(": ", ":\n"), **look)
        left, top = plan.corner(k, len(KINDS) - 1)
        ends = sorted({0, plan.n - 1})
        for end in ends:
            x = left + plan.size / plan.n * (end + 0.5)
            axes.text(x, top + plan.size + GAP, str(end), **small)
        axes.text(
            left + half, top + plan.size + GAP + (0 if len(ends) > 1 else 10), "input", **small
        )
    for kind, name in enumerate(KINDS):
        left, top = plan.corner(0, kind)
        axes.text(18 - HEADS, top + half, name, rotation=90, fontsize=8, **middle)
        ends = [(str(k), plan.size / plan.n * (k + 0.5)) for k in (0, plan.n - 1)]
        if kind == 0:
            values = scene.hard[[-1, 0]]
            spots = heights(scene, plan, values).tolist()
            ends = list(zip(map(number, values), spots, strict=True))
        elif named := _row_names(scene, plan):
            ends = named
        for words, down in ends if ends[0] != ends[-1] else ends[:1]:
            look = {"ha": "right", "va": "center", "fontsize": SMALL, "color": QUIET}
            axes.text(left - 4, top + down, words, **look)
        side = {"ha": "center", "va": "center", "rotation": 90, "fontsize": SMALL, "color": QUIET}
        word = "value" if kind == 0 else "output"
        axes.text(32 - HEADS, top + half, word, **side)


def _row_names(scene: GalleryScene, plan: Plan) -> list[tuple[str, float]]:
    """The places with the names of the inputs that come there, and where each stands: all, or
    the first and the last where rows are lower than a line of writing; none without names."""
    cell = plan.size / plan.n
    found = named_ticks(place_names(scene.values, scene.names), ROOM / PIXELS, numbered=True)
    if found is None:
        return []
    rows = [(words, cell * (place + 0.5)) for place, words in zip(*found, strict=True)]
    return rows if cell >= LINE else [rows[0], rows[-1]]


def _table(scene: GalleryScene, plan: Plan) -> list[list[list[str]]]:
    """The lines of each cell, row by row, the name of the row first."""
    columns = [_measures(method) for method in scene.methods]
    room = (LEFT + HEADS - 14) / PIXELS, (plan.size + 8) / PIXELS
    return [
        [
            wrapped(name, room[0], SMALL),
            *(wrapped(column[k], room[1], SMALL) for column in columns),
        ]
        for k, name in enumerate(ROWS)
    ]


def _measures(method: Method) -> tuple[str, ...]:
    if method.result is None:
        return ("no result", "-", "-", "-", method.cost)
    negative = percent(method.negative / method.result.jacobian.size)
    strength = method.result.brief or method.result.strength
    return (strength, percent(method.error), negative, str(method.inversions), method.cost)


def _write(axes: Axes, plan: Plan, rows: list[list[list[str]]]) -> None:
    """The table, below the tiles."""
    top = plan.height + 2
    for row in rows:
        look = {"va": "top", "fontsize": SMALL, "linespacing": 1.2}
        axes.text(LEFT - 8, top, "\n".join(row[0]), ha="right", color=QUIET, **look)
        for k, lines in enumerate(row[1:]):
            left = plan.corner(k, 0)[0] + plan.size / 2
            axes.text(left, top, "\n".join(lines), ha="center", color=INK, **look)
        top += PITCH * max(map(len, row)) + 5
