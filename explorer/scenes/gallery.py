"""What the gallery of relaxations shows: one vector through several ways to sort it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from diffsort_core import DiffsortError, Network, SmoothMax, inversions, relative_rms

from ..names import Labels
from ..numbers import drawable
from ..style import number, percent
from ..wiring import with_doubt
from .gallery_methods import COMPARED, METHODS, Facts, Result
from .placed import place_names
from .slopes import alpha_at_slope

FELT = 0.01
"""A derivative of at least this size counts: the output feels the input."""
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Method:
    """One row of the gallery: a method's name, what is always true of it, what it made of the
    values, and measures of that.

    ``result`` is None where the method has no finite result, ``missing`` then says why.
    ``negative``: the number of negative derivatives; ``inversions``: pairs out of order; ``error``:
    relative RMS to the hard sort, of 1 where all values are equal; ``surplus``: the sum of the
    results less that of the values; ``cost``: in words; ``felt``: by how many inputs the chosen
    output is moved.
    """

    name: str
    facts: Facts
    result: Result | None
    cost: str
    missing: str = ""
    negative: int = 0
    inversions: int = 0
    error: float = 0.0
    surplus: float = 0.0
    felt: int = 0

    @property
    def no_permutation(self) -> str:
        """Why there is no soft permutation to be seen; nothing where there is one."""
        if self.result is None:
            return "no result"
        return "none: it does not mix" if self.result.permutation is None else ""


@dataclass(frozen=True)
class GalleryScene:
    """The values, their hard sort, the methods, and the output that is looked at, ``chosen``: a
    place in the sort.

    ``low`` and ``high``: the ends of the value axis, beyond which results are drawn at its edge.
    """

    values: np.ndarray
    hard: np.ndarray
    methods: tuple[Method, ...]
    chosen: int
    low: float
    high: float
    description: str
    names: Labels = None

    @property
    def output_words(self) -> str:
        """What the output is called that is looked at: its place, and what the hard sort brings
        there."""
        by_place = place_names(self.values, self.names)
        return f"{self.chosen} ({by_place[self.chosen]})" if by_place else str(self.chosen)


def gallery_scene(
    network: Network,
    values: Sequence[float],
    alpha: float,
    compared: str,
    output: int,
    same_slope: bool = False,
    names: Labels = None,
) -> GalleryScene:
    """The scene of some numbers at one alpha: ``compared`` is a key of ``COMPARED``, ``output`` the
    place that is looked at (the last one, where there are not so many). With ``same_slope`` alpha
    is that of smoothmax, and every other method that has weights stands at the alpha at which they
    fall as fast at a tie. ``names``: of the values, where they have any.

    >>> from diffsort_core import bitonic
    >>> scene = gallery_scene(bitonic(2), [2.0, 1.0], 1.0, "SoftSort", 0)
    >>> [method.name for method in scene.methods], scene.methods[1].result.sorted.round(2).tolist()
    (['hard sort', 'SoftSort'], [1.27, 1.73])

    Raises DiffsortError when the values cannot be drawn on one axis.
    """
    drawable(values)
    x = np.asarray(values, np.float64)
    chosen, hard = min(output, len(x) - 1), np.sort(x)
    methods = tuple(
        _method(name, x, hard, network, _alpha_of(name, alpha, same_slope), chosen)
        for name in COMPARED[compared]
    )
    room = (hard[-1] - hard[0]) * 0.12 or 0.5
    description = _description(
        methods, alpha, "of the range" if hard[0] < hard[-1] else "of one unit", same_slope
    )
    ends = hard[0] - room, hard[-1] + room
    return GalleryScene(x, hard, methods, chosen, *ends, with_doubt(description, network), names)


def _alpha_of(name: str, alpha: float, same_slope: bool) -> float:
    """The alpha that a method is run at."""
    return alpha_at_slope(METHODS[name].comparator, SmoothMax(alpha)) if same_slope else alpha


def _method(
    name: str, x: np.ndarray, hard: np.ndarray, network: Network, alpha: float, chosen: int
) -> Method:
    facts = METHODS[name]
    cost = _cost(network) if facts.network else facts.cost
    try:
        result = facts.run(x, network, alpha)
    except DiffsortError as error:
        return Method(name, facts, None, cost, str(error))
    soft, jacobian = result.sorted, result.jacobian
    rounding, surplus = _ROUNDING * float(np.max(np.abs(hard))), float(np.sum(soft - hard))
    return Method(
        name=name,
        facts=facts,
        result=result,
        cost=cost,
        negative=int(np.sum(jacobian < -_ROUNDING)),
        inversions=int(inversions(soft, rounding)),
        error=_error(soft, hard),
        surplus=0.0 if facts.keeps_sum or abs(surplus) <= rounding else surplus,
        felt=int(np.sum(np.abs(jacobian[chosen]) >= FELT)),
    )


def _cost(network: Network) -> str:
    counts = ((network.size, "comparator"), (len(network.layers), "layer"))
    return " in ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)


def _error(soft: np.ndarray, hard: np.ndarray) -> float:
    """:func:`relative_rms` without overflow: infinite only where the quotient is."""
    unit = float(hard[-1] / 2 - hard[0] / 2)
    with np.errstate(over="ignore"):
        return relative_rms(soft / unit, hard / unit) if unit else relative_rms(soft, hard)


def _description(
    methods: tuple[Method, ...], alpha: float, span: str, same_slope: bool = False
) -> str:
    soft = [each for each in methods[1:] if each.result]
    negative = [f"{each.name} {each.negative}" for each in methods if each.negative]
    unordered = [each.name for each in methods if each.inversions]
    at = f"alpha = {number(alpha)} per unit"
    steep = f"at one slope at a tie, that of smoothmax at {at} (where there is none, at that alpha)"
    parts = [f"One vector, {steep if same_slope else at}."]
    if soft:
        nearest, farthest = (pick(soft, key=lambda each: each.error) for pick in (min, max))
        if percent(nearest.error) != percent(farthest.error):
            far = f"farthest {farthest.name} ({percent(farthest.error)})"
            parts.append(
                f"Nearest to the hard sort is {nearest.name} (error {percent(nearest.error)}"
                f" {span}), {far}."
            )
        else:
            whose = f"{nearest.name}'s error" if len(soft) == 1 else "The error of each"
            parts.append(f"{whose} is {percent(nearest.error)} {span}.")
    size = methods[0].result.jacobian.size
    parts.append(
        f"Negative derivatives of {size}: {', '.join(negative)}."
        if negative
        else "No derivative is negative."
    )
    parts.append(
        f"Out of order: {', '.join(unordered)}." if unordered else "All results are in order."
    )
    return " ".join(parts)
