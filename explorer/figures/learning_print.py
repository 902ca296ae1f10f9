"""A learner at work in print."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..scenes.learning import LearningScene
from ..style import POSITIVE, colour, number
from .learning_plan import BASELINE, LINES, NAMED, NAMES, Words
from .printed import QUIET, sheet

WIDTH, SIDE = 9.75, 2.45
"""Inches: the sheet, and the sides of its panels."""
LEFTS = (0.6, 3.85, 7.1)


def learning_print(scene: LearningScene) -> Figure:
    """The scene on paper: the plane, what each point has through the sort, the loss."""
    names = NAMES[scene.task]
    with sheet(scene.description, WIDTH, SIDE + 0.85) as paper:
        plane, sort, loss = (paper.axes(left, 0.3, SIDE, SIDE) for left in LEFTS)
        _draw_plane(plane, scene, names.plane)
        hard = {"markerfacecolor": "none", "markeredgecolor": QUIET, "markersize": 9}
        sort.plot(*scene.hard.T, "o", **hard)
        sort.plot(*scene.soft.T, "o", markersize=5, color=POSITIVE)
        sort.set(title=names.sort.title, xlabel=names.sort.x, ylabel=names.sort.y)
        loss.plot(scene.losses, color=POSITIVE)
        last, high = len(scene.losses) - 1, float(max(scene.losses))
        loss.plot(last, scene.losses[-1], "o", color=POSITIVE, clip_on=False)
        loss.set(
            title=names.loss.title.partition(":")[0],
            xlabel=names.loss.x,
            ylabel=names.loss.title.partition(": ")[2],
            xlim=(0, max(scene.steps, last)),
            ylim=(min(0.0, *scene.losses), 1.06 * high if high > 1e-9 else 1.0),
        )
        return paper.figure


def _draw_plane(axes: Axes, scene: LearningScene, words: Words) -> None:
    """The points, and the two lines or arrows, with their names below the title."""
    ends = (scene.low, scene.high)
    axes.set(xlabel=words.x, ylabel=words.y, xlim=ends, ylim=ends)
    if scene.task == "ordering":
        ranks = scene.hard[:, 0]
        shades = [colour(rank / max(ranks.max(), 1.0)) for rank in ranks]
        axes.scatter(*scene.points.T, 16, shades)
        _name(axes, scene.points, ranks, 0.03 * (scene.high - scene.low))
    else:
        axes.scatter(*scene.points.T, 6, "#3c3c3c")
        halo = {"alpha": 0.3, "linewidths": 0}
        axes.scatter(*scene.points.T, 20 + 160 * scene.weights.clip(0, 1), POSITIVE, **halo)
    tip = "->" if scene.task == "ordering" else "-"
    looks = ((scene.compared, BASELINE, "--"), (scene.learnt, POSITIVE, "-"))
    for line, ink, dash in looks:
        if len(line):
            arrow = {"arrowstyle": tip, "color": ink, "linestyle": dash, "linewidth": 1.5}
            arrow |= {"shrinkA": 0, "shrinkB": 0}
            axes.annotate("", line[-1], line[0], arrowprops=arrow)
    compared, learnt = LINES[scene.task]
    axes.text(0, 1.03, f"━ {learnt}", color=POSITIVE, transform=axes.transAxes)
    look = {"ha": "right", "transform": axes.transAxes}
    axes.text(1, 1.03, f"╌╌ {compared}", color=BASELINE, **look)


def _name(axes: Axes, points: np.ndarray, ranks: np.ndarray, above: float) -> None:
    """The rank of each of a few items, above it, but for one that another's would meet."""
    if len(ranks) > NAMED:
        return
    written: list[np.ndarray] = []
    for point, rank in zip(points, ranks, strict=True):
        if all((np.abs(point - other) > (3 * above, 2.4 * above)).any() for other in written):
            written.append(point)
            axes.text(point[0], point[1] + above, number(rank), ha="center", fontsize=7)
