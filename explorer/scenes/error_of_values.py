"""The errors of one vector's sorts, tempered and shuffled, computed a step at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from math import inf, log10
from typing import Any, Self

import numpy as np

from diffsort_core import (
    DiffsortError,
    Relaxation,
    bitonic_woven_matrices,
    diff_sort,
    diff_sort_weave,
    relative_rms,
    shuffled_sort,
)

from ..numbers import magnitude
from ..style import number
from ..wiring import network_name, wired
from .error import (
    DOTTED,
    WAITING,
    ErrorLine,
    ErrorMap,
    Scale,
    described,
    shuffles_told,
    tempering_told,
)
from .error_runs import BLOCK, Run, quietly

BETAS = np.linspace(0, 1, 11)
SHADES = ((0, 10, 20, 30), (0, 10, 30, 50), (0, 10, 50, 100))
REPEATS = (1, 2, 4, 8, 16, 32, 64)


@dataclass
class TemperingRun(Run):
    """The error of the tempered sort of the values (``diff_sort_weave``), alpha against beta."""

    kind: type[Relaxation]
    values: tuple[float, ...]
    errors: np.ndarray = field(init=False, compare=False)

    def __post_init__(self) -> None:
        self.exponents = np.linspace(-1, 3, 17) - magnitude(self.values)
        self.errors = np.full((BETAS.size, self.exponents.size), np.nan)

    @property
    def possible(self) -> bool:
        """Whether there are woven matrices for so many values."""
        n = len(self.values)
        return n > 1 and not n & (n - 1)

    def _steps(self) -> Iterator[float]:
        fused = bitonic_woven_matrices(len(self.values)) if self.possible else []
        for place in np.ndindex(self.errors.shape if self.possible else (0, 0)):
            if not np.isnan(self.errors[place]):
                continue
            beta, rule = BETAS[place[0]], self.kind(10.0 ** self.exponents[place[1]])
            self.errors[place] = _error(
                self.values, diff_sort_weave, fused, self.values, rule, beta
            )
            yield np.count_nonzero(~np.isnan(self.errors)) / self.errors.size

    def take(self, few: Self) -> None:
        self.errors = few.errors.copy()

    def scene(self, strength: str, alpha: float) -> ErrorMap:
        """What is known as data; ``alpha`` is marked where it is on the map, and told of at the
        nearest column."""
        where = log10(alpha) if 0 < alpha < inf else -inf if alpha == 0 else inf
        shown = where if self.exponents[0] <= where <= self.exponents[-1] else None
        alphas = Scale(
            "alpha, per unit of the values",
            self.exponents,
            [number(10.0**each) for each in self.exponents],
            4,
        )
        betas = Scale("beta", BETAS, [number(each) for each in BETAS], 2)
        rings = (
            "rings: the least error of each"
            f" alpha{'; triangle: yours' if shown is not None else ''}"
        )
        key = (DOTTED, rings, *[WAITING] * bool(self.possible and np.isnan(self.errors).any()))
        most = np.nanmax(self.errors, initial=0.0)
        shades = next((shades for shades in SHADES if most <= shades[-1] / 100), SHADES[-1])
        best = (
            np.argmin(self.errors, axis=0)
            if self.share == 1 and self.possible
            else np.array([], int)
        )
        fails, words = np.zeros(self.errors.shape, bool), self._words(strength, where)
        return ErrorMap(
            alphas, betas, self.errors.copy(), fails, best, shown, shades, False, key, words
        )

    def _words(self, strength: str, where: float) -> str:
        if not self.possible:
            needed = (
                "Tempering needs 2, 4, 8 or another power of two of values, since only these have"
                " woven matrices"
            )
            return f"{strength}. {needed}; here there are {len(self.values)}."
        column = int(
            np.argmin(
                np.abs(self.exponents - np.clip(where, self.exponents[0], self.exponents[-1]))
            )
        )
        told = (
            tempering_told(self.errors[:, column], 10.0 ** self.exponents[column], BETAS)
            if self.share == 1
            else ""
        )
        return described(strength, self.share, told)


@dataclass
class ShufflesRun(Run):
    """The errors of ``shuffled_sort`` of the values against the number of shuffles, over so many
    random seeds."""

    rule: Relaxation
    network: str
    values: tuple[float, ...]
    draws: int
    errors: np.ndarray = field(init=False, compare=False)

    def __post_init__(self) -> None:
        self.errors = np.full((self.draws, len(REPEATS)), np.nan)

    def _steps(self) -> Iterator[float]:
        network = wired(self.network, len(self.values))
        known = int(np.count_nonzero(~np.isnan(self.errors[:, -1])))
        for seed in range(known, self.draws):
            for column, repeats in enumerate(REPEATS):
                self.errors[seed, column] = _error(
                    self.values, shuffled_sort, network, self.values, self.rule, repeats, seed
                )
            yield (seed + 1 - known) / (self.draws - known)

    def fewer(self) -> Self:
        return replace(self, draws=min(BLOCK, self.draws))

    def take(self, few: Self) -> None:
        self.errors[: few.draws] = few.errors

    def scene(self, strength: str, alpha: float) -> ErrorLine:
        """What is known as data."""
        done = self.errors[~np.isnan(self.errors[:, -1])]
        mean, low, high = np.full((3, len(REPEATS)), np.nan)
        if len(done) and np.isfinite(done).all():
            mean, (low, high) = done.mean(axis=0), np.quantile(done, [0.1, 0.9], axis=0)
        unshuffled = _error(
            self.values, diff_sort, wired(self.network, len(self.values)), self.values, self.rule
        )
        told = shuffles_told(done, REPEATS, unshuffled) if self.share == 1 else ""
        seeds = f"{len(done)} random seed{'s' * (len(done) != 1)}"
        key = (
            f"line: mean over {seeds}; band: 8 in 10 of them",
            "dashes: the values in the order given",
        )
        words = described(f"{strength}, {network_name(self.network)} network", self.share, told)
        shuffles = Scale(
            "shuffles that are averaged", np.log2(REPEATS), [str(repeats) for repeats in REPEATS]
        )
        return ErrorLine(shuffles, mean, low, high, unshuffled, key, words)


def _error(values: tuple[float, ...], sort: Callable[..., Any], *arguments: Any) -> float:
    """The relative RMS error of a sort of the values; infinite where its result leaves float64."""
    largest = max(map(abs, values)) or 1.0  # whose square may be no float64

    def error() -> float:
        return relative_rms(sort(*arguments) / largest, np.sort(values) / largest)

    try:
        found = quietly(error)
    except DiffsortError:
        return inf
    return inf if np.isnan(found) else found
