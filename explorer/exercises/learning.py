"""The exercises of the lesson *learning through a sort*."""

from __future__ import annotations

from contextlib import suppress
from math import comb
from typing import Any

from diffsort_core import DiffsortError
from diffsort_core.checks import real

from ..explorers.learning import LearningExplorer
from ..learners import Learner, TrimmedLine
from ..state import ExplorerState
from .answer import Answer, almost, correct, exercise, hint, judged_number

WITH_REPEATS = 0.733
"""About the share of sets that are put in order where numbers may repeat."""
LESSON = "12_learning_through_a_sort.ipynb"

NEAR = 0.12
"""Half of the points within this of the line, in units of the picture: the line follows them."""
WIDE = 0.3
"""A kernel wider than this, in standard deviations, reaches over several of eight places."""


@exercise(
    LESSON,
    "The eight scores differ by some tenths of their standard deviation.",
    "Sigma has to be about as wide as such a gap: a few tenths.",
)
def check_sigma(state: ExplorerState) -> Answer:
    """How wide must the ranking kernel be for the ordering to be found within the explorer's steps?

    ``state``: the state of a LearningExplorer; its steps are taken anew, and no pair may be in the
    wrong order at the end.

    >>> check_sigma(ExplorerState(sigma=0.01, alpha=10, learning_seed=3))
    hint: 23 pairs are still wrong, as many as at the start: no score lies within reach of another's
    place. Widen or narrow?
    """
    if state.task != "ordering":
        return hint("Set 'learn to' back to 'find a hidden ordering'.")
    problem, learner = _learnt(state)
    assert not isinstance(problem, TrimmedLine)
    wrong, before = problem.miss(learner.parameters), learner.misses[0]
    if not wrong:
        since = max((step for step, miss in enumerate(learner.misses) if miss), default=-1) + 1
        return correct(
            f"In order since step {since} of {learner.taken}: the kernel reaches the neighbours,"
            " and hardly farther."
        )
    if wrong <= 3:
        way = "narrower" if state.sigma > WIDE else "wider"
        return almost(f"{_pairs(wrong)} still wrong. A little {way}.")
    if state.sigma > WIDE:
        return hint(
            f"{_pairs(wrong)} still wrong: a kernel of {state.sigma:g} standard deviations blurs"
            " all ranks into nearly one. Widen or narrow?"
        )
    if wrong >= before - 1:
        return hint(
            f"{_pairs(wrong)} still wrong, as many as at the start: no score lies within reach of"
            " another's place. Widen or narrow?"
        )
    return hint(
        f"{_pairs(wrong)} still wrong, of {before} at the start. Try a kernel about as wide as the"
        " gap of two scores."
    )


@exercise(
    LESSON,
    "Six of 24 are a quarter, and descent from the least-squares line needs a little more "
    "than that.",
    "Go up from a quarter in steps of 0.05, and learn anew each time.",
)
def check_trimmed(state: ExplorerState) -> Answer:
    """What is the least share to trim, in twentieths, with which the line follows the years that
    were counted rightly?

    ``state``: the state of a LearningExplorer with the task "line"; its steps are taken anew.

    >>> check_trimmed(ExplorerState(task="line", trimmed=0.0, alpha=10))
    hint: Nothing is trimmed, and so this is the least-squares line: every outlier counts.
    """
    if state.task != "line":
        return hint("Set 'learn to' to 'fit a line despite outliers'.")
    if state.trimmed == 0:
        return hint(
            "Nothing is trimmed, and so this is the least-squares line: every outlier counts."
        )
    if not _follows(state, state.trimmed):
        left = len(state.points) * (1 - state.trimmed)
        words = (
            f"{left:g} of {len(state.points)} points are kept, and the line does not follow the"
            " others."
        )
        if _follows(state, state.trimmed + 0.05):
            return almost(
                f"{words} Six years were bad, and descent needs one step of the slider more than"
                " those six."
            )
        return hint(f"{words} How many years were recorded in minutes?")
    if state.trimmed > 0.05 and _follows(state, state.trimmed - 0.05):
        return almost(
            "The line is right, but good years are thrown away with the bad ones: less will do."
        )
    return correct(
        f"{1 - state.trimmed:.0%} of the years agree on this line, and the rest have no say."
    )


