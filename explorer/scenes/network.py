"""What the network explorer shows of one run."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diffsort_core import HARD, Network, Trace, trace
from diffsort_core import inversions as inversions_of

from ..style import labelled, number, ticks
from .layout import Layout, layout_of


@dataclass(frozen=True)
class NetworkScene:
    """One run, soft and hard side by side.

    ``soft``, ``hard``: what every wire holds, shape (depth + 1, n). ``swap``, ``hard_swap``: for each comparator how much of
    each value changes wires, from 0 (keeps) to 1 (exchanges), shape (size,): mixing weights, or derivatives where the
    relaxation has no weights (``mixes`` is False). ``by_a``, ``by_b``: derivatives of its maximum. ``tokens``, ``hard_tokens``:
    which input is on each wire if every comparator moves the larger share, shape (depth + 1, n). ``sentences``: for each column
    what has happened so far, in words.
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
    sentences: tuple[str, ...]

    @property
    def description(self) -> str:
        """The run in words: what came in and what came out."""
        return f"{self.title}. {self.sentences[0]} {self.sentences[-1]}"

    @property
    def mean(self) -> float:
        """The mean of the input, where everything goes as alpha goes to 0."""
        return float(np.mean(self.soft[0] / len(self.soft[0])) * len(self.soft[0]))

    @property
    def domain(self) -> tuple[float, float]:
        """The lowest and the highest value that is drawn."""
        return float(min(self.soft.min(), self.hard.min())), float(max(self.soft.max(), self.hard.max()))

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Round values on the axis with their labels."""
        return labelled(ticks(*self.domain))

    @property
    def strands(self) -> str:
        """What the width of a strand means."""
        return "mixing weight" if self.mixes else "derivative (log-sum-exp has no mixing weights)"


def network_scene(run: Trace, strength: str) -> NetworkScene:
    """The scene of a traced run; ``strength`` names the relaxation and its alpha in words.

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
        title=f"{network.name.capitalize()} network on {network.n} {'wire' if network.n == 1 else 'wires'}, {strength}",
        sentences=_sentences(network, layout, soft_values),
    )


def _tokens(network: Network, swapped: np.ndarray) -> np.ndarray:
    """Which input is on each wire at each column, if the comparators marked exchange their values and the others keep them."""
    tokens = np.empty((network.depth + 1, network.n), dtype=np.int64)
    tokens[0] = np.arange(network.n)
    layer, low, high = network.comparator_arrays
    for k in range(network.depth):
        tokens[k + 1] = tokens[k]
        moved = swapped & (layer == k)
        tokens[k + 1, low[moved]], tokens[k + 1, high[moved]] = tokens[k, high[moved]], tokens[k, low[moved]]
    return tokens


def _sentences(network: Network, layout: Layout, values: np.ndarray) -> tuple[str, ...]:
    n, depth = network.n, network.depth
    total = number(float(np.sum(values[0] / n)) * n)  # infinity, without a warning, where floats end
    inversions = inversions_of(values, margin=1e-12 * np.max(np.abs(values)))  # rounding aside
    if not depth:
        return (f"One value is sorted already: no layers. Sum {total}.",)
    first = f"Input, before layer 1 of {depth}. Sum {total}. Inversions: {inversions[0]}."
    rest = (
        f"After layer {k} of {depth}, which {layout.actions[k - 1]}. Sum {total}, kept. Inversions: {inversions[k]}."
        for k in range(1, depth + 1)
    )
    return (first, *rest)
