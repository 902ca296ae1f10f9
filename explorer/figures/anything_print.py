"""Things before and after a soft sort, what each place is made of, and its key, in print."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from ..scenes.anything import AnythingScene
from ..scenes.ribbons import ribbons_of
from ..style import POSITIVE, mixed, number
from .anything_plan import (
    KEYS,
    LINE_THICK,
    MIX,
    PHOTO,
    ROWS,
    Rows,
    caption,
    counted,
    keys_range,
    plane_end,
    shades,
    tables_of,
    things_title,
)
from .inks import colours
from .printed import FAINT, INK, PIXELS, QUIET, SHARES, Sheet, length, sheet

WIDTH, SIDE, LEFT, RIGHT = 9.2, 2.6, 0.7, 5.4
"""Inches: the sheet, the sides of its lower panels, where the left and the right one begin."""
ACROSS = WIDTH - LEFT - 0.15
"""Inches that the things take."""
SMALL = 8
"""Points of the numbers in a table, at most."""
GREYS = LinearSegmentedColormap.from_list("photo", PHOTO)
PALE = LinearSegmentedColormap.from_list("pale", ["#ffffff", mixed("#ffffff", POSITIVE, 1 / 2.2)])
"""So pale is the highest key that what is written on it is read."""
OPACITY = 0.6


def anything_print(scene: AnythingScene) -> Figure:
    """The scene on paper: things before and after, with ribbons from the ones to the others, and
    below them the mix and the keys."""
    n, across = len(scene.before), ACROSS * PIXELS
    table = scene.kind == "table"
    pixels = tables_of(n, scene.before.shape[1], across).tall if table else Rows(n, across).down
    tall, below = pixels / PIXELS, 0.85 if table else 0.55
    lower = 0.3 + tall + below
    with sheet(scene.description, WIDTH, lower + SIDE + 0.55) as paper:
        axes = paper.axes(LEFT, 0.3, ACROSS, tall, label="things", title=things_title(scene))
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
        (_tables if table else _rows)(axes, scene, across)
        _mix(paper, lower, scene)
        _keys(paper.axes(RIGHT, lower, WIDTH - RIGHT - 0.15, SIDE, label="keys"), scene)
        return paper.figure


def _rows(axes: Axes, scene: AnythingScene, across: float) -> None:
    """Two rows of things with their keys."""
    n = len(scene.before)
    rows, hues = Rows(n, across), colours(n)
    axes.set(xlim=(0, across), ylim=(rows.down, 0), xticks=[])
    axes.set_yticks([top + rows.side / 2 for top in rows.tops], ROWS)
    for ribbon in ribbons_of(scene.mix):
        start, end = (
            rows.middle(k) + rows.thick * (edge + ribbon.share / 2 - 0.5)
            for k, edge in ((ribbon.thing, ribbon.start), (ribbon.place, ribbon.end))
        )
        top, bottom = rows.tops[0] + rows.side, rows.tops[1]
        middle = (top + bottom) / 2
        curve = [(start, top), (start, middle), (end, middle), (end, bottom)]
        _ribbon(axes, curve, rows.thick * ribbon.share, hues[scene.goes_to[ribbon.thing]])
    draw = _pictures if scene.kind == "digits" else _points
    draw(axes, scene, rows)
    words = [
        [caption(float(key)) for key in each] for each in (scene.keys_before, scene.keys_after)
    ]
    for (row, top), captions in zip(enumerate(rows.tops), words, strict=True):
        for k, each in enumerate(captions):
            left = rows.middle(k) - rows.side / 2
            axes.add_patch(_square(left, top, rows.side))
            place = (rows.middle(k), top + rows.side + 3 if row else top - 3)
            look = {"ha": "center", "va": "top" if row else "bottom", "color": QUIET}
            axes.text(*place, each, fontsize=8, **look)


def _square(left: float, top: float, side: float) -> Rectangle:
    return Rectangle((left, top), side, side, fill=False, edgecolor=FAINT, linewidth=0.8)


def _pictures(axes: Axes, scene: AnythingScene, rows: Rows) -> None:
    look = {"vmin": 0, "vmax": 1, "interpolation": "nearest", "aspect": "auto"}
    limits = axes.axis()
    for top, pictures in zip(rows.tops, (scene.before, scene.after), strict=True):
        for k, picture in enumerate(pictures):
            left = rows.middle(k) - rows.side / 2
            sides = (left, left + rows.side, top + rows.side, top)
            axes.imshow(picture.reshape(8, 8), GREYS, extent=sides, **look)
    axes.axis(limits)


def _points(axes: Axes, scene: AnythingScene, rows: Rows) -> None:
    """Each number in a plane of its own; where the hard sort has it, a ring."""
    n, unit = len(scene.before), rows.side / 2 / plane_end(scene)
    hues = colours(n)
    inks = ([hues[place] for place in scene.goes_to], hues)
    for top, points, inked in zip(rows.tops, (scene.before, scene.after), inks, strict=True):
        y = top + rows.side / 2
        middles = np.array([rows.middle(k) for k in range(n)])
        for x, point, ink in zip(middles, points, inked, strict=True):
            for dx, dy in ((rows.side / 2, 0), (0, rows.side / 2)):
                axes.plot([x - dx, x + dx], [y - dy, y + dy], color=FAINT, linewidth=0.8)
            axes.plot([x, x + unit * point.real], [y, y - unit * point.imag], color=ink)
        if points is scene.after:
            hard = middles + unit * scene.hard.real, y - unit * scene.hard.imag
            axes.scatter(*hard, 30, "none", edgecolors=hues, zorder=3, label="hard")
        soft = middles + unit * points.real, y - unit * points.imag
        axes.scatter(*soft, 10, inked, zorder=4, label="points")


def _tables(axes: Axes, scene: AnythingScene, across: float) -> None:
    """A table twice: the key is shaded, and the numbers stand where they have room."""
    rows, columns = scene.before.shape
    second, ends, cell, tall = tables_of(rows, columns, across)
    hues, pixels = colours(rows), tall / rows
    for ribbon in ribbons_of(scene.mix):
        start, end = (
            k + LINE_THICK * (edge + ribbon.share / 2 - 0.5)
            for k, edge in ((ribbon.thing, ribbon.start), (ribbon.place, ribbon.end))
        )
        middle = (columns + second) / 2
        curve = [(columns, start), (middle, start), (middle, end), (second, end)]
        _ribbon(axes, curve, LINE_THICK * ribbon.share * pixels, hues[scene.goes_to[ribbon.thing]])
    for left, table in ((0.0, scene.before), (second, scene.after)):
        shaded = np.where(np.arange(1, columns + 1) == scene.column, shades(scene, table), 0.0)
        look = {"vmin": 0, "vmax": 1, "aspect": "auto"}
        axes.imshow(shaded, PALE, extent=(left, left + columns, rows - 0.5, -0.5), **look)
        frame = {"fill": False, "edgecolor": INK, "linewidth": 1.2, "clip_on": False}
        axes.add_patch(Rectangle((left + scene.column - 1, -0.5), 1, rows, **frame))
        words = [number(round(value, 2)) for value in table.ravel().tolist()]
        room = cell / PIXELS - 0.04
        size = min(SMALL, SMALL * room / max(length(each, SMALL) for each in words))
        if size >= 5:
            places = [(left + column + 0.5, row) for row, column in np.ndindex(table.shape)]
            for place, each in zip(places, words, strict=True):
                axes.text(*place, each, ha="center", va="center", fontsize=size)
    marks = counted(columns, 12, 1)
    at = [left + mark - 0.5 for left in (0, second) for mark in marks]
    axes.set_xticks(at, 2 * [str(mark) for mark in marks])
    axes.set(xlabel="column", ylabel="row, place", yticks=counted(rows, 16))
    axes.set(xlim=(0, ends), ylim=(rows - 0.5, -0.5))


def _ribbon(axes: Axes, curve: list[tuple[float, float]], thick: float, hue: str) -> None:
    """A Bézier curve of the third degree, so many pixels of a page thick."""
    codes = [Path.MOVETO, *3 * [Path.CURVE4]]
    look = {"capstyle": "butt", "linewidth": thick * 72 / PIXELS, "alpha": OPACITY}
    axes.add_patch(PathPatch(Path(curve, codes), fill=False, edgecolor=hue, label="ribbon", **look))


def _mix(paper: Sheet, top: float, scene: AnythingScene) -> None:
    n = len(scene.mix)
    axes = paper.axes(LEFT, top, SIDE, SIDE, label="mix")
    image = axes.imshow(scene.mix, SHARES, vmin=0, vmax=1, interpolation="nearest", aspect="auto")
    axes.set(title=MIX, xlabel=f"{scene.noun} it came from", ylabel="place")
    axes.set(xticks=counted(n), yticks=counted(n))
    paper.bar(image, LEFT + SIDE + 0.14, top, SIDE, [0, 1])


def _keys(axes: Axes, scene: AnythingScene) -> None:
    n = len(scene.keys_hard)
    places, hues = np.arange(n), colours(n)
    axes.scatter(places, scene.keys_hard, 60, "none", edgecolors=hues, label="hard")
    axes.scatter(places, scene.keys_after, 20, hues, label="soft")
    axes.set(title=KEYS, xlabel="place", ylabel=scene.key_name, xticks=counted(n))
    axes.set(xlim=(-0.5, n - 0.5), ylim=keys_range(scene))
