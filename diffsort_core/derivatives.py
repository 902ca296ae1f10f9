"""Exact derivatives without an autodiff library: the fold, with a matrix of derivatives carried along.

One comparator mixes two rows of the Jacobian by its own 2 x 2 derivative, so that a layer costs two row mixes and a whole
sort depth of them. ``jacobian[out, in]`` is never the soft permutation: it is the derivative of output ``out`` by input ``in``.
"""

from __future__ import annotations

import numpy as np

from .backends import asvector, positive
from .networks import Network
from .ranking import in_widths, order_matrix
from .relaxations import SoftMaximum, softmax
from .tracing import Trace, trace


def sort_jacobian(network: Network, x: np.ndarray, softmax: SoftMaximum = softmax) -> np.ndarray:
    """The Jacobian of :func:`diff_sort` at x, shape (n, n): entry [out, in] is d sorted[out] / d x[in], without unit.

    Its rows and its columns add up to 1 (a soft sort keeps the sum and follows a shift), but entries may be negative.

    >>> from diffsort_core import bitonic, smoothmax
    >>> sort_jacobian(bitonic(2), [1.0, 2.0], smoothmax).round(3)
    array([[0.928, 0.072],
           [0.072, 0.928]])

    Raises DiffsortError as :func:`diff_sort` does.
    """
    return jacobian_of_trace(trace(network, x, softmax))


def rank_jacobian(network: Network, x: np.ndarray, sigma: float = 0.1, softmax: SoftMaximum = softmax) -> np.ndarray:
    """The Jacobian of :func:`diff_argsort` at x, shape (n, n): entry [out, in] is d rank[out] / d x[in], in ranks per
    unit of x.

    >>> from diffsort_core import bitonic
    >>> rank_jacobian(bitonic(8), [1, 2, 3, 4, 8, 7, 6, 4], sigma=0.25)[0].round(3)
    array([ 2.162, -1.059, -0.523, -0.287, -0.01 , -0.018, -0.056, -0.21 ])

    Raises DiffsortError as :func:`diff_argsort` does.
    """
    run = trace(network, x, softmax)
    return ranks_and_jacobian(run, jacobian_of_trace(run), sigma)[1]


def jacobian_of_trace(run: Trace) -> np.ndarray:
    """:func:`sort_jacobian` of a run that was already traced."""
    network, done = run.network, run.exchanges
    rows = np.eye(network.n, dtype=run.values[0].dtype)
    by_a, by_b = done.by_a[:, None], done.by_b[:, None]
    start = 0
    for low, high, _, _ in network.gathers:
        stop = start + low.size
        a, b = rows.take(low, axis=0), rows.take(high, axis=0)
        up = by_a[start:stop] * a + by_b[start:stop] * b
        rows[high] = up
        rows[low] = a + b - up
        start = stop
    return rows


def ranks_and_jacobian(run: Trace, by_x: np.ndarray, sigma: float = 0.1) -> tuple[np.ndarray, np.ndarray]:
    """The soft ranks, shape (n,), and :func:`rank_jacobian` of a traced run whose :func:`sort_jacobian` is ``by_x``."""
    x, sortd, sigma = asvector(run.values[0]), run.values[-1], positive(sigma, "sigma")
    order = order_matrix(x, sortd, sigma)
    places = np.arange(run.network.n, dtype=order.dtype)
    ranks = order @ places
    quarter = x[:, None] * 0.25 - sortd * 0.25
    by_sorted = 4 * order * (places - ranks[:, None]) * in_widths(in_widths(quarter, sigma), sigma)
    jacobian = by_sorted @ by_x
    jacobian[np.diag_indices(run.network.n)] -= by_sorted.sum(axis=1)
    return ranks, jacobian
