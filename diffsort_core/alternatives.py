"""Other differentiable sorts, to lay side by side with the networks: relaxed permutation matrices
and isotonic projections."""

from __future__ import annotations

from collections.abc import Callable
from math import log
from typing import Any

import numpy as np

from .arrays import asarray, largest
from .backends import library, namespace
from .calls import array_function
from .checks import positive
from .errors import DiffsortError

_VANISHED = 800.0  # exp(-800) is 0 in every float type


@array_function
def neural_sort(x: Any, tau: float = 1.0) -> Any:
    """NeuralSort's relaxed permutation matrix P[..., out, in]: shape (..., n, n) for x of (..., n),
    P @ x ascending.

    Rows add up to 1 and peak where the hard permutation has its 1; a small ``tau``, in the units of
    x, gives that permutation. Values closer than the rounding error of n max|x| share their places;
    so, in float64, do some of those that are all below 1e-300, where tau can be no smaller.

    >>> (neural_sort([2.0, 3.0, 1.0], tau=0.5) @ [2.0, 3.0, 1.0]).round(2)
    array([1.12, 2.  , 2.88])

    Raises DiffsortError when tau is not a positive number or x holds no vectors of finite numbers.
    Source: Grover et al., "Stochastic optimization of sorting networks via continuous relaxations",
    ICLR 2019; there P @ x descends: rows reversed.
    """
    x, tau = _vectors(x), positive(tau, "tau")
    xp, n, most = namespace(x), x.shape[-1], largest(x)
    scale = 2.0 ** -(n.bit_length() + 3)  # below 1 / (8 n), so that no score can overflow
    gaps = (x * scale)[..., :, None] - (x * scale)[..., None, :]
    above_mean = xp.sum(gaps, axis=-1) / n
    apart = xp.sum(
        gaps * xp.sign(gaps), axis=-1
    )  # |gaps|, with the derivative 0 at a tie in every library
    places = 2 * xp.cumsum(xp.ones_like(x), axis=-1) - (n + 1)  # 1 - n, 3 - n, ..., n - 1
    scores = places[..., :, None] * above_mean[..., None, :] - apart[..., None, :]
    below = xp.max(scores, axis=-1)[..., None] - scores
    width = min(max(tau * scale, 4 / most), most)
    cut = min(_VANISHED * width, most)
    weights = xp.exp(-xp.where(below < cut, below, cut) / width)
    return weights / xp.sum(weights, axis=-1)[..., None]


@array_function
def soft_sort(x: Any, tau: float = 1.0, power: float = 1.0) -> Any:
    """SoftSort's relaxed permutation matrix P[..., out, in]: softmax(-|sort(x)[out] - x[in]|^power
    / tau) over ``in``.

    Shape (..., n, n) for x of (..., n), P @ x ascending, rows add up to 1; ``tau`` is in the units
    of x^power.

    >>> (soft_sort([2.0, 3.0, 1.0], tau=0.5) @ [2.0, 3.0, 1.0]).round(2)
    array([1.15, 2.  , 2.85])

    Raises DiffsortError when tau or power is not a positive number or x holds no vectors of finite
    numbers. Source: Prillo & Eisenschlos, "SoftSort: a continuous relaxation for the argsort
    operator", ICML 2020; there P @ x descends: rows reversed.
    """
    x, tau, power = _vectors(x), positive(tau, "tau"), positive(power, "power")
    xp, most, vanished = namespace(x), largest(x), log(_VANISHED)
    distance = xp.abs(_sorted(x * 0.5)[..., :, None] - (x * 0.5)[..., None, :])
    apart = distance > 4 / most  # the others are equal: at least one in every row, of weight 1
    # In logarithms neither the power nor the quotient can overflow.
    exponent = min(power, most / 1000) * (xp.log(xp.where(apart, distance, 1.0)) + log(2)) - log(
        tau
    )
    weights = xp.where(
        apart, xp.exp(-xp.exp(xp.where(exponent < vanished, exponent, vanished))), 1.0
    )
    return weights / xp.sum(weights, axis=-1)[..., None]


