"""What the error explorer shows of one of its runs: a map of errors, or the errors of shuffled
sorts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..style import number, percent


class Scale(NamedTuple):
    """One side of a picture: its title, where its entries stand, what each is called, and which of
    them are labelled."""

    title: str
    places: np.ndarray
    names: list[str]
    every: int = 1

    @property
    def name(self) -> str:
        """The title without what explains it."""
        return self.title.partition(":")[0].partition(",")[0]

    @property
    def labels(self) -> tuple[list[float], list[str]]:
        """The places that are labelled, and their labels."""
        return self.places[:: self.every].tolist(), self.names[:: self.every]


@dataclass(frozen=True)
class ErrorMap:
    """Relative RMS errors, shape (rows, columns), NaN where nothing was computed yet;
    ``original_fails`` of the same shape; ``best``: the row with the least error of each column,
    none if this is not asked; ``alpha``: where it stands among the columns. ``shades``: the percent
    that the colours run between, on a ``logarithmic`` scale or on a linear one. ``key`` says what
    the marks mean, line by line."""

    columns: Scale
    rows: Scale
    errors: np.ndarray
    original_fails: np.ndarray
    best: np.ndarray
    alpha: float | None
    shades: tuple[float, ...]
    logarithmic: bool
    key: tuple[str, ...]
    description: str

    @property
    def waiting(self) -> np.ndarray:
        """Which cells are not computed yet."""
        return np.isnan(self.errors)

    @property
    def shade(self) -> np.ndarray:
        """The errors on the scale of the colours."""
        shown = np.clip(100 * self.errors, 1e-9, 1e9)
        return np.log10(shown) if self.logarithmic else shown

    @property
    def level(self) -> float:
        """The dotted line on the scale of the colours."""
        return float(np.log10(100 * LEVEL)) if self.logarithmic else 100 * LEVEL

    @property
    def crossed(self) -> bool:
        """Whether there are errors on both sides of the dotted line."""
        known = self.errors[~self.waiting]
        return bool((known < LEVEL).any() and (known > LEVEL).any())

    @property
    def labels(self) -> tuple[list[float], list[str]]:
        """The places on the scale of the colours that are labelled, and their labels."""
        places = np.log10(self.shades) if self.logarithmic else np.array(self.shades)
        least, *between, most = [f"{shade:g}" for shade in self.shades]
        below = "\N{LESS-THAN OR EQUAL TO}" if self.logarithmic else ""
        above = (
            "\N{GREATER-THAN OR EQUAL TO}" if (100 * self.errors > self.shades[-1]).any() else ""
        )
        return places.tolist(), [f"{below}{least}", *between, f"{above}{most}"]


@dataclass(frozen=True)
class ErrorLine:
    """Relative RMS errors against the number of shuffles: the mean over seeds, the 10th and the
    90th percentile, each of the columns' length, NaN where nothing was computed yet;
    ``unshuffled``: the error of the values in the order given."""

    columns: Scale
    mean: np.ndarray
    low: np.ndarray
    high: np.ndarray
    unshuffled: float
    key: tuple[str, ...]
    description: str


ErrorScene = ErrorMap | ErrorLine
LEVEL = 0.1
"""The relative error at which the maps have their dotted line, as in differentiable_sorting."""
DOTTED = "relative RMS error in %; dotted line: 10 %"
WAITING = "dots: not computed yet"
CROSSES = "\N{MULTIPLICATION SIGN} the formula of differentiable_sorting fails here; ours does not"
START = "Nothing is computed yet: press Start"


def error_told(error: float) -> str:
    """An error as a person reads it; NaN is one that is not computed yet.

    >>> error_told(0.012345), error_told(float("nan"))
    ('1.23 %', 'not computed yet')
    """
    return "not computed yet" if np.isnan(error) else percent(error)


def described(strength: str, share: float, done: str) -> str:
    """The relaxation, and what is known once everything is computed; before that, how far it is."""
    if share == 1:
        return f"{strength}. {done}"
    return f"{strength}. {START if share == 0 else 'Not all of this is computed yet'}."


def sizes_told(
    errors: np.ndarray, original_fails: np.ndarray, has_formula: bool, spans: Iterable[float]
) -> str:
    """What the map of n against range says, once it is complete: shape (sizes, spans)."""
    within = int(np.sum(errors <= LEVEL))
    worst = np.unravel_index(np.argmax(errors), errors.shape)
    names = [power_of_two(span) for span in spans]
    told = f"The error is at most 10 % in {within} of {errors.size} cells"
    told += (
        f", and largest, {percent(errors[worst])}, at n = {2 ** (worst[0] + 1)} in [0,"
        f" {names[worst[1]]}]. "
    )
    if not has_formula:
        return f"{told}The package differentiable_sorting has no formula for this relaxation."
    columns = np.flatnonzero(original_fails.any(axis=0))
    if not columns.size:
        return f"{told}The formula of differentiable_sorting does not fail here."
    return (
        f"{told}The formula of differentiable_sorting fails in"
        f" {int(original_fails.sum())} cells, from [0,"
        f" {names[columns[0]]}] on; ours does not."
    )


def tempering_told(errors: np.ndarray, alpha: float, betas: np.ndarray) -> str:
    """What the errors of tempered sorts at one alpha say, one for each beta, from 0 to 1."""
    least = int(np.argmin(errors))
    untempered = f", {percent(errors[0])} at beta = 0," if least else ""
    return (
        f"Tempered bitonic sort of the values: at alpha = {number(alpha)} the error is least,"
        f" {percent(errors[least])}, at beta = {number(betas[least])}{untempered} and"
        f" {percent(errors[-1])} at beta = 1, where no value changes its place between layers."
    )


def shuffles_told(errors: np.ndarray, repeats: Iterable[int], unshuffled: float) -> str:
    """What the errors of shuffled sorts say, once all are there: shape (seeds, repeats)."""
    if not np.isfinite(errors).all():
        return "Some of the results are beyond the largest float64."
    first, *_, last = repeats
    one, many = errors[:, 0], errors[:, -1]
    return (
        f"From {first} to {last} shuffles the error's standard deviation over {len(errors)} random"
        f" seeds goes from {percent(np.std(one))} to {percent(np.std(many))}, its mean from"
        f" {percent(np.mean(one))} to {percent(np.mean(many))}. In the order given the error is"
        f" {percent(unshuffled)}."
    )


def power_of_two(value: float) -> str:
    """A power of two as a whole number, or as a fraction of 1.

    >>> power_of_two(0.125), power_of_two(16.0)
    ('1/8', '16')
    """
    return f"1/{1 / value:.0f}" if value < 1 else f"{value:.0f}"
