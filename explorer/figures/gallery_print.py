"""The gallery of relaxations in print: small multiples, all on one pair of axes that counts page's
pixels, as on the screen, and a table of what was measured below them."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.image import AxesImage

from ..scenes.gallery import GalleryScene, Method
from ..style import POSITIVE, number, percent
from .gallery_marks import chosen_boxes, dots, heights, minus_signs, sizes, tiles_of
from .gallery_plan import CHOSEN, KINDS, LEFT, Plan, gallery_plan, outlines
from .printed import FAINT, INK, PIXELS, QUIET, SIGNED, sheet, wrapped

WIDTH, HEADS = 9.75, 50
"""Inches of the sheet, and the page's pixels that the names of the table's rows take beyond the
room at the left of the tiles."""
SMALL, PITCH = 7, 13
"""Points of what is written about the tiles, and page's pixels from one line of it to the next."""
ROWS = ("error, of the range", "negative derivatives", "pairs out of order", "cost")


def gallery_print(scene: GalleryScene) -> Figure:
    """The scene on paper: a column a method, with what was measured of it below."""
    plan = gallery_plan(len(scene.methods), len(scene.values), round(WIDTH * PIXELS) - HEADS)
    rows = _table(scene, plan)
    lines = sum(max(map(len, row)) for row in rows)
    tall = (plan.height + PITCH * lines + 5 * len(rows) + 8) / PIXELS
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
        minus = "a minus: clearly negative; " if _signed(plan) else ""
        words = f"share in the result, or derivative; {minus}framed: output"
        look = {"color": QUIET}
        paper.write(left + 2.25, tall + 0.1, f"{words} {scene.chosen}", 8, **look)
        return paper.figure


def _matrices(axes: Axes, scene: GalleryScene, plan: Plan) -> AxesImage:
    """The matrices [out, in] on the scale that all share; gives the last."""
    look = {"cmap": SIGNED, "vmin": -1, "vmax": 1, "interpolation": "nearest", "aspect": "auto"}
    for k, method in enumerate(scene.methods):
        for kind, matrix in enumerate(method.result[2:] if method.result else (), start=1):
            if matrix is not None:
                left, top = plan.corner(k, kind)
                sides = (left, left + plan.size, top + plan.size, top)
                image = axes.imshow(matrix, extent=sides, **look)
    return image


def _frames(axes: Axes, scene: GalleryScene, plan: Plan) -> None:
    corners = [plan.corner(*tile) for tile in tiles_of(scene)]
    square = plan.size * np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
    boxes = [square + corner for corner in corners]
    axes.add_collection(PolyCollection(boxes, facecolors="none", edgecolors=FAINT, linewidths=0.7))
    x, y = (np.array(each, float) for each in outlines(chosen_boxes(scene, plan)))
    axes.plot(x, y, color=CHOSEN, linewidth=1)
    if _signed(plan):
        axes.plot(*minus_signs(scene, plan), color=QUIET, linewidth=1)


def _signed(plan: Plan) -> bool:
    """Whether cells have room for a minus."""
    return plan.size / plan.n >= 5


def _results(axes: Axes, scene: GalleryScene, plan: Plan) -> None:
    """The sorted values as dots on the rings of the hard sort; beyond the axis as triangles."""
    ring, dot = (0.75 * size for size in sizes(plan))
    x, y, _ = dots(scene, plan, [scene.hard for _ in scene.methods])
    hard = {"markerfacecolor": "none", "markeredgecolor": QUIET, "markeredgewidth": 0.9}
    axes.plot(x, y, "o", markersize=ring, **hard)
    soft = [each.result and each.result.sorted for each in scene.methods]
    x, y, beyond = dots(scene, plan, soft)
    for side, mark in ((0, "o"), (1, "^"), (-1, "v")):
        those = beyond == side
        size = dot if side == 0 else dot + 1.5
        axes.plot(x[those], y[those], mark, markersize=size, color=POSITIVE)


def _words(axes: Axes, scene: GalleryScene, plan: Plan) -> None:
    """Names above the columns, kinds and the ends of the axes at the left, and why a tile is
    empty."""
    half, middle = plan.size / 2, {"ha": "center", "va": "center"}
    for k, method in enumerate(scene.methods):
        left, top = plan.corner(k, 0)
        axes.text(left + half, top - 6, method.name, ha="center", fontweight="bold", color=INK)
        if why := method.no_permutation:
            left, top = plan.corner(k, 1)
            look = {"fontsize": SMALL, **middle}
            axes.text(left + half, top + half, why.replace(": ", ":\n"), **look)
    for kind, name in enumerate(KINDS):
        left, top = plan.corner(0, kind)
        axes.text(18 - HEADS, top + half, name, rotation=90, fontsize=8, **middle)
        ends = [(str(k), plan.size / plan.n * (k + 0.5)) for k in (0, plan.n - 1)]
        if kind == 0:
            values = scene.hard[[-1, 0]]
            spots = heights(scene, plan, values).tolist()
            ends = list(zip(map(number, values), spots, strict=True))
        for words, down in ends if ends[0] != ends[1] else ends[:1]:
            look = {"ha": "right", "va": "center", "fontsize": SMALL, "color": QUIET}
            axes.text(left - 4, top + down, words, **look)
        side = {"ha": "center", "va": "center", "rotation": 90, "fontsize": SMALL, "color": QUIET}
        word = "value" if kind == 0 else "output"
        axes.text(32 - HEADS, top + half, word, **side)


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
        return ("no result", "-", "-", method.cost)
    negative = percent(method.negative / method.result.jacobian.size)
    return (percent(method.error), negative, str(method.inversions), method.cost)


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
