"""Soft ranks: a Gaussian kernel compares every value with every place of the soft sort."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from .backends import asvector, constant, largest, namespace, positive
from .networks import Network
from .relaxations import SoftMaximum, softmax
from .sorting import diff_sort


def order_matrix(original: Any, sortd: Any, sigma: float = 0.1) -> Any:
    """How much each value of ``original`` belongs to each place of ``sortd``: shape (n, n), [value, place], rows add up to 1.

    The kernel is Gaussian with width ``sigma``, in the units of the values; it is normalised in the exponent, so that a small
    sigma gives the nearest place and never NaN.

    >>> order_matrix([3.0, 1.0], [1.0, 3.0]).round(3)
    array([[0., 1.],
           [1., 0.]])

    Raises DiffsortError when sigma is not a positive number or an argument is not a vector of finite numbers. Source: the seed.
    """
    original, sortd = asvector(original, "original"), asvector(sortd, "sortd")
    sigma = positive(sigma, "sigma")
    xp = namespace(original)
    # A quarter of each difference cannot overflow; d^2 - m^2 = (d - m) (d + m), with m the nearest place's distance.
    distance = xp.abs(original[:, None] * 0.25 - sortd[None, :] * 0.25)
    nearest = xp.min(distance, axis=1)[:, None]
    kernel = xp.exp(-8 * in_widths(distance - nearest, sigma) * in_widths(distance + nearest, sigma))
    return kernel / xp.sum(kernel, axis=1)[:, None]


def dargsort(original: Any, sortd: Any, sigma: float = 0.1, transpose: bool = False) -> Any:
    """Soft ranks of ``original`` among ``sortd``: the order matrix times (0, 1, ..., n - 1); with ``transpose``, its transpose.

    >>> dargsort([3.0, 1.0, 2.0], [1.0, 2.0, 3.0]).round(3)
    array([2., 0., 1.])

    Raises DiffsortError as :func:`order_matrix` does. Source: the seed.
    """
    order = order_matrix(original, sortd, sigma)
    places = constant(np.arange(order.shape[0]), order)
    return (order.T if transpose else order) @ places


def diff_argsort(
    network: Network | Sequence[Any], x: Any, sigma: float = 0.1, softmax: SoftMaximum = softmax, transpose: bool = False
) -> Any:
    """The soft rank of each value of x, from 0 for the smallest: shape (n,), differentiable everywhere.

    ``sigma``: width of the kernel, in the units of x; ``softmax``: as for :func:`diff_sort`. With ``transpose`` the order
    matrix is transposed: entry k is then where the value at place k came from, softly (its rows need not add up to 1).

    >>> from diffsort_core import bitonic
    >>> print(diff_argsort(bitonic(8), [1, 2, 3, 4, 8, 7, 6, 4], sigma=0.25).round(2))
    [0.13 1.09 2.   3.11 6.99 6.   5.   3.11]

    Raises DiffsortError when sigma is not a positive number, or as :func:`diff_sort` does. Source: the seed.
    """
    x = asvector(x)
    return dargsort(x, diff_sort(network, x, softmax), sigma, transpose)


def in_widths(x: Any, sigma: float) -> Any:
    """x / sigma, cut off where its square would leave x's dtype."""
    most = largest(x)
    sigma = min(max(sigma, 1 / most), most)
    bound = min(most**0.5 / 4 * sigma, most)
    xp = namespace(x)
    return xp.maximum(xp.minimum(x, bound), -bound) / sigma
