"""What the pictures of soft ranks are called, how far their axes go and what is marked on them, in
print and, in explorer/web/explorers/ranking_plan.js, on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from typing import NamedTuple

import numpy as np

from ..names import Labels, name_of
from ..scenes.ranking import RankingScene
from ..style import bound, labelled, ticks

BY_SIGMA = "sigma, in units of value"
ROOM = 0.06
"""Of the heights of the ranks: below the lowest, and twice as much above the highest."""
MOST_TICKS = 6


class Words(NamedTuple):
    """The titles of the matrix and of the curves, and of their axes."""

    order: str
    across: str
    down: str
    curves: str
    up: str


def line_title(wire: int, names: Labels = None) -> str:
    return f"values and the kernel around {name_of(names, wire, f'x[{wire}]')}"


def words_of(transposed: bool) -> Words:
    if transposed:
        return Words(
            order="transposed order, argsort ●, hard ○",
            across="wire it came from",
            down="place in the soft sort",
            curves="soft argsort against sigma",
            up="wire it came from",
        )
    return Words(
        order="order matrix, soft rank ●, hard ○",
        across="place in the soft sort",
        down="wire",
        curves="soft ranks against sigma",
        up="soft rank",
    )


def rows_of(spans: Iterable[tuple[float, float]]) -> list[int]:
    """The row of each, from where to where it goes: the first in which it meets no earlier one.

    >>> rows_of([(0, 2), (1, 3), (2.5, 4)])
    [0, 1, 0]
    """
    rows: list[list[tuple[float, float]]] = []
    chosen = []
    for left, right in spans:
        free = (
            k for k, row in enumerate(rows) if all(right < low or high < left for low, high in row)
        )
        row = next(free, len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append((left, right))
        chosen.append(row)
    return chosen


def whole_ticks(n: int) -> list[int]:
    """The marks of an axis of n wires or places.

    >>> whole_ticks(8), whole_ticks(1)
    ([0, 2, 4, 6], [0])
    """
    return list(range(0, n, max(1, round(ticks(0, max(n - 1, 1), 5)[1]))))


def shares_end(scene: RankingScene) -> float:
    """The share that has the full colour: those of wide kernels are small."""
    return bound(float(scene.order.max()))


def means_range(scene: RankingScene) -> tuple[float, float]:
    """The heights of the ranks against sigma."""
    low, high = scene.means_from_to
    return low - ROOM * (high - low), high + 2 * ROOM * (high - low)


def sigma_range(scene: RankingScene) -> tuple[float, float]:
    """The logarithms of the smallest and of the largest sigma."""
    low, high = np.log10(scene.sigmas[[0, -1]]).tolist()
    return low, high


def decades(low: float, high: float) -> list[tuple[int, str]]:
    """The marks of an axis of logarithms: some decades.

    >>> decades(-2.5, 1)
    [(-2, '0.01'), (-1, '0.1'), (0, '1'), (1, '10')]
    """
    first, last = ceil(low - 1e-9), floor(high + 1e-9)
    powers = range(first, last + 1, max(1, ceil((last - first + 1) / MOST_TICKS)))
    words = labelled([float(f"1e{power}") for power in powers])
    return [(power, text) for power, (_, text) in zip(powers, words, strict=True)]
