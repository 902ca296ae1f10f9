"""The exercises of the lesson *from the maximum to the mean*."""

from __future__ import annotations

from math import isclose
from typing import Any

import numpy as np

from diffsort_core import (
    HARD,
    Cauchy,
    Gaussian,
    LogSumExp,
    Optimal,
    Reciprocal,
    SmoothMax,
    bitonic,
    diff_sort,
)

from ..state import ExplorerState
from ..style import number
from .answer import Answer, almost, astray, correct, exercise, hint, no_number, one_number, seen
from .targets import outputs_within

LESSON = "04_from_maximum_to_mean.ipynb"
SPRINT = {
    "Bednarek": 9.88,
    "Jacobs": 9.85,
    "Kerley": 9.81,
    "Lyles": 9.784,
    "Seville": 9.91,
    "Simbine": 9.82,
    "Tebogo": 9.86,
    "Thompson": 9.789,
}
"""Seconds in the men's 100 metres final in Paris on 4 August 2024. The photo finish split the first
two; others to 0.01 s."""

PROMISE = 0.001
"""How far off a compare-exchange may be, in seconds."""
OTHERS = {
    "smoothmax": SmoothMax,
    "the Gaussian": Gaussian,
    "the reciprocal": Reciprocal,
    "the optimal relaxation": Optimal,
    "log-sum-exp": LogSumExp,
}
SHARES = [12.0, 0.0, 0.0]


@exercise(
    LESSON,
    "Cauchy's c is the last number in its line of the first table of section 2.",
    "Set c / alpha equal to 0.001 and solve for alpha: c is to be divided by 0.001.",
)
def check_a_millisecond(answer: Any) -> Answer:
    """From which alpha on is no compare-exchange under Cauchy off by more than 0.001 seconds? The
    values are in seconds.

    ``answer``: that alpha, per second, to a tenth or rounded up.

    >>> check_a_millisecond(500)
    hint: At alpha = 500 the error is at most 0.6366 milliseconds: the promise is kept, but a
    smaller alpha keeps it, too.
    """
    alpha = one_number(answer)
    if alpha is None:
        return no_number(answer)
    c = Cauchy.bound
    right = c / PROMISE
    if round(right, 1) - 1e-4 <= alpha <= 20 * np.ceil(right / 20):
        return correct(
            f"{number(c)} / {PROMISE} = {right:.2f} per second, and any larger alpha is safe, too."
        )
    if 0.99 <= alpha / right / PROMISE <= 1.04:
        return almost("That is per millisecond. The times are in seconds, so alpha is per second.")
    if not alpha > 0:
        return hint("Alpha must be above 0, and large: the smaller it is, the larger the error.")
    if isclose(alpha, 1 / right, rel_tol=0.005):
        return hint("That is 0.001 / c, which is upside down: the error falls as alpha grows.")
    if isclose(alpha, 6 * right, rel_tol=0.005):
        return hint("That is for a whole sort of six layers. A single compare-exchange is asked.")
    for name, rule in OTHERS.items():
        if isclose(alpha, rule.bound / PROMISE, rel_tol=0.01):
            return hint(f"That is the alpha for {name}. Which line of the table is Cauchy's?")
    told = (
        f"At alpha = {number(alpha)} the error is at most {number(1000 * c / alpha)} milliseconds"
    )
    if 0.99 * right <= alpha < right:
        return almost(
            f"{told}, a little more than 1: the promise is broken by a hair. Which way must it be"
            " rounded?"
        )
    if alpha < right:
        return hint(f"{told}, and that is more than 1. Which alpha makes it 1?")
    kept = f"{told}: the promise is kept, but a smaller alpha keeps it, too."
    return almost(kept) if alpha <= 330 else hint(kept)


