"""Exact Jacobians of the other differentiable sorts, in closed form: entry [out, in] is d
sorted[out] / d x[in], without unit.

They take one vector, as NumPy reads it. Where values are tied, the derivative of the hard sort is
shared among them.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from .alternatives import isotonic_blocks, neural_sort, soft_sort
from .arrays import asvector
from .checks import positive
from .errors import DiffsortError

_FARTHEST = 1e4  # times tau: farther values have no weight


def neural_sort_jacobian(x: Any, tau: float = 1.0) -> np.ndarray:
    """The Jacobian of ``neural_sort(x, tau) @ x``, shape (n, n). Its rows add up to 1; entries may
    be negative.

    >>> neural_sort_jacobian([2.0, 3.0, 1.0], tau=1.0).round(3)
    array([[ 0.123, -0.054,  0.932],
           [ 1.   ,  0.   ,  0.   ],
           [ 0.123,  0.932, -0.054]])

    Raises DiffsortError as :func:`neural_sort` does, or when x is no NumPy vector.
    """
    x = _vector(x)
    weights, n = neural_sort(x, tau), len(x)
    pulls = weights * _from_the_mean(x, weights, positive(tau, "tau"))
    signs = _signs(x, x)
    places = 2 * np.arange(n) - (n - 1)
    return np.asarray(weights + pulls * (places[:, None] - signs.sum(axis=1)) + pulls @ signs)


def soft_sort_jacobian(x: Any, tau: float = 1.0) -> np.ndarray:
    """The Jacobian of ``soft_sort(x, tau) @ x`` (of power 1), shape (n, n). Its rows add up to 1;
    entries may be negative.

    >>> soft_sort_jacobian([2.0, 3.0, 1.0], tau=0.5).round(2)
    array([[-0.08, -0.04,  1.13],
           [ 1.21, -0.11, -0.11],
           [-0.08,  1.13, -0.04]])

    Raises DiffsortError as :func:`soft_sort` does, or when x is no NumPy vector.
    """
    x = _vector(x)
    weights = soft_sort(x, tau)
    signs = _signs(np.sort(x), x)
    pulls = weights * signs * _from_the_mean(x, weights, positive(tau, "tau"))
    return np.asarray(weights + pulls - pulls.sum(axis=1)[:, None] * _hard(x))


def isotonic_sort_jacobian(x: Any, epsilon: float = 1.0) -> np.ndarray:
    """The Jacobian of :func:`isotonic_sort`, shape (n, n): within each of its blocks the derivative
    of the hard sort is averaged. It is doubly stochastic, and so never negative.

    >>> isotonic_sort_jacobian([3.0, 1.0, 2.5], epsilon=1.0)
    array([[0. , 0.5, 0.5],
           [0. , 0.5, 0.5],
           [1. , 0. , 0. ]])

    Raises DiffsortError as :func:`isotonic_sort` does, or when x is no NumPy vector. Source:
    Blondel et al., as there.
    """
    x = _vector(x)
    sizes = np.diff(isotonic_blocks(x, epsilon))
    block = np.repeat(np.arange(len(sizes)), sizes)
    together = block[:, None] == block[None, :]
    return np.asarray(together / sizes[block][:, None] @ _hard(x))


def _vector(x: Any) -> np.ndarray:
    x = asvector(x)
    if not isinstance(x, np.ndarray):
        raise DiffsortError(f"x must be a list or a NumPy array, got {type(x).__name__}")
    return x.astype(np.float64)


def _signs(rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """The sign of each row's number less each column's, whose difference may overflow."""
    rows = rows[:, None]
    return np.asarray((rows > columns).astype(float) - (rows < columns))


def _hard(x: np.ndarray) -> np.ndarray:
    """The derivative of the hard sort: 1 where the value went, in equal shares where it is tied."""
    equal = np.sort(x)[:, None] == x[None, :]
    return np.asarray(equal / equal.sum(axis=1, keepdims=True))


def _from_the_mean(x: np.ndarray, weights: np.ndarray, tau: float) -> np.ndarray:
    """(x[in] - (weights @ x)[out]) / tau; exactly 0 where only equal values have weight, however
    small tau is."""
    with np.errstate(over="ignore"):
        gaps = (x[None, :] * 0.5 - x[:, None] * 0.5) / tau * 2
    return np.asarray(weights @ np.clip(gaps, -_FARTHEST, _FARTHEST))
