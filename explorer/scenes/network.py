"""What the network explorer shows of one run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

import numpy as np

from diffsort_core import HARD, Network, Trace, sorts, trace
from diffsort_core import inversions as inversions_of

from ..names import Labels
from ..style import labelled, number, ticks
from ..wiring import with_doubt
from .flow import Flow
from .hues import INKS
from .layout import Layout, layout_of

MOST_ENUMERATED = 16
"""So many wires at most, and all 2^n inputs of zeros and ones are tried."""
ROUNDING = 1e-12
"""What is less than this much of the largest value is rounding: no inversion, no change of a sum.
"""
SUBNORMAL = float(np.finfo(float).tiny)
"""Below this a float has no digits left to keep a sum with."""

SOFT_BITS = "This soft sort blends them; set alpha to infinity to see zeros and ones come out."


@dataclass(frozen=True)
class NetworkScene:
    """One run, soft and hard side by side.

    ``soft``, ``hard``: what every wire holds, shape (depth + 1, n). ``swap``, ``hard_swap``: for
    each comparator how much of each value changes wires, from 0 (keeps) to 1 (exchanges), shape
    (size,): mixing weights, or derivatives where the relaxation has no weights (``mixes`` is
    False). ``by_a``, ``by_b``: derivatives of its maximum. ``tokens``, ``hard_tokens``: which input
    is on each wire if every comparator moves the larger share, shape (depth + 1, n).
    ``inversions``: of the soft values, for each column; ``total``: the sum of the last, in words.
    ``sentences``: for each column what has happened so far, in words. ``flow``: where a derivative
    flows, if one was picked; ``below``: what stands under the soft network: "values" (the same run
    by value), "hard network" or "nothing"; ``bits``: whether the inputs are chosen to be zeros and
    ones; ``names``: of the inputs, where they have any.
    """

    network: Network
    layout: Layout
    soft: np.ndarray
    hard: np.ndarray
    swap: np.ndarray
    hard_swap: np.ndarray
    by_a: np.ndarray
    by_b: np.ndarray
    tokens: np.ndarray
    hard_tokens: np.ndarray
    mixes: bool
    title: str
    inversions: tuple[int, ...]
    total: str
    sentences: tuple[str, ...]
    flow: Flow | None
    below: str
    bits: bool
    names: Labels = None

    @property
    def description(self) -> str:
        """The run in words: what came in and what came out."""
        flow = self.flow.words if self.flow else ""
        return " ".join(
            filter(
                None,
                [f"{self.title}.", self.sentences[0], *self.sentences[1:][-1:], flow, self.note],
            )
        )

    @property
    def note(self) -> str:
        """What is to be said beside what each step says of itself: of a network of one's own, that
        it does not sort; of inputs that are zeros and ones, what they prove."""
        return with_doubt(self._proof, self.network)

    @property
    def _proof(self) -> str:
        if not self.bits:
            return ""
        soft = "" if np.array_equal(self.soft[-1], self.hard[-1]) else f" {SOFT_BITS}"
        return _zero_one_principle(self.network) + soft

    @property
    def mean(self) -> float:
        """The mean of the input, where everything goes as alpha goes to 0."""
        return float(np.mean(self.soft[0] / len(self.soft[0])) * len(self.soft[0]))

    @property
    def domain(self) -> tuple[float, float]:
        """The lowest and the highest value that is drawn."""
        return float(min(self.soft.min(), self.hard.min())), float(
            max(self.soft.max(), self.hard.max())
        )

    def height(self, value: float) -> float:
        """Where a value lies between the lowest and the highest: 0 to 1."""
        low, high = self.domain
        return (value / 2 - low / 2) / (high / 2 - low / 2) if high > low else 0.5

    def strands(self, hard: bool = False) -> Iterator[tuple[int, int, int, float]]:
        """Every strand of the soft or the hard network: its layer, the wire that it leaves, the
        wire that it reaches, and what it carries: of a value, from 0 to 1; or of the derivative
        that flows, in parts of its largest share."""
        flow = None if hard else self.flow
        swap = np.clip(self.hard_swap if hard else self.swap, 0, 1)
        shares = (
            flow.strands / self._most
            if flow
            else np.stack([1 - swap, swap, swap, 1 - swap], axis=1)
        )
        layer, low, high = self.network.comparator_arrays.tolist()
        for side, (here, there) in enumerate([(low, low), (low, high), (high, low), (high, high)]):
            yield from zip(layer, here, there, shares[:, side].tolist(), strict=True)
        for k, (_, _, idle, _) in enumerate(self.network.gathers):
            for wire in idle.tolist():
                yield k, wire, wire, float(flow.nodes[k, wire] / self._most) if flow else 1.0

    def node(self, column: int, wire: int) -> float:
        """The derivative's share of a wire at a column, in parts of the largest; 1 where none
        flows."""
        return float(self.flow.nodes[column, wire] / self._most) if self.flow else 1.0

    @property
    def _most(self) -> float:
        return float(np.max(np.abs(self.flow.nodes))) or 1.0 if self.flow else 1.0

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Round values on the axis with their labels."""
        return labelled(ticks(*self.domain))

    @property
    def legend(self) -> str:
        """What the strands and the arrows mean."""
        width = "mixing weight" if self.mixes else "derivative (log-sum-exp has no mixing weights)"
        if self.flow:
            width = "share of the derivative; blue is positive, dashed orange negative"
        arrows = (
            "Arrows point to the wire that receives the maximum: crossed where the larger share"
            " changes wires, dashed where it stays."
        )
        return f"Strand width: {width}. {arrows}" + ("" if self.flow else f" {INKS}")


