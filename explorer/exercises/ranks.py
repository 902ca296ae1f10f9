"""The exercises of the lesson *ranks you can differentiate*."""

from __future__ import annotations

from typing import Any

import numpy as np

from diffsort_core import DiffsortError, diff_argsort
from diffsort_core.checks import real

from ..state import ExplorerState
from ..style import number
from .answer import Answer, almost, correct, exercise, hint, judged_number

LESSON = "06_ranks_you_can_differentiate.ipynb"

FINISH = (3, 0, 4, 1, 2)
"""Runner 3 came in first, then runner 0, and so on: the argsort of five times."""
SOFTEST = 6.0
NEAR = 0.05


@exercise(
    LESSON,
    "A rank answers: I am this runner, how many came in before me?",
    "Find each runner in the list of arrival, and write down the place where you found it.",
)
def check_places(answer: Any) -> Answer:
    """Runners 3, 0, 4, 1, 2 came in, in this order. Which rank, from 0, has each of the runners 0,
    1, 2, 3, 4?

    ``answer``: five numbers, the rank of runner 0 first.

    >>> check_places([3, 0, 4, 1, 2])
    hint: That is the order of arrival again, the argsort. Its first entry is a runner; yours is a
    place.
    """
    try:
        ranks = [real(rank, "rank") for rank in answer]
    except (TypeError, DiffsortError):
        ranks = []
    arrival = np.array(FINISH)
    right = np.argsort(arrival)
    if len(ranks) != len(FINISH):
        return hint(
            "Write five ranks in a list, such as [0, 1, 2, 3, 4]: one for each runner, that of"
            " runner 0 first."
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
    "The soft sort parts two equal values by a gap that shrinks as alpha grows; the "
    "kernel has to be wider than that gap.",
    "Take alpha near its limit, and a sigma of a few hundredths.",
)
def check_tie(state: ExplorerState) -> Answer:
    """Do two equal values share the mean of their places, and all others keep their hard ranks, at
    an alpha of 6 or less?

    ``state``: the state of an explorer; accepted is every soft rank within 0.05 of the (mean) hard
    rank.

    >>> check_tie(ExplorerState(values=[1, 2, 3, 3], alpha=2, sigma=0.001))
    hint: Both equal values have rank 3: the kernel is so narrow that it sees the nearest place
    only. Widen it.
    """
    values = np.array(state.values)
    hard = np.array(
        [((values < value).sum() + (values <= value).sum() - 1) / 2 for value in values]
    )
    tied = np.array([np.count_nonzero(values == value) == 2 for value in values])
    if not tied.any():
        return hint(
            "There is no pair of equal values left: run the explorer's cell again for the eight"
            " people."
        )
    ranks = diff_argsort(state.wires, values, state.sigma, state.rule)
    off = np.abs(ranks - hard)
    if off.max() <= NEAR:
        if state.alpha <= SOFTEST:
            return correct(
                f"Every rank is within {number(float(off.max()))} of the hard one. The kernel is"
                " wider than what the soft sort puts between two equal values, and narrower than"
                " the gap to the next value."
            )
        return almost(
            f"The ranks are right, but alpha is {number(state.alpha)}. It can be done with 6 or"
            " less."
        )
    shared = number(float(ranks[tied][0]))
    if off[tied].max() > NEAR and abs(ranks[tied][0] - round(float(ranks[tied][0]))) < NEAR:
        return hint(
            f"Both equal values have rank {shared}: the kernel is so narrow that it sees the"
            " nearest place only. Widen it."
        )
    if off[~tied].max(initial=0) > NEAR >= off[tied].max():
        return almost(
            f"The pair shares rank {shared}, but another rank is {number(float(off.max()))} off:"
            " the kernel reaches a neighbour's place. Narrow it, and raise alpha where that loses"
            " the pair."
        )
    if state.alpha < 3.9:
        return hint(
            f"At alpha = {number(state.alpha)} the sort pulls two equal values so far apart that no"
            " width will do."
        )
    if off[~tied].max(initial=0) > NEAR:
        return hint(
            f"A rank is {number(float(off.max()))} off, the pair's too: neighbours share places."
            " Narrow it."
        )
    return almost(
        f"The others are right; the pair has rank {shared}, not quite the mean of its places. Which"
        " way is wider?"
    )


@exercise(
    LESSON,
    "Only two of the eight differences are not 0. How large is each of the two?",
    "Put n = 8 and D, the sum of the two squares, into the formula.",
)
def check_swap(answer: Any) -> Answer:
    """Two neighbours in a ranking of eight change places. By how much does Spearman's correlation
    with the old ranking fall?

    ``answer``: one number, to within 0.0005.

    >>> check_swap(1 / 8)
    hint: Not one eighth: use 1 - 6 D / (n (n^2 - 1)), with D the sum of the squared differences of
    the ranks.
    """
    n = 8
    old, new = np.arange(n), np.array([1, 0, *range(2, n)])
    left = float(np.corrcoef(old, new)[0, 1])
    fall = 1 - left
    mistakes = {
        left: almost("That is the correlation that is left. By how much did it fall from 1?"),
        -fall: almost("The size is right; a fall is counted as positive here."),
        fall / 2: almost("Two ranks changed, each by 1: D is 2, not 1."),
        2 * fall: hint("Each of two ranks changed by 1, not by 2: D is 1 + 1."),
        fall / 6: almost("The factor 6 is missing."),
        6 * 2 / (n * (n * n + 1)): almost("Nearly: the formula has n^2 - 1, not n^2 + 1."),
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
    praise = (
        f"{fall:.4f}: a swap of neighbours costs little; a swap of first and last, 49 times as"
        " much."
    )
    return judged_number(
        answer,
        fall,
        praise,
        mistakes,
        "What is D, the sum of the squared differences? And n is 8.",
        5e-4,
    )
