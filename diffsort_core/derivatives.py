"""Exact derivatives without an autodiff library: the fold, with derivatives carried along.

One comparator mixes two rows of the Jacobian by its own 2 x 2 derivative; a tangent (``jvp``) is
carried in the same way, a cotangent (``vjp``) backwards. ``jacobian[out, in]`` is never the soft
permutation: it is the derivative of output ``out`` by input ``in``. Every function takes any axis
and any batch, and every relaxation; a plain callable is differentiated by autograd (NumPy arrays).
"""

from __future__ import annotations

from functools import partial
from typing import Any

from .arrays import asarray
from .backends import dtype_name
from .calls import array_function, some_at_a_time
from .encodings import require_network
from .errors import DiffsortError
from .folding import Task, mixed, prepare
from .networks import Network
from .ranking import along_places, back_to_places, by_place
from .resolving import Family, for_x
from .soft_maxima import SoftMaximum, derivative, softmax


@for_x
@array_function
def sort_jacobian(
    network: Network | Family, x: Any, softmax: SoftMaximum = softmax, *, axis: int = -1
) -> Any:
    """The Jacobian of :func:`diff_sort` at x: entry [..., out, in] is d sorted[out] / d x[in],
    without unit; shape (n, n), after the batch axes of x.

    Its rows and its columns add up to 1 (a soft sort keeps the sum and follows a shift), but
    entries may be negative.

    >>> from diffsort_core import bitonic, smoothmax
    >>> sort_jacobian(bitonic(2), [1.0, 2.0], smoothmax).round(3)
    array([[0.928, 0.072],
           [0.072, 0.928]])

    Raises DiffsortError as :func:`diff_sort` does, or when ``network`` is no Network.
    """
    task = _task(network, x, softmax, axis)
    return task.cast(task.xp.moveaxis(_along(task, task.identity()), 0, -2))


@for_x
@array_function
@partial(some_at_a_time, beside="v")
def sort_jvp(
    network: Network | Family, x: Any, v: Any, softmax: SoftMaximum = softmax, *, axis: int = -1
) -> Any:
    """The directional derivative of :func:`diff_sort` at x along v: the Jacobian times v, of x's
    shape, in O(n depth) memory.

    >>> from diffsort_core import bitonic, smoothmax
    >>> sort_jvp(bitonic(2), [1.0, 2.0], [1.0, 0.0], smoothmax).round(3)
    array([0.928, 0.072])

    Raises DiffsortError as :func:`sort_jacobian` does, or when v has not the shape of x.
    """
    task = _task(network, x, softmax, axis)
    return task.on_axis(_along(task, _beside(task, v, x, "v")))


@for_x
@array_function
@partial(some_at_a_time, beside="w")
def sort_vjp(
    network: Network | Family, x: Any, w: Any, softmax: SoftMaximum = softmax, *, axis: int = -1
) -> Any:
    """The gradient of sum(w * diff_sort(network, x)) by x: the transposed Jacobian times w, of x's
    shape, in O(n depth) memory.

    >>> from diffsort_core import bitonic, smoothmax
    >>> sort_vjp(bitonic(2), [1.0, 2.0], [0.0, 1.0], smoothmax).round(3)
    array([0.072, 0.928])

    Raises DiffsortError as :func:`sort_jacobian` does, or when w has not the shape of x.
    """
    task = _task(network, x, softmax, axis)
    w, (result, mixing) = _beside(task, w, x, "w"), mixed(task, derivative)
    pulled = task.inward(mixing.pull_back(require_network(network), w))
    return task.on_axis(task.outward(pulled, task.x, w, result))


@for_x
@array_function
def rank_jacobian(
    network: Network | Family,
    x: Any,
    sigma: float = 0.1,
    softmax: SoftMaximum = softmax,
    *,
    axis: int = -1,
) -> Any:
    """The Jacobian of :func:`diff_argsort` at x: entry [..., out, in] is d rank[out] / d x[in], in
    ranks per unit of x; shape (n, n), after the batch axes of x.

    >>> from diffsort_core import bitonic
    >>> rank_jacobian(bitonic(8), [1, 2, 3, 4, 8, 7, 6, 4], sigma=0.25)[0].round(3)
    array([ 2.162, -1.059, -0.523, -0.287, -0.01 , -0.018, -0.056, -0.21 ])

    Raises DiffsortError as :func:`diff_argsort` does, or when ``network`` is no Network.
    """
    task = _task(network, x, softmax, axis, ranks=True)
    inward, (result, mixing) = task.inward(task.identity()), mixed(task, derivative)
    (by_sorted, by_value), moved = by_place(task, result, sigma), mixing.carry(inward)
    moved, inward = (task.xp.moveaxis(rows, 0, -2) for rows in (moved, inward))
    return task.cast(
        _per_x(task, task.xp.matmul(by_sorted, moved) + by_value[..., None] * inward, 2)
    )


