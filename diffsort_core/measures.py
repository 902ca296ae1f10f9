"""How good a soft sort is: its error, the order of its values, the health of its derivatives, and
differentiable_sorting's error analysis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from .checks import positive, whole
from .errors import DiffsortError
from .families import bitonic
from .resolving import Family
from .soft_maxima import SoftMaximum, softmax
from .sorting import diff_sort

SIZES = tuple(2**k for k in range(1, 10))
SPANS = tuple(2.0**k for k in range(-5, 11))
"""differentiable_sorting's sizes, 2 to 512, and ranges, [0, 2^-5] to [0, 2^10]."""


def inversions(values: Any, margin: float = 0.0) -> Any:
    """The number of pairs that are out of ascending order along the last axis: 0 when sorted, n (n
    - 1) / 2 when reversed. A pair counts where it is so by more than ``margin``, in the units of
    the values.

    >>> int(inversions([3.0, 1.0, 2.0]))
    2

    Shape (..., n) gives shape (...). Takes what NumPy can read. Source: Knuth, vol. 3, section
    5.1.1.
    """
    values = np.asarray(values)
    if not values.ndim:
        raise DiffsortError(f"values must have at least one axis, got {values}")
    later = np.triu(np.ones((values.shape[-1],) * 2, bool), 1)
    return np.sum((values[..., :, None] - margin > values[..., None, :]) & later, axis=(-2, -1))


def hard_ranks(values: Any) -> np.ndarray:
    """The place of each value in the hard sort along the last axis, from 0; equal values share the
    mean of their places.

    >>> hard_ranks([3.0, 1.0, 3.0]).tolist()
    [1.5, 0.0, 1.5]

    Shape (..., n) gives shape (..., n). Takes what NumPy can read. Raises DiffsortError for a
    number without an axis.
    """
    values = np.asarray(values)
    if not values.ndim:
        raise DiffsortError(f"values must have at least one axis, got {values}")
    return np.apply_along_axis(_ranks, -1, values) if values.size else np.zeros(values.shape)


def _ranks(values: np.ndarray) -> np.ndarray:
    ordered = np.sort(values)
    return (
        np.searchsorted(ordered, values, "left") + np.searchsorted(ordered, values, "right") - 1
    ) / 2


def relative_rms(soft: Any, hard: Any, span: float | None = None) -> float:
    """The root mean square of soft - hard, divided by ``span``, by default the range of the hard
    values (1 if they are equal).

    >>> round(relative_rms([1.5, 2.0, 2.5], [1.0, 2.0, 3.0]), 6)
    0.204124

    The two have one shape; the result has no unit. Source: differentiable_sorting's error analysis.
    """
    soft, hard = np.asarray(soft, np.float64), np.asarray(hard, np.float64)
    if soft.shape != hard.shape:
        raise DiffsortError(f"soft and hard must have one shape, got {soft.shape} and {hard.shape}")
    return float(
        np.sqrt(np.mean((soft - hard) ** 2)) / (np.ptp(hard) or 1.0 if span is None else span)
    )


def wrong_signed(jacobian: Any, tolerance: float = 1e-9) -> float:
    """The share of negative entries in the Jacobian of a sort: how often a larger input makes an
    output smaller. Under a monotone relaxation it is 0.

    >>> from diffsort_core import bitonic, smoothmax, sort_jacobian
    >>> wrong_signed(sort_jacobian(bitonic(2), [0.0, 4.0], smoothmax))
    0.5
    """
    return float(np.mean(np.asarray(jacobian) < -tolerance))


def vanishing(jacobian: Any, below: float = 1e-6) -> float:
    """The share of inputs, the columns [..., out, in] of a Jacobian, by which no output changes
    faster than ``below``.

    >>> vanishing([[1.0, 0.0], [0.0, 1e-9]])
    0.5
    """
    return float(np.mean(np.max(np.abs(np.asarray(jacobian)), axis=-2) < below))


def error_analysis(
    softmax: SoftMaximum = softmax,
    sizes: Sequence[int] = SIZES,
    spans: Sequence[float] = SPANS,
    samples: int = 32,
    seed: int = 0,
    family: Family = bitonic,
) -> np.ndarray:
    """The relative RMS error of the soft sort of uniform values in [0, span]: shape (sizes, spans),
    without unit.

    Each entry is :func:`relative_rms` over ``samples`` vectors, the span being the divisor. By
    default n = 2 .. 512 and spans 2^-5 .. 2^10, as in differentiable_sorting, whose formula
    overflows from about 700 on (it says 300); ours does not.

    >>> error_analysis(sizes=[2, 8], spans=[1.0, 100.0]).round(3).tolist()
    [[0.573, 0.001], [1.365, 0.002]]

    Raises DiffsortError when samples or a size is below 1, seed is negative, or as
    :func:`diff_sort` does. Source: differentiable_sorting.
    """
    cells = error_cells(softmax, sizes, spans, samples, seed, family)
    return np.reshape([error for *_, error in cells], (len(sizes), len(spans)))


def error_cells(
    softmax: SoftMaximum,
    sizes: Sequence[int],
    spans: Sequence[float],
    samples: int,
    seed: int,
    family: Family,
) -> Iterator[tuple[int, int, float]]:
    """:func:`error_analysis` cell by cell: (place of the size, place of the span, error), for a
    progress bar."""
    seed = whole(seed, "seed", least=0)
    for row, n in enumerate(sizes):
        unit = np.random.default_rng([seed, whole(n, "sizes")]).uniform(
            size=(whole(samples, "samples"), n)
        )
        for column, span in enumerate(spans):
            values = unit * positive(span, "span")
            yield (
                row,
                column,
                relative_rms(diff_sort(family, values, softmax), np.sort(values), span),
            )
