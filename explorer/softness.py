"""The alpha that suits some values, for those who choose none: soft enough to be seen, and hard
enough for the order to be right."""

from __future__ import annotations

import sys
from functools import lru_cache

import numpy as np

from diffsort_core import suggest

LEAST = 5.0
"""Per standard deviation. Where many values are equal, the gaps between the others are so wide that
what tells these apart is too soft for a whole network."""
SMALLEST = 1e-300
"""Below it log-sum-exp has no meaning."""


def deviation(values: tuple[float, ...]) -> float:
    """The standard deviation, also where its square would be no float; 0 where all values are the
    same.

    >>> deviation((2.0, 4.0)), deviation((0.1, 0.1, 0.1)), deviation((-1e308, 1e308))
    (1.0, 0.0, 1e+308)
    """
    x = np.array(values, float)
    if x.min() == x.max():
        return 0.0
    peak = np.abs(x).max()
    return float((x / peak).std() * peak)


@lru_cache(64)
def suited_alpha(values: tuple[float, ...]) -> float:
    """The alpha, per unit of the values, that :func:`diffsort_core.suggest` has for them, and at
    least :data:`LEAST` per standard deviation; that per unit where all values are the same.

    >>> round(suited_alpha((5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18)), 2)
    0.59
    >>> suited_alpha((0.0, 1.0, 1.0, 0.0)), suited_alpha((3.0,))
    (10.0, 5.0)
    """
    spread = deviation(values)
    if not spread:
        return LEAST
    return max(SMALLEST, min(max(suggest(values).alpha, LEAST / spread), sys.float_info.max))
