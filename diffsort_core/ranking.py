"""Soft ranks: a Gaussian kernel compares every value with every place of the soft sort."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from .arrays import asarray, largest, seen
from .backends import namespace
from .calls import array_function
from .checks import positive
from .confidence import likeliest, warn_of_wrong
from .errors import DiffsortError
from .folding import Task
from .kernel import Block, over_blocks, whole_block
from .resolving import AnyNetwork, for_x
from .soft_maxima import SoftMaximum, softmax
from .sorting import folded
from .straight import hardened
from .straight import straight_through as with_slopes_of

Likeliest = tuple[np.ndarray, np.ndarray]


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
    original, sortd = _alike(original, sortd)
    return whole_block(namespace(original), original, sortd, positive(sigma, "sigma")).order


@array_function
def dargsort(original: Any, sortd: Any, sigma: float = 0.1, transpose: bool = False) -> Any:
    """Soft ranks of ``original`` among ``sortd``: the order matrix times (0, 1, ..., m - 1); with
    ``transpose``, its transpose times (0, 1, ..., n - 1).

    With NumPy the matrix is never made: see :func:`diff_argsort`.

    >>> dargsort([3.0, 1.0, 2.0], [1.0, 2.0, 3.0]).round(3)
    array([2., 0., 1.])

    Raises DiffsortError as :func:`order_matrix` does. Source: differentiable_sorting.
    """
    original, sortd = _alike(original, sortd)
    return _means(original, sortd, positive(sigma, "sigma"), transpose)[0]


@for_x
@array_function
def diff_argsort(
    network: AnyNetwork,
    x: Any,
    sigma: float = 0.1,
    softmax: SoftMaximum = softmax,
    transpose: bool = False,
    *,
    axis: int = -1,
    descending: bool = False,
    straight_through: bool = False,
) -> Any:
    """The soft rank of each value of x along an axis, from 0 for the smallest: x's shape,
    differentiable everywhere.

    ``network``: as for :func:`diff_sort`. ``sigma``: width of the kernel, in the units of x (or of
    its standard deviation, where alpha is scale-free); ``softmax``: as for :func:`diff_sort`. With
    ``descending`` the largest has rank 0. With ``transpose`` the order matrix is transposed: entry
    k is then where the value at place k came from, softly (its rows need not add up to 1). With
    ``straight_through`` the ranks are the hard ones (equal values share the mean of theirs), and
    their derivatives those of the soft ranks.

    >>> from diffsort_core import bitonic
    >>> print(diff_argsort(bitonic(8), [1, 2, 3, 4, 8, 7, 6, 4], sigma=0.25).round(2))
    [0.13 1.09 2.   3.11 6.99 6.   5.   3.11]

    Ranks of numbers that are close for the softness of the sort are those of another order, and may
    be sure of it: in [0, 1] with the default, log-sum-exp at alpha = 1, most are. Where values can
    be read and some value has more than 0.9 of its share in a place that neither it nor an equal
    value has in the hard sort, a :class:`DiffsortWarning` says so, once a call, and what to do;
    :func:`suggest` gives an alpha and a sigma for given values. (A Dask array's values are read
    block by block, as they are computed.)

    With NumPy the n x n matrix is never made. A sigma of 30 times the median gap of n = 100,000
    values takes a second or so; a sigma as wide as the values takes n^2 steps of some 10
    nanoseconds, two minutes for 100,000, and the memory of some vectors. Every other library
    (autograd, JAX, PyTorch, TensorFlow, CuPy; compiled or not) has the whole matrix, which its
    derivatives go through; Dask has what its blocks have.

    Raises DiffsortError when sigma is not a positive number, or as :func:`diff_sort` does. Source:
    differentiable_sorting.
    """
    task, ranks, likely = ranked(
        network,
        x,
        sigma,
        softmax,
        transpose,
        axis=axis,
        descending=descending,
        look=not straight_through,
    )
    if straight_through:
        tiny = 16 / largest(task.x)  # and no subnormal number, which some libraries take for 0
        hard = ranked(
            network, x, tiny, hardened(softmax), transpose, axis=axis, descending=descending
        )
        return with_slopes_of(hard[1], ranks)
    if likely is not None:
        warn_of_wrong(task, x, *likely, descending)
    return ranks


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


@for_x
@array_function
def soft_ranks(
    network: AnyNetwork,
    x: Any,
    sigma: float,
    softmax: SoftMaximum,
    transpose: bool = False,
    *,
    axis: int = -1,
) -> Any:
    """:func:`diff_argsort` for who shows soft ranks as they are, and wants no warning."""
    return ranked(network, x, sigma, softmax, transpose, axis=axis)[1]


def ranked(
    network: AnyNetwork,
    x: Any,
    sigma: float,
    softmax: SoftMaximum,
    transpose: bool,
    *,
    axis: int,
    descending: bool = False,
    look: bool = False,
) -> tuple[Task, Any, Likeliest | None]:
    """The task, its soft ranks, and, where one is to ``look`` and can, the likeliest place
    of each value and its share there, with the wires last."""
    task, result = folded(network, x, softmax, axis, descending, ranks=True)
    values, sortd = task.wires_last(task.x), task.wires_last(result)
    look = look and seen(task.x) is not None
    means, likely = _means(values, sortd, in_units(task, sigma), transpose, look)
    return task, task.on_axis(means if values is task.x else task.xp.moveaxis(means, -1, 0)), likely


def by_place(task: Task, result: Any, sigma: float) -> tuple[Any, Any]:
    """The derivatives of the soft ranks of a sort's x, whose soft sort is ``result`` (both in the
    units of the task): by each place of the sort, shape (..., n, n), and by each value itself,
    shape (..., n)."""
    sigma = in_units(task, sigma)
    block = whole_block(task.xp, task.wires_last(task.x), task.wires_last(result), sigma)
    slopes = block.slopes(sigma)
    return slopes, -task.xp.sum(slopes, axis=-1)


def along_places(task: Task, result: Any, sigma: float, moved: Any, inward: Any) -> Any:
    """How the soft ranks move where the places of the sort move by ``moved`` and the values by
    ``inward``, all with the wires last: :func:`by_place` times these, without its matrix."""
    sigma = in_units(task, sigma)

    def formula(block: Block, inward: Any, moved: Any) -> Any:
        xp, slopes = block.xp, block.slopes(sigma)
        by_value = xp.sum(slopes, axis=-1)
        return (xp.sum(slopes * moved[..., None, :], axis=-1) - by_value * inward,), ()

    return _over(task, result, sigma, formula, [inward], [moved])[0][0]


def back_to_places(task: Task, result: Any, sigma: float, w: Any) -> tuple[Any, Any]:
    """The gradient of sum(w * ranks) by the places of the sort and by the values, all with the
    wires last: the transposed :func:`by_place` times w, without its matrix."""
    sigma = in_units(task, sigma)

    def formula(block: Block, w: Any) -> Any:
        xp, slopes = block.xp, block.slopes(sigma)
        return (-xp.sum(slopes, axis=-1) * w,), (xp.sum(slopes * w[..., :, None], axis=-2),)

    (by_value,), (by_place,) = _over(task, result, sigma, formula, [w])
    return by_place, by_value


def in_units(task: Task, sigma: float) -> float:
    """sigma in the units of the task."""
    return max(positive(sigma, "sigma") / task.unit, 5e-324)


def _over(task: Task, result: Any, sigma: float, *formula_and_vectors: Any) -> Any:
    return over_blocks(
        task.wires_last(task.x), task.wires_last(result), sigma, *formula_and_vectors
    )


def _means(
    values: Any, sortd: Any, sigma: float, transpose: bool, look: bool = False
) -> tuple[Any, Likeliest | None]:
    """The soft ranks, or the soft argsort, and where one is to ``look`` the likeliest places."""

    def formula(block: Block, wires: Any) -> Any:
        seen_there = likeliest(block) if look else ()
        if not transpose:
            return (*seen_there, block.ranks()), ()
        return seen_there, (block.xp.sum(block.order * wires[..., :, None], axis=-2),)

    wires = namespace(values).constant(np.arange(values.shape[-1]), values)
    of_values, of_places = over_blocks(values, sortd, sigma, formula, [wires])
    return (of_places or of_values)[-1], tuple(of_values[:2]) if look else None


def _alike(original: Any, sortd: Any) -> tuple[Any, Any]:
    original, sortd = _with_an_axis(original, "original"), _with_an_axis(sortd, "sortd")
    if len(original.shape) != len(sortd.shape):
        shapes = f"{tuple(original.shape)} and {tuple(sortd.shape)}"
        raise DiffsortError(
            f"original and sortd must have the same batch axes, got shapes {shapes}"
        )
    return original, sortd


def _with_an_axis(x: Any, name: str) -> Any:
    x = asarray(x, name)
    if not len(x.shape) or not x.shape[-1]:
        raise DiffsortError(
            f"{name} must hold at least one value along its last axis, got shape {tuple(x.shape)}"
        )
    return x