@exercise(
    LESSON,
    "Four different numbers from 00 to 99, no number twice. Two tens are equal in about "
    "half of the sets.",
    "Draw many sets, shuffle equal tens by a coin, and count those in order: "
    "rng.permutation(100)[:4] // 10 draws one.",
)
def check_tens_only(answer: Any) -> Answer:
    """A scorer reads the left digit of a number only. Which share of sets of 4 different numbers
    from 00 to 99 does it put in perfect order, if a coin decides where two left digits are equal?

    >>> check_tens_only(0.25)
    hint: That is the share of single numbers at their place by pure chance. Here much more is known
    than nothing.
    """
    right, parted = _by_tens()
    with suppress(DiffsortError):
        share = real(answer, "answer")
        answer = share / 100 if 1 < share <= 100 else share
        if abs(answer - WITH_REPEATS) <= 0.005:
            return almost("Your sets seem to repeat numbers: the four of a set must differ.")
        if 0.006 < abs(answer - right) <= 0.03:
            return almost("Near. Draw more sets.")
    return judged_number(
        answer,
        right,
        f"{right:.4f}: three sets in four, by half of the picture. Keep that in mind when you read"
        " the tables.",
        {
            parted: almost(
                "That counts the sets with four different tens. Where two are equal, the coin is"
                " right half the time."
            ),
            1 - parted: hint(
                "That is the share of sets in which two left digits are equal. What becomes of the"
                " others, and of these?"
            ),
            0.504: hint(
                "About half of all sets have four different tens if numbers may repeat. Yours do"
                " not, and a coin saves more."
            ),
            1 / 24: hint(
                "That is the share of sets put in order by pure chance. Here half of each picture"
                " is read."
            ),
            1 / 4: hint(
                "That is the share of single numbers at their place by pure chance. Here much more"
                " is known than nothing."
            ),
        },
        "Count (or draw) sets: how often do all four tens differ? And where two are equal, how"
        " lucky is a coin?",
        within=0.006,
    )


def _by_tens() -> tuple[float, float]:
    """The share of sets that the tens put in order, coins included, and the share in which all four
    tens differ."""
    everything = comb(100, 4)
    parted = comb(10, 4) * 10**4
    lucky = {  # the sets with equal tens by how many share them, and the chance of the coins
        "two": (10 * comb(10, 2) * comb(9, 2) * 10**2, 1 / 2),
        "two and two": (comb(10, 2) * comb(10, 2) ** 2, 1 / 4),
        "three": (10 * comb(10, 3) * 9 * 10, 1 / 6),
        "four": (10 * comb(10, 4), 1 / 24),
    }
    return (
        parted + sum(sets * luck for sets, luck in lucky.values())
    ) / everything, parted / everything


def _learnt(state: ExplorerState) -> tuple[Any, Learner]:
    """What the choices ask to be learnt, and one who has taken all the steps."""
    explorer = LearningExplorer(state=state)
    try:
        explorer.finish()
        return explorer.problem, explorer.learner
    finally:
        explorer.close()


def _follows(state: ExplorerState, trimmed: float) -> bool:
    """Whether the line that is learnt with so much trimmed lies close to half of the points."""
    if trimmed > 0.5:
        return False
    problem, learner = _learnt(ExplorerState(**{**state.choices(), "trimmed": trimmed}))
    return bool(problem.miss(learner.parameters) <= NEAR)


def _pairs(wrong: int) -> str:
    return f"{wrong} pairs are" if wrong != 1 else "1 pair is"
