"""Soft sorts of numbers and of rows: each is the fold of :mod:`diffsort_core.folding` over a network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np

from .backends import array_function, asarray, asvector, namespace
from .checks import real, whole, within
from .encodings import require_network
from .errors import DiffsortError
from .folding import Task, as_wide, fold, mixed, prepare, sort_step, weights
from .networks import Network
from .relaxations import HARD, SmoothMax
from .soft_maxima import SoftMaximum, as_relaxation, smoothmax, softmax

_CACHE = 2**15  # values of a batch that are sorted at a time, so that they stay in the processor's cache


@array_function
def diff_sort(
    network: Network | Sequence[Any], x: Any, softmax: SoftMaximum = softmax, *, axis: int = -1, descending: bool = False
) -> Any:
    """Sort x softly along an axis: of x's shape, dtype, array library and device, differentiable everywhere.

    ``network``: a :class:`Network` (the fast way), or one of the seed's forms (``bitonic_matrices(n)``, ``bitonic_indices(n)``,
    ``bitonic_woven_matrices(n)``). ``softmax``: any symmetric callable ``(a, b) -> max``; by default log-sum-exp with alpha =
    1, under which values may leave the range of x and, where they are close, their order (the seed says "will be ordered").
    x may be a column of shape (n, 1), which is sorted along its first axis as in the seed.

    >>> from diffsort_core import bitonic
    >>> print(diff_sort(bitonic(8), [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]).round(3))
    [-1.007  4.996  9.439 13.212 15.948 18.21  20.602 42.   ]

    Raises DiffsortError when x is empty, not finite, not numbers, or not of the network's n along ``axis``, or when the true
    result leaves x's dtype. Source: the seed.
    """
    task, result = folded(network, x, softmax, axis, descending)
    return task.restore(result)


def diff_sort_indexed(indices: Sequence[Any], x: Any, softmax: SoftMaximum = softmax) -> Any:
    """:func:`diff_sort` under the seed's name for ``bitonic_indices(n)``.

    >>> from diffsort_core import bitonic_indices
    >>> print(diff_sort_indexed(bitonic_indices(4), [3.0, 1.0, 4.0, 2.0], smoothmax).round(2))
    [1.7  2.16 2.84 3.3 ]

    Raises DiffsortError as :func:`diff_sort` does. Source: the seed.
    """
    return diff_sort(indices, x, softmax)


def diff_sort_weave(fused: Sequence[Any], x: Any, softmax: SoftMaximum = np.maximum, beta: float = 0.0) -> Any:
    """Sort with woven matrices, each tempered to beta I + (1 - beta) matrix: the sort at beta = 0; at beta = 1 no value changes
    its place between layers. The default soft maximum is the hard one, as in the seed.

    >>> from diffsort_core import bitonic_woven_matrices
    >>> print(diff_sort_weave(bitonic_woven_matrices(4), [3.0, 1.0, 4.0, 2.0], beta=0.25).round(3))
    [1.75  2.535 2.637 3.078]

    Raises DiffsortError when beta is outside [0, 1] or as :func:`diff_sort` does. Source: the seed.
    """
    beta = within(beta, "beta", 0, 1)
    if isinstance(fused, Network) or not all(isinstance(matrix, np.ndarray) for matrix in fused or [None]):
        raise DiffsortError(f"fused must be woven matrices, such as bitonic_woven_matrices(8), got {type(fused).__name__}")
    return diff_sort([beta * np.eye(len(matrix)) + (1 - beta) * matrix for matrix in fused], x, softmax)


@array_function
def soft_permutation(network: Network, x: Any, softmax: SoftMaximum = smoothmax, *, axis: int = -1) -> Any:
    """The doubly stochastic matrix P[out, in] with P @ x = ``diff_sort(network, x, softmax)``: shape (..., n, n), the batch
    axes of x first.

    It exists for relaxations that mix. It is not the Jacobian: P holds weights, which depend on x themselves.

    >>> from diffsort_core import bitonic
    >>> soft_permutation(bitonic(2), [1.0, 2.0]).round(3)
    array([[0.731, 0.269],
           [0.269, 0.731]])

    Raises DiffsortError when the relaxation does not mix, ``network`` is no Network, or as :func:`diff_sort` does.
    Source: Petersen et al. 2021.
    """
    rule = as_relaxation(softmax)
    if rule is None or not rule.mixes:
        raise DiffsortError(f"softmax must be a relaxation that mixes, such as SmoothMax, got {softmax!r}")
    task = prepare(require_network(network), x, rule, axis, blocks=False)
    _, mixing = mixed(task, weights)
    return task.cast(task.xp.moveaxis(mixing.carry(task.identity()), 0, -2))


@partial(array_function, lazy=False)
def vector_sort(
    network: Network | Sequence[Any], x: Any, key: Callable[[Any], Any], alpha: float = 1.0, *, descending: bool = True
) -> Any:
    """Sort the rows of x, shape (n, ...), softly by ``key``, which maps rows (m, ...) to m numbers. Descending, as in the seed.

    In each comparator the rows are mixed with the weights that smoothmax gives their keys; alpha counts per unit of the key.

    >>> from diffsort_core import bitonic
    >>> rows = [[1, 5], [30, 30], [6, 9], [80, -2]]
    >>> print(vector_sort(bitonic(4), rows, lambda row: row @ [1, 0]).round(2))
    [[80.   -2.  ]
     [30.   30.  ]
     [ 5.97  8.97]
     [ 1.03  5.03]]

    Raises DiffsortError when alpha is NaN or as :func:`diff_sort` does. Source: the seed.
    """
    rule = SmoothMax(alpha)

    def share(a: Any, b: Any) -> Any:
        return rule.weight(_of_rows(key(a), a, "key", 1), _of_rows(key(b), b, "key", 1))

    return _sort_rows(network, x, share, descending)


@partial(array_function, lazy=False)
def comparison_sort(
    network: Network | Sequence[Any],
    x: Any,
    compare_fn: Callable[[Any, Any], Any],
    alpha: float = 1.0,
    scale: float = 250.0,
    *,
    descending: bool = True,
) -> Any:
    """Sort the rows of x, shape (n, ...), softly by ``compare_fn(a, b)``: positive where a is the greater, and of the rows'
    shape or one number for each row. Descending, as in the seed.

    A row's weight is 1 / (1 + exp(-2 alpha scale compare_fn(a, b))).

    >>> from diffsort_core import bitonic
    >>> print(comparison_sort(bitonic(4), [3.0, -5.0, 1.0, 4.0], lambda a, b: a**2 - b**2))
    [-5.  4.  3.  1.]

    Raises DiffsortError when alpha or scale is NaN or as :func:`diff_sort` does. Source: the seed.
    """
    rule, scale = SmoothMax(alpha), real(scale, "scale")

    def share(a: Any, b: Any) -> Any:
        score = _of_rows(compare_fn(a, b), a, "compare_fn") * scale
        return rule.weight(score, -score)

    return _sort_rows(network, x, share, descending)


def sort_through(
    network: Network | Sequence[Any],
    x: Any,
    transform: Callable[[Any], Any],
    inverse: Callable[[Any], Any],
    softmax: SoftMaximum = softmax,
) -> Any:
    """inverse(diff_sort(network, transform(x))): sort where the values are better spread, ``transform`` being increasing.

    >>> from diffsort_core import bitonic
    >>> print(sort_through(bitonic(4), np.array([20.0, 1.0, 4.0, 500.0]), np.log, np.exp, smoothmax).round(1))
    [  1.5   4.2  14.5 430.6]

    Raises DiffsortError as :func:`diff_sort` does. Source: the seed.
    """
    return inverse(diff_sort(network, transform(x), softmax))


@array_function
def shuffled_sort(
    network: Network | Sequence[Any], x: Any, softmax: SoftMaximum = softmax, repeats: int = 16, seed: int = 0
) -> Any:
    """The mean of ``repeats`` soft sorts of a vector x, each in another random order of its entries.

    A soft sort depends on the order that x comes in; the mean over orders does so less, and its error varies less.

    >>> from diffsort_core import bitonic
    >>> print(shuffled_sort(bitonic(4), [3.0, 1.0, 4.0, 2.0], smoothmax).round(2))
    [1.68 2.09 2.91 3.32]

    Raises DiffsortError when repeats is below 1 or as :func:`diff_sort` does. Source: the seed.
    """
    x = asvector(x)
    xp, rng = namespace(x), np.random.default_rng(seed)
    orders = np.stack([rng.permutation(x.shape[0]) for _ in range(whole(repeats, "repeats"))], axis=1)
    shuffled = xp.reshape(xp.rows(x, orders.ravel()), orders.shape)
    return xp.mean(diff_sort(network, shuffled, softmax, axis=0), axis=1)


def straight_through(hard: Any, soft: Any) -> Any:
    """The values of ``hard`` with the derivatives of ``soft``, in every library that differentiates.

    >>> from autograd import grad
    >>> from diffsort_core import HARD, bitonic
    >>> def largest(x):
    ...     return straight_through(diff_sort(bitonic(2), x, HARD), diff_sort(bitonic(2), x, smoothmax))[-1]
    >>> print(largest(np.array([1.0, 2.0])), grad(largest)(np.array([1.0, 2.0])).round(3))
    2.0 [0.072 0.928]

    Source: Y. Bengio, N. Leonard, A. Courville, "Estimating or propagating gradients through stochastic neurons", 2013.
    """
    xp = namespace(soft)
    return xp.stop_gradient(hard) + (soft - xp.stop_gradient(soft))


def folded(
    network: Network | Sequence[Any], x: Any, softmax: SoftMaximum, axis: int, descending: bool = False, ranks: bool = False
) -> tuple[Task, Any]:
    """The task and its soft sort, wires first and in the units of the task."""
    task = prepare(network, x, softmax, axis, ranks=ranks)
    result = _fold_in_cache(task)
    return task, task.xp.flip(result, axis=0) if descending else result


def _fold_in_cache(task: Task) -> Any:
    """The fold of every vector of the batch; with NumPy as many at a time as stay in the processor's cache."""
    x = task.x
    if task.xp.library != "numpy" or x.size <= _CACHE or x.ndim == 1:
        return _sorted(task, x)
    flat = x.reshape(x.shape[0], -1)
    result, columns = np.empty_like(flat), max(1, _CACHE // x.shape[0])
    for start in range(0, flat.shape[1], columns):
        part = slice(start, start + columns)
        result[:, part] = _sorted(task, flat[:, part])
    return result.reshape(x.shape)


def _sorted(task: Task, x: Any) -> Any:
    return fold(task, sort_step(task), x)


def _sort_rows(network: Network | Sequence[Any], x: Any, share: Callable[[Any, Any], Any], descending: bool) -> Any:
    """Rows mixed in each comparator with ``share(a, b)``, the weight of a in the greater."""
    task = prepare(network, x, HARD, axis=0, blocks=False)

    def step(rows: Any, layer: Any) -> Any:
        a, b = layer.split(task.xp, rows)
        weight = as_wide(share(a, b), a)
        greater, lesser = weight * a + (1 - weight) * b, (1 - weight) * a + weight * b
        sides = (greater, lesser) if descending else (lesser, greater)
        return layer.join(task.xp, *sides, rows)

    return task.on_axis(fold(task, step, task.x))


def _of_rows(numbers: Any, rows: Any, name: str, axes: int | None = None) -> Any:
    """What a key or a comparator says of rows: one number for each, or, where ``axes`` is not 1, for each of their entries."""
    numbers = asarray(numbers, name)
    if (
        len(numbers.shape) not in ((axes,) if axes else range(1, 99))
        or tuple(numbers.shape) != tuple(rows.shape)[: len(numbers.shape)]
    ):
        raise DiffsortError(f"{name} must give a number for each of {rows.shape[0]} rows, got shape {tuple(numbers.shape)}")
    return numbers
