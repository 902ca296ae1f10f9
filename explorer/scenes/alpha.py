"""What the alpha explorer shows: the soft maximum of two numbers, and the soft sort from the mean
to the hard sort."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import inf, log2
from typing import NamedTuple

import numpy as np

from diffsort_core import Network, Relaxation

from ..names import Labels, cut
from ..numbers import drawable
from ..relaxations import RELAXATIONS
from ..style import number
from ..wiring import with_doubt
from .layout import softest_end
from .placed import place_names
from .slopes import alpha_at_slope
from .sort_path import SortPath, Sorts, sort_at, sort_path

SPAN = 5.0
"""a and b go from -5 to 5, as in differentiable_sorting's pictures of its soft maxima."""
LABELLED = 9
"""So many outputs at most have their place written beside them."""
ROOM = 12
"""Characters of a place with its name."""
LEAST = 1e-300
"""log-sum-exp has no meaning below this alpha."""
LINE = 0.065
"""The height of a line of writing, as a share of a panel's."""


class Label(NamedTuple):
    """Words for a curve that ends at the height ``at``; they stand at ``to``, so that they do not
    meet others."""

    words: str
    at: float
    to: float


@dataclass(frozen=True)
class SoftMaxima:
    """The soft maximum of (a, b) for a from -5 to 5: ``curves[k]`` is that at ``alphas[k]``, the
    last of which is infinity."""

    b: float
    a: np.ndarray
    alphas: tuple[float, ...]
    curves: np.ndarray

    @cached_property
    def heights(self) -> tuple[float, float]:
        """The lowest and the highest value that has to be seen."""
        return float(self.curves.min()), float(self.curves.max())

    @cached_property
    def side(self) -> int:
        """Where the curves end farthest apart: 1 at a = 5, -1 at a = -5."""
        left, right = np.ptp(self.curves[:, [0, -1]], axis=0)
        return 1 if right >= left * (1 - 1e-9) else -1


class Beside(NamedTuple):
    """A soft maximum over a beside the present one: its ``name`` there, ``told`` in a sentence."""

    name: str
    told: str
    curve: np.ndarray


@dataclass(frozen=True)
class AlphaScene:
    """``curve`` is the soft maximum at the present alpha over ``maxima.a``, where it is called
    ``present``, among those of ``beside``; ``soft`` and ``hard`` the two maxima of (a, b);
    ``sorts`` the soft sort at the present alpha, which stands at ``place`` on ``path.axis``;
    ``ordered`` the hard sort. With ``same_slope`` other relaxations stand beside the present one,
    as steep at a tie; else other alphas."""

    alpha: float
    a: float
    same_slope: bool
    maxima: SoftMaxima
    present: str
    beside: list[Beside]
    curve: np.ndarray
    soft: float
    hard: float
    path: SortPath
    place: float
    sorts: Sorts
    ordered: np.ndarray
    zero: str
    description: str
    values: tuple[float, ...] = ()
    names: Labels = None

    @property
    def present_label(self) -> str:
        """What the present curve is called, with an arrow where it ends above the picture."""
        return self._ending(self.present, self.curve)[0]

    @property
    def curve_labels(self) -> list[Label]:
        """The name of each curve, at the side where they end farthest apart."""
        others = [(each.name, each.curve) for each in self.beside if each.name != self.present]
        ends = [self._ending(*each) for each in (*others, (self.present, self.curve))]
        return labels(ends, *self._curves_to)

    def _ending(self, words: str, curve: np.ndarray) -> tuple[str, float]:
        end = float(curve[self._end])
        return words + (" ↑" if end > self._curves_to[1] else ""), end

    @property
    def _end(self) -> int:
        return -1 if self.maxima.side > 0 else 0

    @property
    def _curves_to(self) -> tuple[float, float]:
        low, high = self.maxima.heights
        return low, high + (high - low) * LINE

    @property
    def place_labels(self) -> list[Label]:
        """The places of the outputs at their hard ends, with the names of the inputs that come
        there: all, or some of many."""
        n = len(self.ordered)
        some = np.unique(np.linspace(0, n - 1, min(n, LABELLED)).round().astype(int))
        by_place = place_names(self.values, self.names) or [""] * n
        ends = [(cut(f"{k} {by_place[k]}".strip(), ROOM), self.ordered[k]) for k in some]
        return labels(ends, *self.outputs_from_to)

    @property
    def outputs_from_to(self) -> tuple[float, float]:
        """The heights that the outputs are shown in. Under a relaxation that leaves the range of
        the values, and has no limit, some room beyond it."""
        low, high = float(self.ordered[0]), float(self.ordered[-1])
        room = (0.4 if self.path.axis.diverges else 0.0) * (high - low) or (
            0.0 if high > low else 10.0 ** -(self.path.axis.low + 1)
        )
        return low - room, high + room


