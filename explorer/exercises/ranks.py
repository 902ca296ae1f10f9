"""The exercises of the lesson *ranks you can differentiate*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import lru_cache
from math import isclose
from typing import Any

import numpy as np

from diffsort_core import diff_sort, order_matrix
from diffsort_core.ranking import soft_ranks

from ..state import ExplorerState
from ..style import number
from .answer import (
    Answer,
    almost,
    astray,
    correct,
    exercise,
    hint,
    no_number,
    no_state,
    one_number,
    seen,
)
from .targets import bands

LESSON = "06_ranks_you_can_differentiate.ipynb"

FINISH = (3, 0, 4, 1, 2)
"""Runner 3 came in first, then runner 0, and so on: the argsort of five times."""
PEOPLE = (23.7, 26.2, 24.0, 24.7, 30.3, 27.5, 25.4, 24.7)
"""The body mass index of the lesson's eight people, two of whom share one."""
HARD = np.array([sum(other < mine for other in PEOPLE) for mine in PEOPLE]) + 0.5 * np.array(
    [PEOPLE.count(mine) - 1 for mine in PEOPLE]
)
"""Their ranks; equal values have the mean of their places."""
TIED = np.array([PEOPLE.count(mine) == 2 for mine in PEOPLE])
SOFTEST = 6.0
NEAR = 0.05
WIDTHS = tuple(10 ** (place / 20) for place in range(-60, 21))
"""The stops of sigma's slider for the eight."""
CLOSE = 4.0
"""How many times too wide or too narrow a kernel may be to be almost right."""


@exercise(
    LESSON,
    "A rank answers: I am this runner, how many came in before me?",
    "Find each runner in the list of arrival, and write down the place where you found it.",
)
def check_places(answer: Any) -> Answer:
    """Runners 3, 0, 4, 1, 2 came in, in this order. Which rank, from 0, has each of the runners 0,
    1, 2, 3, 4?

    ``answer``: five numbers, the rank of runner 0 first, or the rank of each runner by its number.

    >>> check_places([3, 0, 4, 1, 2])
    hint: That is the order of arrival again, the argsort. Its first entry is a runner; yours is a
    place.
    """
    ranks = _ranks(answer)
    arrival = np.array(FINISH)
    right = np.argsort(arrival)
    if isinstance(answer, Set):
        return hint("A set has no order, so nobody can tell whose rank is whose. Write a list.")
    if ranks is None or len(ranks) != len(FINISH):
        return hint(
            "Write five ranks in a list, such as [0, 1, 2, 3, 4]: one for each runner, that of"
            f" runner 0 first. You gave {seen(answer)}."
        )
    if ranks == right.tolist():
        return correct(
            "The ranks are the argsort of the argsort: each of the two undoes the other."
        )
    if ranks == (right + 1).tolist():
        return almost(
            "The order is right; ranks begin at 0 here, so that they can number the places of an"
            " array."
        )
    if ranks == right[::-1].tolist():
        return almost("These are the right ranks, but that of runner 4 stands first.")
    if ranks == (4 - right).tolist():
        return almost("You gave the last runner rank 0. The first to come in has it.")
    if ranks == arrival.tolist():
        return hint(
            "That is the order of arrival again, the argsort. Its first entry is a runner; yours is"
            " a place."
        )
    if ranks == arrival[::-1].tolist():
        return hint(
            "That is the order of arrival backwards. Look for runner 0 in it: how many came in"
            " before?"
        )
    if sorted(ranks) != list(range(5)):
        return hint("Five runners share the ranks 0 to 4, and each of these is used once.")
    matching = sum(mine == there for mine, there in zip(ranks, right.tolist(), strict=True))
    return hint(
        f"{matching} of five ranks {'is' if matching == 1 else 'are'} right. For each runner, count"
        " who was faster."
    )


@exercise(
    LESSON,
    "The soft sort opens a gap between two equal values, and the gap shrinks as alpha grows; the"
    " kernel has to be wider than that gap.",
    "Take alpha near its limit, and a sigma of a few hundredths.",
    asked="Bring every rank within 0.05 of the hard one, at an alpha of 6 or less.",
    targets=lambda state: bands("ranks", HARD, NEAR, "rank of wire"),
)
def check_tie(state: Any) -> Answer:
    """Do the two equal values share the mean of their places, and all others keep their hard ranks,
    at an alpha of 6 or less?

    ``state``: the state of the exercise's explorer, or the explorer; accepted is every soft rank
    within 0.05 of the (mean) hard rank.

    >>> check_tie(ExplorerState(values=PEOPLE, alpha=4.5, sigma=0.001))
    hint: The pair has rank 2, not 2.5: so narrow a kernel sees little but the nearest place. Take a
    wider one.
    """
    state = getattr(state, "state", state)
    if not isinstance(state, ExplorerState):
        return no_state(state)
    if state.values != PEOPLE:
        return astray(
            "These are not the eight people of the exercise: the toolbar's reset brings them back."
        )
    ranks = soft_ranks(state.wires, np.array(PEOPLE), state.sigma, state.rule)
    off, alpha = np.abs(ranks - HARD), number(state.alpha_in_force)
    worst = number(float(off.max()))
    if not _right_widths(state.network, state.relaxation, SOFTEST):
        return hint(
            f"Under {state.relaxation} no width will do at an alpha of 6 or less, for even distant"
            " values mix too much. Choose another relaxation."
        )
    if off.max() <= NEAR and state.alpha_in_force <= SOFTEST:
        return correct(
            f"Every rank is within {worst} of the hard one. The kernel shares each of the equal"
            " values between places 2 and 3, and hardly reaches any other."
        )
    if off.max() <= NEAR:
        return almost(
            f"The ranks are right, but alpha is {alpha}. It can be done with 6 or less: take a"
            " smaller alpha."
        )
    widths = _right_widths(state.network, state.relaxation, state.alpha_in_force)
    if not widths:
        return hint(
            f"At alpha = {alpha} the soft sort moves the places so far that no width on the slider"
            " of sigma will do. Take a larger alpha."
        )
    least, most = widths
    pair = number(float(ranks[TIED][0]))
    if state.sigma * CLOSE < least:
        return hint(
            f"The pair has rank {pair}, not 2.5: so narrow a kernel sees little but the nearest"
            " place. Take a wider one."
        )
    if state.sigma < least:
        return almost(
            f"The pair has rank {pair}, and one rank is {worst} off: the kernel is a little too"
            " narrow. Take a wider one."
        )
    if state.sigma <= CLOSE * most:
        return almost(
            f"The pair has rank {pair}, and one rank is {worst} off: the kernel reaches a"
            " neighbour's place. Take a narrower one."
        )
    return hint(
        f"One rank is {worst} off: so wide a kernel reaches many places. Take a narrower one."
    )


