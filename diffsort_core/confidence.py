"""Ranks that are sure and wrong: how they are found, what is said of them, and which alpha and
sigma suit given values."""

from __future__ import annotations

import sys
from math import log, sqrt
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple
from warnings import warn

import numpy as np

from .arrays import asarray, seen, whole_axis
from .backends import concrete, namespace
from .checks import within
from .errors import DiffsortError, DiffsortWarning
from .folding import Task
from .kernel import Block
from .relaxations import Relaxation

SURE = 0.9
"""The share of a value in one place from which on it counts as sure of it."""
WORDS = (
    f"diff_argsort is sure of wrong places: a value has more than {SURE} of its share in a place"
    " that it does not have in the hard sort, because the sort is too soft for values this close."
    " alpha, sigma = suggest(x) are an alpha for SmoothMax(alpha) and a sigma that suit them;"
    " SmoothMax(30, scale_free=True) suits values of any unit; HARD has every place right; under a"
    " larger sigma no value is sure"
)
"""The same for all values, so that Python shows it once for each line that calls."""
_HERE = str(Path(__file__).parent)


class Suggestion(NamedTuple):
    """An alpha for :class:`SmoothMax`, in units of 1 / x, and a sigma, in units of x."""

    alpha: float
    sigma: float


def suggest(x: Any, apart: float = 0.9, *, axis: int = -1) -> Suggestion:
    """The alpha and the sigma that tell neighbours among the values of x apart: of two values at
    the median gap each has the share ``apart`` in its own place and 1 - ``apart`` in the other's,
    after one comparator under ``SmoothMax(alpha)``, and under the kernel of width ``sigma``. (Equal
    values have no gap; of a batch the gaps of all vectors count.)

    A comparator gives the lesser of two values at gap g the weight 1 / (1 + exp(alpha g)), so that
    alpha g = log(apart / (1 - apart)); the kernel gives a place at distance g exp(-g^2 / (2
    sigma^2)) of the nearest one's, so that g = sigma sqrt(2 log(apart / (1 - apart))). It is a
    place to begin from: values that are closer than the median gap remain soft, and each layer
    softens a little more.

    >>> from diffsort_core import SmoothMax, diff_argsort
    >>> scores = [0.7255, 0.6218, 0.2692, 0.0983]
    >>> alpha, sigma = suggest(scores)
    >>> round(alpha, 1), round(sigma, 3)
    (12.9, 0.082)
    >>> diff_argsort("bitonic", scores, sigma, SmoothMax(alpha)).round(1)
    array([2.5, 2.5, 0.8, 0.2])

    Raises DiffsortError when no two values of x differ, x is empty or not finite, or ``apart`` is
    not between 0.5 and 1. Source: the logistic weight is that of Petersen et al. 2021, the kernel
    that of differentiable_sorting.
    """
    degree = within(apart, "apart", 0.5, 1)
    if degree in (0.5, 1):
        raise DiffsortError(f"apart must be between 0.5 and 1, got {apart}")
    values = seen(asarray(x))
    if values is None:
        raise DiffsortError(f"x must be numbers that can be read, got {type(x).__name__}")
    ordered, most = (
        np.sort(values.astype(np.float64), axis=whole_axis(values, axis)),
        sys.float_info.max,
    )
    with np.errstate(over="ignore"):
        gaps = np.diff(ordered, axis=axis)
    if not (gaps > 0).any():
        shown = np.array2string(values, threshold=8, edgeitems=3, separator=", ")
        raise DiffsortError(f"x must hold two different values, got {shown}")
    gap, odds = np.median(np.minimum(gaps[gaps > 0], most / 2)), log(degree / (1 - degree))
    return Suggestion(min(odds / float(gap), most), max(float(gap) / sqrt(2 * odds), 5e-324))


def likeliest(block: Block) -> tuple[np.ndarray, np.ndarray]:
    """The likeliest place of each value, and its share in that place; for what can be read."""
    order = concrete(block.order)
    xp = namespace(order)
    if xp.library == "numpy":
        nearest = order.argmax(axis=-1)  # in a fifth of the time of the maximum
        rows = np.arange(nearest.size)
        share = order.reshape(-1, order.shape[-1])[rows, nearest.ravel()].reshape(nearest.shape)
    else:
        nearest = np.asarray(seen(xp.argmax(order, axis=-1)))
        share = np.asarray(seen(xp.max(order, axis=-1)))
    numbers = np.asarray(seen(block.places))
    if numbers.ndim > 1:  # of a block, and not 0, 1, 2, ...
        nearest = numbers[np.arange(len(numbers)).reshape(-1, 1), nearest]
    return nearest, share


def warn_of_wrong(
    task: Task, x: Any, place: np.ndarray, share: np.ndarray, descending: bool
) -> None:
    """Warn where a value has more than its ``SURE`` share in a place that neither it nor an equal
    value has in the hard sort, which takes one look at what stands there."""
    values = np.asarray(seen(x))
    if values.ndim > 1:
        values = np.moveaxis(values, task.axis, -1)
    hard = values.copy()
    hard.sort(axis=-1)
    if descending != (isinstance(task.rule, Relaxation) and task.rule.alpha < 0):
        hard = hard[..., ::-1]
    place = place.astype(np.intp, copy=False)
    there = hard[place] if hard.ndim == 1 else np.take_along_axis(hard, place, -1)
    if ((there != values) & (share > SURE)).any():
        warn(WORDS, DiffsortWarning, _outside())


def _outside() -> int:
    """The stack level of the first caller outside this package."""
    frame: FrameType | None = sys._getframe(1)
    level = 1
    while frame is not None and frame.f_code.co_filename.startswith(_HERE):
        frame, level = frame.f_back, level + 1
    return level
