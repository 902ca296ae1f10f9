"""Things before and after a soft sort, what each place is made of, and its key, in print."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..scenes.anything import AnythingScene
from ..style import POSITIVE, mixed, number
from .anything_plan import (
    KEYS,
    MIX,
    PHOTO,
    PLANES,
    STRIPS,
    Strips,
    caption,
    counted,
    digits_title,
    groups_of,
    keys_range,
    plane_end,
    shades,
    table_titles,
)
from .inks import colours
from .printed import FAINT, INK, PIXELS, QUIET, SHARES, Sheet, length, sheet

WIDTH, SIDE, LEFT, RIGHT = 9.2, 2.6, 0.7, 5.4
"""Inches: the sheet, the sides of its lower panels, where the left and the right one begin."""
FEW, MANY = (8, 0.075), (16, 0.057)
"""Pictures in a line, and the inches that one of their pixels is wide."""
SMALL = 8
"""Points of the numbers in a table, at most."""
GREYS = LinearSegmentedColormap.from_list("photo", PHOTO)
PALE = LinearSegmentedColormap.from_list("pale", ["#ffffff", mixed("#ffffff", POSITIVE, 1 / 2.2)])
"""So pale is the highest key that what is written on it is read."""


def anything_print(scene: AnythingScene) -> Figure:
    """The scene on paper: things before, softly sorted and sorted above, the mix and the keys below
    them."""
    n = len(scene.before)
    across, digit = FEW if n <= FEW[0] else MANY
    strips = Strips(n, across)
    tall, below = {
        "digits": (digit * (strips.down + 2), 0.45),
        "table": (max(1.2, 0.17 * n), 0.85),
        "complex numbers": (3.4, 0.85),
    }[scene.kind]
    lower = 0.3 + tall + below
    with sheet(scene.description, WIDTH, lower + SIDE + 0.55) as paper:
        if scene.kind == "digits":
            _digits(paper, scene, strips, digit)
        else:
            (_tables if scene.kind == "table" else _planes)(paper, scene, tall)
        _mix(paper, lower, scene)
        _keys(paper.axes(RIGHT, lower, WIDTH - RIGHT - 0.15, SIDE, label="keys"), scene)
        return paper.figure


def _digits(paper: Sheet, scene: AnythingScene, strips: Strips, digit: float) -> None:
    """Strips of pictures, one below the other, with their keys below them."""
    wide, tall = digit * (strips.wide + 2), digit * (strips.down + 2)
    axes = paper.axes(LEFT, 0.3, wide, tall, label="digits", title=digits_title(scene))
    axes.set(xlim=(-1, strips.wide + 1), ylim=(strips.down + 1, -1), xticks=[])
    axes.set_yticks([strips.middle(strip) for strip in range(len(STRIPS))], STRIPS)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    pictures = (scene.before, scene.after, scene.hard)
    keys = (scene.keys_before, scene.keys_after, scene.keys_hard)
    look = {"vmin": 0, "vmax": 1, "interpolation": "nearest", "aspect": "auto"}
    for strip in range(len(STRIPS)):
        for k, picture in enumerate(pictures[strip]):
            left, top = strips.at(strip, k)
            sides = (left - 0.5, left + 7.5, top + 7.5, top - 0.5)
            axes.imshow(picture.reshape(8, 8), GREYS, extent=sides, **look)
            frame = {"fill": False, "edgecolor": FAINT, "linewidth": 0.8}
            axes.add_patch(Rectangle((left - 0.5, top - 0.5), 8, 8, **frame))
            words = caption(float(keys[strip][k]))
            place = (left + 3.5, top + 7.9)
            axes.text(*place, words, ha="center", va="top", fontsize=8, color=QUIET)
    axes.set(xlim=(-1, strips.wide + 1), ylim=(strips.down + 1, -1))


def _tables(paper: Sheet, scene: AnythingScene, tall: float) -> None:
    """Tables side by side: the key is shaded, and the numbers stand where they have room."""
    rows, columns = scene.before.shape
    wide = (WIDTH - LEFT - 0.15 - 2 * 0.55) / 3
    titles = table_titles(scene)
    for strip, table in enumerate((scene.before, scene.after, scene.hard)):
        axes = paper.axes(LEFT + strip * (wide + 0.55), 0.3, wide, tall, label=STRIPS[strip])
        shaded = np.where(np.arange(1, columns + 1) == scene.column, shades(scene, table), 0.0)
        look = {"vmin": 0, "vmax": 1, "aspect": "auto"}
        axes.imshow(shaded, PALE, extent=(0.5, columns + 0.5, rows - 0.5, -0.5), **look)
        frame = {"fill": False, "edgecolor": INK, "linewidth": 1.2, "clip_on": False}
        axes.add_patch(Rectangle((scene.column - 0.5, -0.5), 1, rows, **frame))
        words = [number(round(value, 2)) for value in table.ravel().tolist()]
        room = wide / columns - 0.04
        size = min(SMALL, SMALL * room / max(length(each, SMALL) for each in words))
        if size >= 5:
            places = [(column + 1, row) for row, column in np.ndindex(table.shape)]
            for place, each in zip(places, words, strict=True):
                axes.text(*place, each, ha="center", va="center", fontsize=size)
        axes.set(title=titles[strip], xlabel="column", ylabel="place" if strip else "row")
        axes.set(xticks=counted(columns, 12, 1), yticks=counted(rows, 16))


def _planes(paper: Sheet, scene: AnythingScene, tall: float) -> None:
    """Points, each soft one joined with the hard one of its place."""
    end, hues = plane_end(scene), colours(len(scene.before))
    first = [hues[place] for place in scene.goes_to]
    for name, left, title in zip(("before", "after"), (LEFT, RIGHT), PLANES, strict=True):
        axes = paper.axes(left, 0.3, tall, tall, label=name, title=title)
        axes.axhline(0, color=FAINT, linewidth=0.8)
        axes.axvline(0, color=FAINT, linewidth=0.8)
        named = scene.before if name == "before" else scene.hard
        if name == "after":
            for soft, hard, hue in zip(scene.after, scene.hard, hues, strict=True):
                axes.plot([hard.real, soft.real], [hard.imag, soft.imag], color=hue, linewidth=0.8)
            axes.scatter(scene.hard.real, scene.hard.imag, 60, "none", edgecolors=hues, zorder=3)
        points, inked = (scene.before, first) if name == "before" else (scene.after, hues)
        axes.scatter(points.real, points.imag, 20, inked, label="points", zorder=4)
        pixel = 2 * end / (tall * PIXELS)
        for group in groups_of(named.tolist(), pixel):
            axes.text(group.x, group.y + 8 * pixel, group.words, ha="center", fontsize=7)
        axes.set(xlabel="real part", ylabel="imaginary part", xlim=(-end, end), ylim=(-end, end))


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
