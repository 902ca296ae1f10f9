"""What an exercise answers, how it helps further each time, and how an answer that is a number or a
word is judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import wraps
from math import isclose
from reprlib import repr as shortened
from typing import Any

import numpy as np

from diffsort_core import DiffsortError
from diffsort_core.checks import real

from ..goals import Goal, Target
from ..state import ExplorerState

NOTHING_YET = "Put your answer in the place of None, and run the cell again."


@dataclass(frozen=True)
class Answer:
    """What an exercise says to an answer: ``verdict`` is "hint", "almost" or "correct"; ``astray``
    is a hint to a state in which more was changed than the exercise asks for.

    >>> Answer("hint", "Try a larger alpha.")
    hint: Try a larger alpha.
    """

    verdict: str
    words: str
    astray: bool = False

    def __repr__(self) -> str:
        return f"{self.verdict}: {self.words}"


def hint(words: str) -> Answer:
    return Answer("hint", words)


def astray(words: str) -> Answer:
    return Answer("hint", words, astray=True)


def almost(words: str) -> Answer:
    return Answer("almost", words)


def correct(words: str) -> Answer:
    return Answer("correct", words)


TRIED: dict[str, list[str]] = {}
"""The wrong answers so far, by the check that they were given to."""


def nowhere(state: ExplorerState) -> list[Target]:
    """The targets of a goal that is at no place of its picture."""
    return []


def exercise(
    lesson: str,
    second: str,
    third: str,
    asked: str = "",
    targets: Callable[[ExplorerState], list[Target]] = nowhere,
) -> Callable[[Callable[[Any], Answer]], Callable[[Any], Answer]]:
    """Make a check of one answer climb a ladder: the first wrong answer gets the check's own reply,
    the second and the third a further hint with theirs, and from the fourth on it is said where the
    exercise is solved. The same answer again is no new try; None is no answer.

    ``lesson``: the name of its notebook; ``asked``, of a check that judges a state: what is to be
    reached, and ``targets``: where in the picture. Such a check is a ``goal`` for an explorer,
    whose badge is judged by the check itself, but is no try.

    >>> check = exercise("x.ipynb", "Read section 1.", "It is even.")(lambda answer: hint("No."))
    >>> [check(answer) for answer in (None, 1, 1, 3, 5, 7)][3:]
    [hint: No. Hint 2 of 3: Read section 1., hint: No. Hint 3 of 3: It is even., hint: No. The way \
is in solutions/x.ipynb.]
    """
    ladder = [
        "",
        f" Hint 2 of 3: {second}",
        f" Hint 3 of 3: {third}",
        f" The way is in solutions/{lesson}.",
    ]

    def climbing(check: Callable[[Any], Answer]) -> Callable[[Any], Answer]:
        @wraps(check)
        def judged(answer: Any) -> Answer:
            if answer is None:
                return hint(NOTHING_YET)
            reply, wrong = check(answer), TRIED.setdefault(check.__name__, [])
            if reply.verdict == "correct":
                wrong.clear()
                return reply
            given = answer.to_json() if isinstance(answer, ExplorerState) else repr(answer)
            if given not in wrong:
                wrong.append(given)
            return Answer(reply.verdict, reply.words + ladder[min(wrong.index(given), 3)])

        if asked:
            vars(judged)["goal"] = Goal(asked, check, targets)
        return judged

    return climbing


def no_state(given: Any) -> Answer:
    """The reply to what is no state of an explorer where one is asked for."""
    return hint(f"Put the state of the explorer here, such as task.state. You gave {given!r:.60}.")


def seen(answer: Any) -> str:
    """What was given where something else is asked, in words.

    >>> seen("ten"), seen([1, 2, 3]), seen({})
    ("the text 'ten'", 'a list of 3', 'a dict of 0')
    """
    if isinstance(answer, str):
        return f"the text {shortened(answer)}"
    if callable(answer):
        return "a function"
    try:
        return f"a {type(answer).__name__} of {len(answer)}"
    except TypeError:
        return f"a {type(answer).__name__}"


def one_number(answer: Any) -> float | None:
    """The number that an answer is, or holds as its only one, in digits or in text; None where it
    is no number.

    >>> one_number([0.5]), one_number("1/8"), one_number("half")
    (0.5, 0.125, None)
    """
    if isinstance(answer, (list, tuple, set, frozenset)):
        return one_number(*answer) if len(answer) == 1 else None
    if isinstance(answer, np.ndarray):
        return one_number(answer.item()) if answer.size == 1 else None
    try:
        return real(Fraction(answer) if isinstance(answer, str) and "/" in answer else answer, "it")
    except (ArithmeticError, DiffsortError, ValueError):
        return None


def no_number(answer: Any) -> Answer:
    return hint(f"Write one number, such as 3 or 0.5. You gave {seen(answer)}.")


def judged_number(
    answer: Any,
    right: float,
    praise: str,
    mistakes: Mapping[float, Answer],
    otherwise: str,
    within: float,
) -> Answer:
    """An answer that is one number: ``right`` to within so much, a known mistake (to within as
    much), or something else.

    >>> near = {45: almost("One stage is missing.")}
    >>> judged_number(45, 55, "55 it is.", near, "Count the layers.", within=0)
    almost: One stage is missing.
    """
    if answer is None:
        return hint(NOTHING_YET)
    try:
        number = real(answer, "answer")
    except DiffsortError:
        return hint("Write one number, such as 3 or 0.5.")
    for known, reply in {right: correct(praise), **mistakes}.items():
        if isclose(number, known, rel_tol=1e-12, abs_tol=within):
            return reply
    return hint(otherwise)


def judged_choice(answer: Any, right: str, praise: str, mistakes: Mapping[str, Answer]) -> Answer:
    """An answer that is one of a few words: ``right``, or one of the others, each of which has its
    reply.

    >>> near = {"mean": hint("One outlier drags it away.")}
    >>> judged_choice("mean", "median", "Half of the values lie below.", near)
    hint: One outlier drags it away.
    """
    if answer is None:
        return hint(NOTHING_YET)
    replies = {
        word.casefold(): reply for word, reply in {right: correct(praise), **mistakes}.items()
    }
    if not isinstance(answer, str) or (word := answer.strip().casefold()) not in replies:
        return hint(f"Write one of {', '.join(repr(word) for word in sorted(replies))}.")
    return replies[word]
