"""What an explorer's choices are to reach: the goal of an exercise, judged while a reader moves."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from diffsort_core import DiffsortError

from .state import ExplorerState

Target = dict[str, Any]
"""A place of the picture that a goal speaks of: ``panel``, which of the picture's; ``x`` and ``y``,
from where to where on its axes, or None for all of one; ``words``, what is to be there."""


class Judged(Protocol):
    """What a judge says: ``verdict`` is "hint", "almost" or "correct"; ``astray``, whether what it
    was given is not the exercise's any more."""

    @property
    def verdict(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def astray(self) -> bool: ...


@dataclass(frozen=True)
class Goal:
    """``asked``: what is to be reached, in words; ``judge``: how far a state has come, which is
    what the exercise's check says of it; ``targets``: the places that are meant, in its picture."""

    asked: str
    judge: Callable[[ExplorerState], Judged]
    targets: Callable[[ExplorerState], list[Target]]

    def badge(self, state: ExplorerState) -> dict[str, Any]:
        """What a badge shows of a state: its ``step``, ``words`` of a sentence, and ``targets``.
        Far from the goal these words are the goal, since the way to it is what is asked."""
        said = self.judge(state)
        far = said.verdict == "hint" and not said.astray
        words = self.asked if far else first_sentence(said.words)
        targets = [] if said.astray else self.targets(state)
        return {"step": said.verdict, "words": words, "targets": targets}


def goal_of(check: Any) -> Goal | None:
    """The goal that an explorer was given as the check of an exercise; None where there is none.

    Raises DiffsortError for what is no check, or for one that does not judge a state.
    """
    goal = getattr(check, "goal", None)
    if check is not None and not isinstance(goal, Goal):
        named = getattr(check, "__name__", repr(check))
        raise DiffsortError(
            "goal must be the check of an exercise that judges an explorer's state, such as"
            f" check_softness, got {named}"
        )
    return goal


def first_sentence(words: str) -> str:
    """As much of some words as a line has room for.

    >>> first_sentence("The pair has rank 2.4, not 2.5. Take a wider kernel.")
    'The pair has rank 2.4, not 2.5.'
    """
    return re.split(r"(?<=[.?!]) (?=[A-Z])", words, maxsplit=1)[0]
