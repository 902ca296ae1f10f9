"""The exercises of the lesson *where it breaks*."""

from __future__ import annotations

from math import isfinite
from typing import Any

import numpy as np

from diffsort_core import SmoothMax, error_analysis

from ..style import number
from .answer import Answer, almost, correct, exercise, hint, seen

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


@exercise(
    "09_where_it_breaks.ipynb",
    "On the map, at alpha = 1: at which range does the row n = 64 cross the dotted line? It is"
    " between two columns.",
    "Your range is 1. Alpha × range has to be what it is at the dotted line, where alpha is 1.",
)
def check_ten_percent(answer: Any) -> Answer:
    """About which alpha is the least that keeps the error of 64 uniform values in [0, 1] under
    smoothmax within 10 %?

    ``answer``: a number; accepted where the error is 5 to 10 %.

    >>> check_ten_percent(0.1)
    hint: That is the law the wrong way round: your range is smaller than that at the line, so alpha
    must be larger than 1.
    """
    try:
        (alpha,) = _numbers(answer)
    except (TypeError, ValueError):
        return hint(f"Write one number, such as 3 or 0.5. This is {seen(answer)}.")
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


@exercise(
    "09_where_it_breaks.ipynb",
    "The largest exponent that exp can take in float32 is printed above. The exponent here is alpha"
    " times the value.",
    "Divide: the value is the exponent over alpha. Round to the nearest whole number, or down.",
)
def check_overflow(answer: Any) -> Answer:
    """Up to which value does log(exp(alpha a) + exp(alpha b)) / alpha work in float32 at alpha =
    0.5?

    ``answer``: a number, to the nearest whole one; right is what overflows where one value is far
    above the other, where both are equal, or in between.

    >>> check_overflow(88.7)
    almost: That is the limit for alpha times the value. What is it for the value?
    """
    try:
        (value,) = _numbers(answer)
    except (TypeError, ValueError):
        return hint(f"Write one number, such as 3 or 0.5. This is {seen(answer)}.")
    single, double, alpha = (
        float(np.log(np.finfo("f4").max)),
        float(np.log(np.finfo("f8").max)),
        0.5,
    )
    most, least = single / alpha, (single - np.log(2)) / alpha
    if round(least) - 0.5 <= value < round(most) + 0.5:
        return correct(
            f"exp overflows at {single:.1f} in float32, and the exponent is half the value:"
            f" {most:.0f}. Where both values are that large, their sum overflows a little earlier."
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
    for known, reply in mistakes.items():
        if abs(value - known) <= 1:
            return reply
    if value > most and value <= 1.03 * most:
        return almost("That is just above the limit: exp overflows there. Round down.")
    if 0.97 * least <= value < least:
        return almost("That is safe, but one can go a little further. Use two digits more.")
    return hint(
        "Two steps: above which exponent does exp overflow in float32 (printed above)? Of which"
        " value is that alpha times?"
    )


@exercise(
    "09_where_it_breaks.ipynb",
    "On a logarithmic scale the planets stand at comparable distances. `sort_through` sorts there"
    " and comes back, if you give it a transform and its inverse.",
    "The transform is np.log, its inverse np.exp, and the relaxation SmoothMax(alpha). Try alpha ="
    " 1, then follow what is said of the result.",
)
def check_planets(answer: Any) -> Answer:
    """Which soft sort of the planets' masses has each within 25 % of its place, and none nearer
    than 0.01 %?

    ``answer``: eight masses, the smallest first.

    >>> check_planets(sorted(PLANETS.values()))
    hint: That is the hard sort: no mass feels another.
    """
    hard = np.sort(list(PLANETS.values()))
    try:
        soft = np.array(_numbers(answer))
    except (TypeError, ValueError):
        return hint(
            "Give the eight soft masses as an array or a list, such as diff_sort gives them. This"
            f" is {seen(answer)}."
        )
    if len(soft) != len(hard):
        masses = "1 number" if len(soft) == 1 else f"{len(soft)} numbers"
        return hint(f"There are 8 planets, and you gave {masses}.")
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
        if (reply := _not_of_a_sort(soft / hard)) is not None:
            return reply
        told = (
            f"The worst is off by {100 * off[worst]:.3g} %, the best by {100 * off[nearest]:.3g} %"
        )
        return correct(f"{told}: on this scale one alpha suits all.")
    if off[worst] <= 0.25:
        return hint(
            f"All are within 25 %, but not all are soft. {heaviest}: the sort is hard there. If"
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


def _not_of_a_sort(factors: np.ndarray) -> Answer | None:
    """What is said where the sorted masses times these factors come from no soft sort. In one, what
    the least gains by being mixed the greatest loses (under log-sum-exp it is the other way round),
    and planets that stand closer mix more."""
    if np.ptp(factors) <= 1e-6:
        return hint(
            f"These are the sorted masses times {factors[0]:.6g}, all of them. In a soft sort the"
            " masses mix: some gain, and others lose."
        )
    ends = np.log(factors[[0, -1]])
    if ends.prod() >= 0 or len(np.unique(np.abs(np.log(factors)).round(5))) < 3:
        return hint(
            "Each is within 25 %, but no soft sort gives these. Where the masses mix, the least and"
            " the greatest move in opposite directions, and close neighbours move more."
        )
    return None


def _numbers(answer: Any) -> list[float]:
    """The finite numbers of an answer in their order: one, or several in whatever has an order."""
    if isinstance(answer, (set, frozenset, dict)):
        raise TypeError("no order")
    found = np.asarray(answer)
    if found.dtype.kind not in "iufU":
        raise TypeError("not numbers")
    numbers = found.ravel().astype(float).tolist()
    if np.isnan(numbers).any():
        raise ValueError("not a number")
    return numbers


def _error(alpha: float) -> float:
    error = float(error_analysis(SmoothMax(alpha), [64], [1.0]).item())
    return error if isfinite(error) else 1.0
