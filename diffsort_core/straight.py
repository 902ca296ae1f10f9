"""Straight through: hard values that have the derivatives of soft ones."""

from __future__ import annotations

from math import copysign, inf
from typing import Any

import numpy as np

from .backends import library, namespace
from .errors import DiffsortError
from .relaxations import HARD, Relaxation, SmoothMax
from .soft_maxima import SoftMaximum, as_relaxation


def straight_through(hard: Any, soft: Any) -> Any:
    """The values of ``hard`` with the derivatives of ``soft``, in every library that
    differentiates. Sorts, ranks, the k largest and quantiles do it themselves, where they are given
    ``straight_through=True``.

    >>> from autograd import grad
    >>> from diffsort_core import HARD, bitonic, diff_sort, smoothmax
    >>> import numpy as np
    >>> def largest(x):
    ...     hard, soft = (diff_sort(bitonic(2), x, softmax) for softmax in (HARD, smoothmax))
    ...     return straight_through(hard, soft)[-1]
    >>> print(largest(np.array([1.0, 2.0])), grad(largest)(np.array([1.0, 2.0])).round(3))
    2.0 [0.072 0.928]

    Raises DiffsortError when the two have not one shape. Source: Y. Bengio, N. Leonard, A.
    Courville, "Estimating or propagating gradients through stochastic neurons", 2013.
    """
    if "numpy" == library(hard) == library(soft):
        hard, soft = np.asarray(hard), np.asarray(soft)
    one, other = tuple(hard.shape), tuple(soft.shape)
    known = [(a, b) for a, b in zip(one, other, strict=False) if None not in (a, b)]
    if len(one) != len(other) or any(a != b for a, b in known):
        raise DiffsortError(f"hard and soft must have one shape, got {one} and {other}")
    xp = namespace(soft)
    return xp.stop_gradient(hard) + (soft - xp.stop_gradient(soft))


def hardened(softmax: SoftMaximum) -> SoftMaximum:
    """The hard maximum that a soft one stands for: the minimum where its alpha is negative."""
    rule = as_relaxation(softmax)
    return SmoothMax(copysign(inf, rule.alpha)) if isinstance(rule, Relaxation) else HARD