@for_x
@array_function
@partial(some_at_a_time, beside="v")
def rank_jvp(
    network: Network | Family,
    x: Any,
    v: Any,
    sigma: float = 0.1,
    softmax: SoftMaximum = softmax,
    *,
    axis: int = -1,
) -> Any:
    """The directional derivative of :func:`diff_argsort` at x along v: :func:`rank_jacobian` times
    v, of x's shape.

    >>> from diffsort_core import bitonic, smoothmax
    >>> rank_jvp(bitonic(2), [1.0, 2.0], [1.0, 0.0], sigma=0.5, softmax=smoothmax).round(3)
    array([ 0.536, -0.536])

    Raises DiffsortError as :func:`rank_jacobian` does, or when v has not the shape of x.
    """
    task = _task(network, x, softmax, axis, ranks=True)
    inward, (result, mixing) = task.inward(_beside(task, v, x, "v")), mixed(task, derivative)
    moved, inward = task.wires_last(mixing.carry(inward)), task.wires_last(inward)
    ranks = along_places(task, result, sigma, moved, inward)
    return task.cast(task.xp.moveaxis(_per_x(task, ranks, 1), -1, task.axis))


@for_x
@array_function
@partial(some_at_a_time, beside="w")
def rank_vjp(
    network: Network | Family,
    x: Any,
    w: Any,
    sigma: float = 0.1,
    softmax: SoftMaximum = softmax,
    *,
    axis: int = -1,
) -> Any:
    """The gradient of sum(w * diff_argsort(network, x, sigma)) by x: the transposed
    :func:`rank_jacobian` times w.

    >>> from diffsort_core import bitonic, smoothmax
    >>> rank_vjp(bitonic(2), [1.0, 2.0], [0.0, 1.0], sigma=0.5, softmax=smoothmax).round(3)
    array([-0.536,  0.536])

    Raises DiffsortError as :func:`rank_jacobian` does, or when w has not the shape of x.
    """
    task = _task(network, x, softmax, axis, ranks=True)
    w = task.wires_last(_beside(task, w, x, "w"))
    result, mixing = mixed(task, derivative)
    by_sorted, by_value = back_to_places(task, result, sigma, w)
    cotangent = task.xp.moveaxis(by_sorted, -1, 0)
    pulled = mixing.pull_back(require_network(network), cotangent) + task.xp.moveaxis(
        by_value, -1, 0
    )
    return task.on_axis(
        task.xp.moveaxis(_per_x(task, task.wires_last(task.inward(pulled)), 1), -1, 0)
    )


def _task(network: Any, x: Any, softmax: SoftMaximum, axis: int, ranks: bool = False) -> Task:
    return prepare(require_network(network), asarray(x), softmax, axis, sided=True, ranks=ranks)


def _beside(task: Task, v: Any, x: Any, name: str) -> Any:
    """v as an array like the task's x, wires first."""
    v, shape = asarray(v, name), tuple(asarray(x).shape)
    if tuple(v.shape) != shape:
        raise DiffsortError(f"{name} must have the shape {shape} of x, got {tuple(v.shape)}")
    return task.xp.astype(task.xp.moveaxis(v, task.axis, 0), dtype_name(task.x))


def _along(task: Task, rows: Any) -> Any:
    """How the sort moves when x moves by ``rows``, shape (n, ..., any): the Jacobian times them."""
    result, mixing = mixed(task, derivative)
    return task.outward(mixing.carry(task.inward(rows)), result, rows, task.x)


def _per_x(task: Task, ranks: Any, axes: int) -> Any:
    """Derivatives of ranks by the task's x, whose last ``axes`` axes are not of the batch, as
    derivatives by x itself."""
    return ranks / (task.own_unit[(..., *[None] * axes)] if task.spread else task.unit)
