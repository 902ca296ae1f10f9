"""What is read off a soft sort: its largest values, and how much each value is among them; its
quantiles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .arrays import axis_first, seen
from .calls import array_function, some_at_a_time
from .checks import whole, within
from .encodings import require_network
from .errors import DiffsortError
from .networks import Network
from .resolving import AnyNetwork, Family, for_x
from .soft_maxima import SoftMaximum, smoothmax, softmax
from .sorting import folded, shared
from .straight import hardened
from .straight import straight_through as with_slopes_of


@for_x
@array_function
def diff_topk(
    network: AnyNetwork,
    x: Any,
    k: int,
    softmax: SoftMaximum = softmax,
    *,
    axis: int = -1,
    straight_through: bool = False,
) -> Any:
    """The k largest values of x along an axis, softly, the largest first: x's shape with k along
    ``axis``. With ``straight_through`` they are the hard ones, with the derivatives of the soft.

    >>> from diffsort_core import bitonic, smoothmax
    >>> print(diff_topk(bitonic(4), [3.0, 1.0, 4.0, 2.0], 2, smoothmax).round(2))
    [3.3  2.84]

    Raises DiffsortError when k is not a whole number from 1 to n, or as :func:`diff_sort` does.
    """

    def largest(rule: SoftMaximum) -> Any:
        task, result = folded(network, x, rule, axis, descending=True)
        return task.restore(result[: whole(k, "k", most=task.x.shape[0])])

    return _soft_or_through(largest, softmax, straight_through)


@for_x
@array_function
@some_at_a_time
def diff_topk_mask(
    network: Network | Family,
    x: Any,
    k: int,
    softmax: SoftMaximum = smoothmax,
    *,
    axis: int = -1,
    straight_through: bool = False,
) -> Any:
    """How much each value of x is among the k largest along an axis, from 0 to 1: x's shape, adding
    up to k. With ``straight_through`` it is 0 or 1 (or halves, where equal values meet), with the
    derivatives of the soft shares.

    It is the sum of the last k rows of :func:`soft_permutation`, whose matrix is never made: O(n
    depth) memory. It exists for relaxations that mix.

    >>> from diffsort_core import SmoothMax, bitonic
    >>> print(diff_topk_mask(bitonic, [3.0, 1.0, 4.0, 2.0], 2, SmoothMax(3.0)).round(2))
    [0.95 0.   1.   0.05]

    Raises DiffsortError when k is not a whole number from 1 to n, or as :func:`soft_permutation`
    does. Source: Petersen et al., "Differentiable top-k classification learning", ICML 2022.
    """

    def shares(rule: SoftMaximum) -> Any:
        task, mixing = shared(network, x, rule, axis)
        n = task.x.shape[0]
        last = (np.arange(n) >= n - whole(k, "k", most=n)).reshape(n, *[1] * len(task.x.shape[1:]))
        rows = task.xp.constant(last, task.x) + task.xp.zeros_like(task.x)
        return task.on_axis(mixing.pull_back(require_network(network), rows))

    return _soft_or_through(shares, softmax, straight_through)


@for_x
def diff_quantile(
    network: AnyNetwork,
    x: Any,
    q: float | Sequence[float],
    softmax: SoftMaximum = softmax,
    *,
    axis: int = -1,
    straight_through: bool = False,
) -> Any:
    """The soft quantile of x along an axis, which goes: 0 is the minimum, 0.5 the median, 1 the
    maximum. Between two places it is interpolated linearly, as in ``numpy.quantile``, to which it
    is equal at alpha = infinity, and as there several q come first in the result's shape. They are
    read off one sort. With ``straight_through`` the values are those of the hard sort, with the
    derivatives of the soft one.

    >>> from diffsort_core import bitonic, smoothmax
    >>> round(float(diff_quantile(bitonic(4), [3.0, 1.0, 4.0, 2.0], 0.75, smoothmax)), 2)
    2.95
    >>> diff_quantile(bitonic(4), [3.0, 1.0, 4.0, 2.0], [0, 0.75, 1], smoothmax).round(2)
    array([1.7 , 2.95, 3.3 ])

    Raises DiffsortError when q is no number in [0, 1], and no list of such numbers, or as
    :func:`diff_sort` does.
    """
    several = _several(q)
    if several is None:
        return _quantile(
            network, x, within(q, "q", 0, 1), softmax, axis=axis, straight=straight_through
        )
    found = _quantiles(network, x, several, softmax, axis=axis, straight=straight_through)
    column = found.shape[axis] != len(several)  # which is sorted along its first axis
    return axis_first(found, 0 if column else axis)


@for_x
@array_function
def diff_median(
    network: AnyNetwork,
    x: Any,
    softmax: SoftMaximum = softmax,
    *,
    axis: int = -1,
    straight_through: bool = False,
) -> Any:
    """The soft median of x along an axis, which goes: :func:`diff_quantile` at q = 0.5.

    >>> from diffsort_core import bitonic, smoothmax
    >>> float(diff_median(bitonic(4), [3.0, 1.0, 400.0, 2.0], smoothmax).round(2))
    2.25

    Raises DiffsortError as :func:`diff_sort` does.
    """
    return diff_quantile(network, x, 0.5, softmax, axis=axis, straight_through=straight_through)


@array_function
def _quantiles(
    network: AnyNetwork,
    x: Any,
    q: tuple[float, ...],
    softmax: SoftMaximum,
    *,
    axis: int,
    straight: bool,
) -> Any:
    """x's shape with the quantiles along ``axis``."""

    def between(rule: SoftMaximum) -> Any:
        task, result = folded(network, x, rule, axis)
        return task.restore(task.xp.stack([_between(result, each) for each in q]))

    return _soft_or_through(between, softmax, straight)


@array_function
def _quantile(
    network: AnyNetwork, x: Any, q: float, softmax: SoftMaximum, *, axis: int, straight: bool
) -> Any:
    """x's shape without ``axis``."""

    def between(rule: SoftMaximum) -> Any:
        task, result = folded(network, x, rule, axis)
        return task.restore(_between(result, q)[None])[(slice(None),) * task.axis + (0,)]

    return _soft_or_through(between, softmax, straight)


def _between(result: Any, q: float) -> Any:
    """The part q of the way along what is sorted, wires first."""
    last = result.shape[0] - 1
    lower, part = divmod(q * last, 1)
    return (1 - part) * result[int(lower)] + part * result[min(int(lower) + 1, last)]


def _several(q: Any) -> tuple[float, ...] | None:
    """Several q as numbers, or None for what is not several."""
    if isinstance(q, str) or not (isinstance(q, Sequence) or (hasattr(q, "shape") and q.shape)):
        return None
    values: Any = seen(q) if hasattr(q, "shape") else q
    if np.ndim(values) != 1 or not len(values):
        raise DiffsortError(f"q must be a number in [0, 1] or a list of such numbers, got {q!r}")
    return tuple(within(each, "q", 0, 1) for each in values)


def _soft_or_through(
    read: Callable[[SoftMaximum], Any], softmax: SoftMaximum, straight: bool
) -> Any:
    """``read`` under a soft maximum; ``straight`` through: under the hard one, with its slopes."""
    soft = read(softmax)
    return with_slopes_of(read(hardened(softmax)), soft) if straight else soft
