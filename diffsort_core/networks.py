"""Sorting networks as plain data: which wires are compared, and when.

A network knows wires and nothing else: no values, no array library. Sources: K. E. Batcher, "Sorting networks and their
applications", AFIPS 1968 (bitonic and odd-even merge); D. E. Knuth, "The art of computer programming", vol. 3, section 5.3.4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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

    ``comparators`` is a tuple of pairs ``(low, high)``: the wire that receives the minimum and the wire that receives the
    maximum. ``stage`` numbers the run of layers (one bitonic merge) that this layer belongs to, from 0.

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
            raise DiffsortError(f"comparators must be pairs of wires (low, high), got {self.comparators!r}") from error
        object.__setattr__(self, "comparators", pairs)
        wires = list(chain.from_iterable(pairs))
        if len(set(wires)) != len(wires):
            raise DiffsortError(f"comparators of one layer must not share a wire, got {self.comparators}")
        if wires and min(wires) < 0:
            raise DiffsortError(f"comparators must name wires from 0 up, got {self.comparators}")


@dataclass(frozen=True)
class Network:
    """A sorting network: ``n`` wires and a tuple of layers.

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
        if not isinstance(self.layers, Sequence) or not all(isinstance(layer, Layer) for layer in self.layers):
            raise DiffsortError(f"layers must be a sequence of Layer objects, got {self.layers!r}")
        for comparator in chain.from_iterable(layer.comparators for layer in self.layers):
            if max(comparator) >= self.n:
                raise DiffsortError(f"comparators must name wires below n = {self.n}, got {comparator}")
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
        return tuple(tuple(layer for layer in self.layers if layer.stage == number) for number in numbers)

    @cached_property
    def gathers(self) -> tuple[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray], ...]:
        """For each layer the index arrays (low, high, idle, order): the wires that receive the minima and the maxima, the
        wires that no comparator touches, and the order that puts ``[low, high, idle]`` back on their wires."""
        return tuple(self._gather(layer) for layer in self.layers)

    @cached_property
    def weave(self) -> tuple[tuple[int, np.ndarray], ...]:
        """The network as gathers alone, layer by layer: (pairs, order), where the first ``pairs`` values meet the next
        ``pairs``, the rest is idle, and ``order`` makes ready for the next layer. The first has no pairs: it only orders."""
        return self._woven(self.gathers)

    @cached_property
    def weave_back(self) -> tuple[tuple[int, np.ndarray], ...]:
        """:attr:`weave` of the same comparators, the last layer first."""
        return self._woven(self.gathers[::-1])

    @cached_property
    def blocks(self) -> tuple[tuple[int, bool], ...] | None:
        """The network without gathers, layer by layer: (distance, mirrored), where values ``distance`` apart meet in blocks of
        twice that, the second half of each block in reverse if ``mirrored``; None where a layer is no such thing.

        The minimum is kept at the upper place of each pair, wherever its wire is, so that a network that sorts every second
        block downwards (the seed's) becomes one whose stages begin with a mirrored layer.
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
        """All comparators in order as an array of shape (3, size): layer, wire that receives the minimum, the maximum."""
        rows = [(depth, *pair) for depth, layer in enumerate(self.layers) for pair in layer.comparators]
        return np.array(rows, dtype=np.intp).reshape(-1, 3).T.copy()

    def _woven(self, gathers: Sequence[tuple[np.ndarray, ...]]) -> tuple[tuple[int, np.ndarray], ...]:
        wires_at = [np.concatenate(gather[:3]) for gather in gathers]  # which wire each place holds, layer by layer
        wires_at = [np.arange(self.n), *wires_at, np.arange(self.n)]
        orders = [np.argsort(before)[after] for before, after in pairwise(wires_at)]
        return tuple(zip([0, *(gather[0].size for gather in gathers)], orders, strict=True))

    def _gather(self, layer: Layer) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        low, high = np.array(layer.comparators, dtype=np.intp).reshape(-1, 2).T.copy()
        idle = np.setdiff1d(np.arange(self.n), np.concatenate([low, high]))
        return low, high, idle, np.argsort(np.concatenate([low, high, idle]))

    def __hash__(self) -> int:
        return hash((self.name, self.n, self.depth))  # and not of every comparator: networks are looked up at each call

    def __repr__(self) -> str:
        return f"Network(name={self.name!r}, n={self.n}, depth={self.depth}, size={self.size})"


def bitonic(n: int) -> Network:
    """The bitonic sorting network on n wires, for any n >= 1, of depth k (k + 1) / 2 where k = ceil(log2 n).

    For n = 2^k it is the seed's alternating form with n k (k + 1) / 4 comparators; for other n the surplus wires of the
    next power of two are dropped, so that no padding value ever mixes with the data. (Only for n = 2^k does a soft sort at
    alpha = 0 give the mean exactly: halvings make no other 1 / n.)

    >>> bitonic(4).layers[0].comparators
    ((0, 1), (3, 2))
    >>> bitonic(6).depth, bitonic(6).size
    (6, 15)

    Raises DiffsortError when n is not a whole number of at least 1. Source: Batcher 1968; the seed.
    """
    return _built(_bitonic, whole(n, "n"))


def _bitonic(n: int) -> Network:
    power = (n - 1).bit_length()
    layers = tuple(
        Layer(tuple(_bitonic_comparators(1 << power, stage, distance)), stage)
        for stage in range(power)
        for distance in range(stage, -1, -1)
    )
    return Network(n, _drop_wires(layers, n, 1 << power), "bitonic")


def _bitonic_comparators(wires: int, stage: int, distance: int) -> Iterator[Comparator]:
    """Comparators between wires 2^distance apart; every second block of 2^(stage + 1) wires sorts downwards."""
    for wire in range(wires):
        partner = wire | 1 << distance
        if partner != wire:
            descending = wire >> (stage + 1) & 1
            yield (partner, wire) if descending else (wire, partner)


def odd_even_merge(n: int) -> Network:
    """Batcher's odd-even merge sort on n wires, for any n >= 1: as deep as the bitonic network, with fewer comparators.

    For n = 2^k its depth is k (k + 1) / 2 and its size (k^2 - k + 4) 2^(k - 2) - 1; for other n the surplus wires of the next
    power of two are dropped.

    >>> odd_even_merge(8), bitonic(8).size
    (Network(name='odd-even merge', n=8, depth=6, size=19), 24)

    Raises DiffsortError when n is not a whole number of at least 1. Source: Batcher 1968; Knuth 5.2.2, algorithm M.
    """
    return _built(_odd_even_merge, whole(n, "n"))


def _odd_even_merge(n: int) -> Network:
    power = (n - 1).bit_length()
    layers = tuple(
        Layer(tuple(_merge_comparators(1 << power, 1 << stage, 1 << distance)), stage)
        for stage in range(power)
        for distance in range(stage, -1, -1)
    )
    return Network(n, _drop_wires(layers, n, 1 << power), "odd-even merge")


def _merge_comparators(wires: int, half: int, distance: int) -> Iterator[Comparator]:
    """Comparators ``distance`` apart that merge pairs of sorted runs of ``half`` wires; after the first layer of a stage
    (distance = half) they leave the ends of each merged run alone."""
    offset = distance % half
    for wire in range(offset, wires - distance):
        if not (wire - offset) & distance and wire // (2 * half) == (wire + distance) // (2 * half):
            yield wire, wire + distance


def odd_even_transposition(n: int) -> Network:
    """Odd-even transposition sort (parallel bubble sort) on n wires, n >= 1: only neighbours are compared, in n layers of
    n (n - 1) / 2 comparators altogether, a single stage. (For n = 2 the second layer is empty.)

    >>> odd_even_transposition(4)
    Network(name='odd-even transposition', n=4, depth=4, size=6)

    Raises DiffsortError when n is not a whole number of at least 1. Source: Knuth 5.3.4, exercise 37.
    """
    return _built(_odd_even_transposition, whole(n, "n"))


def _odd_even_transposition(n: int) -> Network:
    layers = (tuple((wire, wire + 1) for wire in range(layer % 2, n - 1, 2)) for layer in range(n if n > 1 else 0))
    return Network(n, tuple(map(Layer, layers)), "odd-even transposition")


NETWORKS: dict[str, Callable[[int], Network]] = {
    "bitonic": bitonic,
    "odd-even merge": odd_even_merge,
    "odd-even transposition": odd_even_transposition,
}
"""The families of networks, by name."""


def bitonic_network(n: int) -> list[list[Comparator]]:
    """The comparators of :func:`bitonic` as plain lists of pairs (low, high), one list for each layer.

    >>> bitonic_network(4)
    [[(0, 1), (3, 2)], [(0, 2), (1, 3)], [(0, 1), (2, 3)]]

    Raises DiffsortError as :func:`bitonic` does. Source: the seed.
    """
    return [list(layer.comparators) for layer in bitonic(n).layers]


_BUILT: dict[tuple[Callable[[int], Network], int], Network] = {}


def _built(build: Callable[[int], Network], n: int) -> Network:
    """build(n), but the same one as before."""
    if (build, n) not in _BUILT:
        if len(_BUILT) >= 64:
            _BUILT.clear()
        _BUILT[build, n] = build(n)
    return _BUILT[build, n]


vars(_built)["_dynamo_marked_constant"] = True  # torch.compiler.assume_constant_result, without importing torch


def _drop_wires(layers: Sequence[Layer], n: int, wires: int) -> tuple[Layer, ...]:
    """The same network without its last ``wires - n`` wires.

    Those wires are imagined to hold values above all others. Where such a value meets a real one the outcome is known, so
    that the comparator is only a change of place: it goes, and the real value is followed under its own wire's number.
    """
    wire_at: list[int | None] = [wire if wire < n else None for wire in range(wires)]
    kept = []
    for layer in layers:
        comparators = []
        for low, high in layer.comparators:
            if wire_at[low] is None:
                wire_at[low], wire_at[high] = wire_at[high], None
            elif wire_at[high] is not None:
                comparators.append((wire_at[low], wire_at[high]))
        kept.append((comparators, layer.stage))
    place = {wire: position for position, wire in enumerate(wire_at[:n])}
    return tuple(Layer(tuple((place[a], place[b]) for a, b in comparators), stage) for comparators, stage in kept)
