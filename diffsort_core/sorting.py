"""The soft sort and its soft permutation: the fold of :mod:`diffsort_core.folding` over a
network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from .calls import array_function
from .encodings import require_network
from .errors import DiffsortError
from .folding import Mixing, Replayed, Task, fold, mixed, prepare, sort_step, weights
from .networks import Network
from .resolving import AnyNetwork, Family, for_x
from .slicing import Slices
from .soft_maxima import SoftMaximum, as_relaxation, smoothmax, softmax
from .straight import hardened
from .straight import straight_through as with_slopes_of

_CACHE = (
    2**15
)  # values of a batch that are sorted at a time, so that they stay in the processor's cache
_FEW = 8  # so few vectors are sorted one by one, in slices of a single axis


@for_x
@array_function
def diff_sort(
    network: AnyNetwork,
    x: Any,
    softmax: SoftMaximum = softmax,
    *,
    axis: int = -1,
    descending: bool = False,
    straight_through: bool = False,
) -> Any:
    """Sort x softly along an axis: of x's shape, dtype, array library and device, differentiable
    everywhere.

    ``network``: a :class:`Network` (the fast way), a family of them (``bitonic``) or its name
    ("bitonic"), which takes n from x, or one of differentiable_sorting's forms
    (``bitonic_matrices(n)``, ``bitonic_indices(n)``, ``bitonic_woven_matrices(n)``). ``softmax``:
    any symmetric callable ``(a, b) -> max``; by default log-sum-exp with alpha = 1, under which
    values may leave the range of x and, where they are close, their order (differentiable_sorting
    says "will be ordered"). x may be a column of shape (n, 1), which is sorted along its first axis
    as in differentiable_sorting. With ``straight_through`` the values are those of the hard sort,
    and their derivatives those of the soft one.

    >>> from diffsort_core import bitonic
    >>> print(diff_sort(bitonic(8), [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]).round(3))
    [-1.007  4.996  9.439 13.212 15.948 18.21  20.602 42.   ]

    Raises DiffsortError when x is empty, not finite, not numbers, or not of the network's n along
    ``axis``, or when the true result leaves x's dtype. Source: differentiable_sorting.
    """
    task, soft = folded(network, x, softmax, axis, descending)
    if straight_through:
        exact, hard = folded(network, x, hardened(softmax), axis, descending)
        return with_slopes_of(exact.restore(hard), task.restore(soft))
    return task.restore(soft)


def diff_sort_indexed(indices: Sequence[Any], x: Any, softmax: SoftMaximum = softmax) -> Any:
    """:func:`diff_sort` under differentiable_sorting's name for ``bitonic_indices(n)``.

    >>> from diffsort_core import bitonic_indices
    >>> print(diff_sort_indexed(bitonic_indices(4), [3.0, 1.0, 4.0, 2.0], smoothmax).round(2))
    [1.7  2.16 2.84 3.3 ]

    Raises DiffsortError as :func:`diff_sort` does. Source: differentiable_sorting.
    """
    return diff_sort(indices, x, softmax)


@for_x
@array_function
def soft_permutation(
    network: Network | Family, x: Any, softmax: SoftMaximum = smoothmax, *, axis: int = -1
) -> Any:
    """The doubly stochastic matrix P[out, in] with P @ x = ``diff_sort(network, x, softmax)``:
    shape (..., n, n), the batch axes of x first.

    It exists for relaxations that mix. It is not the Jacobian: P holds weights, which depend on x
    themselves.

    >>> from diffsort_core import bitonic
    >>> soft_permutation(bitonic(2), [1.0, 2.0]).round(3)
    array([[0.731, 0.269],
           [0.269, 0.731]])

    Raises DiffsortError when the relaxation does not mix, ``network`` is no Network, or as
    :func:`diff_sort` does. Source: Petersen et al. 2021.
    """
    task, mixing = shared(network, x, softmax, axis)
    return task.cast(task.xp.moveaxis(mixing.carry(task.identity()), 0, -2))


def shared(network: Any, x: Any, softmax: SoftMaximum, axis: int) -> tuple[Task, Mixing | Replayed]:
    """The task, and how its comparators share their two values out: a product with the soft
    permutation. DiffsortError where the relaxation does not mix."""
    rule = as_relaxation(softmax)
    if rule is None or not rule.mixes:
        raise DiffsortError(
            f"softmax must be a relaxation that mixes, such as SmoothMax, got {softmax!r}"
        )
    task = prepare(require_network(network), x, rule, axis, sided=True)
    return task, mixed(task, weights)[1]


def folded(
    network: Any,
    x: Any,
    softmax: SoftMaximum,
    axis: int,
    descending: bool = False,
    ranks: bool = False,
) -> tuple[Task, Any]:
    """The task and its soft sort, wires first and in the units of the task."""
    task = prepare(network, x, softmax, axis, ranks=ranks)
    result = _fold_in_cache(task)
    return task, task.xp.flip(result, axis=0) if descending else result


def _fold_in_cache(task: Task) -> Any:
    """The fold of every vector of the batch; with NumPy as many at a time as stay in the
    processor's cache."""
    x = task.x
    if task.xp.library != "numpy" or x.size <= _CACHE or x.ndim == 1:
        return _sorted(task, x)
    flat = x.reshape(x.shape[0], -1)
    result, columns = np.empty_like(flat), max(1, _CACHE // x.shape[0])
    if isinstance(task.layers, Slices) and columns < _FEW:
        for column in range(flat.shape[1]):
            result[:, column] = _sorted(task, flat[:, column])
        return result.reshape(x.shape)
    for start in range(0, flat.shape[1], columns):
        part = slice(start, start + columns)
        result[:, part] = _sorted(task, flat[:, part])
    return result.reshape(x.shape)


def _sorted(task: Task, x: Any) -> Any:
    return fold(task, sort_step(task), x)
