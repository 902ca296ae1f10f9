"""The families of sorting networks, for any number of wires.

Sources: K. E. Batcher, "Sorting networks and their applications", AFIPS 1968 (bitonic and odd-even
merge); D. E. Knuth, "The art of computer programming", vol. 3, section 5.3.4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from .checks import whole
from .networks import Comparator, Layer, Network


def bitonic(n: int) -> Network:
    """The bitonic sorting network on n wires, for any n >= 1, of depth k (k + 1) / 2 where k =
    ceil(log2 n).

    For n = 2^k it is differentiable_sorting's alternating form with n k (k + 1) / 4 comparators;
    for other n the surplus wires of the next power of two are dropped, so that no padding value
    ever mixes with the data. (Only for n = 2^k does a soft sort at alpha = 0 give the mean exactly:
    halvings make no other 1 / n.)

    >>> bitonic(4).layers[0].comparators
    ((0, 1), (3, 2))
    >>> bitonic(6).depth, bitonic(6).size
    (6, 15)

    Raises DiffsortError when n is not a whole number of at least 1. Source: Batcher 1968;
    differentiable_sorting.
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
    """Comparators between wires 2^distance apart; every second block of 2^(stage + 1) wires sorts
    downwards."""
    for wire in range(wires):
        partner = wire | 1 << distance
        if partner != wire:
            descending = wire >> (stage + 1) & 1
            yield (partner, wire) if descending else (wire, partner)


def mirrored_bitonic(n: int) -> Network:
    """The bitonic network drawn so that no comparator points up: its :func:`standard_form`. In each
    stage the first layer then compares mirrored wires. It does the same to the values as
    :func:`bitonic`.

    >>> mirrored_bitonic(4).layers[1].comparators
    ((0, 3), (1, 2))

    Raises DiffsortError as :func:`bitonic` does. Source: Knuth 5.3.4.
    """
    return _built(_mirrored_bitonic, whole(n, "n"))


def _mirrored_bitonic(n: int) -> Network:
    return replace(standard_form(_bitonic(n)), name="mirrored bitonic")


def standard_form(network: Network) -> Network:
    """The same sorting network with its wires untangled: every comparator leaves the minimum on the
    wire of lower number.

    >>> standard_form(bitonic(4)).layers[0]
    Layer(comparators=((0, 1), (2, 3)), stage=0)

    Source: Knuth 5.3.4, exercise 16.
    """
    place = list(range(network.n))  # of each wire
    layers = []
    for layer in network.layers:
        pairs = []
        for low, high in layer.comparators:
            place[low], place[high] = sorted((place[low], place[high]))
            pairs.append((place[low], place[high]))
        layers.append(Layer(tuple(pairs), layer.stage))
    return replace(network, layers=tuple(layers))


def odd_even_merge(n: int) -> Network:
    """Batcher's odd-even merge sort on n wires, for any n >= 1: as deep as the bitonic network,
    with fewer comparators.

    For n = 2^k its depth is k (k + 1) / 2 and its size (k^2 - k + 4) 2^(k - 2) - 1; for other n the
    surplus wires of the next power of two are dropped.

    >>> odd_even_merge(8), bitonic(8).size
    (Network(name='odd-even merge', n=8, depth=6, size=19), 24)

    Raises DiffsortError when n is not a whole number of at least 1. Source: Batcher 1968; Knuth
    5.2.2, algorithm M.
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
    """Comparators ``distance`` apart that merge pairs of sorted runs of ``half`` wires; after the
    first layer of a stage (distance = half) they leave the ends of each merged run alone."""
    offset = distance % half
    for wire in range(offset, wires - distance):
        if not (wire - offset) & distance and wire // (2 * half) == (wire + distance) // (2 * half):
            yield wire, wire + distance


def odd_even_transposition(n: int) -> Network:
    """Odd-even transposition sort (parallel bubble sort) on n wires, n >= 1: only neighbours are
    compared, in n layers of n (n - 1) / 2 comparators altogether, a single stage. (For n = 2 the
    second layer is empty.)

    >>> odd_even_transposition(4)
    Network(name='odd-even transposition', n=4, depth=4, size=6)

    Raises DiffsortError when n is not a whole number of at least 1. Source: Knuth 5.3.4, exercise
    37.
    """
    return _built(_odd_even_transposition, whole(n, "n"))


def _odd_even_transposition(n: int) -> Network:
    layers = (
        tuple((wire, wire + 1) for wire in range(layer % 2, n - 1, 2))
        for layer in range(n if n > 1 else 0)
    )
    return Network(n, tuple(map(Layer, layers)), "odd-even transposition")


NETWORKS: dict[str, Callable[[int], Network]] = {
    "bitonic": bitonic,
    "mirrored bitonic": mirrored_bitonic,
    "odd-even merge": odd_even_merge,
    "odd-even transposition": odd_even_transposition,
}
"""The families of networks, by name."""


def bitonic_network(n: int) -> list[list[Comparator]]:
    """The comparators of :func:`bitonic` as plain lists of pairs (low, high), one list for each
    layer.

    >>> bitonic_network(4)
    [[(0, 1), (3, 2)], [(0, 2), (1, 3)], [(0, 1), (2, 3)]]

    Raises DiffsortError as :func:`bitonic` does. Source: differentiable_sorting.
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


vars(_built)["_dynamo_marked_constant"] = (
    True  # torch.compiler.assume_constant_result, without importing torch
)


def _drop_wires(layers: Sequence[Layer], n: int, wires: int) -> tuple[Layer, ...]:
    """The same network without its last ``wires - n`` wires.

    Those wires are imagined to hold values above all others. Where such a value meets a real one
    the outcome is known, so that the comparator is only a change of place: it goes, and the real
    value is followed under its own wire's number.
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
    return tuple(
        Layer(tuple((place[a], place[b]) for a, b in comparators), stage)
        for comparators, stage in kept
    )