@exercise(
    LESSON,
    "Only two of the eight differences are not 0. How large is each of the two?",
    "Put n = 8 and D, the sum of the two squares, into the formula.",
)
def check_swap(answer: Any) -> Answer:
    """Two neighbours in a ranking of eight change places. By how much does Spearman's correlation
    with the old ranking fall?

    ``answer``: one number, rounded to three decimals or more, or in percent.

    >>> check_swap(1 / 8)
    hint: Not one eighth: use 1 - 6 D / (n (n^2 - 1)), with D the sum of the squared differences of
    the ranks.
    """
    n = 8
    old, new = np.arange(n), np.array([1, 0, *range(2, n)])
    left = float(np.corrcoef(old, new)[0, 1])
    fall = 1 - left
    found = _share(answer)
    if found is None:
        return no_number(answer)
    if abs(found - fall) <= 5e-5 or isclose(found, round(fall, 3), rel_tol=1e-6):
        return correct(
            f"{fall:.4f}: a swap of neighbours costs little; a swap of first and last, 49 times as"
            " much."
        )
    mistakes = {
        left: almost("That is the correlation that is left. By how much did it fall from 1?"),
        -fall: almost("The size is right; a fall is counted as positive here."),
        fall / 2: almost("Two ranks changed, each by 1: D is 2, not 1."),
        2 * fall: hint("Each of two ranks changed by 1, not by 2: D is 1 + 1."),
        fall / 6: almost("The factor 6 is missing."),
        6 * 2 / (n * (n * n + 1)): almost(
            "Near. Is it n^2 - 1 in the denominator, and is it rounded to three decimals?"
        ),
        6 * 2 / (n * n - 1): hint(
            "The factor n in the denominator is missing: n (n^2 - 1) is 504."
        ),
        1 / n: hint(
            "Not one eighth: use 1 - 6 D / (n (n^2 - 1)), with D the sum of the squared differences"
            " of the ranks."
        ),
        2 / n: hint(
            "Two of eight ranks changed, but Spearman also asks how far. What is the sum of the"
            " squared differences?"
        ),
        0: hint(
            "It falls, if only by little: what is the sum of the squared differences of the ranks?"
        ),
    }
    for known, reply in mistakes.items():
        if isclose(found, known, abs_tol=5.001e-4):
            return reply
    if abs(found - fall) < 0.002:
        return almost("Near, but not every decimal of yours is right.")
    return hint("What is D, the sum of the squared differences? And n is 8.")


def _ranks(answer: Any) -> list[float] | None:
    """Numbers in a row, however they are written: those of a dict in the order of its keys, which
    are runners. None where they are no numbers, or in no row."""
    if isinstance(answer, str):
        text = answer.strip()
        answer = re.findall(r"\d" if text.isdigit() else r"[^\s,;()[\]]+", text)
    elif isinstance(answer, Mapping):
        runners = {one_number(key): rank for key, rank in answer.items()}
        answer = [runners.get(runner) for runner in range(len(answer))]
    try:
        ranks = [one_number(rank) for rank in np.squeeze(np.asarray([*answer])).tolist()]
    except (TypeError, ValueError):
        return None
    return None if None in ranks else [rank for rank in ranks if rank is not None]


@lru_cache(maxsize=1024)
def _right_widths(network: str, relaxation: str, alpha: float) -> tuple[float, ...]:
    """The least and the largest stop of sigma that gives all of the eight their ranks; nothing
    where none does."""
    state = ExplorerState(values=PEOPLE, network=network, relaxation=relaxation, alpha=alpha)
    values, numbers = np.array(PEOPLE), np.arange(len(PEOPLE))
    places = diff_sort(state.wires, values, state.rule)
    right = [
        width
        for width in WIDTHS
        if np.max(np.abs(order_matrix(values, places, width) @ numbers - HARD)) <= NEAR
    ]
    return (right[0], right[-1]) if right else ()


def _share(answer: Any) -> float | None:
    """One number, in digits or in text; above 1, or with its sign, it is in percent."""
    text = re.sub(r"\s*/\s*", "/", answer.strip()) if isinstance(answer, str) else ""
    found = one_number(text.removesuffix("%") or answer)
    if found is not None and (text.endswith("%") or 1 < abs(found) <= 100):
        return found / 100
    return found
