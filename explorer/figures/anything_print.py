"""Things before and after a soft sort, what each place is made of, and its key, in print."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from ..scenes.anything import AnythingScene
from ..style import POSITIVE, number
from .anything import ACROSS, CAPTION, INK, PAPER, TILE, tiles
from .printed import SHARES, sheet

DARK = "#5a5a5a"


def anything_print(scene: AnythingScene) -> Figure:
    """The scene on paper: before and after above, the mix and the keys below them."""
    pictures = scene.kind == "digits"
    with sheet(9.0, 8.0) as figure:
        plan = (
            [["before"] * 2, ["after"] * 2, ["mix", "keys"]]
            if pictures
            else [["before", "after"], ["mix", "keys"]]
        )
        panels = figure.subplot_mosaic(plan, height_ratios=[1, 1, 2.2] if pictures else [1, 1])
        drawn = {"digits": _digits, "table": _table, "complex numbers": _plane}[scene.kind]
        drawn(panels["before"], scene, scene.before, scene.keys_before)
        drawn(panels["after"], scene, scene.after, scene.keys_after)
        panels["before"].set_title("before")
        panels["after"].set_title(
            "after: soft (dots), hard (rings)" if scene.kind == "complex numbers" else "after"
        )
        _mix(panels["mix"], scene)
        _keys(panels["keys"], scene)
        figure.suptitle(
            scene.description, fontsize=9, x=0.01, ha="left", color="#3c3c3c", wrap=True
        )
        return figure


def _digits(axes: Axes, scene: AnythingScene, pictures: np.ndarray, keys: np.ndarray) -> None:
    scale = LinearSegmentedColormap.from_list("ink", [colour for _, colour in INK])
    axes.imshow(tiles(pictures), scale, vmin=0, vmax=1, interpolation="nearest")
    for k, key in enumerate(keys.tolist()):
        spot = (TILE * (k % ACROSS) + 3.5, (TILE + CAPTION) * (k // ACROSS) + 9.5)
        axes.annotate(
            f"{round(key, 3):.3g}", spot, ha="center", va="center", fontsize=8, color=DARK
        )
    axes.set_axis_off()


def _table(axes: Axes, scene: AnythingScene, table: np.ndarray, keys: np.ndarray) -> None:
    low, high = scene.before.min(axis=0), scene.before.max(axis=0)
    scale = LinearSegmentedColormap.from_list("paper", [colour for _, colour in PAPER])
    columns = table.shape[1]
    sides = (0.5, columns + 0.5, len(table) - 0.5, -0.5)
    axes.imshow(
        (table - low) / np.where(high > low, high - low, 1),
        scale,
        vmin=0,
        vmax=1,
        aspect="auto",
        extent=sides,
    )
    for (row, column), value in np.ndenumerate(table):
        axes.annotate(
            number(round(value, 2)), (column + 1, row), ha="center", va="center", fontsize=8
        )
    axes.set(
        xlabel=f"column (sorted by {scene.column})", xticks=range(1, columns + 1), ylabel="row"
    )


def _plane(axes: Axes, scene: AnythingScene, points: np.ndarray, keys: np.ndarray) -> None:
    if points is scene.after:
        axes.plot(
            scene.hard.real,
            scene.hard.imag,
            "o",
            markersize=8,
            markerfacecolor="none",
            markeredgecolor=DARK,
        )
        axes.plot(
            *(np.stack([part(scene.hard), part(points)]) for part in (np.real, np.imag)),
            color=DARK,
            linewidth=0.8,
        )
    axes.plot(points.real, points.imag, "o", markersize=5, color=POSITIVE)
    for k, point in enumerate(scene.hard if points is scene.after else points):
        axes.annotate(
            str(k),
            (point.real, point.imag),
            (0, 4),
            textcoords="offset points",
            ha="center",
            fontsize=7,
        )
    most = 1.2 * max(np.abs(scene.before.real).max(), np.abs(scene.before.imag).max()) or 1.0
    axes.set(
        xlabel="real part",
        ylabel="imaginary part",
        xlim=(-most, most),
        ylim=(-most, most),
        aspect="equal",
    )


def _mix(axes: Axes, scene: AnythingScene) -> None:
    image = axes.imshow(scene.mix, SHARES, vmin=0, vmax=1, interpolation="nearest")
    axes.set(
        title="what each place is made of", xlabel=f"{scene.noun} it came from", ylabel="place"
    )
    axes.figure.colorbar(image, ax=axes, shrink=0.8)


def _keys(axes: Axes, scene: AnythingScene) -> None:
    places = np.arange(len(scene.keys_hard))
    axes.plot(
        places,
        scene.keys_hard,
        "o",
        markersize=9,
        markerfacecolor="none",
        markeredgecolor=DARK,
        label="hard",
    )
    axes.plot(places, scene.keys_after, "o", markersize=5, color=POSITIVE, label="soft")
    axes.set(title="the key", xlabel="place", ylabel=scene.key_name)
    axes.legend()