@exercise(
    LESSON,
    "At alpha = 0 both wires of a comparator leave with their mean; the third wire stays as it is.",
    "After the first layer the wires hold 6, 6 and 0. Go on with wires 1 and 2.",
)
def check_three_wires(answer: Any) -> Answer:
    """[12, 0, 0] enters the bitonic network of three wires at alpha = 0. What comes out on wire 2,
    where the maximum belongs?

    ``answer``: one number.

    >>> check_three_wires(4)
    hint: That is the mean of the three. But each comparator halves, and no chain of halvings makes
    a third.
    """
    out = diff_sort(bitonic(len(SHARES)), SHARES, SmoothMax(0.0))
    low, _, high = out.tolist()
    value = one_number(answer)
    if value is None:
        try:
            alike = np.allclose(out, np.asarray(answer, float)) and len(answer) == len(out)
        except (OverflowError, TypeError, ValueError):
            alike = False
        if alike:
            return almost("So leave all of the wires. Only one of them is asked: wire 2.")
        return no_number(answer)
    replies = {
        high: correct(
            f"The place of the maximum holds the smallest of them: {number(high)}, below"
            f" {number(low)} on the other two."
        ),
        float(np.mean(SHARES)): hint(
            "That is the mean of the three. But each comparator halves, and no chain of halvings"
            " makes a third."
        ),
        max(SHARES): hint(
            "That is the hard maximum. At alpha = 0 a comparator does not ask which of the two is"
            " larger."
        ),
        0.0: hint("Wire 2 meets wire 1 in the second layer, and by then wire 1 is no longer 0."),
        6.0: hint("That is wire 1 after the first layer. Wire 2 meets it in the second."),
        low: almost("That comes out on wires 0 and 1. What is left for wire 2? The sum is kept."),
    }
    for known, reply in replies.items():
        if isclose(value, known, abs_tol=1e-6):
            return reply
    if abs(value - high) <= 0.1:
        return almost("Very near. Halves need no rounding: work them out exactly.")
    return hint("Write down the three wires after each of the layers: (0, 1), (1, 2), (0, 1).")


@exercise(
    LESSON,
    "Three relaxations are monotone and stay within the range. Choose one, then drag alpha.",
    "A sort of six layers is off by at most 6 c / alpha, and in this race by nearly that much.",
    asked="Be monotone, within the range, and as soft as a largest error of 5 milliseconds allows.",
    targets=outputs_within(0.005),
)
def check_race(state: Any) -> Answer:
    """Is the sprint sorted by a monotone relaxation that keeps the range, as softly as it may be
    with every output within 5 milliseconds of the hard sort?

    ``state``: the state of an explorer; accepted is a largest error from 3.5 to 5 milliseconds.

    >>> check_race(ExplorerState(values=list(SPRINT.values()), alpha=1.0))
    hint: Under smoothmax derivatives can have the wrong sign. Which relaxations are monotone?
    """
    state = getattr(state, "state", state)
    if not isinstance(state, ExplorerState):
        return hint(f"Write race.state, the state of the explorer. You gave {seen(state)}.")
    if sorted(state.values) != sorted(SPRINT.values()):
        return astray(
            "These are not the eight times of the sprint: the toolbar's reset brings them back."
        )
    if state.relaxation == "softmax":
        return hint(
            "Log-sum-exp leaves the range: with it, some output can be faster than the winner."
            " Which relaxations mix?"
        )
    if not state.rule.mixes:
        return hint(f"Under {state.relaxation} outputs can leave the range. Which relaxations mix?")
    if not state.rule.monotone:
        return hint(
            f"Under {state.relaxation} derivatives can have the wrong sign. Which relaxations are"
            " monotone?"
        )
    soft, hard = (diff_sort(state.wires, state.values, rule) for rule in (state.rule, HARD))
    off = 1000 * float(np.max(np.abs(soft - hard)))
    told = f"Monotone, within the range, and the largest error is {number(off)} milliseconds"
    if 3.5 <= off <= 5:
        return correct(f"{told}: within 5, and not far from it.")
    if 1 <= off < 3.5:
        return almost(f"{told}: it can be softer still.")
    if off < 1:
        return hint(f"{told}: that is nearly the hard sort, and it can be much softer.")
    if off <= 10:
        return almost(f"{told}: a little too soft. It must be somewhat harder.")
    return hint(
        f"{told}: the field runs in a bunch, and the sort must be harder. Gaps are hundredths of a"
        " second, so how large must alpha be?"
    )
