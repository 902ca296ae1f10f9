"""What the sort-anything explorer shows: things before and after a soft sort of their own, and what
each place is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import exp, inf

import numpy as np

from diffsort_core import Network, comparison_sort, vector_sort

from ..softness import deviation, suited_alpha
from ..style import number
from ..wiring import with_doubt
from .materials import Material

COMPARATORS: dict[str, tuple[str, Callable[[np.ndarray, np.ndarray], np.ndarray] | None]] = {
    "key": ("vector_sort, by its key", None),
    "difference": ("comparison_sort, a - b (the same)", lambda a, b: a - b),
    "clamped": ("comparison_sort, tanh(a - b)", lambda a, b: np.tanh(a - b)),
    "clamped abs": ("comparison_sort, tanh(a² - b²)", lambda a, b: np.tanh(a**2 - b**2)),
}
"""Name -> (what a person reads, what is said of two keys a and b, in standard deviations)."""


PURE = 5e-5
"""So much of others at most is in a place that holds one thing."""


@dataclass(frozen=True)
class AnythingScene:
    """n things of one ``kind``: ``before``, softly sorted ``after`` and sorted ``hard`` (where
    things of equal keys are averaged), shape (n, ...), with their keys.

    ``mix``, [place, thing]: how much of each thing is in each place; rows and columns add up to 1;
    ``hard_mix``: the same of the hard sort. ``alpha``: per unit of the keys. ``key_name``: what
    the key is called; ``column``: the column that it is, from 1, or 0.
    """

    kind: str
    noun: str
    before: np.ndarray
    after: np.ndarray
    hard: np.ndarray
    keys_before: np.ndarray
    keys_after: np.ndarray
    keys_hard: np.ndarray
    mix: np.ndarray
    hard_mix: np.ndarray
    alpha: float
    key_name: str
    column: int
    description: str

    @property
    def goes_to(self) -> np.ndarray:
        """The place that the hard sort brings each thing to, or of equal ones the first of theirs
        that is left."""
        first = np.argmax(self.hard_mix > 0, axis=0)
        return np.argsort(np.argsort(first, kind="stable"), kind="stable")


def anything_scene(
    material: Material,
    network: Network,
    comparator: str,
    alpha: float | None,
    descending: bool,
    column: int = 0,
) -> AnythingScene:
    """The scene of a material sorted by a key of :data:`COMPARATORS`; alpha counts per unit of its
    keys, also where a comparison is told them in standard deviations; None is the one that suits
    them.

    >>> from diffsort_core import bitonic
    >>> from explorer.scenes.materials import material
    >>> scene = anything_scene(material("table", 4, 0, None, 1), bitonic(4), "key", 100.0, True)
    >>> scene.after.round(2).tolist()
    [[80.0, -2.0], [30.0, 30.0], [6.0, 9.0], [1.0, 5.0]]
    """
    things, keys = material.things, material.keys
    alpha = suited_alpha(keys) if alpha is None else alpha
    mix = _mix(material, network, comparator, alpha, descending)
    hard_mix = _mix(material, network, comparator, inf, descending)
    after, hard = (np.tensordot(each, things, 1) for each in (mix, hard_mix))
    return AnythingScene(
        kind=material.kind,
        noun=material.noun,
        before=things,
        after=after,
        hard=hard,
        keys_before=np.array(keys),
        keys_after=material.key(after),
        keys_hard=material.key(hard),
        mix=mix,
        hard_mix=hard_mix,
        alpha=alpha,
        key_name=material.key_name,
        column=column if material.kind == "table" else 0,
        description=with_doubt(
            _description(material, comparator, alpha, deviation(keys), descending, mix), network
        ),
    )


@lru_cache(64)
def _mix(
    material: Material,
    network: Network,
    comparator: str,
    alpha: float,
    descending: bool,
) -> np.ndarray:
    """How much of each thing is in each place: what becomes of the unit rows that travel with the
    things."""
    things = material.things.reshape(network.n, -1)
    rows, width = np.hstack([things, np.eye(network.n)]), things.shape[1]

    def key(rows: np.ndarray) -> np.ndarray:
        return material.key(rows[:, :width].reshape(-1, *material.things.shape[1:]))

    compare = COMPARATORS[comparator][1]
    if compare is None:
        rows = vector_sort(network, rows, key, alpha, descending=descending)
    else:
        unit = deviation(material.keys) or 1.0
        told = lambda a, b: compare(key(a) / unit, key(b) / unit)  # noqa: E731
        rows = comparison_sort(network, rows, told, alpha * unit, 0.5, descending=descending)
    return rows[:, width:].real


def _description(
    material: Material,
    comparator: str,
    alpha: float,
    spread: float,
    descending: bool,
    mix: np.ndarray,
) -> str:
    """In words; ``spread``: the standard deviation of the keys."""
    words, purest = COMPARATORS[comparator][0].removesuffix(" (the same)"), mix.max(axis=1)
    by = (
        f"by {material.key_name}"
        if comparator == "key"
        else f"with {words} of a and b, the {material.key_name} in standard deviations"
    )
    told = (
        f"Sorted {by},"
        f" {'descending' if descending else 'ascending'}; alpha = {_counted(alpha, spread)}."
        f" {_blended(purest, material.noun)}"
    )
    if comparator.startswith("clamped"):
        told += (
            " tanh is at most 1, so no single comparison is surer than"
            f" {number(1 / (1 + exp(-alpha * (spread or 1.0))))}."
        )
    return f"{told} {material.remark}".strip()


def _counted(alpha: float, spread: float) -> str:
    """Alpha as its slider counts it, and as it is chosen."""
    if alpha == inf:
        return number(alpha)
    own = f"{number(alpha)} per unit"
    return f"{number(alpha * spread)} per standard deviation of the key, {own}" if spread else own


def _blended(purest: np.ndarray, noun: str) -> str:
    """Which places are blended the most and the least; ``purest``: the largest share of one thing
    at each place."""
    most, least = int(np.argmax(purest)), int(np.argmin(purest))
    if purest[least] > 1 - PURE:
        return f"No place is blended: each holds one {noun}."
    if purest[most] - purest[least] < 1e-9:
        return (
            f"All places are blended alike: no {noun} has more than {_percent(purest[0])} of one."
        )
    return (
        f"Place {least} is blended the most: no {noun} has more than {_percent(purest[least])} of"
        f" it. Place {most} is blended the least: {_percent(purest[most])} of it is one {noun}."
    )


def _percent(share: float) -> str:
    return f"{number(100 * share)} %"
