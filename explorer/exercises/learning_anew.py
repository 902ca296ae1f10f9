"""What a LearningExplorer would learn with a reader's choices: it takes all its steps anew."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from diffsort_core import DiffsortError

from ..explorers.learning import STARTS, LearningExplorer, beginner, problem_of
from ..learners import Learner
from ..state import ExplorerState
from .answer import one_number

KEPT = ("task", "values", "relaxation", "network", "alpha", "rate", "steps", "learning_seed")
"""The choices that are to stay, but for the one that is asked."""


def state_made_with(choices: dict[str, Any]) -> ExplorerState:
    """The state of a LearningExplorer that is made with such choices."""
    return ExplorerState.holding(LearningExplorer.own)(**{**STARTS, **choices})


def state_meant(answer: Any, made: ExplorerState, name: str) -> ExplorerState | None:
    """The state that is meant: that of an explorer, or the one that was made with a number, or as
    many percent of it, in place of a choice; None where it is no such thing."""
    state = getattr(answer, "state", answer)
    if isinstance(state, ExplorerState):
        return state
    number = one_number(answer)
    if number is None:
        return None
    if name == "trimmed" and 1 < number <= 100:
        number /= 100
    try:
        return made.replace(**{name: number})
    except DiffsortError:
        return None


def first_changed(state: ExplorerState, made: ExplorerState) -> str | None:
    """The first choice that is to stay and did not, in words."""
    kept = [*KEPT, "points"] if made.task == "line" else KEPT
    return next(
        (
            name.replace("learning_seed", "the random seed")
            for name in kept
            if getattr(state, name) != getattr(made, name)
        ),
        None,
    )


def learnt(state: ExplorerState) -> tuple[Any, Learner]:
    """What the choices ask to be learnt, and one who has taken all the steps."""
    return _learnt_anew(state.to_json())


@lru_cache(maxsize=256)
def _learnt_anew(choices: str) -> tuple[Any, Learner]:
    state = ExplorerState.from_json(choices)
    problem, learner = problem_of(state), beginner(state)
    while learner.taken < state.steps and not learner.lost:
        learner.step(problem, state.rate)
    return problem, learner
