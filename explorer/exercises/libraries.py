"""The exercises of the lesson *any array library*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from autograd import grad

from diffsort_core import (
    HARD,
    NETWORKS,
    DiffsortError,
    Network,
    Relaxation,
    SmoothMax,
    bitonic,
    diff_median,
    diff_sort,
    softmax,
    sort_jacobian,
)
from diffsort_core.backends import concrete, library
from diffsort_core.soft_maxima import SoftMaximum

from .answer import Answer, almost, correct, exercise, hint

LESSON = "10_any_array_library.ipynb"
READINGS = np.random.default_rng(9).integers(0, 100, (8, 5)) / 10
"""Eight readings of each of five sensors, a sensor to a column."""
INCOMES = np.array([21.0, 24.0, 26.0, 30.0, 33.0, 38.0, 47.0, 900.0])
"""In thousands a year."""
RELAXATION = SmoothMax(0.5)
"""That of both questions."""
CLOSE = 6e-4
"""A number that is rounded to three decimals is right."""
NEAR = 10 * CLOSE
"""And one that is rounded to two is nearly right."""
MOST = 1000
"""A Dask array of more numbers than this is not computed to be judged."""
COARSE = "Right to two decimals. Give at least three: leave out the rounding, or round later."
THIRD = f"Give {RELAXATION!r} as the third argument."


@exercise(
    LESSON,
    "Section 2 names the argument that says which axis is sorted. How many readings does one sensor"
    " have? The network has as many wires.",
    "The call has four arguments: a network for one column, READINGS, the relaxation, and the"
    " number of the axis that runs down a column.",
)
def check_columns(answer: Any) -> Answer:
    """What is the soft sort of each *column* of ``READINGS`` under ``SmoothMax(0.5)``, as an array
    of any library, sorted by any network of ``diffsort_core``?

    >>> check_columns(np.sort(READINGS))
    hint: Those are the rows, sorted hard: five readings of different sensors at a time. Which \
