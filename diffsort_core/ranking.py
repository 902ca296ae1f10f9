"""Soft ranks: a Gaussian kernel compares every value with every place of the soft sort. And what is
read off a soft sort: its largest values, its quantiles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from .backends import Namespace, array_function, asarray, largest, namespace
from .checks import positive, whole, within
from .errors import DiffsortError
from .folding import Task
from .networks import Network
from .soft_maxima import SoftMaximum, softmax
from .sorting import folded


@array_function
def order_matrix(original: Any, sortd: Any, sigma: float = 0.1) -> Any:
    """How much each value of ``original``, shape (..., n), belongs to each place of ``sortd``,
    shape (..., m).

    The result has shape (..., n, m), [value, place]; its rows add up to 1.

    The kernel is Gaussian with width ``sigma``, in the units of the values; it is normalised in the
    exponent, so that a small sigma gives the nearest place and never NaN.

    >>> order_matrix([3.0, 1.0], [1.0, 3.0]).round(3)
    array([[0., 1.],
           [1., 0.]])

    Raises DiffsortError when sigma is not a positive number or an argument holds anything but
    finite numbers, or no axis. Source: differentiable_sorting.
    """
    original, sortd = _with_an_axis(original, "original"), _with_an_axis(sortd, "sortd")
    if len(original.shape) != len(sortd.shape):
        shapes = f"{tuple(original.shape)} and {tuple(sortd.shape)}"
        raise DiffsortError(
            f"original and sortd must have the same batch axes, got shapes {shapes}"
        )
    return _kernel(namespace(original), original, sortd, positive(sigma, "sigma"))[0]


@array_function
def dargsort(original: Any, sortd: Any, sigma: float = 0.1, transpose: bool = False) -> Any:
    """Soft ranks of ``original`` among ``sortd``: the order matrix times (0, 1, ..., n - 1); with
    ``transpose``, its transpose.

    >>> dargsort([3.0, 1.0, 2.0], [1.0, 2.0, 3.0]).round(3)
    array([2., 0., 1.])

    Raises DiffsortError as :func:`order_matrix` does. Source: differentiable_sorting.
    """
    order = order_matrix(original, sortd, sigma)
    xp = namespace(order)
    if transpose:
        order = xp.swapaxes(order, -1, -2)
    return xp.sum(order * _places(order), axis=-1)


@array_function
def diff_argsort(
    network: Network | Sequence[Any],
    x: Any,
    sigma: float = 0.1,
    softmax: SoftMaximum = softmax,
    transpose: bool = False,
    *,
    axis: int = -1,
    descending: bool = False,
) -> Any:
    """The soft rank of each value of x along an axis, from 0 for the smallest: x's shape,
    differentiable everywhere.

    ``sigma``: width of the kernel, in the units of x (or of its standard deviation, where alpha is
    scale-free); ``softmax``: as for :func:`diff_sort`. With ``descending`` the largest has rank 0.
    With ``transpose`` the order matrix is transposed: entry k is then where the value at place k
    came from, softly (its rows need not add up to 1).

    >>> from diffsort_core import bitonic
    >>> print(diff_argsort(bitonic(8), [1, 2, 3, 4, 8, 7, 6, 4], sigma=0.25).round(2))
    [0.13 1.09 2.   3.11 6.99 6.   5.   3.11]

    Raises DiffsortError when sigma is not a positive number, or as :func:`diff_sort` does. Source:
    differentiable_sorting.
    """
    task, result = folded(network, x, softmax, axis, descending, ranks=True)
    ranks = dargsort(*_values_last(task, result), in_units(task, sigma), transpose)
    return task.cast(task.xp.moveaxis(ranks, -1, task.axis))


def diff_argsort_indexed(
    indices: Sequence[Any],
    x: Any,
    sigma: float = 0.1,
    softmax: SoftMaximum = softmax,
    transpose: bool = False,
) -> Any:
    """:func:`diff_argsort` under differentiable_sorting's name for ``bitonic_indices(n)``.

    >>> from diffsort_core import bitonic_indices
    >>> print(diff_argsort_indexed(bitonic_indices(4), [3.0, 1.0, 4.0, 2.0]).round(1))
    [2. 0. 3. 1.]

    Raises DiffsortError as :func:`diff_argsort` does. Source: differentiable_sorting.
    """
    return diff_argsort(indices, x, sigma, softmax, transpose)


@array_function
def diff_topk(
    network: Network | Sequence[Any],
    x: Any,
    k: int,
    softmax: SoftMaximum = softmax,
    *,
    axis: int = -1,
) -> Any:
    """The k largest values of x along an axis, softly, the largest first: x's shape with k along
    ``axis``.

    >>> from diffsort_core import bitonic, smoothmax
    >>> print(diff_topk(bitonic(4), [3.0, 1.0, 4.0, 2.0], 2, smoothmax).round(2))
    [3.3  2.84]

    Raises DiffsortError when k is not a whole number from 1 to n, or as :func:`diff_sort` does.
    """
    task, result = folded(network, x, softmax, axis, descending=True)
    return task.restore(result[: whole(k, "k", most=task.x.shape[0])])


@array_function
def diff_quantile(
    network: Network | Sequence[Any],
    x: Any,
    q: float,
    softmax: SoftMaximum = softmax,
    *,
    axis: int = -1,
) -> Any:
    """The soft quantile of x along an axis, which goes: 0 is the minimum, 0.5 the median, 1 the
    maximum. Between two places it is interpolated linearly, as in ``numpy.quantile``, to which it
    is equal at alpha = infinity.

    >>> from diffsort_core import bitonic, smoothmax
    >>> round(float(diff_quantile(bitonic(4), [3.0, 1.0, 4.0, 2.0], 0.75, smoothmax)), 2)
    2.95

    Raises DiffsortError when q is outside [0, 1], or as :func:`diff_sort` does.
    """
    q = within(q, "q", 0, 1)
    task, result = folded(network, x, softmax, axis)
    lower, part = divmod(q * (task.x.shape[0] - 1), 1)
    upper = min(int(lower) + 1, task.x.shape[0] - 1)
    between = (1 - part) * result[int(lower)] + part * result[upper]
    return task.restore(between[None])[(slice(None),) * task.axis + (0,)]


@array_function
def diff_median(
    network: Network | Sequence[Any], x: Any, softmax: SoftMaximum = softmax, *, axis: int = -1
) -> Any:
    """The soft median of x along an axis, which goes: :func:`diff_quantile` at q = 0.5.

    >>> from diffsort_core import bitonic, smoothmax
    >>> float(diff_median(bitonic(4), [3.0, 1.0, 400.0, 2.0], smoothmax).round(2))
    2.25

    Raises DiffsortError as :func:`diff_sort` does.
    """
    return diff_quantile(network, x, 0.5, softmax, axis=axis)


def by_place(task: Task, result: Any, sigma: float) -> tuple[Any, Any]:
    """The derivatives of the soft ranks of a sort's x, whose soft sort is ``result`` (both in the
    units of the task): by each place of the sort, shape (..., n, n), and by each value itself,
    shape (..., n)."""
    (x, sortd), xp, sigma = _values_last(task, result), task.xp, in_units(task, sigma)
    order, quarter = _kernel(xp, x, sortd, sigma)
    places = _places(order)
    ranks = xp.sum(order * places, axis=-1)
    by_sorted = (
        order
        * (4 * places - 4 * ranks[..., None])
        * _in_widths(xp, _in_widths(xp, quarter, sigma), sigma)
    )
    return by_sorted, -xp.sum(by_sorted, axis=-1)


def in_units(task: Task, sigma: float) -> float:
    """sigma in the units of the task."""
    return max(positive(sigma, "sigma") / task.unit, 5e-324)


def _values_last(task: Task, result: Any) -> tuple[Any, Any]:
    return task.wires_last(task.x), task.wires_last(result)


def _with_an_axis(x: Any, name: str) -> Any:
    x = asarray(x, name)
    if not len(x.shape) or not x.shape[-1]:
        raise DiffsortError(
            f"{name} must hold at least one value along its last axis, got shape {tuple(x.shape)}"
        )
    return x


def _kernel(xp: Namespace, original: Any, sortd: Any, sigma: float) -> tuple[Any, Any]:
    """The order matrix, and a quarter of each difference, which cannot overflow."""
    quarter = original[..., :, None] * 0.25 - sortd[..., None, :] * 0.25
    nearest = xp.stop_gradient(xp.min(xp.abs(quarter), axis=-1)[..., None])
    # d^2 - m^2 = (d - m) (d + m), with m the distance of the nearest place, so that one exponent in
    # each row is 0.
    kernel = xp.exp(
        _in_widths(xp, quarter - nearest, sigma) * _in_widths(xp, quarter + nearest, sigma) * -8
    )
    return kernel / xp.sum(kernel, axis=-1)[..., None], quarter


def _places(order: Any) -> Any:
    return namespace(order).constant(np.arange(order.shape[-1]), order)


def _in_widths(xp: Namespace, x: Any, sigma: float) -> Any:
    """x / sigma, cut off where its square would leave x's dtype."""
    most = largest(x)
    sigma = min(max(sigma, 1 / most), most)
    bound = min(most**0.5 / 4 * sigma, most)
    return xp.clip(x, -bound, bound) / sigma
