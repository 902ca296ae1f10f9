"""What the pictures of a learner share, on the screen and in print: words, inks and the ends of
axes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..names import cut
from ..scenes.learning import LearningScene
from ..style import bound, number
from .inks import share_ink, sign_ink

LEARNT, COMPARED = "@text", "@quiet"
"""The page's own inks, and COMPARED is dashed: a colour is a rank, or the sign of a weight."""
LETTERS = 10
"""Of the name of an item, beside its rank."""
NAMED = 16
"""So many items at most have their rank written beside them."""
LINES = {"ordering": ("hidden direction", "learnt"), "line": ("least squares", "learnt")}


class Words(NamedTuple):
    """The title of a panel and what its axes show."""

    title: str
    x: str
    y: str


class Named(NamedTuple):
    """The words of the three panels of a task."""

    plane: Words
    sort: Words
    loss: Words


NAMES = {
    "ordering": Named(
        Words("items, by rank", "first feature", "second feature"),
        Words("ranks: soft dots, true rings", "true rank", "soft rank"),
        Words("loss: squared distance of the ranks", "step", "loss"),
    ),
    "line": Named(
        Words("drag points", "x", "y"),
        Words(
            "weights: soft dots, hard rings",
            "distance from the learnt line",
            "weight (size of the halo)",
        ),
        Words("loss: mean of the smallest squared distances", "step", "loss"),
    ),
}


class Ends(NamedTuple):
    """How far an axis goes."""

    low: float
    high: float


class LearningAxes(NamedTuple):
    """How far the axes of the panels go; they hold still while numbers change a little."""

    plane: Ends
    across: Ends
    up: Ends
    steps: Ends
    losses: Ends


def learning_axes(scene: LearningScene) -> LearningAxes:
    """How far the axes of the three panels go."""
    margin, most = 0.04 * (scene.high - scene.low), max(scene.losses)
    taken = len(scene.losses) - 1
    if scene.task == "ordering":
        n = len(scene.points)
        edge = max(0.5, 0.04 * n)
        soft = scene.soft[:, 1]
        across = Ends(-edge, n - 1 + edge)
        up = Ends(min(-edge, float(soft.min())), max(n - 1 + edge, float(soft.max())))
    else:
        far = bound(max(float(scene.soft[:, 0].max()), 1.0))
        weights = scene.weights
        least, large = max(-float(weights.min()), 0.15), max(float(weights.max()), 1.15)
        across = Ends(-0.04 * far, 1.04 * far)
        up = Ends(-bound(least), bound(large))
    high = bound(1.04 * most) if most > 1e-9 else 1.0
    return LearningAxes(
        Ends(scene.low - margin, scene.high + margin),
        across,
        up,
        Ends(0.0, float(max(scene.steps, taken, 1))),
        Ends(min(0.0, float(min(scene.losses))), high),
    )


def point_inks(scene: LearningScene) -> list[str]:
    """The ink of each point: of an item's rank, or of the sign of what a point counts."""
    if scene.task == "line":
        return [sign_ink(weight) for weight in scene.weights]
    ranks = scene.hard[:, 0]
    return [share_ink(rank / max(ranks.max(), 1.0)) for rank in ranks]


def item_words(scene: LearningScene) -> list[str]:
    """What is written beside each item: its rank, and the beginning of its name."""
    ranks = [number(rank) for rank in scene.hard[:, 0]]
    if scene.names is None:
        return ranks
    return [f"{rank} {cut(name, LETTERS)}" for rank, name in zip(ranks, scene.names, strict=True)]


def named_items(scene: LearningScene) -> set[int]:
    """The items whose rank is written beside them: of a few, all but one that another's meets."""
    if len(scene.points) > NAMED:
        return set()
    room, words = 0.03 * (scene.high - scene.low), item_words(scene)
    written: list[int] = []
    for k, point in enumerate(scene.points):
        letters = [(len(words[k]) + len(words[other])) / 2 for other in written]
        wide = [max(3.0, 0.8 * count) if scene.names else 3.0 for count in letters]
        away = room * np.column_stack([wide, np.full(len(written), 2.4)])
        apart = np.abs(scene.points[written] - point) > away
        if apart.any(axis=1).all():
            written.append(k)
    return set(written)