argument names the direction?
    """
    got = _array(answer)
    if isinstance(got, Answer):
        return got
    wires, sensors = READINGS.shape
    rights = [_columns(RELAXATION, make(wires)) for make in NETWORKS.values()]
    other = SmoothMax(1.0)
    rows = "five readings of different sensors at a time. Which argument names the direction?"
    mistakes = [
        (
            [diff_sort(make(sensors), READINGS, RELAXATION) for make in NETWORKS.values()],
            hint(f"Those are the rows, {rows}"),
        ),
        ([np.sort(READINGS)], hint(f"Those are the rows, sorted hard: {rows}")),
        (
            [np.sort(READINGS, axis=0)],
            hint(f"That is the hard sort of the columns. Make it soft: {RELAXATION!r}."),
        ),
        (
            [_columns(softmax, make(wires)) for make in NETWORKS.values()],
            almost(f"That is log-sum-exp, the default. {THIRD}"),
        ),
        (
            [_columns(other, make(wires)) for make in NETWORKS.values()],
            almost(f"That has alpha = {other.alpha:g}. Here it is to be {RELAXATION.alpha:g}."),
        ),
        (
            [right.T for right in rights],
            almost(
                "Right numbers, but turned: the sensors are rows now. The sort keeps the shape if"
                " you name the axis."
            ),
        ),
        (
            [right[::-1] for right in rights],
            almost("Right numbers, the largest first. Leave out descending."),
        ),
        ([READINGS], hint("Those are the readings as they were.")),
    ]
    return _judged(
        got,
        rights,
        "One call, any number of columns; and the same line in any library.",
        mistakes,
        f"The shape is right, the numbers are not: those of no network of diffsort_core. Sort each"
        f" column softly, with {RELAXATION!r}.",
    )


@exercise(
    LESSON,
    "The soft median is a function of the incomes. In section 3 autograd's grad differentiates such"
    " a function.",
    "Without grad: sort_vjp wants a weight for each sorted place. The median of eight is the mean"
    " of two places, so all other weights are 0.",
)
def check_median_gradient(answer: Any) -> Answer:
    """What is the gradient of the soft median of ``INCOMES`` under ``SmoothMax(0.5)``, sorted by
    ``bitonic(8)``, with respect to the incomes, from any library?

    >>> check_median_gradient(np.full(8, 1 / 8))
    hint: That is the gradient of the mean: every income counts the same, the 900 too.
    """
    got = _array(answer)
    if isinstance(got, Answer):
        return got
    if got.size == INCOMES.size:
        got = got.ravel()
    n, other = len(INCOMES), SmoothMax(1.0)
    right = _gradient(RELAXATION, bitonic(n))
    jacobian = np.asarray(sort_jacobian(bitonic(n), INCOMES, RELAXATION))
    lower, upper = jacobian[n // 2 - 1], jacobian[n // 2]
    of_two = "The median of eight is the mean of two."
    mistakes = [
        (
            [np.full(n, 1 / n)],
            hint(
                "That is the gradient of the mean: every income counts the same, the"
                f" {INCOMES.max():.0f} too."
            ),
        ),
        ([np.ones(n)], hint("That is the gradient of the sum of all incomes.")),
        (
            [_gradient(HARD, bitonic(n))],
            hint("That is the hard median: half from each of the middle two, and no one else."),
        ),
        (
            [_gradient(softmax, bitonic(n))],
            almost(f"That is the gradient under log-sum-exp, the default. {THIRD}"),
        ),
        (
            [_gradient(other, bitonic(n))],
            almost(f"That is alpha = {other.alpha:g}. Here it is to be {RELAXATION.alpha:g}."),
        ),
        (
            [_gradient(RELAXATION, make(n)) for make in NETWORKS.values()],
            almost("That is the gradient through another network. The question names bitonic(8)."),
        ),
        (
            [jacobian],
            hint(
                "That is the whole Jacobian of the sort. The median is the mean of two of its"
                " outputs."
            ),
        ),
        ([lower], almost(f"That is one of the two middle places, the lower. {of_two}")),
        ([upper], almost(f"That is one of the two middle places, the upper. {of_two}")),
        (
            [2 * right],
            almost("Twice too much: the median is the mean of the middle two, not their sum."),
        ),
        ([-right], almost("The sign is turned: that is the gradient of minus the median.")),
        ([right[::-1]], almost("Right numbers, in the opposite order. Keep that of INCOMES.")),
        (
            [np.asarray(diff_median(bitonic(n), INCOMES, RELAXATION))],
            hint("That is the median itself. Its gradient has eight entries."),
        ),
    ]
    return _judged(
        got,
        [right],
        f"The incomes near the middle share it, {INCOMES.max():.0f} has no part in it, and the"
        f" eight add up to {right.sum():.0f}.",
        mistakes,
        f"Eight numbers, but not those of the gradient of the soft median. Differentiate"
        f" diff_median with {RELAXATION!r}.",
    )


def _columns(relaxation: SoftMaximum | Relaxation, network: Network) -> np.ndarray:
    return np.asarray(diff_sort(network, READINGS, relaxation, axis=0))


def _gradient(relaxation: SoftMaximum | Relaxation, network: Network) -> np.ndarray:
    """The gradient of the soft median of the incomes."""
    return np.asarray(grad(lambda incomes: diff_median(network, incomes, relaxation))(INCOMES))


def _judged(
    got: np.ndarray,
    rights: Iterable[np.ndarray],
    praise: str,
    mistakes: Iterable[tuple[list[np.ndarray], Answer]],
    otherwise: str,
) -> Answer:
    """What is said to an array: right, a known mistake, right but rounded too much, or none."""
    rights = [*rights]
    known = [(rights, correct(praise)), *mistakes]
    for arrays, reply in known:
        if any(_close(got, array, CLOSE) for array in arrays):
            return reply
    if any(_close(got, right, NEAR) for right in rights):
        return almost(COARSE)
    if got.shape != rights[0].shape:
        return hint(f"The answer has shape {rights[0].shape}, yours {got.shape}.")
    return hint(otherwise)


def _array(answer: Any) -> np.ndarray | Answer:
    """The answer as a NumPy array, whatever library it comes from, or a hint."""
    if isinstance(answer, Mapping):
        answer = [*answer.values()]
    try:
        value = concrete(answer)
        kind = library(value)
        if kind == "dask" and not value.size <= MOST:
            return hint(f"That is a plan for {value.size} numbers. Give only those asked for.")
        value = value.get() if kind == "cupy" else value.cpu() if kind == "torch" else value
        value = np.asarray(value)
        if value.dtype.kind not in "biufUO":
            raise TypeError(value.dtype)
        return value.astype(float)
    except (TypeError, ValueError, OverflowError, DiffsortError):
        seen = type(answer).__name__
        return hint(f"Give an array of numbers, of any library. Yours is of type {seen}.")


def _close(got: np.ndarray, expected: np.ndarray, within: float) -> bool:
    return got.shape == expected.shape and bool(np.allclose(got, expected, rtol=0, atol=within))
