"""What the learning explorer shows of a learner and its problem."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..learners import SIDE, Learner, Ordering, TrimmedLine
from ..names import Labels
from ..style import number

HARDLY = 1e-3
"""A gradient smaller than this moves nothing that a person could see."""


@dataclass(frozen=True)
class LearningScene:
    """The plane with the points, shape (n, 2), and two lines, shape (m, 2): one to compare with,
    and the learnt one. What each point has through the sort, softly and with a hard sort, shape (n,
    2). The loss at every step so far, the present one last.

    ``low`` and ``high``: how far the plane goes, along both axes; ``weights``: how much each point
    counts, 1 for fully; ``steps``: how many are to be taken; ``names``: of the items of an
    ordering, where they have any.
    """

    task: str
    points: np.ndarray
    low: float
    high: float
    weights: np.ndarray
    compared: np.ndarray
    learnt: np.ndarray
    soft: np.ndarray
    hard: np.ndarray
    losses: np.ndarray
    steps: int
    description: str
    names: Labels = None


def ordering_scene(
    problem: Ordering, learner: Learner, steps: int, names: Labels = None
) -> LearningScene:
    """The scene of a learner that looks for a hidden ordering; ``names``: of the items, where they
    have any.

    >>> from diffsort_core import SmoothMax, bitonic
    >>> from explorer.learners import items
    >>> rule = SmoothMax(10.0, scale_free=True)
    >>> problem = Ordering(items([3, 1, 2], seed=0), bitonic(3), rule, 0.3)
    >>> ordering_scene(problem, Learner(problem.items.start), 100).hard.tolist()
    [[2.0, 2.0], [0.0, 0.0], [1.0, 1.0]]
    """
    features, ranks, hidden, _ = problem.items
    direction, far = learner.parameters, 1.25 * max(float(np.max(np.abs(features))), 1.0)
    loss, gradient = problem.loss(direction)
    return LearningScene(
        task="ordering",
        points=features,
        low=-far,
        high=far,
        weights=np.ones(len(features)),
        compared=np.outer([0.0, 0.8 * far], hidden),
        learnt=np.outer([0.0, 0.55 * far], direction),
        soft=np.stack([ranks, problem.ranks(direction)], axis=1),
        hard=np.stack([ranks, ranks], axis=1),
        losses=np.array([*learner.losses, loss]),
        steps=steps,
        description=_step(learner, loss, steps)
        + _order(problem, learner, float(np.linalg.norm(gradient))),
        names=names,
    )


def line_scene(problem: TrimmedLine, learner: Learner, steps: int) -> LearningScene:
    """The scene of a learner that fits a line and does not count the points that lie farthest from
    it.

    >>> from diffsort_core import SmoothMax, bitonic
    >>> points, rule = np.array([(0, 0), (5, 5), (10, 9)]), SmoothMax(10.0, scale_free=True)
    >>> problem = TrimmedLine(points, 0.0, bitonic(3), rule)
    >>> line_scene(problem, Learner(problem.least_squares()), 100).compared.round(2).tolist()
    [[0.0, 0.17], [10.0, 9.17]]
    """
    line, least = learner.parameters, problem.least_squares()
    loss, _ = problem.loss(line)
    distances, weights = np.abs(problem.distances(line)), problem.weights(line)
    places = np.argsort(np.argsort(distances, kind="stable"), kind="stable")
    return LearningScene(
        task="line",
        points=problem.points,
        low=0.0,
        high=SIDE,
        weights=weights,
        compared=_within(problem, least),
        learnt=_within(problem, line),
        soft=np.stack([distances, weights], axis=1),
        hard=np.stack([distances, problem.counts()[places]], axis=1),
        losses=np.array([*learner.losses, loss]),
        steps=steps,
        description=_step(learner, loss, steps) + _fit(problem, line, least, weights),
    )


def _step(learner: Learner, loss: float, steps: int) -> str:
    lost = (
        "The next step would lead out of all bounds: the learning rate is too large. "
        if learner.lost
        else ""
    )
    return f"{lost}Step {learner.taken} of {max(steps, learner.taken)}: loss {number(loss)}. "


def _order(problem: Ordering, learner: Learner, gradient: float) -> str:
    n, wrong = len(problem.items.ranks), problem.miss(learner.parameters)
    first = learner.misses[0] if learner.misses else wrong
    past = f" ({first} at the start)" if learner.taken else ""
    words = f"{wrong} of {n * (n - 1) // 2} pairs of items are in the wrong order{past}; "
    words += (
        f"the learnt direction is {problem.degrees(learner.parameters):.1f} degrees away from the"
        " hidden one."
    )
    if not wrong and first:
        last_wrong = max(step for step, miss in enumerate(learner.misses) if miss)
        return f"{words} The order has been right since step {last_wrong + 1}."
    return (
        f"{words} The gradient is only {number(gradient)}: it hardly moves."
        if wrong and gradient < HARDLY
        else words
    )


def _fit(problem: TrimmedLine, line: np.ndarray, least: np.ndarray, weights: np.ndarray) -> str:
    few = int(np.sum(weights < 0.1))
    return (
        f"Slope: {number(problem.slope(line))} learnt, {number(problem.slope(least))} by least"
        f" squares. Half of the points lie within {number(problem.miss(line))} of the learnt line,"
        f" within {number(problem.miss(least))} of the least-squares line; {few} of {len(weights)}"
        " points count less than a tenth."
    )


def _within(problem: TrimmedLine, line: np.ndarray) -> np.ndarray:
    """The ends of the part of the line that lies in the picture, from left to right; none where it
    passes by."""
    left, right = 0.0, SIDE
    height, slope = float(problem.heights(line, 0.0)), problem.slope(line)
    if slope:
        ends = sorted([-height / slope, (SIDE - height) / slope])
        left, right = max(left, ends[0]), min(right, ends[1])
    elif not 0 <= height <= SIDE:
        return np.empty((0, 2))
    return (
        np.array([[x, height + slope * x] for x in (left, right)])
        if left <= right
        else np.empty((0, 2))
    )
