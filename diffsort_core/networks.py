"""Sorting networks as plain data: which wires are compared, and when.

A network knows wires and nothing else: no values, no array library.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from operator import index

import numpy as np

from .checks import whole
from .errors import DiffsortError

Comparator = tuple[int, int]


@dataclass(frozen=True)
class Layer:
    """Comparators on disjoint wires: they run at once.

    ``comparators`` is a tuple of pairs ``(low, high)``: the wire that receives the minimum and the
    wire that receives the maximum. ``stage`` numbers the run of layers (one bitonic merge) that
    this layer belongs to, from 0.

    >>> Layer(((0, 1), (3, 2)))
    Layer(comparators=((0, 1), (3, 2)), stage=0)

    Raises DiffsortError when two comparators share a wire or a wire is negative.
    """

    comparators: tuple[Comparator, ...]
    stage: int = 0

    def __post_init__(self) -> None:
        try:
            pairs = tuple((index(low), index(high)) for low, high in self.comparators)
        except (TypeError, ValueError) as error:
            raise DiffsortError(
                f"comparators must be pairs of wires (low, high), got {self.comparators!r}"
            ) from error
        object.__setattr__(self, "comparators", pairs)
        wires = list(chain.from_iterable(pairs))
        if len(set(wires)) != len(wires):
            raise DiffsortError(
                f"comparators of one layer must not share a wire, got {self.comparators}"
            )
        if wires and min(wires) < 0:
            raise DiffsortError(f"comparators must name wires from 0 up, got {self.comparators}")


@dataclass(frozen=True)
class Network:
    """A sorting network: ``n`` wires and a tuple of layers.

    >>> from diffsort_core import bitonic
    >>> network = bitonic(8)
    >>> network
    Network(name='bitonic', n=8, depth=6, size=24)
    >>> [len(stage) for stage in network.stages]
    [1, 2, 3]

    Raises DiffsortError when n is below 1 or a comparator names a wire that is not there.
    """

    n: int
    layers: tuple[Layer, ...]
    name: str = "custom"

    def __post_init__(self) -> None:
        whole(self.n, "n")
        if not isinstance(self.layers, Sequence) or not all(
            isinstance(layer, Layer) for layer in self.layers
        ):
            raise DiffsortError(f"layers must be a sequence of Layer objects, got {self.layers!r}")
        for comparator in chain.from_iterable(layer.comparators for layer in self.layers):
            if max(comparator) >= self.n:
                raise DiffsortError(
                    f"comparators must name wires below n = {self.n}, got {comparator}"
                )
        self.weave, self.weave_back, self.blocks  # noqa: B018 (torch.compile can read what is there, and could not follow how it came about)

    @property
    def depth(self) -> int:
        """Number of layers."""
        return len(self.layers)

    @property
    def size(self) -> int:
        """Number of comparators."""
        return sum(len(layer.comparators) for layer in self.layers)

    @property
    def stages(self) -> tuple[tuple[Layer, ...], ...]:
        """The layers, grouped by stage."""
        numbers = sorted({layer.stage for layer in self.layers})
        return tuple(
            tuple(layer for layer in self.layers if layer.stage == number) for number in numbers
        )

    @cached_property
    def gathers(self) -> tuple[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray], ...]:
        """For each layer the index arrays (low, high, idle, order): the wires that receive the
        minima and the maxima, the wires that no comparator touches, and the order that puts ``[low,
        high, idle]`` back on their wires."""
        return tuple(self._gather(layer) for layer in self.layers)

    @cached_property
    def weave(self) -> tuple[tuple[int, np.ndarray], ...]:
        """The network as gathers alone, layer by layer: (pairs, order), where the first ``pairs``
        values meet the next ``pairs``, the rest is idle, and ``order`` makes ready for the next
        layer. The first has no pairs: it only orders."""
        return self._woven(self.gathers)

    @cached_property
    def weave_back(self) -> tuple[tuple[int, np.ndarray], ...]:
        """:attr:`weave` of the same comparators, the last layer first."""
        return self._woven(self.gathers[::-1])

    @cached_property
    def blocks(self) -> tuple[tuple[int, bool], ...] | None:
        """The network without gathers, layer by layer: (distance, mirrored), where values
        ``distance`` apart meet in blocks of twice that, the second half of each block in reverse if
        ``mirrored``; None where a layer is no such thing.

        The minimum is kept at the upper place of each pair, wherever its wire is, so that a network
        that sorts every second block downwards (differentiable_sorting's) becomes one whose stages
        begin with a mirrored layer.
        """
        place = np.arange(self.n)  # of each wire
        blocks = []
        for low, high, *_ in self.gathers:
            pairs = np.sort([place[low], place[high]], axis=0)
            receives = np.argsort(pairs[0])
            gaps = pairs[1] - pairs[0]
            mirrored = bool(np.any(gaps != gaps[:1]))
            distance = int(gaps.max(initial=1) + mirrored) // (1 + mirrored)
            if self.n % (2 * distance):
                return None
            upper, lower = np.arange(self.n).reshape(-1, 2, distance).swapaxes(0, 1)
            met = lower[:, ::-1] if mirrored else lower
            if not np.array_equal(pairs[:, receives], [upper.ravel(), met.ravel()]):
                return None
            blocks.append((distance, mirrored))
            place[low[receives]], place[high[receives]] = upper.ravel(), lower.ravel()
        return tuple(blocks) if np.array_equal(place, np.arange(self.n)) else None

    @cached_property
    def comparator_arrays(self) -> np.ndarray:
        """All comparators in order as an array of shape (3, size): layer, wire that receives the
        minimum, the maximum."""
        rows = [
            (depth, *pair) for depth, layer in enumerate(self.layers) for pair in layer.comparators
        ]
        return np.array(rows, dtype=np.intp).reshape(-1, 3).T.copy()

    def _woven(
        self, gathers: Sequence[tuple[np.ndarray, ...]]
    ) -> tuple[tuple[int, np.ndarray], ...]:
        wires_at = [
            np.concatenate(gather[:3]) for gather in gathers
        ]  # which wire each place holds, layer by layer
        wires_at = [np.arange(self.n), *wires_at, np.arange(self.n)]
        orders = [np.argsort(before)[after] for before, after in pairwise(wires_at)]
        return tuple(zip([0, *(gather[0].size for gather in gathers)], orders, strict=True))

    def _gather(self, layer: Layer) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        low, high = np.array(layer.comparators, dtype=np.intp).reshape(-1, 2).T.copy()
        idle = np.setdiff1d(np.arange(self.n), np.concatenate([low, high]))
        return low, high, idle, np.argsort(np.concatenate([low, high, idle]))

    def __hash__(self) -> int:
        return hash(
            (self.name, self.n, self.depth)
        )  # and not of every comparator: networks are looked up at each call

    def __repr__(self) -> str:
        return f"Network(name={self.name!r}, n={self.n}, depth={self.depth}, size={self.size})"
