"""Where a network's parts stand: columns of wires, comparators side by side, stages in brackets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from diffsort_core import Layer, Network, SmoothMax, diff_sort


@dataclass(frozen=True)
class Stage:
    """A bracket over a run of layers: from one column to another, with a long and a short label."""

    first: int
    last: int
    label: str
    short: str


@dataclass(frozen=True)
class Layout:
    """The parts of a network's drawing that do not depend on the values.

    ``columns``: depth + 1 places from 0 to 1, where the wires are read; ``offsets``: for each
    comparator the place of its arrow, from 0 to 1 between its two columns, so that no two arrows of
    a layer lie on top of each other.
    """

    columns: tuple[float, ...]
    offsets: tuple[float, ...]
    stages: tuple[Stage, ...]
    actions: tuple[str, ...]


@lru_cache(maxsize=64)
def softest_end(network: Network) -> str:
    """What a relaxation that mixes gives at alpha = 0, where every comparator halves: the mean, if
    each output weighs all inputs alike; something near it, if no weight is off by more than half;
    or only the softest that the network can be.

    >>> from diffsort_core import bitonic, odd_even_transposition
    >>> softest_end(bitonic(8)), softest_end(bitonic(6)), softest_end(odd_even_transposition(8))
    ('mean', 'near the mean', 'softest')
    """
    weights = diff_sort(network, np.eye(network.n), SmoothMax(0.0))
    off = float(np.max(np.abs(weights * network.n - 1)))
    return "mean" if off < 1e-9 else "near the mean" if off <= 0.5 else "softest"


@lru_cache(maxsize=64)
def layout_of(network: Network) -> Layout:
    """The layout of a network.

    >>> from diffsort_core import bitonic
    >>> layout_of(bitonic(4)).columns
    (0.0, 0.3, 0.7, 1.0)
    """
    packed = [_pack(layer) for layer in network.layers]
    widths = [1 + (min(max(offsets, default=0) + 1, 5) - 1) / 3 for offsets in packed]
    total = sum(widths) or 1.0
    columns = [0.0]
    for width in widths:
        columns.append(columns[-1] + width / total)
    places = [
        0.5 if max(offsets) == 0 else 0.25 + 0.5 * offset / max(offsets)
        for offsets in packed
        for offset in offsets
    ]
    return Layout(
        columns=tuple(round(column, 4) for column in columns),
        offsets=tuple(round(place, 3) for place in places),
        stages=_stages(network),
        actions=tuple(_action(layer) for layer in network.layers),
    )


def _pack(layer: Layer) -> list[int]:
    """For each comparator the first offset in which its arrow meets no earlier one."""
    taken: list[list[tuple[int, int]]] = []
    offsets = []
    for ends in layer.comparators:
        top, bottom = min(ends), max(ends)
        free = (
            k
            for k, offset in enumerate(taken)
            if all(bottom < other[0] or top > other[1] for other in offset)
        )
        offset = next(free, len(taken))
        if offset == len(taken):
            taken.append([])
        taken[offset].append((top, bottom))
        offsets.append(offset)
    return offsets


def _stages(network: Network) -> tuple[Stage, ...]:
    said = _STAGE_WORDS.get(network.name)
    if said is None:  # nobody has said what its layers are for
        return ()
    stages, first, count = [], 0, len(network.stages)
    for number, layers in enumerate(network.stages, 1):
        last = first + len(layers)
        stages.append(Stage(first, last, *said(number, count, len(layers), network.n)))
        first = last
    return tuple(stages)


def _merge(number: int, count: int, layers: int, n: int) -> tuple[str, str]:
    return f"stage {number}: merge to blocks of {min(2**number, n)}", f"stage {number}"


def _neighbours(number: int, count: int, layers: int, n: int) -> tuple[str, str]:
    return f"{layers} layer{'s' if layers > 1 else ''} of neighbours", "neighbours"


def _apart(number: int, count: int, layers: int, n: int) -> tuple[str, str]:
    apart = 2 ** (count - number)
    sorts = f"sort what is {apart} wires apart" if apart > 1 else "sort all wires"
    return f"stage {number}: {sorts}", f"stage {number}"


_STAGE_WORDS: dict[str, Callable[[int, int, int, int], tuple[str, str]]] = {
    "bitonic": _merge,
    "mirrored bitonic": _merge,
    "odd-even merge": _merge,
    "odd-even transposition": _neighbours,
    "pairwise": _apart,
}
"""What a stage of a family is for, by its number from 1, how many there are, its layers, and n: a
long and a short label. Stages of other networks are not labelled."""


def _action(layer: Layer) -> str:
    """What a layer does, in words."""
    distances = sorted({abs(low - high) for low, high in layer.comparators})
    if not distances:
        return "compares nothing"
    if distances == [1]:
        return "compares neighbours"
    return f"compares wires {' or '.join(str(distance) for distance in distances)} apart"
