"""The exercises of the lesson *learning through a sort*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import comb, factorial, isclose, prod
from typing import Any

import numpy as np

from ..learners import Learner, telephone_points
from ..robust import TRIED
from ..state import ExplorerState
from .answer import Answer, almost, astray, correct, exercise, hint, one_number, seen
from .learning_anew import first_changed, learnt, state_made_with, state_meant

LESSON = "12_learning_through_a_sort.ipynb"
STUCK = {"learning_seed": 7, "sigma": 0.01}
"""What the explorer of the first exercise is made with."""
LEAST = {"task": "line", "trimmed": 0.1, "rate": 0.3, "steps": 100}
"""And that of the third, besides its points."""
ON_VALIDATION = (0.716, 0.712, 0.720, 0.718, 0.711, 0.714)
HELD_OUT = (0.935, 0.935, 0.934, 0.941, 0.937, 0.939)
"""The rho of each setting of the soft ranks in the lesson's first split: on the validation lists,
and among the rows that are held out, as the lesson prints them."""

NEAR = 0.12
"""Half of the points within this of the line, in units of the picture: the line follows them."""
STEP = 0.05
"""That of the slider of the share that is trimmed."""
DRAWN_ENOUGH, DRAWN = 0.006, 0.03
"""How far off a share may be that was drawn, and how far off one that was drawn from few sets."""


@exercise(
    LESSON,
    "Press Learn at a narrow kernel, then at one ten times as wide, and see which of them moves.",
    "The kernel must reach from a score to the next: compare sigma with the gaps of eight scores"
    " whose standard deviation is 1.",
    asked="Find a sigma with which no pair is in the wrong order after all steps.",
)
def check_sigma(answer: Any) -> Answer:
    """How wide must the ranking kernel be for the ordering to be found within the explorer's steps?

    ``answer``: the state of the exercise's LearningExplorer, or its sigma; the steps are taken
    anew, and no pair may be in the wrong order at the end.

    >>> check_sigma(0.01)
    hint: 19 pairs are still wrong, as many as at the start: no score lies within reach of another's
    place. Widen or narrow?
    """
    made = state_made_with(STUCK)
    state = state_meant(answer, made, "sigma")
    if state is None or not state.sigma > 0:
        return hint(
            f"Give the explorer's state, such as stuck.state, or sigma as a positive number, not"
            f" {seen(answer)}."
        )
    if changed := first_changed(state, made):
        return astray(
            f"Change sigma alone; {changed} is not as it was. Press reset, and set sigma."
        )
    wrong, learner = _misses(state)
    if not wrong:
        since = max((step for step, miss in enumerate(learner.misses) if miss), default=-1) + 1
        return correct(
            f"In order since step {since} of {learner.taken}: the kernel reaches the neighbours,"
            " and hardly farther."
        )
    before, wide = learner.misses[0], state.sigma > _gap(state)
    factor = 0.5 if wide else 2.0
    if not _misses(state.replace(sigma=factor * state.sigma))[0]:
        return almost(f"{_pairs(wrong)} still wrong. A little {'narrower' if wide else 'wider'}.")
    if wide:
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
        f"{_pairs(wrong)} still wrong, of {before} at the start: few scores lie within reach of"
        " another's place. Widen or narrow?"
    )


@exercise(
    LESSON,
    "The held-out rows are for the last number only; what may a choice look at before?",
    "Read the column of the validation lists, from top to bottom, and write down the line of its"
    " largest number.",
)
def check_setting(answer: Any) -> Answer:
    """Which of the settings of the soft ranks may be used in the first split?

    ``answer``: its name, or its alpha and sigma.

    >>> check_setting("the best")
    hint: Write one of the six names as it is printed, such as 'alpha 10, sigma 0.3', not the text
    'the best'.
    """
    table = dict(zip(TRIED["soft ranks"], zip(ON_VALIDATION, HELD_OUT, strict=True), strict=True))
    example = min(table, key=lambda name: table[name][0] + table[name][1])
    name = _setting(answer, list(table))
    if name is None:
        return hint(
            f"Write one of the six names as it is printed, such as {example!r}, not {seen(answer)}."
        )
    chosen, judged = table[name]
    order = sorted(table, key=lambda other: -table[other][0])
    if name == order[0]:
        return correct(
            f"It does best on the validation lists ({chosen:.3f}). That it reaches {judged:.3f} on"
            " the held-out rows may be reported, since it was not chosen for it."
        )
    if judged == max(both[1] for both in table.values()):
        return hint(
            f"It does best on the held-out rows ({judged:.3f}), but these must not choose: what a"
            " setting was chosen by no longer judges it."
        )
    if name == order[2]:
        return almost(f"Only two settings do better than its {chosen:.3f} on the right lists.")
    return hint(f"It reaches {chosen:.3f} on the validation lists. Others reach more.")


@exercise(
    LESSON,
    "Six of the 24 years were recorded in minutes. Which share is that, and does descent find the"
    " line with it?",
    "Begin at that share, go up by one stop of the slider at a time, and learn anew each time.",
    asked="Trim as little as lets the line follow the years that were counted rightly.",
)
def check_trimmed(answer: Any) -> Answer:
    """What is the least share to trim, in twentieths, with which the line follows the years that
    were counted rightly?

    ``answer``: the state of the exercise's LearningExplorer, or its share; the steps are taken
    anew.

    >>> check_trimmed(0.0)
    hint: Nothing is trimmed, and so this is the least-squares line: every outlier counts.
    """
    made = state_made_with({**LEAST, "points": telephone_points()})
    state = state_meant(answer, made, "trimmed")
    if state is None:
        return hint(
            "Give the explorer's state, such as least.state, or the share, from 0 to 0.5, not"
            f" {seen(answer)}."
        )
    if state.task != "line":
        return astray("Set 'learn to' to 'fit a line despite outliers'.")
    if changed := first_changed(state, made):
        return astray(
            f"Change the share alone; {changed} is not as it was. Press reset, and set the share."
        )
    if state.trimmed == 0:
        return hint(
            "Nothing is trimmed, and so this is the least-squares line: every outlier counts."
        )
    if not isclose(state.trimmed / STEP, round(state.trimmed / STEP), abs_tol=1e-6):
        return hint(f"Go in steps of {STEP:g}; {state.trimmed:g} lies between two of them.")
    if not _follows(state, state.trimmed):
        left = len(state.points) * (1 - state.trimmed)
        words = (
            f"{left:g} of {len(state.points)} points are kept, and the line does not follow the"
            " others."
        )
        if _follows(state, state.trimmed + STEP):
            return almost(
                f"{words} Six years were bad, and descent needs one step of the slider more than"
                " those six."
            )
        return hint(f"{words} How many years were recorded in minutes?")
    if state.trimmed > STEP and _follows(state, state.trimmed - STEP):
        return almost(
            "The line is right, but good years are thrown away with the bad ones: less will do."
        )
    return correct(
        f"{1 - state.trimmed:.0%} of the years agree on this line, and the rest have no say."
    )


@exercise(
    LESSON,
    "Four different numbers from 00 to 99, no number twice. Two tens are equal in about"
    " half of the sets.",
    "Draw many sets, shuffle equal tens by a coin, and count those in order:"
    " rng.permutation(100)[:4] // 10 draws one.",
)
def check_tens_only(answer: Any) -> Answer:
    """A scorer reads the left digit of a number only. Which share of sets of 4 different numbers
    from 00 to 99 does it put in perfect order, if a coin decides where two left digits are equal?

    ``answer``: the share, or as many percent.

    >>> check_tens_only(0.25)
    hint: That is the share of single numbers at their place by pure chance. Here much more is known
    than nothing.
    """
    share = one_number(answer)
    if share is not None and 1 < share <= 100:
        share /= 100
    if share is None or not 0 <= share <= 1:
        return hint(f"Write a share from 0 to 1, or percent, not {_given(share, answer)}.")
    right, parted = _by_tens(repeats=False)
    repeated, differ = _by_tens(repeats=True)
    if abs(share - right) <= DRAWN_ENOUGH:
        return correct(
            f"{right:.4f}: three sets in four, by half of the picture. Keep that in mind when you"
            " read the tables."
        )
    if abs(share - repeated) <= DRAWN_ENOUGH:
        return almost(
            f"Near. If numbers may repeat within a set, it is {repeated:.4f}; yours must differ. If"
            " they do, draw more sets."
        )
    if abs(share - right) <= DRAWN:
        return almost("Near. Draw more sets.")
    known = {
        parted: almost(
            "That counts the sets with four different tens. Where two are equal, the coin is right"
            " half the time."
        ),
        1 - parted: hint(
            "That is the share of sets in which two left digits are equal. What becomes of the"
            " others, and of these?"
        ),
        differ: hint(
            "About half of all sets have four different tens if numbers may repeat. Yours do not,"
            " and a coin saves more."
        ),
        1 / factorial(4): hint(
            "That is the share of sets put in order by pure chance. Here half of each picture is"
            " read."
        ),
        1 / 4: hint(
            "That is the share of single numbers at their place by pure chance. Here much more is"
            " known than nothing."
        ),
    }
    for mistake, reply in known.items():
        if abs(share - mistake) <= DRAWN_ENOUGH:
            return reply
    return hint(
        "Count (or draw) sets: how often do all four tens differ? And where two are equal, how"
        " lucky is a coin?"
    )


def _by_tens(*, repeats: bool) -> tuple[float, float]:
    """The share of sets that the tens put in order, coins included, and the share in which all four
    tens differ."""
    ways = {  # how many of the four share their tens, and in how many ways these can be chosen
        (1, 1, 1, 1): comb(10, 4),
        (2, 1, 1): 10 * comb(9, 2),
        (2, 2): comb(10, 2),
        (3, 1): 10 * 9,
        (4,): 10,
    }
    right = 0.0
    for shared, tens in ways.items():
        luck = 1 / prod(factorial(m) for m in shared)
        if repeats:
            share = tens * factorial(4) * luck / 10**4
        else:
            share = tens * prod(comb(10, m) for m in shared) / comb(100, 4)
        right += share * luck
        if len(shared) == 4:
            parted = share
    return right, parted


def _given(share: float | None, answer: Any) -> str:
    return seen(answer) if share is None else f"{share:g}"


def _setting(answer: Any, names: Iterable[str]) -> str | None:
    """Which of the names is meant: its two numbers, in any order, in text or not."""
    if isinstance(answer, dict):
        answer = list(answer.values())
    text = answer if isinstance(answer, str) else " ".join(map(str, _parts(answer)))
    meant = _numbers(text)
    return next((name for name in names if _numbers(name) == meant), None)


def _parts(answer: Any) -> list[Any]:
    return list(answer) if isinstance(answer, (list, tuple, set, np.ndarray)) else []


def _numbers(text: str) -> list[float]:
    return sorted(float(number) for number in re.findall(r"\d*\.?\d+", text))


def _gap(state: ExplorerState) -> float:
    """The mean gap of two neighbouring scores, in standard deviations."""
    values = np.array(state.values)
    return float(np.ptp(values) / (len(values) - 1) / values.std())


def _misses(state: ExplorerState) -> tuple[int, Learner]:
    """How many pairs are in the wrong order at the end, and the learner."""
    problem, learner = learnt(state)
    return int(problem.miss(learner.parameters)), learner


def _follows(state: ExplorerState, trimmed: float) -> bool:
    """Whether the line that is learnt with so much trimmed lies close to half of the points."""
    if trimmed > 0.5:
        return False
    problem, learner = learnt(state.replace(trimmed=trimmed))
    return bool(problem.miss(learner.parameters) <= NEAR)


def _pairs(wrong: int) -> str:
    return f"{wrong} pairs are" if wrong != 1 else "1 pair is"
