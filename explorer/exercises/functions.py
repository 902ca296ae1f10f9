"""How a reader's function is tried: on numbers of a check's own choosing, with what goes wrong told
in words."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import wraps
from inspect import getsource
from typing import Any

import numpy as np

from diffsort_core import DiffsortError

from .answer import Answer, almost, correct, hint

CLOSE = 1e-6
"""So far off may a number be, in parts of the largest of the input, or of 1."""
MOST = 16
"""So many numbers at most are written out."""


@dataclass(frozen=True)
class Written:
    """A reader's function. Two that read alike are the same answer."""

    function: Callable[..., Any]
    name: str

    def __repr__(self) -> str:
        try:
            return getsource(self.function)
        except (OSError, TypeError):
            return repr(self.function)

    def call(self, *arguments: Any) -> str:
        """A call of it in words."""
        return f"{self.name}({', '.join(shown(argument) for argument in arguments)})"

    def __call__(self, *arguments: Any) -> Any:
        """What it returns; what goes wrong is raised as a DiffsortError that says so."""
        given, call = deepcopy(arguments), self.call(*arguments)
        try:
            with warnings.catch_warnings(), np.errstate(all="ignore"):
                warnings.simplefilter("ignore")
                got = self.function(*given)
        except (Exception, SystemExit) as error:
            told = f"{type(error).__name__}: {error}".rstrip(": ")
            raise DiffsortError(f"{call} raised {told}") from error
        if not all(
            np.array_equal(before, after)
            for before, after in zip(arguments, given, strict=True)
            if isinstance(before, (list, np.ndarray))
        ):
            raise DiffsortError(f"{call} changed the list that it was given: work on a copy")
        if got is None:
            raise DiffsortError(f"{call} returned nothing: does it end with return?")
        return got

    def numbers(self, wanted: np.ndarray, *arguments: Any) -> np.ndarray:
        """What it returns, as numbers of the shape that is wanted."""
        got, call = self(*arguments), self.call(*arguments)
        try:
            numbers = np.array(got, dtype=float)
        except Exception:  # of whatever a reader's object raises when it is read
            raise DiffsortError(f"{call} returned {shown(got)}, which is not numbers") from None
        if numbers.shape != wanted.shape:
            raise DiffsortError(
                f"{call} returned numbers of shape {numbers.shape}; the right shape is"
                f" {wanted.shape}"
            )
        return numbers


def written(name: str) -> Callable[[Callable[[Any], Answer]], Callable[[Any], Answer]]:
    """Make a check take a reader's function, which is to be called ``name``; anything else that it
    is given gets a hint, and so does a function that fails."""

    def asking(check: Callable[[Any], Answer]) -> Callable[[Any], Answer]:
        @wraps(check)
        def judged(answer: Any) -> Answer:
            if isinstance(answer, type) or not callable(answer):
                return check(answer)
            return check(Written(answer, name))

        return judged

    return asking


def no_function(answer: Any, name: str) -> Answer | None:
    """What is said of an answer that is no function."""
    if isinstance(answer, Written):
        return None
    return hint(
        f"Give the function itself, {name}, without quotes and without calling it. That was"
        f" {shown(answer)}."
    )


@dataclass(frozen=True)
class Trial:
    """A call with what is right, to within so much; ``first``: whether who fails here has not begun
    to succeed."""

    arguments: tuple[Any, ...]
    wanted: np.ndarray
    first: bool
    within: float

    def met_by(self, got: np.ndarray, wanted: np.ndarray | None = None) -> bool:
        """Whether that is what is right, or what is ``wanted`` in its place."""
        wanted = self.wanted if wanted is None else wanted
        return got.shape == wanted.shape and bool(np.all(np.abs(got - wanted) <= self.within))


def judged(
    function: Written,
    trials: Sequence[Trial],
    mistakes: Callable[[Trial], Iterator[tuple[np.ndarray, Answer]]],
    praise: str,
) -> Answer:
    """The verdict on a function: of the first call that goes wrong; "almost" where the plain ones
    went right."""
    for trial in trials:
        reply = hint if trial.first else almost
        try:
            got = function.numbers(trial.wanted, *trial.arguments)
        except DiffsortError as error:
            return reply(f"{error}.")
        if trial.met_by(got):
            continue
        for wrong, known in mistakes(trial):
            if trial.met_by(got, wrong):
                return known if trial.first else almost(known.words)
        return reply(f"{function.call(*trial.arguments)} {_difference(got, trial.wanted)}.")
    return correct(praise)


def trials(
    plain: list[tuple[Any, ...]],
    harder: list[tuple[Any, ...]],
    right: Callable[..., np.ndarray],
    within: float | None = None,
) -> list[Trial]:
    """The calls, the plain ones first, each with what is right; ``within``: how near it must be,
    where that does not go with the numbers."""
    return [
        Trial(
            arguments,
            np.asarray(right(*arguments), float),
            first,
            within or CLOSE * float(np.max(np.abs(arguments[0]), initial=1)),
        )
        for first, calls in ((True, plain), (False, harder))
        for arguments in calls
    ]


def _difference(got: np.ndarray, wanted: np.ndarray) -> str:
    """How what a call returned differs from what is right, in words."""
    if got.size > 8:
        off = np.where(np.isnan(got), np.inf, np.abs(got - wanted))
        place = np.unravel_index(np.argmax(off), got.shape)
        where = f"[{', '.join(str(k) for k in place)}]"
        return f"returned {shown(got[place])} at {where}; right is {shown(wanted[place])} there"
    short = shown(got), shown(wanted)
    got_in_words, right = short if len(set(short)) > 1 else (str(got), str(wanted))
    return f"returned {got_in_words}; right is {right}"


def shown(value: Any) -> str:
    """What a call is given or returns, in a few words.

    >>> shown([3.0, (0, 1)]), shown(np.zeros((5, 4))), shown(1e4 + 1)
    ('[3, (0, 1)]', 'an array of shape (5, 4)', '10001')
    """
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}" if value.size > MOST else shown(value.tolist())
    if isinstance(value, (list, tuple)) and len(value) <= MOST:
        inner = ", ".join(shown(each) for each in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner})"
    if isinstance(value, (float, np.floating)):
        return f"{value:.7g}"
    words = repr(value)
    return words if len(words) <= 80 else f"{words[:77]}..."
