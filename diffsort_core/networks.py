"""Sorting networks as plain data: which wires are compared, and when.

A network knows wires and nothing else: no values, no array library. It is a tuple of layers that
somebody listed, or a rule for each layer (:mod:`diffsort_core.blocks`), from which index arrays and
pairs of wires are made where somebody asks for them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from operator import index
from typing import Any

import numpy as np

from .blocks import Block, size_of
from .checks import whole
from .errors import DiffsortError
from .listed import layers_of_pairs, pairs_of_text
from .slicing import SliceLayer, Slices, slice_layers

Comparator = tuple[int, int]


@dataclass(frozen=True)
class Layer:
    """Comparators on disjoint wires: they run at once.

    ``comparators`` is a tuple of pairs ``(low, high)``: the wire that receives the minimum and the
    wire that receives the maximum. ``stage`` numbers the run of layers (one bitonic merge) that
    this layer belongs to, from 0.

    >>> Layer(((0, 1), (3, 2)))
    Layer(comparators=((0, 1), (3, 2)), stage=0)

    Raises DiffsortError when two comparators share a wire, or a wire or the stage is negative.
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
        object.__setattr__(self, "stage", whole(self.stage, "stage", least=0))
        wires = list(chain.from_iterable(pairs))
        if len(set(wires)) != len(wires):
            raise DiffsortError(
                f"comparators of one layer must not share a wire, got {self.comparators}"
            )
        if wires and min(wires) < 0:
            raise DiffsortError(f"comparators must name wires from 0 up, got {self.comparators}")

    @classmethod
    def of_rule(cls, network: Network, place: int, stage: int) -> Layer:
        """Layer ``place`` of a network by rule; its comparators are listed when they are read."""
        layer = object.__new__(cls)
        vars(layer).update(_of=(network, place), stage=stage)
        return layer

    def __getattr__(self, name: str) -> Any:
        if name != "comparators" or "_of" not in vars(self):
            raise AttributeError(name)
        network, place = vars(self)["_of"]
        low, high = network.sides[place]
        pairs = tuple(zip(low.tolist(), high.tolist(), strict=True))
        vars(self)["comparators"] = pairs
        return pairs

    def __reduce__(self) -> tuple[Any, ...]:
        return Layer, (self.comparators, self.stage)