@array_function
def isotonic_sort(x: Any, epsilon: float = 1.0) -> np.ndarray:
    """The L2-regularised soft sort, ascending along the last axis: the point of the permutahedron
    of x (the hull of its permutations) nearest to (0, ..., n - 1) / epsilon. Shape and sum of x;
    ``epsilon`` is in 1 / units of x.

    As epsilon falls it becomes np.sort(x), and is that from some positive epsilon on; as epsilon
    grows, the mean.

    >>> isotonic_sort([3.0, 1.0, 2.5], epsilon=1.0)
    array([1.25, 2.25, 3.  ])

    NumPy only. Raises DiffsortError when epsilon is not a positive number or x holds no NumPy
    vectors of finite numbers. Source: Blondel et al., "Fast differentiable sorting and ranking",
    ICML 2020; there the result descends.
    """
    return _by_vector(_isotonic_sort, x, epsilon)


@array_function
def isotonic_rank(x: Any, epsilon: float = 1.0) -> np.ndarray:
    """The L2-regularised soft ranks along the last axis: the point of the permutahedron of (0, ...,
    n - 1) nearest to x / epsilon. Shape of x; ``epsilon`` is in the units of x: hard ranks from
    some positive one on, (n - 1) / 2 as it grows.

    >>> isotonic_rank([3.0, 1.0, 2.5], epsilon=1.0)
    array([1.75, 0.  , 1.25])

    NumPy only; raises as :func:`isotonic_sort` does. Source: Blondel et al., as there; the paper's
    ranks run from 1 for the largest value to n for the smallest, ours from 0 for the smallest to n
    - 1: ours are n less the paper's.
    """
    return _by_vector(_isotonic_rank, x, epsilon)


def _vectors(x: Any) -> Any:
    x = asarray(x)
    if not len(x.shape) or not x.shape[-1]:
        raise DiffsortError(
            f"x must hold at least one value along its last axis, got shape {tuple(x.shape)}"
        )
    return x


def _sorted(x: Any) -> Any:
    xp = namespace(x)
    if library(x) == "autograd" and len(x.shape) > 1:  # its sort differentiates vectors only
        return xp.stack([_sorted(row) for row in x])
    return xp.sort(x)


def _by_vector(function: Callable[[np.ndarray, float], Any], x: Any, epsilon: float) -> np.ndarray:
    x, epsilon = _vectors(x), positive(epsilon, "epsilon")
    if not isinstance(x, np.ndarray):
        raise DiffsortError(f"x must be a list or a NumPy array, got {type(x).__name__}")
    rows = x.reshape(-1, x.shape[-1]).astype(np.float64)
    return np.reshape([function(row, epsilon) for row in rows], x.shape).astype(x.dtype)


def isotonic_blocks(x: np.ndarray, epsilon: float) -> np.ndarray:
    """Where the blocks of :func:`isotonic_sort` begin among the sorted values of a vector, and
    where the last one ends: their values were moved together, so that their mean is that of the
    hard sort.

    >>> isotonic_blocks(np.array([3.0, 1.0, 2.5]), 1.0)
    array([0, 2, 3])
    """
    half, reach, most = _spread(x, positive(epsilon, "epsilon"))
    if most <= 1:
        return np.arange(len(x) + 1)
    return np.asarray(_regression(np.arange(len(x)) / most - (half - half[0]) / reach).blocks)


def _isotonic_sort(x: np.ndarray, epsilon: float) -> Any:
    half, reach, most = _spread(x, epsilon)
    if most <= 1:
        return np.sort(x)
    soft = _projection(np.arange(len(x)) / most, (half - half[0]) / reach)
    return np.clip(half[0] + reach * soft, half[0], half[-1]) * 2


def _spread(x: np.ndarray, epsilon: float) -> tuple[np.ndarray, Any, float]:
    """Half the sorted values, and half their range; in units of that range one place counts 1 / the
    third."""
    half = np.sort(x) * 0.5
    reach = half[-1] - half[0]
    return half, reach, 2 * (epsilon * float(reach))


def _isotonic_rank(x: np.ndarray, epsilon: float) -> Any:
    order, places = np.argsort(x), np.arange(len(x))
    unit = max(epsilon * 0.5, 4 / largest(x))
    steps = (
        np.minimum(np.diff(x[order] * 0.5), len(x) * unit) / unit
    )  # a gap above n - 1 parts the vector, however wide
    soft = _projection(np.append(0.0, np.cumsum(steps)), places)
    return np.clip(soft, 0, len(x) - 1)[np.argsort(order)]


def _projection(z: np.ndarray, w: np.ndarray) -> Any:
    """The point nearest to z in the permutahedron of w, both ascending."""
    return z - _regression(z - w).x


def _regression(v: np.ndarray) -> Any:
    from scipy.optimize import isotonic_regression

    return isotonic_regression(v)