def network_scene(
    run: Trace,
    strength: str,
    flow: Flow | None = None,
    below: str = "values",
    bits: bool = False,
    names: Labels = None,
) -> NetworkScene:
    """The scene of a traced run; ``strength`` names the relaxation and its alpha in words; the
    others are as in the scene.

    >>> from diffsort_core import SmoothMax, bitonic
    >>> scene = network_scene(trace(bitonic(2), [2, 1], SmoothMax(1.0)), "smoothmax, alpha = 1")
    >>> scene.sentences[1]
    'After layer 1 of 1, which compares neighbours. Sum 3, kept. Inversions: 0.'
    """
    network, done = run.network, run.exchanges
    hard = trace(network, run.values[0], HARD)
    soft_values, hard_values = np.stack(run.values), np.stack(hard.values)
    hard_swap = (hard.exchanges.a > hard.exchanges.b).astype(float)
    swap = done.by_a if done.weight is None else done.weight
    layout = layout_of(network)
    sums = _sums(soft_values)
    inversions = inversions_of(soft_values, margin=ROUNDING * np.max(np.abs(soft_values)))
    return NetworkScene(
        network=network,
        layout=layout,
        soft=soft_values,
        hard=hard_values,
        swap=swap,
        hard_swap=hard_swap,
        by_a=done.by_a,
        by_b=done.by_b,
        tokens=_tokens(network, swap > 0.5),
        hard_tokens=_tokens(network, hard_swap > 0.5),
        mixes=done.weight is not None,
        title=(
            f"{network.name.capitalize()} network on {network.n}"
            f" {'wire' if network.n == 1 else 'wires'}, {strength}"
        ),
        inversions=tuple(inversions.tolist()),
        total=sums[-1][0],
        sentences=_sentences(network, layout, sums, inversions),
        flow=flow,
        below=below,
        bits=bits,
        names=names,
    )


def _tokens(network: Network, swapped: np.ndarray) -> np.ndarray:
    """Which input is on each wire at each column, if the comparators marked exchange their values
    and the others keep them."""
    tokens = np.empty((network.depth + 1, network.n), dtype=np.int64)
    tokens[0] = np.arange(network.n)
    layer, low, high = network.comparator_arrays
    for k in range(network.depth):
        tokens[k + 1] = tokens[k]
        moved = swapped & (layer == k)
        tokens[k + 1, low[moved]], tokens[k + 1, high[moved]] = (
            tokens[k, high[moved]],
            tokens[k, low[moved]],
        )
    return tokens


def _sums(values: np.ndarray) -> list[tuple[str, str]]:
    """The sum of each column in words, and after it whether it is the input's (rounding aside) or
    by how much it is not."""
    scale = (
        float(np.max(np.abs(values))) or 1.0
    )  # no sum overflows, unless it is itself too large for a float
    first, *rest = (fsum(column) for column in (values / scale).tolist())
    words = number(first * scale)
    sums = [(words, "")]
    for now in rest:
        kept = abs(now - first) <= ROUNDING or abs(now - first) * scale < SUBNORMAL
        off = f"off by {number(abs(now - first) * scale)}"
        sums.append((words, ", kept") if kept else (number(now * scale), f", {off}"))
    return sums


def _sentences(
    network: Network, layout: Layout, sums: list[tuple[str, str]], inversions: np.ndarray
) -> tuple[str, ...]:
    depth = network.depth
    if not depth:
        return (f"One value is sorted already: no layers. Sum {sums[0][0]}.",)
    places = [
        f"Input, before layer 1 of {depth}",
        *(
            f"After layer {k} of {depth}, which {action}"
            for k, action in enumerate(layout.actions, 1)
        ),
    ]
    rows = zip(places, sums, inversions, strict=True)
    return tuple(
        f"{place}. Sum {total}{kept}. Inversions: {count}." for place, (total, kept), count in rows
    )


@lru_cache(maxsize=64)
def _zero_one_principle(network: Network) -> str:
    """What zeros and ones prove of a network; for few wires, by trying them all."""
    principle = "a network that sorts all zeros and ones sorts everything (zero-one principle)"
    if network.n > MOST_ENUMERATED:
        return f"Zeros and ones, under the hard maximum, are enough to judge by: {principle}."
    verdict = "all come out sorted" if sorts(network) else "not all come out sorted"
    return (
        f"All {2**network.n} inputs of zeros and ones were tried, and under the hard maximum"
        f" {verdict}: {principle}."
    )
