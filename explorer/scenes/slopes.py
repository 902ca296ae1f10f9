"""At which alpha a relaxation is as steep as another."""

from __future__ import annotations

from diffsort_core import Relaxation


def alpha_at_slope(kind: type[Relaxation] | None, other: Relaxation) -> float:
    """The alpha at which the weights of a relaxation of this kind fall as fast at a tie as those of
    ``other``; that of ``other`` itself where one of the two has no weights.

    >>> from diffsort_core import LogSumExp, Optimal, SmoothMax
    >>> [alpha_at_slope(kind, SmoothMax(2.0)) for kind in (Optimal, LogSumExp, None)]
    [0.5, 2.0, 2.0]
    """
    if kind is None or not (kind.mixes and other.mixes):
        return other.alpha
    return kind().as_steep_as(other).alpha
