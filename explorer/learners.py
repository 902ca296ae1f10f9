"""Learning through a soft sort by gradient descent: an ordering to be found, a line to be fitted,
and the one who descends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np

from diffsort_core import (
    Network,
    Relaxation,
    diff_sort,
    hard_ranks,
    inversions,
    rank_vjp,
    sort_vjp,
)
from diffsort_core.ranking import soft_ranks

SIDE = 10.0
"""The points that a line is fitted to lie from 0 to this along both axes."""
CLOUD = (
    *(
        (0.6, 2.0),
        (1.3, 2.4),
        (2.1, 3.1),
        (2.8, 3.5),
        (3.5, 3.8),
        (4.3, 4.6),
        (5.0, 5.4),
        (5.7, 5.8),
        (6.5, 5.8),
    ),
    *((7.2, 6.2), (7.5, 1.2), (7.9, 6.9), (8.6, 0.6), (8.7, 7.6), (9.4, 7.4), (9.6, 1.5)),
)
"""Points about the line y = 1.5 + 0.7 x, but for three outliers at the lower right."""
CALL_YEARS = np.arange(1950, 1974)
CALLS = (
    *(4.4, 4.7, 4.7, 5.9, 6.6, 7.3, 8.1, 8.8, 10.6, 12.0, 13.5, 14.9, 16.1, 21.2),
    *(119.0, 124.0, 142.0, 159.0, 182.0, 212.0),
    *(43.0, 24.0, 27.0, 29.0),
)
"""The international telephone calls from Belgium in these years, in millions; those of 1964 to 1969
are minutes, and 1963 and 1970 are so in part (P. J. Rousseeuw, A. M. Leroy, Robust regression and
outlier detection, Wiley 1987)."""
LOST = 1e3
"""A parameter larger than this has left every picture."""


def telephone_points() -> np.ndarray:
    """Years and calls as points of the picture, shape (24, 2): 10 stands for 23 years along, and
    for 250 million calls upwards.

    >>> telephone_points()[[0, -1]].round(2).tolist()
    [[0.0, 0.18], [10.0, 1.16]]
    """
    return np.column_stack([(CALL_YEARS - CALL_YEARS[0]) / 2.3, np.array(CALLS) / 25])


class Problem(Protocol):
    """What can be learnt by descending a gradient."""

    def loss(self, parameters: np.ndarray) -> tuple[float, np.ndarray]:
        """The loss, and its gradient with respect to the parameters."""

    def miss(self, parameters: np.ndarray) -> float:
        """How far from its aim it is, as a person counts it."""

    def kept(self, parameters: np.ndarray) -> np.ndarray:
        """The same parameters in the form in which they are kept."""


class Learner:
    """Gradient descent one step at a time. ``losses`` and ``misses``: what they were before each
    step that was taken."""

    def __init__(self, start: np.ndarray) -> None:
        self.parameters = start
        self.losses: list[float] = []
        self.misses: list[float] = []
        self.lost = False

    @property
    def taken(self) -> int:
        """How many steps were taken."""
        return len(self.losses)

    def step(self, problem: Problem, rate: float) -> None:
        """Go against the gradient, so far as ``rate`` says; a step out of every bound is not taken,
        and ``lost`` says so."""
        loss, gradient = problem.loss(self.parameters)
        there = problem.kept(self.parameters - rate * gradient)
        self.lost = not np.max(np.abs(there)) < LOST
        if not self.lost:
            self.losses.append(loss)
            self.misses.append(problem.miss(self.parameters))
            self.parameters = there


class Items(NamedTuple):
    """Things with two features each, shape (n, 2), and the ranks, shape (n,), that a hidden
    direction gives them."""

    features: np.ndarray
    ranks: np.ndarray
    hidden: np.ndarray
    start: np.ndarray
    """A first guess of the direction, more than 90 degrees away from the hidden one."""


def items(scores: Sequence[float], seed: int) -> Items:
    """Items whose feature along a direction drawn at random is their score (in standard deviations
    from the mean), and across it is drawn at random, too.

    >>> found = items([5, -1, 9], seed=0)
    >>> found.ranks.tolist(), np.argsort(found.features @ found.hidden).tolist()
    ([1.0, 0.0, 2.0], [1, 0, 2])
    """
    exact = np.asarray(scores, float)
    shares = exact / (np.max(np.abs(exact)) or 1.0)
    shares = shares - shares.mean()
    along = shares / (shares.std() or 1.0)
    draw = np.random.default_rng(seed)
    angle, away = draw.uniform(-np.pi, np.pi), draw.choice([-1, 1]) * draw.uniform(1.6, 2.4)
    across = 0.8 * draw.normal(size=along.size)
    hidden, beside = _direction(angle), _direction(angle + np.pi / 2)
    return Items(
        np.outer(along, hidden) + np.outer(across, beside),
        hard_ranks(exact),
        hidden,
        _direction(angle + away),
    )


def _direction(angle: float) -> np.ndarray:
    return np.array([np.cos(angle), np.sin(angle)])


@dataclass(frozen=True)
class Ordering:
    """Find a direction along which the items lie in the order of their ranks, which is all that is
    known of it.

    The loss is the squared distance of the soft ranks of the scores ``features @ direction`` from
    the true ranks, in units of the variance of the true ranks: about 1 for a guess at random, 0
    when right. The direction has length 1.
    """

    items: Items
    network: Network
    rule: Relaxation
    sigma: float

    def ranks(self, direction: np.ndarray) -> np.ndarray:
        """The soft rank of each item along the direction."""
        return soft_ranks(self.network, self.items.features @ direction, self.sigma, self.rule)

    def loss(self, direction: np.ndarray) -> tuple[float, np.ndarray]:
        """The loss, and its gradient with respect to the direction: through the sort, then
        through the scores."""
        true = self.items.ranks
        error, size = self.ranks(direction) - true, float(np.sum((true - true.mean()) ** 2)) or 1.0
        by_score = rank_vjp(
            self.network, self.items.features @ direction, 2 * error / size, self.sigma, self.rule
        )
        return float(error @ error) / size, self.items.features.T @ by_score

    def miss(self, direction: np.ndarray) -> float:
        """The number of pairs of items that the direction puts in the wrong order."""
        scores = self.items.features @ direction
        return int(inversions(scores[np.lexsort((scores, self.items.ranks))]))

    def kept(self, direction: np.ndarray) -> np.ndarray:
        """The direction, of length 1."""
        return direction / (np.linalg.norm(direction) or 1.0)

    def degrees(self, direction: np.ndarray) -> float:
        """The angle between the direction and the hidden one."""
        return float(np.degrees(np.arccos(np.clip(direction @ self.items.hidden, -1, 1))))


@dataclass(frozen=True)
class TrimmedLine:
    """Fit a line to points of which the worst ``trimmed`` (a share, 0 to below 1) are not to count.

    A line is its height in the middle of the picture and its rise from there to the right edge. The
    loss is the mean of the lowest squared distances (upwards) in their soft sort, as many of them
    as are not trimmed.
    """

    points: np.ndarray
    trimmed: float
    network: Network
    rule: Relaxation

    def heights(self, line: np.ndarray, x: np.ndarray | float) -> np.ndarray:
        """The line at x."""
        return line[0] + line[1] * (2 / SIDE * np.asarray(x) - 1)

    def slope(self, line: np.ndarray) -> float:
        """What the line rises by from x to x + 1."""
        return float(line[1] * 2 / SIDE)

    def distances(self, line: np.ndarray) -> np.ndarray:
        """How far each point lies above the line."""
        return self.points[:, 1] - self.heights(line, self.points[:, 0])

    def least_squares(self) -> np.ndarray:
        """The line of the least mean of all squared distances."""
        return np.linalg.lstsq(self._basis, self.points[:, 1])[0]

    def counts(self) -> np.ndarray:
        """How much each place of the sort counts, 0 to 1, the smallest distance first."""
        n = len(self.points)
        return np.clip(n * (1 - self.trimmed) - np.arange(n), 0, 1)

    def weights(self, line: np.ndarray) -> np.ndarray:
        """How much each point counts: the derivative of the loss with respect to its squared
        distance, 1 if fully."""
        return sort_vjp(self.network, self.distances(line) ** 2, self.counts(), self.rule)

    def loss(self, line: np.ndarray) -> tuple[float, np.ndarray]:
        """The loss, in squared units of y, and its gradient with respect to the line: through the
        sort, then through the distances."""
        distances, counts = self.distances(line), self.counts()
        kept = diff_sort(self.network, distances**2, self.rule) @ counts / counts.sum()
        by_distance = 2 * self.weights(line) / counts.sum() * distances
        return float(kept), -self._basis.T @ by_distance

    def miss(self, line: np.ndarray) -> float:
        """The median distance of a point from the line: half of the points lie within it."""
        return float(np.median(np.abs(self.distances(line))))

    def kept(self, line: np.ndarray) -> np.ndarray:
        """The line itself."""
        return line

    @property
    def _basis(self) -> np.ndarray:
        return np.stack([np.ones(len(self.points)), 2 / SIDE * self.points[:, 0] - 1], axis=1)
