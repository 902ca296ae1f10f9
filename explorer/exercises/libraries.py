"""The exercises of the lesson *any array library*."""

from __future__ import annotations

from typing import Any

import numpy as np

from diffsort_core import (
    HARD,
    DiffsortError,
    SmoothMax,
    bitonic,
    diff_median,
    diff_sort,
    softmax,
    sort_jacobian,
    sort_vjp,
)
from diffsort_core.backends import concrete, library
from diffsort_core.soft_maxima import SoftMaximum

from .answer import NOTHING_YET, Answer, almost, correct, hint

READINGS = np.random.default_rng(9).integers(0, 100, (8, 5)) / 10
"""Eight readings of each of five sensors, a sensor to a column."""
INCOMES = np.array([21.0, 24.0, 26.0, 30.0, 33.0, 38.0, 47.0, 900.0])
"""In thousands a year."""
MEDIAN = np.array([0, 0, 0, 0.5, 0.5, 0, 0, 0])
"""What each place of eight counts in the median."""
CLOSE = 1e-4
ROWS = (
    "Those are the rows, five readings of different sensors at a time. Which argument names the"
    " direction?"
)
THIRD = "Give SmoothMax(0.5) as the third argument."
RULE = SmoothMax(0.5)


def check_columns(answer: Any) -> Answer:
    """What is the soft sort of each *column* of ``READINGS`` under ``SmoothMax(0.5)``, as an array
    of any library?

    >>> check_columns(diff_sort(bitonic(5), READINGS, RULE))
    hint: Those are the rows, five readings of different sensors at a time. Which argument names the
    direction?
    """
    got = _array(answer)
    if isinstance(got, Answer):
        return got
    right = diff_sort(bitonic(8), READINGS, RULE, axis=0)
    mistakes = [
        (diff_sort(bitonic(5), READINGS, RULE), ROWS),
        (
            np.sort(READINGS, axis=0),
            "That is the hard sort of the columns. Make it soft: SmoothMax(0.5).",
        ),
        (diff_sort(bitonic(8), READINGS, axis=0), f"That is log-sum-exp, the default. {THIRD}"),
        (
            diff_sort(bitonic(8), READINGS, SmoothMax(1.0), axis=0),
            "That has alpha = 1. Here it is to be 0.5.",
        ),
        (READINGS, "Those are the readings as they were."),
    ]
    if _close(got, right):
        return correct("One call, any number of columns; and the same line in any library.")
    if _close(got, right.T):
        return almost(
            "Right numbers, but turned: the sensors are rows now. The sort keeps the shape if you"
            " name the axis."
        )
    if _close(got, right[::-1]):
        return almost("Right numbers, the largest first. Leave out descending.")
    return next(
        (hint(words) for values, words in mistakes if _close(got, values)), _other(got, right)
    )


def check_median_gradient(answer: Any) -> Answer:
    """What is the gradient of the soft median of ``INCOMES`` under ``SmoothMax(0.5)`` by each of
    them, from any library?

    >>> check_median_gradient(np.full(8, 1 / 8))
    hint: That is the gradient of the mean: every income counts the same, the 900 too.
    """
    got = _array(answer)
    if isinstance(got, Answer):
        return got
    right = _pulled(RULE)
    jacobian = sort_jacobian(bitonic(8), INCOMES, RULE)
    of_two = "The median of eight is the mean of two."
    mistakes = [
        (
            np.full(8, 1 / 8),
            hint("That is the gradient of the mean: every income counts the same, the 900 too."),
        ),
        (
            _pulled(HARD),
            hint("That is the hard median: half from each of the middle two, and no one else."),
        ),
        (_pulled(softmax), almost(f"That is the gradient under log-sum-exp, the default. {THIRD}")),
        (_pulled(SmoothMax(1.0)), almost("That is alpha = 1. Here it is to be 0.5.")),
        (
            jacobian,
            hint(
                "That is the whole Jacobian of the sort. The median is the mean of two of its"
                " outputs."
            ),
        ),
        (jacobian[3], almost(f"That is one of the two middle places, the lower. {of_two}")),
        (jacobian[4], almost(f"That is one of the two middle places, the upper. {of_two}")),
        (
            2 * right,
            almost("Twice too much: the median is the mean of the middle two, not their sum."),
        ),
        (
            diff_median(bitonic(8), INCOMES, RULE),
            hint("That is the median itself. Its gradient has eight entries."),
        ),
    ]
    if _close(got, right):
        return correct(
            "The incomes near the middle share it, 900 has no part in it, and the eight add up"
            " to 1."
        )
    return next((reply for values, reply in mistakes if _close(got, values)), _other(got, right))


def _pulled(rule: SoftMaximum) -> np.ndarray:
    """The gradient of the soft median of the incomes."""
    return np.asarray(sort_vjp(bitonic(8), INCOMES, MEDIAN, rule))


def _array(answer: Any) -> np.ndarray | Answer:
    """The answer as a NumPy array, whatever library it comes from, or a hint."""
    if answer is None or answer is Ellipsis:
        return hint(NOTHING_YET)
    try:
        value = concrete(answer)
        if library(value) == "dask":
            return hint("That is a Dask array, which has computed nothing yet. Call its compute().")
        return np.asarray(
            (
                value.get()
                if library(value) == "cupy"
                else value.cpu()
                if library(value) == "torch"
                else value
            ),
            float,
        )
    except (TypeError, ValueError, OverflowError, DiffsortError):
        return hint("Give an array of numbers, of any library.")


def _close(got: np.ndarray, expected: np.ndarray) -> bool:
    return got.shape == np.shape(expected) and bool(
        np.allclose(got, expected, rtol=CLOSE, atol=CLOSE)
    )


def _other(got: np.ndarray, right: np.ndarray) -> Answer:
    if got.shape != right.shape:
        return hint(f"The answer has shape {right.shape}, yours {got.shape}.")
    return hint(
        "The shape is right, the numbers are not. Sort softly, with SmoothMax(0.5), along the axis"
        " of the question."
    )
