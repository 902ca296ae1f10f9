"""A learner at work in print."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..scenes.learning import LearningScene
from .inks import on_paper
from .learning_plan import (
    COMPARED,
    LEARNT,
    LINES,
    NAMES,
    LearningAxes,
    Words,
    item_words,
    learning_axes,
    named_items,
    point_inks,
)
from .printed import QUIET, sheet

WIDTH, SIDE = 9.75, 2.45
"""Inches: the sheet, and the sides of its panels."""
LEFTS = (0.6, 3.85, 7.1)


def learning_print(scene: LearningScene) -> Figure:
    """The scene on paper: the plane, what each point has through the sort, the loss."""
    names, ends, inks = NAMES[scene.task], learning_axes(scene), on_paper(point_inks(scene))
    ink = on_paper(LEARNT)
    with sheet(scene.description, WIDTH, SIDE + 0.85) as paper:
        plane, sort, loss = (paper.axes(left, 0.3, SIDE, SIDE) for left in LEFTS)
        _draw_plane(plane, scene, names.plane, ends, inks)
        hard = {"markerfacecolor": "none", "markeredgecolor": QUIET, "markersize": 9}
        sort.plot(*scene.hard.T, "o", **hard)
        sort.scatter(*scene.soft.T, 25, inks, zorder=3)
        sort.set(title=names.sort.title, xlabel=names.sort.x, ylabel=names.sort.y)
        sort.set(xlim=ends.across, ylim=ends.up)
        loss.plot(scene.losses, color=ink)
        loss.plot(len(scene.losses) - 1, scene.losses[-1], "o", color=ink, clip_on=False)
        loss.set(
            title=names.loss.title.partition(":")[0],
            xlabel=names.loss.x,
            ylabel=names.loss.title.partition(": ")[2],
            xlim=ends.steps,
            ylim=ends.losses,
        )
        return paper.figure


def _draw_plane(
    axes: Axes, scene: LearningScene, words: Words, ends: LearningAxes, inks: list[str]
) -> None:
    """The points, and the two lines or arrows, with their names below the title."""
    axes.set(xlabel=words.x, ylabel=words.y, xlim=ends.plane, ylim=ends.plane)
    learnt_ink, compared_ink = on_paper([LEARNT, COMPARED])
    if scene.task == "ordering":
        axes.scatter(*scene.points.T, 16, inks)
        above = 0.03 * (scene.high - scene.low)
        words = item_words(scene)
        for k in named_items(scene):
            x, y = scene.points[k]
            axes.text(x, y + above, words[k], ha="center", fontsize=7)
    else:
        axes.scatter(*scene.points.T, 6, "#3c3c3c")
        halo = {"alpha": 0.35, "linewidths": 0}
        axes.scatter(*scene.points.T, 20 + 160 * np.abs(scene.weights).clip(0, 1), inks, **halo)
        for x, y in scene.points[scene.weights < 0]:
            axes.annotate("\N{MINUS SIGN}", (x, y), (5, -3), textcoords="offset points")
    tip = "->" if scene.task == "ordering" else "-"
    looks = ((scene.compared, compared_ink, "--"), (scene.learnt, learnt_ink, "-"))
    for line, ink, dash in looks:
        if len(line):
            arrow = {"arrowstyle": tip, "color": ink, "linestyle": dash, "linewidth": 1.5}
            arrow |= {"shrinkA": 0, "shrinkB": 0}
            axes.annotate("", line[-1], line[0], arrowprops=arrow)
    compared, learnt = LINES[scene.task]
    axes.text(0, 1.03, f"━ {learnt}", color=learnt_ink, transform=axes.transAxes)
    look = {"ha": "right", "transform": axes.transAxes}
    axes.text(1, 1.03, f"╌╌ {compared}", color=compared_ink, **look)
