"""Sorts made from the soft sort: tempered, through a transform, shuffled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .arrays import asvector
from .backends import namespace
from .calls import array_function
from .checks import whole, within
from .errors import DiffsortError
from .networks import Network
from .resolving import AnyNetwork, for_x
from .soft_maxima import SoftMaximum, softmax
from .sorting import diff_sort


def diff_sort_weave(
    fused: Sequence[Any], x: Any, softmax: SoftMaximum = softmax, beta: float = 0.0
) -> Any:
    """Sort with woven matrices, each tempered to beta I + (1 - beta) matrix: the sort at beta = 0;
    at beta = 1 no value changes its place between layers. The default soft maximum is log-sum-exp,
    as in differentiable_sorting's code (its text says the hard maximum).

    >>> from diffsort_core import HARD, bitonic_woven_matrices
    >>> fused, x = bitonic_woven_matrices(4), [3.0, 1.0, 4.0, 2.0]
    >>> print(diff_sort_weave(fused, x).round(3))
    [0.46  1.997 3.003 4.54 ]
    >>> print(diff_sort_weave(fused, x, HARD, beta=0.25).round(3))
    [1.75  2.535 2.637 3.078]

    Raises DiffsortError when beta is outside [0, 1] or as :func:`diff_sort` does. Source:
    differentiable_sorting.
    """
    beta = within(beta, "beta", 0, 1)
    if isinstance(fused, Network) or not all(
        isinstance(matrix, np.ndarray) for matrix in fused or [None]
    ):
        raise DiffsortError(
            "fused must be woven matrices, such as bitonic_woven_matrices(8), got"
            f" {type(fused).__name__}"
        )
    return diff_sort(
        [beta * np.eye(len(matrix)) + (1 - beta) * matrix for matrix in fused], x, softmax
    )


@for_x
def sort_through(
    network: AnyNetwork,
    x: Any,
    transform: Callable[[Any], Any],
    inverse: Callable[[Any], Any],
    softmax: SoftMaximum = softmax,
) -> Any:
    """inverse(diff_sort(network, transform(x))): sort where the values are better spread,
    ``transform`` being increasing.

    >>> from diffsort_core import bitonic, smoothmax
    >>> x = np.array([20.0, 1.0, 4.0, 500.0])
    >>> print(sort_through(bitonic(4), x, np.log, np.exp, smoothmax).round(1))
    [  1.5   4.2  14.5 430.6]

    Raises DiffsortError as :func:`diff_sort` does. Source: differentiable_sorting.
    """
    return inverse(diff_sort(network, transform(x), softmax))


@for_x
@array_function
def shuffled_sort(
    network: AnyNetwork,
    x: Any,
    softmax: SoftMaximum = softmax,
    repeats: int = 16,
    seed: int = 0,
) -> Any:
    """The mean of ``repeats`` soft sorts of a vector x, each in another random order of its
    entries.

    A soft sort depends on the order that x comes in; the mean over orders does so less, and its
    error varies less.

    >>> from diffsort_core import bitonic, smoothmax
    >>> print(shuffled_sort(bitonic(4), [3.0, 1.0, 4.0, 2.0], smoothmax).round(2))
    [1.68 2.09 2.91 3.32]

    Raises DiffsortError when repeats is below 1, seed is negative, or as
    :func:`diff_sort` does. Source: differentiable_sorting.
    """
    x = asvector(x)
    xp, rng = namespace(x), np.random.default_rng(whole(seed, "seed", least=0))
    orders = np.stack(
        [rng.permutation(x.shape[0]) for _ in range(whole(repeats, "repeats"))], axis=1
    )
    shuffled = xp.reshape(xp.rows(x, orders.ravel()), orders.shape)
    return xp.mean(diff_sort(network, shuffled, softmax, axis=0), axis=1)
