"""A learner at work in print."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..scenes.learning import LearningScene
from ..style import POSITIVE, colour, number
from .learning import BASELINE, LINES, NAMED, PANELS
from .printed import sheet


def learning_print(scene: LearningScene) -> Figure:
    """The scene on paper: the plane, what each point has through the sort, the loss."""
    with sheet(10.5, 4.0) as figure:
        plane, sort, loss = figure.subplots(1, 3)
        for axes, panel in zip(
            (plane, sort, loss), [panel for row in PANELS[scene.task] for panel in row], strict=True
        ):
            axes.set(title=panel.title, xlabel=panel.x["title"], ylabel=panel.y["title"])
        _draw_plane(plane, scene)
        sort.plot(
            *scene.hard.T, "o", markersize=9, markerfacecolor="none", markeredgecolor="#5a5a5a"
        )
        sort.plot(*scene.soft.T, "o", markersize=5, color=POSITIVE)
        loss.plot(scene.losses, color=POSITIVE)
        loss.plot(len(scene.losses) - 1, scene.losses[-1], "o", color=POSITIVE, clip_on=False)
        loss.set(
            title="loss",
            xlim=(0, max(scene.steps, len(scene.losses) - 1)),
            ylim=(min(0.0, *scene.losses), None),
        )
        figure.suptitle(
            scene.description, fontsize=9, x=0.01, ha="left", color="#3c3c3c", wrap=True
        )
        return figure


def _draw_plane(axes: Axes, scene: LearningScene) -> None:
    axes.set(
        title="the plane",
        xlim=(scene.low, scene.high),
        ylim=(scene.low, scene.high),
        aspect="equal",
    )
    if scene.task == "ordering":
        ranks = scene.hard[:, 0]
        axes.scatter(*scene.points.T, 16, [colour(rank / max(ranks.max(), 1.0)) for rank in ranks])
        for point, rank in zip(scene.points, ranks, strict=True):
            if len(ranks) <= NAMED:
                axes.annotate(
                    number(rank), point, (0, 4), textcoords="offset points", ha="center", fontsize=7
                )
    else:
        axes.scatter(*scene.points.T, 6, "#3c3c3c")
        axes.scatter(
            *scene.points.T, 20 + 160 * scene.weights.clip(0, 1), POSITIVE, alpha=0.3, linewidths=0
        )
    tip = "->" if scene.task == "ordering" else "-"
    looks = ((scene.compared, BASELINE, "--"), (scene.learnt, POSITIVE, "-"))
    for (ends, ink, dash), words in zip(looks, LINES[scene.task], strict=True):
        if len(ends):
            arrow = {
                "arrowstyle": tip,
                "color": ink,
                "linestyle": dash,
                "shrinkA": 0,
                "shrinkB": 0,
                "linewidth": 1.5,
            }
            axes.annotate("", ends[-1], ends[0], arrowprops=arrow)
        axes.plot([], [], dash, color=ink, label=words)
    axes.legend(fontsize=8)
