"""What the pictures of a learner are called, on the screen and in print."""

from __future__ import annotations

from typing import NamedTuple

BASELINE = "#d55e00"
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
        Words("items", "first feature", "second feature"),
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
