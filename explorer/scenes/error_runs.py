"""A long computation, a step at a time, and differentiable_sorting's error analysis, n against
range, as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Self

import numpy as np

from diffsort_core import (
    DiffsortError,
    LogSumExp,
    Relaxation,
    SmoothMax,
)
from diffsort_core.families import ANY_N
from diffsort_core.measures import SIZES, SPANS, error_cells

from .error import (
    CROSSES,
    DOTTED,
    WAITING,
    ErrorMap,
    ErrorScene,
    Scale,
    described,
    power_of_two,
    sizes_told,
)

BLOCK = 32
"""So many vectors of every cell at a time: the map is complete after the first block, and becomes
smoother with every other."""

ORIGINAL_FORMULAS: dict[type[Relaxation], Callable[[float], Callable[[Any, Any], Any]]] = {
    LogSumExp: lambda alpha: lambda a, b: np.log(np.exp(alpha * a) + np.exp(alpha * b)) / alpha,
    SmoothMax: lambda alpha: (
        lambda a, b: (
            (a * np.exp(alpha * a) + b * np.exp(alpha * b))
            / (np.exp(alpha * a) + np.exp(alpha * b))
        )
    ),
}
"""differentiable_sorting's formulas as they stand there; log-sum-exp with alpha as in its
``softmax(a, b, alpha)``."""


@dataclass
class Run:
    """What is asked (two runs that ask the same are equal), and what is known of it so far, the
    ``share`` of all."""

    share: float = field(default=0.0, init=False, compare=False)

    def steps(self) -> Iterator[float]:
        """Compute, a step at a time: the shares done."""
        for share in self._steps():
            self.share = share
            yield share
        self.share = 1.0

    def fewer(self) -> Self:
        """The same question with at most ``BLOCK`` random draws, and nothing known of it yet."""
        return replace(self)

    def take(self, few: Self) -> None:
        """Know what few draws have shown: they are the first of these, and are not drawn again."""
        raise NotImplementedError

    def scene(self, strength: str, alpha: float) -> ErrorScene:
        """What is known as data; ``strength`` names the relaxation and its alpha."""
        raise NotImplementedError

    def _steps(self) -> Iterator[float]:
        raise NotImplementedError


@dataclass
class SizesRun(Run):
    """differentiable_sorting's error analysis, n against range, over so many random vectors a cell,
    and where its formula fails."""

    rule: Relaxation
    network: str
    draws: int
    squares: np.ndarray = field(init=False, compare=False)
    drawn: np.ndarray = field(init=False, compare=False)
    original_fails: np.ndarray = field(init=False, compare=False)

    def __post_init__(self) -> None:
        if self.network not in ANY_N:
            raise DiffsortError(
                f"network must be one of {', '.join(ANY_N)} where many counts of values are sorted,"
                f" got {self.network!r}"
            )
        shape = len(SIZES), len(SPANS)
        self.squares, self.drawn, self.original_fails = (
            np.zeros(shape),
            np.zeros(shape),
            np.zeros(shape, bool),
        )

    def _steps(self) -> Iterator[float]:
        family = ANY_N[self.network]
        costs = [
            family(n).size + 250 for n in SIZES
        ]  # in comparators; 250 are what a cell costs beside these
        first = (
            3 if type(self.rule) in ORIGINAL_FORMULAS else 1
        )  # differentiable_sorting's formula makes the first block dearer
        known = int(self.drawn.min())  # of the first block: all or nothing
        left = self.draws - known if known else self.draws + (first - 1) * min(BLOCK, self.draws)
        total, done = left * len(SPANS) * sum(costs), 0
        yield 0.0
        for block, start in enumerate(range(0, self.draws, BLOCK)):
            if start < known:
                continue
            samples = min(BLOCK, self.draws - start)
            cells = error_cells(self.rule, SIZES, SPANS, samples, block, family)
            while (cell := quietly(next, cells, None)) is not None:
                row, column, error = cell
                self.squares[row, column] += quietly(np.multiply, samples * error, error)
                self.drawn[row, column] += samples
                if block == 0:
                    self.original_fails[row, column] = self._original_fails(
                        SIZES[row], SPANS[column], samples
                    )
                done += samples * costs[row] * (1 if block else first)
                yield done / total

    def _original_fails(self, n: int, span: float, samples: int) -> bool:
        """Whether differentiable_sorting's formula gives infinity or NaN for some of the first
        block's vectors."""
        if type(self.rule) not in ORIGINAL_FORMULAS:
            return False
        formula = ORIGINAL_FORMULAS[type(self.rule)](self.rule.alpha)
        try:
            quietly(next, error_cells(formula, [n], [span], samples, 0, ANY_N[self.network]))
        except DiffsortError:
            return True
        return False

    def fewer(self) -> Self:
        return replace(self, draws=min(BLOCK, self.draws))

    def take(self, few: Self) -> None:
        self.squares, self.drawn = few.squares.copy(), few.drawn.copy()
        self.original_fails = few.original_fails.copy()

    def scene(self, strength: str, alpha: float) -> ErrorMap:
        with np.errstate(invalid="ignore"):
            errors = np.sqrt(self.squares / self.drawn)
        told = (
            sizes_told(errors, self.original_fails, type(self.rule) in ORIGINAL_FORMULAS, SPANS)
            if self.share == 1
            else ""
        )
        ranges = Scale(
            "values from 0 to", np.log2(SPANS), [power_of_two(span) for span in SPANS], 3
        )
        sizes = Scale("n: number of values", np.log2(SIZES), [str(n) for n in SIZES])
        key = (
            DOTTED,
            *[CROSSES] * bool(self.original_fails.any()),
            *[WAITING] * bool((self.drawn == 0).any()),
        )
        words = described(f"{strength}, {self.network} network", self.share, told)
        return ErrorMap(
            ranges,
            sizes,
            errors,
            self.original_fails.copy(),
            np.array([], int),
            None,
            (0.1, 1, 10, 100),
            True,
            key,
            words,
        )


def quietly(function: Callable[..., Any], *arguments: Any) -> Any:
    """function(*arguments), where overflow is an answer and no surprise."""
    with np.errstate(all="ignore"):
        return function(*arguments)
