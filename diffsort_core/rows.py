"""Soft sorts of whole rows, by a key or by a comparator."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import isinf
from typing import Any

from .arrays import asarray
from .calls import array_function
from .checks import real
from .errors import DiffsortError
from .folding import as_wide, fold, prepare
from .relaxations import HARD, SmoothMax
from .resolving import AnyNetwork, for_x


@partial(for_x, axis=0)
@partial(array_function, lazy=False)
def vector_sort(
    network: AnyNetwork,
    x: Any,
    key: Callable[[Any], Any],
    alpha: float = 1.0,
    *,
    descending: bool = True,
) -> Any:
    """Sort the rows of x, shape (n, ...), softly by ``key``, which maps rows (m, ...) to m numbers.
    Descending, as in differentiable_sorting.

    In each comparator the rows are mixed with the weights that smoothmax gives their keys; alpha
    counts per unit of the key.

    >>> from diffsort_core import bitonic
    >>> rows = [[1, 5], [30, 30], [6, 9], [80, -2]]
    >>> print(vector_sort(bitonic(4), rows, lambda row: row @ [1, 0]).round(2))
    [[80.   -2.  ]
     [30.   30.  ]
     [ 5.97  8.97]
     [ 1.03  5.03]]

    Raises DiffsortError when alpha is NaN or as :func:`diff_sort` does. Source:
    differentiable_sorting.
    """
    rule = SmoothMax(alpha)

    def share(a: Any, b: Any) -> Any:
        return rule.weight(_of_rows(key(a), a, "key", 1), _of_rows(key(b), b, "key", 1))

    return _sort_rows(network, x, share, descending)


@partial(for_x, axis=0)
@partial(array_function, lazy=False)
def comparison_sort(
    network: AnyNetwork,
    x: Any,
    compare_fn: Callable[[Any, Any], Any],
    alpha: float = 1.0,
    scale: float = 250.0,
    *,
    descending: bool = True,
) -> Any:
    """Sort the rows of x, shape (n, ...), softly by ``compare_fn(a, b)``: positive where a is the
    greater, and of the rows' shape or one number for each row. Descending, as in
    differentiable_sorting.

    A row's weight is 1 / (1 + exp(-2 alpha scale compare_fn(a, b))).

    >>> from diffsort_core import bitonic
    >>> print(comparison_sort(bitonic(4), [3.0, -5.0, 1.0, 4.0], lambda a, b: a**2 - b**2))
    [-5.  4.  3.  1.]

    Raises DiffsortError when alpha is NaN, scale is not finite, or as :func:`diff_sort` does.
    Source: differentiable_sorting.
    """
    rule, scale = SmoothMax(alpha), real(scale, "scale")
    if isinf(scale):
        raise DiffsortError(f"scale must be a finite number, got {scale} (alpha may be infinite)")

    def share(a: Any, b: Any) -> Any:
        score = _of_rows(compare_fn(a, b), a, "compare_fn") * scale
        return rule.weight(score, -score)

    return _sort_rows(network, x, share, descending)


def _sort_rows(network: Any, x: Any, share: Callable[[Any, Any], Any], descending: bool) -> Any:
    """Rows mixed in each comparator with ``share(a, b)``, the weight of a in the greater."""
    task = prepare(network, x, HARD, axis=0, sided=True)

    def step(rows: Any, layer: Any) -> Any:
        a, b = layer.split(task.xp, rows)
        weight = as_wide(share(a, b), a)
        greater, lesser = weight * a + (1 - weight) * b, (1 - weight) * a + weight * b
        sides = (greater, lesser) if descending else (lesser, greater)
        return layer.join(task.xp, *sides, rows)

    return task.on_axis(fold(task, step, task.x))


def _of_rows(numbers: Any, rows: Any, name: str, axes: int | None = None) -> Any:
    """What a key or a comparator says of rows: one number for each, or, where ``axes`` is not 1,
    for each of their entries."""
    numbers = asarray(numbers, name)
    if (
        len(numbers.shape) not in ((axes,) if axes else range(1, 99))
        or tuple(numbers.shape) != tuple(rows.shape)[: len(numbers.shape)]
    ):
        raise DiffsortError(
            f"{name} must give a number for each of {rows.shape[0]} rows, got shape"
            f" {tuple(numbers.shape)}"
        )
    return numbers
