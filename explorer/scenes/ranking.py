"""What the ranking explorer shows: values and soft places on one line, the order matrix between
them, ranks against sigma."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

import numpy as np

from diffsort_core import DiffsortError, Trace, dargsort, hard_ranks, order_matrix

from ..names import Labels, cut, name_of
from ..style import number, ticks
from ..wiring import with_doubt
from .alpha import Label, labels

DECADES = 4
"""Soft ranks are drawn for sigma from 1e-4 of the spread (as a power of ten) to all of it."""
ROOM = 9
"""Characters of what is written beside a curve."""
DRAWABLE = 1e100
"""Values that are larger, or closer together than its inverse, cannot be drawn on a line."""
LABELLED = 12
"""So many wires at most, and each has its name written beside it; of more, the chosen one."""
FINEST = 1e-12
"""Of the largest value: what lies closer together is drawn as if it were equal."""


@dataclass(frozen=True)
class RankingScene:
    """Everything about n values: ``values`` and ``places`` (their soft sort), shape (n,).

    ``order``: the order matrix, [value, place], or with ``transposed`` its transpose, [place,
    value]. ``means`` and ``hard_means``, shape (n,): the soft and the hard ranks of the wires, or
    the soft and the hard argsort of the places. ``sigmas``, shape (k,), and ``curves``, shape (k,
    n): the means for other widths. ``line``: the ends of the number line; ``kernel``: its points,
    shape (2, m), around the value on wire ``focus``, whose height at each place is ``heights``;
    ``sorted_wires``, shape (n,): whose value each place of the hard sort holds; ``chosen``: the
    curve of that value, or with ``transposed`` of its place among them. ``means_from_to``: the
    heights that the curves are shown in, and ``labels`` of theirs, ``chosen_label`` among them;
    ``place_names``: labels with their places, none where they would crowd each other.
    """

    values: np.ndarray
    places: np.ndarray
    sigma: float
    focus: int
    sorted_wires: np.ndarray
    chosen: int
    transposed: bool
    order: np.ndarray
    means: np.ndarray
    hard_means: np.ndarray
    sigmas: np.ndarray
    curves: np.ndarray
    line: tuple[float, float]
    kernel: np.ndarray
    heights: np.ndarray
    means_from_to: tuple[float, float]
    labels: list[Label]
    chosen_label: str
    place_names: list[tuple[float, str]]
    description: str
    names: Labels = None

    @property
    def cursor(self) -> float:
        """The logarithm of the present sigma, kept within the drawn ones."""
        return float(np.clip(np.log10(self.sigma), *np.log10(self.sigmas[[0, -1]])))


def ranking_scene(
    run: Trace,
    sigma: float,
    focus: int,
    transposed: bool,
    strength: str,
    names: Labels = None,
) -> RankingScene:
    """The scene of a traced run under a kernel of width sigma, which is drawn around the value on
    wire ``focus``.

    ``transposed``: show the soft argsort instead of the soft ranks; ``strength`` names the
    relaxation and its alpha; ``names``: of the values, where they have any.

    >>> from diffsort_core import SmoothMax, bitonic, trace
    >>> run = trace(bitonic(4), [2, 1, 1, 5], SmoothMax(9.0))
    >>> scene = ranking_scene(run, 0.1, 0, False, "smoothmax, alpha = 9")
    >>> scene.hard_means.tolist(), scene.means.round(2).tolist()
    ([2.0, 0.5, 0.5, 3.0], [2.0, 0.5, 0.5, 3.0])

    Raises DiffsortError when the values cannot be drawn on one line.
    """
    values, places = np.asarray(run.values[0]), np.asarray(run.values[-1])
    spread = float(values.max() / 2 - values.min() / 2)
    if np.abs(values).max() > DRAWABLE or 0 < spread < 1 / DRAWABLE:
        raise DiffsortError(
            f"values must be within ±{DRAWABLE:g} and equal or {1 / DRAWABLE:g} apart here, got"
            f" {values.tolist()}"
        )
    focus = min(focus, values.size - 1)
    order = order_matrix(values, places, sigma)
    means, hard = dargsort(values, places, sigma, transposed), _hard_order(values)
    sigmas = _sigmas(values, sigma)
    curves = dargsort(values / sigmas[:, None], places / sigmas[:, None], 1.0, transposed)
    hard_means = hard.T @ np.arange(values.size) if transposed else hard_ranks(values)
    line = _line(values, places)
    grid = np.unique(
        np.concatenate([np.linspace(*line, 121), values[focus] + np.linspace(-4, 4, 81) * sigma])
    )
    grid = grid[(grid >= line[0]) & (grid <= line[1])]
    named, ordered = values.size <= LABELLED, np.argsort(values, kind="stable")
    chosen = int(np.flatnonzero(ordered == focus)[0]) if transposed else focus
    noun, called_by = ("place", None) if transposed else ("wire", names)

    def called(row: int) -> str:
        return cut(name_of(called_by, row, f"{noun} {row}"), ROOM)

    shown = (0, max(values.size - 1, 1), *hard_means, *curves.ravel())
    means_from_to = float(min(shown)), float(max(shown))
    return RankingScene(
        values=values,
        places=places,
        sigma=sigma,
        focus=focus,
        sorted_wires=ordered,
        chosen=chosen,
        transposed=transposed,
        order=order.T if transposed else order,
        means=means,
        hard_means=hard_means,
        sigmas=sigmas,
        curves=curves,
        line=line,
        kernel=np.stack([grid, _bell(grid, values[focus], sigma)]),
        heights=_bell(places, values[focus], sigma),
        means_from_to=means_from_to,
        labels=labels(
            [(called(k), curves[0, k]) for k in (range(values.size) if named else [chosen])],
            *means_from_to,
        ),
        chosen_label=called(chosen),
        place_names=_grouped(places, "", 0.05 * (line[1] - line[0])) if named else [],
        description=with_doubt(
            f"{strength}; sigma = {number(sigma)} units of value. "
            + (
                _told_of_places(means, hard_means, order)
                if transposed
                else _told_of_ranks(values, means, hard_means, names)
            ),
            run.network,
        ),
        names=names,
    )


def _bell(x: np.ndarray, centre: float, sigma: float) -> np.ndarray:
    """The kernel, 1 at its centre."""
    return np.exp(-0.5 * (np.clip(x - centre, -40 * sigma, 40 * sigma) / sigma) ** 2)


def _hard_order(values: np.ndarray) -> np.ndarray:
    """The order matrix of the hard sort: equal values share their places equally."""
    equal = values[:, None] == np.sort(values)
    return equal / equal.sum(axis=1, keepdims=True)


def _sigmas(values: np.ndarray, sigma: float) -> np.ndarray:
    """The widths that ranks are drawn for, evenly on a logarithmic scale; the present one is among
    their range."""
    top = round(log10(values.max() - values.min() or _size(values)))
    per_decade = 12 if values.size <= 32 else 8
    low, high = max(min(top - DECADES, log10(sigma)), top - 9), min(max(top, log10(sigma)), top + 4)
    return 10 ** np.linspace(low, high, round((high - low) * per_decade) + 1)


def _line(values: np.ndarray, places: np.ndarray) -> tuple[float, float]:
    """The ends of the number line: round numbers around all values and places, so that they stay
    while one of them moves."""
    both = np.concatenate([values, places])
    low, high = float(both.min()), float(both.max())
    size = _size(both)
    margin = (high - low if high - low > FINEST * size else size) / 20
    low, high = low - margin, high + margin
    step = np.diff(ticks(low, high, 12)[:2])[0]
    return float(np.floor(low / step) * step), float(np.ceil(high / step) * step)


def _size(values: np.ndarray) -> float:
    """The largest of some numbers, without its sign; 1 where all are as good as 0."""
    largest = float(np.abs(values).max())
    return largest if largest >= 1 / DRAWABLE else 1.0


def _grouped(positions: Sequence[float], noun: str, apart: float) -> list[tuple[float, str]]:
    """A label for every index at its position; one label for several that are closer than
    ``apart``."""
    groups: list[list[int]] = []
    for k in np.argsort(positions, kind="stable").tolist():
        if groups and positions[k] - positions[groups[-1][0]] < apart:
            groups[-1].append(k)
        else:
            groups.append([k])
    return [
        (float(np.mean([positions[k] for k in group])), _listed(sorted(group), noun))
        for group in groups
    ]


def _listed(group: Sequence[int], noun: str) -> str:
    """wire 3; wires 3, 6.; three and more in a row as 3-5."""
    runs: list[list[int]] = []
    for k in group:
        if runs and runs[-1][-1] == k - 1:
            runs[-1].append(k)
        else:
            runs.append([k])
    words = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return f"{noun}{'s' if noun and len(group) > 1 else ''} {', '.join(words)}".strip()


def _told_of_ranks(values: np.ndarray, ranks: np.ndarray, hard: np.ndarray, names: Labels) -> str:
    far = int(np.argmax(np.abs(ranks - hard)))
    if (most := abs(ranks[far] - hard[far])) < 5e-4:
        told = "Every soft rank is within 0.0005 of the hard rank."
    else:
        told = f"Soft ranks differ from hard ranks by at most {number(most)}: "
        who = name_of(names, far, f"wire {far}")
        told += f"{who} has {number(ranks[far])} for {number(hard[far])}."
    return f"{told} {_told_of_ties(values, ranks, hard, names)}"


def _told_of_ties(values: np.ndarray, ranks: np.ndarray, hard: np.ndarray, names: Labels) -> str:
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    tied = int(np.sum(counts > 1))
    if not tied:
        return "No two values are equal."
    group = np.flatnonzero(inverse == np.argmax(counts)).tolist()
    k = group[0]
    more = (
        f" (and {tied - 1} more group{'s' if tied > 2 else ''} of equal values)" if tied > 1 else ""
    )
    listed = _listed(group, "wire").capitalize()
    who = ", ".join(names[each] for each in group) if names else listed
    told = f"{who} hold {number(values[k])} and share the soft rank {number(ranks[k])}"
    return f"{told}; the mean of their hard places is {number(hard[k])}{more}."


def _told_of_places(wires: np.ndarray, hard: np.ndarray, order: np.ndarray) -> str:
    far, sums = int(np.argmax(np.abs(wires - hard))), order.sum(axis=0)
    told = f"Soft argsort: place {far} holds, softly, what came from wire {number(wires[far])}"
    return (
        f"{told}; in the hard sort, from wire {number(hard[far])}. The shares that a place receives"
        f" add up to between {number(sums.min())} and {number(sums.max())}, where those that a"
        " value gives add up to 1."
    )
