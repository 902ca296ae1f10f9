"""The exercises of the lesson *from the maximum to the mean*."""

from __future__ import annotations

from typing import Any

import numpy as np

from diffsort_core import HARD, Cauchy, Optimal, Reciprocal, SmoothMax, bitonic, diff_sort

from ..state import ExplorerState
from ..style import number
from .answer import Answer, almost, correct, hint, judged_number

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


def check_a_millisecond(answer: Any) -> Answer:
    """From which alpha on is no compare-exchange under Cauchy off by more than 0.001 seconds? The
    values are in seconds.

    ``answer``: that alpha, per second.

    >>> check_a_millisecond(1000)
    hint: That is 1 / 0.001. Cauchy is off by at most 0.3183 / alpha, not by 1 / alpha.
    """
    right = Cauchy.bound / 0.001
    others = {
        0.318: almost("That is per millisecond. The times are in seconds, so alpha is per second."),
        0.0: hint(
            "So small an alpha is nearly the mean. The error is at most 0.3183 / alpha: solve that"
            " for alpha."
        ),
        Reciprocal.bound / 0.001: hint(
            "That is 1 / 0.001. Cauchy is off by at most 0.3183 / alpha, not by 1 / alpha."
        ),
        SmoothMax.bound / 0.001: hint(
            "That is the alpha for smoothmax. Which line of the table is Cauchy's?"
        ),
        Optimal.bound / 0.001: hint(
            "That is the alpha for the optimal relaxation. Which line of the table is Cauchy's?"
        ),
        318.0: almost(
            "Rounded down, and the promise is broken by a hair. Which way must it be rounded?"
        ),
        319.0: correct("0.3183 / 0.001, rounded up to be safe."),
        320.0: correct("0.3183 / 0.001, rounded up to be safe."),
    }
    otherwise = (
        "The error is at most c / alpha, with Cauchy's c from the table. When is that 0.001?"
    )
    return judged_number(
        answer, right, "0.3183 / 0.001 = 318.3 per second.", others, otherwise, within=0.02
    )


def check_three_wires(answer: Any) -> Answer:
    """[12, 0, 0] enters the bitonic network of three wires at alpha = 0. What comes out on wire 2,
    where the maximum belongs?

    ``answer``: one number.

    >>> check_three_wires(4)
    hint: That is the mean of the three. But each comparator halves, and no chain of halvings makes
    a third.
    """
    low, _, high = diff_sort(bitonic(3), [12.0, 0.0, 0.0], SmoothMax(0.0)).tolist()
    others = {
        4.0: hint(
            "That is the mean of the three. But each comparator halves, and no chain of halvings"
            " makes a third."
        ),
        12.0: hint(
            "That is the hard maximum. At alpha = 0 a comparator does not ask which of the two is"
            " larger."
        ),
        0.0: hint("Wire 2 meets wire 1 in the second layer, and by then wire 1 is no longer 0."),
        6.0: hint("That is wire 1 after the first layer. Wire 2 meets it in the second."),
        low: almost("That comes out on wires 0 and 1. What is left for wire 2? The sum is kept."),
    }
    praise = (
        f"The place of the maximum holds the smallest of the three: {number(high)}, below"
        f" {number(low)} on the other two."
    )
    otherwise = "Write down the three wires after each of the three layers: (0, 1), (1, 2), (0, 1)."
    return judged_number(answer, high, praise, others, otherwise, within=1e-6)


def check_race(state: ExplorerState) -> Answer:
    """Is the sprint sorted by a monotone relaxation that keeps the range, as softly as it may be
    with every output within 5 milliseconds of the hard sort?

    ``state``: the state of an explorer; accepted is a largest error from 3.5 to 5 milliseconds.

    >>> check_race(ExplorerState(values=list(SPRINT.values()), alpha=1.0))
    hint: Under smoothmax derivatives can have the wrong sign. Which relaxations are monotone?
    """
    if sorted(state.values) != sorted(SPRINT.values()):
        return hint(
            "These are not the eight times of the sprint: the toolbar's reset brings them back."
        )
    if not state.rule.mixes:
        return hint(
            "Log-sum-exp leaves the range: with it, some output can be faster than the winner."
            " Which rules mix?"
        )
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
        return almost(f"{told}: you can go softer still.")
    if off < 1:
        return hint(f"{told}: that is nearly the hard sort. Which way is softer?")
    if off <= 10:
        return almost(f"{told}: a little too soft.")
    return hint(
        f"{told}: the field runs in a bunch. Gaps are hundredths of a second, so how large must"
        " alpha be?"
    )
