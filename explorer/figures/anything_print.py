"""Things before and after a soft sort, what each place is made of, and its key, in print."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from ..scenes.anything import AnythingScene
from ..style import POSITIVE, number
from .anything_plan import ACROSS, CAPTION, INK, PAPER, TILE, canvas, tiles
from .printed import PIXELS, QUIET, SHARES, Sheet, length, sheet

WIDTH, SIDE, LEFT, RIGHT = 9.2, 2.9, 0.7, 5.4
"""Inches: the sheet, the sides of its panels, where the left ones and the right ones begin."""
DIGIT = 0.075
"""Inches that one pixel of a picture is wide."""
SMALL = 8
"""Points of the numbers on a table, at most."""


def anything_print(scene: AnythingScene) -> Figure:
    """The scene on paper: before and after above, the mix and the keys below them."""
    digits = scene.kind == "digits"
    tall = DIGIT * canvas(len(scene.before))[1] if digits else _tall(scene)
    upper = 2 * (tall + 0.42) if digits else 0.3 + tall + 0.55
    lower = upper + 0.3
    with sheet(scene.description, WIDTH, lower + SIDE + 0.55) as paper:
        drawn = {"digits": _digits, "table": _table, "complex numbers": _plane}[scene.kind]
        drawn(paper, scene, tall)
        _mix(paper, lower, scene)
        _keys(paper.axes(RIGHT, lower, WIDTH - RIGHT - 0.15, SIDE, label="keys"), scene)
        return paper.figure


def _tall(scene: AnythingScene) -> float:
    """The inches that a table or a plane is high: for every row a line."""
    return max(SIDE, 0.16 * len(scene.before)) if scene.kind == "table" else 3.5


def _digits(paper: Sheet, scene: AnythingScene, tall: float) -> None:
    """One strip of tiles above the other, with their keys below them."""
    scale = LinearSegmentedColormap.from_list("ink", [colour for _, colour in INK])
    across, down = canvas(len(scene.before))
    wide = max(DIGIT * across, 0.22 * WIDTH)
    strips = (("before", scene.before, scene.keys_before), ("after", scene.after, scene.keys_after))
    for line, (name, pictures, keys) in enumerate(strips):
        axes = paper.axes(LEFT, 0.3 + line * (tall + 0.42), wide, tall, label=name, title=name)
        axes.imshow(tiles(pictures), scale, vmin=0, vmax=1, interpolation="nearest", aspect="auto")
        axes.set(xlim=(-0.5, wide / DIGIT - 0.5), ylim=(down - 0.5, -0.5))
        for k, key in enumerate(keys.tolist()):
            spot = (TILE * (k % ACROSS) + 3.5, (TILE + CAPTION) * (k // ACROSS) + 9.5)
            words = f"{round(key, 3):.3g}"
            axes.text(*spot, words, ha="center", va="center", fontsize=8, color=QUIET)
        axes.set_axis_off()


def _table(paper: Sheet, scene: AnythingScene, tall: float) -> None:
    """The rows side by side, shaded by column, with the numbers on them where they have room."""
    low, high = scene.before.min(axis=0), scene.before.max(axis=0)
    scale = LinearSegmentedColormap.from_list("paper", [colour for _, colour in PAPER])
    rows, columns = scene.before.shape
    wide = WIDTH - RIGHT - 0.15
    for name, left, table in (("before", LEFT, scene.before), ("after", RIGHT, scene.after)):
        axes = paper.axes(left, 0.3, wide, tall, label=name)
        span = np.where(high > low, high - low, 1)
        sides = (0.5, columns + 0.5, rows - 0.5, -0.5)
        look = {"vmin": 0, "vmax": 1, "aspect": "auto", "extent": sides}
        axes.imshow((table - low) / span, scale, **look)
        words = [number(round(value, 2)) for value in table.ravel().tolist()]
        room = wide / columns - 0.04
        size = min(SMALL, SMALL * room / max(length(each, SMALL) for each in words))
        if size >= 5:
            places = [(column + 1, row) for row, column in np.ndindex(table.shape)]
            for place, each in zip(places, words, strict=True):
                axes.text(*place, each, ha="center", va="center", fontsize=size)
        title = name if name == "before" else f"after, by column {scene.column}"
        some = range(1, columns + 1, max(1, -(-columns // 12)))
        axes.set(title=title, xlabel="column", ylabel="row" if name == "before" else "place")
        axes.set(xticks=some, yticks=range(0, rows, max(1, -(-rows // 16))))


def _plane(paper: Sheet, scene: AnythingScene, tall: float) -> None:
    """Points, each soft one joined with the hard one of its place."""
    most = 1.2 * max(np.abs(scene.before.real).max(), np.abs(scene.before.imag).max()) or 1.0
    for name, left, points in (("before", LEFT, scene.before), ("after", RIGHT, scene.after)):
        axes = paper.axes(left, 0.3, tall, tall, label=name)
        named = scene.hard if name == "after" else points
        if name == "after":
            hard = {"markerfacecolor": "none", "markeredgecolor": QUIET, "markersize": 8}
            axes.plot(scene.hard.real, scene.hard.imag, "o", **hard)
            ends = np.stack([scene.hard, points], axis=1)
            moves = np.stack([ends.real, ends.imag], axis=-1)
            axes.add_collection(LineCollection(moves, colors=QUIET, linewidths=0.8))
        axes.plot(points.real, points.imag, "o", markersize=5, color=POSITIVE)
        _name(axes, named, 2 * most / (tall * PIXELS))
        title = "before" if name == "before" else "after: soft (dots), hard (rings)"
        axes.set(title=title, xlabel="real part", ylabel="imaginary part")
        axes.set(xlim=(-most, most), ylim=(-most, most))


def _name(axes: Axes, points: np.ndarray, pixel: float) -> None:
    """The number of each point above it; where others stand there, once for all of them."""
    groups: list[list[int]] = []
    for k, point in enumerate(points):
        near = (
            group
            for group in groups
            if abs((apart := point - points[group[0]]).imag) < 14 * pixel
            and abs(apart.real) < (12 + 12 * len(group)) * pixel
        )
        group = next(near, None)
        if group is None:
            groups.append([k])
        else:
            group.append(k)
    for group in groups:
        words, at = ", ".join(map(str, group)), points[group].mean()
        axes.text(at.real, at.imag + 6 * pixel, words, ha="center", fontsize=7)


def _mix(paper: Sheet, top: float, scene: AnythingScene) -> None:
    n = len(scene.mix)
    axes = paper.axes(LEFT, top, SIDE, SIDE, label="mix")
    image = axes.imshow(scene.mix, SHARES, vmin=0, vmax=1, interpolation="nearest", aspect="auto")
    some = range(0, n, max(1, -(-n // 8)))
    axes.set(title="what each place is made of", xlabel=f"{scene.noun} it came from")
    axes.set(ylabel="place", xticks=some, yticks=some)
    paper.bar(image, LEFT + SIDE + 0.14, top, SIDE, [0, 0.5, 1])


def _keys(axes: Axes, scene: AnythingScene) -> None:
    places = np.arange(len(scene.keys_hard))
    hard = {"markerfacecolor": "none", "markeredgecolor": QUIET, "markersize": 9}
    axes.plot(places, scene.keys_hard, "o", **hard)
    axes.plot(places, scene.keys_after, "o", markersize=5, color=POSITIVE)
    some = places[:: max(1, -(-len(places) // 8))]
    axes.set(title="the key: soft (dots), hard (rings)", xlabel="place", ylabel=scene.key_name)
    axes.set(xticks=some)
