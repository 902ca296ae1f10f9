"""The exercises of the lesson *where it breaks*."""

from __future__ import annotations

from math import isfinite
from typing import Any

import numpy as np

from diffsort_core import DiffsortError, SmoothMax, error_analysis
from diffsort_core.backends import asvector
from diffsort_core.checks import real

from ..style import number
from .answer import NOTHING_YET, Answer, almost, correct, hint, judged_number

PLANETS = {
    "Mercury": 0.0553,
    "Venus": 0.815,
    "Earth": 1.0,
    "Mars": 0.107,
    "Jupiter": 317.8,
    "Saturn": 95.2,
    "Uranus": 14.5,
    "Neptune": 17.1,
}
"""Masses, in those of the Earth. Source: NASA's planetary fact sheet, ratio to Earth values."""


def check_ten_percent(answer: Any) -> Answer:
    """About which alpha is the least that keeps the error of 64 uniform values in [0, 1] under
    smoothmax within 10 %?

    ``answer``: a number; accepted where the error is 5 to 10 %.

    >>> check_ten_percent(0.1)
    hint: That is the law the wrong way round: your range is smaller than that at the line, so alpha
    must be larger than 1.
    """
    if answer is None:
        return hint(NOTHING_YET)
    try:
        alpha = real(answer, "answer")
    except DiffsortError:
        return hint("Write one number, such as 3 or 0.5.")
    if not 0 < alpha < 1e9:
        return hint("Alpha is a positive number here, and a finite one: the sort is to be soft.")
    error = _error(alpha)
    told = f"At this alpha the error is {100 * error:.1f} %"
    if error > 0.1 and 0.05 <= _error(1 / alpha) <= 0.1:
        return hint(
            "That is the law the wrong way round: your range is smaller than that at the line, so"
            " alpha must be larger than 1."
        )
    if error > 0.2:
        return hint(
            f"{told}. At alpha = 1, which range has 10 % in the row n = 64? Your range is 1: alpha"
            " must make up for it."
        )
    if error > 0.1:
        return almost(
            f"{told}: a little too soft. Is that the row n = 64? Smaller n cross the line farther"
            " left."
        )
    if error >= 0.05:
        return correct(
            f"{told}: alpha × range is {number(alpha)}, about where the dotted line crosses the row"
            " n = 64."
        )
    if error >= 0.02:
        return almost(f"{told}: well within 10 %, but a smaller alpha would do.")
    return hint(
        f"{told}: that is nearly a hard sort. At alpha = 1, where does the row n = 64 cross the"
        " dotted line?"
    )


def check_overflow(answer: Any) -> Answer:
    """Up to which value does log(exp(alpha a) + exp(alpha b)) / alpha work in float32 at alpha =
    0.5?

    ``answer``: a number, right to within 2.

    >>> check_overflow(88.7)
    almost: That is the limit for alpha times the value. What is it for the value?
    """
    single, double, alpha = (
        float(np.log(np.finfo("f4").max)),
        float(np.log(np.finfo("f8").max)),
        0.5,
    )
    mistakes = {
        single: almost("That is the limit for alpha times the value. What is it for the value?"),
        single * alpha: hint(
            "You have multiplied by alpha. A small alpha makes the exponent small: how far does one"
            " get then?"
        ),
        double: hint(
            "That is float64's limit, and for alpha times the value. Which float is asked?"
        ),
        double / alpha: almost(
            "The step from exponent to value is right, but this is float64. Which float is asked?"
        ),
    }
    return judged_number(
        answer,
        single / alpha,
        f"exp overflows at {single:.1f} in float32, and the exponent is half the value:"
        f" {single / alpha:.0f}. Where both values are that large, their sum overflows a little"
        " earlier.",
        mistakes,
        "Two steps: above which exponent does exp overflow in float32 (printed above)? Of which"
        " value is that alpha times?",
        within=2,
    )


def check_planets(answer: Any) -> Answer:
    """Which soft sort of the planets' masses has each within 25 % of its place, and none nearer
    than 0.01 %?

    ``answer``: eight masses, the smallest first.

    >>> check_planets(sorted(PLANETS.values()))
    hint: That is the hard sort: no mass feels another.
    """
    hard = np.sort(list(PLANETS.values()))
    if answer is None:
        return hint(NOTHING_YET)
    try:
        soft = np.asarray(asvector(answer, "answer"), np.float64)
    except DiffsortError:
        return hint(
            "Give the eight soft masses as an array or a list, such as diff_sort gives them."
        )
    if len(soft) != len(hard):
        return hint(f"There are 8 planets, and you gave {len(soft)} masses.")
    off = np.abs(soft / hard - 1)
    if np.all(np.abs(soft - np.log(hard)) < 1):
        return almost(
            "These are still logarithms. Go back to masses: the inverse of the logarithm is the"
            " exponential."
        )
    if np.all(np.abs(soft[::-1] / hard - 1) <= 0.25):
        return almost("The largest stands first. Turn them round.")
    if np.all(off < 1e-9):
        return hint("That is the hard sort: no mass feels another.")
    worst, nearest = int(np.argmax(off)), int(np.argmin(off))
    heaviest = f"The one of {number(hard[nearest])} Earths has not moved"
    if off[worst] <= 0.25 and off[nearest] >= 1e-4:
        told = (
            f"The worst is off by {100 * off[worst]:.3g} %, the best by {100 * off[nearest]:.3g} %"
        )
        return correct(f"{told}: on this scale one alpha suits all.")
    if off[worst] <= 0.25:
        return hint(
            f"All are within 25 %, but not all are soft. {heaviest}: alpha is too large there. If"
            " you sort through logarithms, go softer. If not, on which scale do the planets stand"
            " in even steps?"
        )
    if off[nearest] >= 1e-4 and off[worst] <= 0.6:
        told = f"the one of {number(hard[worst])} Earths is off by {100 * off[worst]:.3g} %"
        return almost(f"All are soft, but {told}. A little harder.")
    if off[nearest] >= 1e-4:
        return hint(
            f"All are soft, but the one of {number(hard[worst])} Earths became"
            f" {number(soft[worst])}. If you sort through logarithms, go harder."
        )
    return hint(
        f"The one of {number(hard[worst])} Earths became {number(soft[worst])}. {heaviest}. No"
        " alpha per Earth mass suits both: on which scale is 0.1 as far from 1 as 10 from 100?"
    )


def _error(alpha: float) -> float:
    error = float(error_analysis(SmoothMax(alpha), [64], [1.0]).item())
    return error if isfinite(error) else 1.0