def alpha_scene(
    network: Network,
    values: tuple[float, ...],
    rule: Relaxation,
    a: float,
    b: float,
    strength: str,
    same_slope: bool = False,
    names: Labels = None,
) -> AlphaScene:
    """The scene of values that are sorted by a network under a relaxation; ``strength`` says in
    words which, and its alpha; ``same_slope``: whether other relaxations as steep, or other alphas,
    stand beside it; ``names``: of the values, where they have any.

    >>> from diffsort_core import SmoothMax, bitonic
    >>> rule, strength = SmoothMax(1.0), "smoothmax, alpha = 1"
    >>> scene = alpha_scene(bitonic(2), (2.0, 1.0), rule, 1.0, 0.0, strength)
    >>> print(scene.description)
    smoothmax, alpha = 1. The soft maximum of (1, 0) is 0.7311: 0.2689 below the hard one. The soft
    sort: an error of 26.89 % of the range, 0 of 1 pairs out of order, derivatives from 0.07233
    to 0.9277.

    Raises DiffsortError when the values cannot be drawn on one axis.
    """
    drawable(values)
    maxima, path = (
        soft_maxima(replace(rule, alpha=1.0), b),
        sort_path(network, values, replace(rule, alpha=1.0)),
    )
    soft, hard, sorts = float(rule(a, b)), max(a, b), sort_at(network, values, rule)
    steep = as_steep(rule) if same_slope else {}
    pairs = len(values) * (len(values) - 1) // 2
    off = (
        "the same as"
        if soft == hard
        else f"{number(abs(soft - hard))} {'above' if soft > hard else 'below'}"
    )
    return AlphaScene(
        alpha=rule.alpha,
        a=a,
        same_slope=same_slope,
        maxima=maxima,
        present=_called(rule) if same_slope else name(rule.alpha),
        beside=_relaxations(maxima, steep) if same_slope else _alphas(maxima),
        curve=rule(maxima.a, np.full_like(maxima.a, b)),
        soft=soft,
        hard=hard,
        path=path,
        place=path.axis.place(rule.alpha),
        sorts=sorts,
        ordered=np.sort(values),
        zero="diverges" if path.axis.diverges else softest_end(network).replace("the ", ""),
        description=with_doubt(
            f"{strength}. The soft maximum of ({number(a)}, {number(b)}) is {number(soft)}: {off}"
            f" the hard one. The soft sort: an error of {number(100 * float(sorts.error))} % of the"
            f" range, {sorts.inversions} of {pairs} pairs out of order, derivatives from"
            f" {number(float(sorts.smallest))} to {number(float(sorts.largest))}."
            f"{_told_of_slopes(rule, steep) if same_slope else ''}",
            network,
        ),
        values=values,
        names=names,
    )


def as_steep(rule: Relaxation) -> dict[str, Relaxation]:
    """The other relaxations by name, each at the alpha at which it is as steep at a tie; at the
    same alpha where one of the two has no weights, if it has a meaning there."""
    others = {}
    for each, (_, kind) in RELAXATIONS.items():
        alpha = alpha_at_slope(kind, rule)
        if not isinstance(rule, kind) and (kind.mixes or abs(alpha) >= LEAST):
            others[each] = kind(alpha)
    return others


def _called(rule: Relaxation) -> str:
    return next(name for name, (_, kind) in RELAXATIONS.items() if isinstance(rule, kind))


def _alphas(maxima: SoftMaxima) -> list[Beside]:
    return [
        Beside(name(alpha), f"at alpha = {number(alpha)}", curve)
        for alpha, curve in zip(maxima.alphas, maxima.curves, strict=True)
    ]


def _relaxations(maxima: SoftMaxima, steep: dict[str, Relaxation]) -> list[Beside]:
    b = np.full_like(maxima.a, maxima.b)
    others = [
        Beside(each, f"under {each} at alpha = {number(rule.alpha)}", rule(maxima.a, b))
        for each, rule in steep.items()
    ]
    return [*others, _alphas(maxima)[-1]]


def _told_of_slopes(rule: Relaxation, steep: dict[str, Relaxation]) -> str:
    """Which relaxations stand beside the present one, at which alpha."""
    weighed = {name: each for name, each in steep.items() if each.mixes and rule.mixes}
    others = [name for name in steep if name not in weighed]
    told = [f"{name} at alpha = {number(each.alpha)}" for name, each in weighed.items()]
    return (f" As steep at a tie: {', '.join(told)}." if told else "") + (
        f" At the same alpha, as log-sum-exp has no weights: {', '.join(others)}." if others else ""
    )


@lru_cache(maxsize=16)
def soft_maxima(rule: Relaxation, b: float) -> SoftMaxima:
    """The soft maxima for alphas at which the relaxation is clearly off the hard maximum, each
    twice the one before, with the mean (where it mixes) and the hard maximum."""
    first = 2.0 ** round(log2(rule.bound))
    alphas = (*([0.0] if rule.mixes else []), first, 2 * first, 4 * first, inf)
    a = np.union1d(np.linspace(-SPAN, SPAN, 201), [b])
    curves = np.array([replace(rule, alpha=alpha)(a, np.full_like(a, b)) for alpha in alphas])
    return SoftMaxima(b, a, alphas, curves)


def name(alpha: float) -> str:
    """What an alpha is called beside its curve."""
    return {0.0: "mean", inf: "hard"}.get(alpha, number(alpha))


def labels(ends: Iterable[tuple[str, float]], low: float, high: float) -> list[Label]:
    """Labels for curves that end at these heights: a line of writing apart, from low to high, as
    near to them as that allows.

    >>> spread = labels([("x", 0.0), ("y", 0.0), ("z", 1.0)], 0.0, 1.0)
    >>> [(label.words, round(label.to, 3)) for label in spread]
    [('x', 0.0), ('y', 0.065), ('z', 1.0)]
    """
    line, ordered = (high - low) * LINE, sorted(ends, key=lambda end: end[1])
    ats = [float(min(max(at, low), high)) for _, at in ordered]
    to = [*ats]
    for k in range(1, len(to)):
        to[k] = max(to[k], to[k - 1] + line)
    to[-1] = min(to[-1], high)
    for k in range(len(to) - 2, -1, -1):
        to[k] = min(to[k], to[k + 1] - line)
    return [
        Label(words, at, height) for (words, _), at, height in zip(ordered, ats, to, strict=True)
    ]