@dataclass(frozen=True, eq=False)
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
        vars(self).update(layers=tuple(self.layers), blocks=None, untangled=False, entry=None)

    @classmethod
    def by_rule(
        cls,
        n: int,
        blocks: Sequence[Block],
        name: str,
        untangled: bool = False,
        entry: np.ndarray | None = None,
    ) -> Network:
        """The network of these rules, one for each layer; nothing is listed. ``entry``: the wire
        that each place holds at first (None: its own). If ``untangled`` no pair counts as turned:
        every minimum goes to the wire of lower number.

        >>> Network.by_rule(4, [Block(1), Block(2, mirrored=True), Block(1)], "mine").layers[1]
        Layer(comparators=((0, 3), (1, 2)), stage=0)
        """
        network = object.__new__(cls)
        vars(network).update(n=n, blocks=tuple(blocks), name=name, untangled=untangled, entry=entry)
        return network

    def __getattr__(self, name: str) -> Any:
        if name != "layers" or vars(self).get("blocks") is None:
            raise AttributeError(name)
        layers = tuple(Layer.of_rule(self, k, each.stage) for k, each in enumerate(self.blocks))
        vars(self)["layers"] = layers
        return layers

    @classmethod
    def from_text(cls, text: str, n: int | None = None, name: str = "custom") -> Network:
        """The network of a text such as ``0:1,2:3,0:2``: pairs low:high in order, between commas,
        blanks or lines. Each goes into the first layer in which both of its wires are free; ``n``:
        as many wires as the text names (None), or more.

        >>> network = Network.from_text("0:1,2:3,0:2,1:3,1:2")
        >>> network.depth, network.to_text()
        (3, '0:1,2:3,0:2,1:3,1:2')

        Raises DiffsortError when the text is no such list, or names a wire that is not there.
        """
        pairs = pairs_of_text(text)
        wires = max(chain.from_iterable(pairs), default=0) + 1 if n is None else whole(n, "n")
        return cls(wires, tuple(Layer(tuple(layer)) for layer in layers_of_pairs(pairs)), name)

    def to_text(self) -> str:
        """The comparators, layer after layer, as :meth:`from_text` reads them."""
        _, lows, highs = self.comparator_arrays.tolist()
        return ",".join(f"{low}:{high}" for low, high in zip(lows, highs, strict=True))

    @property
    def depth(self) -> int:
        """Number of layers."""
        return len(self.layers if self.blocks is None else self.blocks)

    @cached_property
    def size(self) -> int:
        """Number of comparators."""
        if self.blocks is None:
            return sum(len(layer.comparators) for layer in self.layers)
        return sum(count * size_of(block, self.n) for block, count in Counter(self.blocks).items())

    @property
    def stages(self) -> tuple[tuple[Layer, ...], ...]:
        """The layers, grouped by stage."""
        stages: dict[int, list[Layer]] = {}
        for layer in self.layers:
            stages.setdefault(layer.stage, []).append(layer)
        return tuple(tuple(stages[number]) for number in sorted(stages))

    @cached_property
    def sides(self) -> tuple[tuple[np.ndarray, np.ndarray], ...]:
        """For each layer the wires that receive the minima and the maxima."""
        if self.blocks is None:
            pairs = (np.array(layer.comparators, np.intp) for layer in self.layers)
            arrays = (each.reshape(-1, 2).T.copy() for each in pairs)
            return tuple((low, high) for low, high in arrays)
        return tuple(self._walked(self.blocks))

    @cached_property
    def gathers(self) -> tuple[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray], ...]:
        """For each layer the index arrays (low, high, idle, order): the wires that receive the
        minima and the maxima, the wires that no comparator touches, and the order that puts ``[low,
        high, idle]`` back on their wires."""
        return tuple(self._gather(*sides) for sides in self.sides)

    def woven(self, back: bool = False) -> tuple[tuple[int, np.ndarray], ...]:
        """The network as gathers alone, layer by layer (with ``back`` the last layer first):
        (pairs, order), where the first ``pairs`` values meet the next ``pairs``, the rest is idle,
        and ``order`` makes ready for the next layer. The first has no pairs: it only orders."""
        return self._weave_back if back else self._weave

    @property
    def is_regular(self) -> bool:
        """Whether the rules say which side of each pair receives the minimum: not where wires
        enter in another order and are untangled then."""
        return self.blocks is not None and (self.entry is None or not self.untangled)

    def slices(self, sided: bool) -> Slices:
        """A network by rule as slices; unless ``sided`` the upper side of each pair comes first."""
        turned = sided and not self.untangled
        return Slices(slice_layers(self.blocks, self.n, turned), self.entry)

    @cached_property
    def comparator_arrays(self) -> np.ndarray:
        """All comparators in order as an array of shape (3, size): layer, wire that receives the
        minimum, the maximum."""
        depths = np.repeat(np.arange(self.depth), [low.size for low, _ in self.sides])
        low, high = (
            np.concatenate([np.empty(0, np.intp), *(pair[side] for pair in self.sides)])
            for side in (0, 1)
        )
        return np.stack([depths, low, high])

    @cached_property
    def _weave(self) -> tuple[tuple[int, np.ndarray], ...]:
        return self._woven(back=False)

    @cached_property
    def _weave_back(self) -> tuple[tuple[int, np.ndarray], ...]:
        return self._woven(back=True)

    def _woven(self, back: bool) -> tuple[tuple[int, np.ndarray], ...]:
        if self.is_regular:
            slices = self.slices(sided=True)
            return (slices.back if back else slices).woven(self.n)
        gathers = self.gathers[::-1] if back else self.gathers
        wires_at = [
            np.concatenate(gather[:3]) for gather in gathers
        ]  # which wire each place holds, layer by layer
        wires_at = [np.arange(self.n), *wires_at, np.arange(self.n)]
        orders = [np.argsort(before)[after] for before, after in pairwise(wires_at)]
        return tuple(zip([0, *(gather[0].size for gather in gathers)], orders, strict=True))

    def _walked(self, blocks: tuple[Block, ...]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """The wires that meet in each layer of a network by rule, in the order in which its form
        with turned pairs has them on the next power of two of wires."""
        wire_at = np.arange(self.n) if self.entry is None else self.entry.copy()
        rank_at = np.arange(1 << (self.n - 1).bit_length())
        places = np.arange(rank_at.size)
        for parts in slice_layers(blocks, rank_at.size, True):
            first, second = _sides(parts, places)
            upper, lower = _sides([part.back for part in parts], places)
            rank_at[upper], rank_at[lower] = rank_at[first], rank_at[second]
            rank = np.minimum(rank_at[upper], rank_at[lower])
            kept = np.flatnonzero(lower < self.n)
            kept = kept[np.argsort(rank[kept])]
            upper, lower = upper[kept], lower[kept]
            low, high = wire_at[first[kept]], wire_at[second[kept]]
            if self.untangled:
                low, high = np.minimum(low, high), np.maximum(low, high)
            wire_at[upper], wire_at[lower] = low, high
            yield low, high

    def _gather(
        self, low: np.ndarray, high: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        idle = np.setdiff1d(np.arange(self.n), np.concatenate([low, high]))
        return low, high, idle, np.argsort(np.concatenate([low, high, idle]))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Network):
            return NotImplemented
        if (self.name, self.n, self.depth) != (other.name, other.n, other.depth):
            return False
        if self.blocks is not None and other.blocks is not None:
            rules = [(each.blocks, each.untangled) for each in (self, other)]
            if rules[0] == rules[1] and np.array_equal(self.entry, other.entry):
                return True
        return self is other or self.layers == other.layers

    def __hash__(self) -> int:
        return hash(
            (self.name, self.n, self.depth)
        )  # and not of every comparator: networks are looked up at each call

    def __reduce__(self) -> tuple[Any, ...]:
        if self.blocks is None:
            return Network, (self.n, self.layers, self.name)
        return Network.by_rule, (self.n, self.blocks, self.name, self.untangled, self.entry)

    def __repr__(self) -> str:
        return f"Network(name={self.name!r}, n={self.n}, depth={self.depth}, size={self.size})"


def _sides(parts: Sequence[SliceLayer], places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The places on both sides of a layer."""
    a, b = zip(*(part.split(None, places) for part in parts), strict=True)
    return np.concatenate(a), np.concatenate(b)


vars(Network.woven)["_dynamo_marked_constant"] = (
    True  # torch.compiler.assume_constant_result, without importing torch
)
