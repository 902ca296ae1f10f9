"""What an exercise answers, and how an answer that is a number or a word is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose
from typing import Any

from diffsort_core import DiffsortError
from diffsort_core.checks import real

NOTHING_YET = "Put your answer in the place of None, and run the cell again."


@dataclass(frozen=True)
class Answer:
    """What an exercise says to an answer: ``verdict`` is "hint", "almost" or "correct".

    >>> Answer("hint", "Try a larger alpha.")
    hint: Try a larger alpha.
    """

    verdict: str
    words: str

    def __repr__(self) -> str:
        return f"{self.verdict}: {self.words}"


def hint(words: str) -> Answer:
    return Answer("hint", words)


def almost(words: str) -> Answer:
    return Answer("almost", words)


def correct(words: str) -> Answer:
    return Answer("correct", words)


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
