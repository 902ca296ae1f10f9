"""The colour of an input, as a share of the scale of colours: by its rank, so that no two have the
same and the order of the colours is that of the numbers. web/scenes/hues.js has the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

INKS = "An input keeps its colour everywhere: dark the least, light the greatest."
"""What is said wherever inputs have their colours."""


def shares_among(n: int) -> list[float]:
    """The share of each of n: no two have the same.

    >>> shares_among(3), shares_among(1)
    ([0.0, 0.5, 1.0], [0.5])
    """
    return [k / (n - 1) if n > 1 else 0.5 for k in range(n)]


def hues_of(values: Sequence[float] | np.ndarray) -> list[float]:
    """The share of each input, wire by wire; of equal values the earlier wire comes first.

    >>> hues_of([5.0, -1.0, 5.0])
    [0.5, 0.0, 1.0]
    """
    shares = shares_among(len(values))
    return [shares[place] for place in np.argsort(np.argsort(values, kind="stable"))]
