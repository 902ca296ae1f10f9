"""The families of sorting networks, for any number of wires (but for the smallest ones known).

Sources: K. E. Batcher, "Sorting networks and their applications", AFIPS 1968 (bitonic and odd-even
merge); D. E. Knuth, "The art of computer programming", vol. 3, section 5.3.4.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from .blocks import Block
from .checks import whole
from .networks import Comparator, Layer, Network
from .smallest import TEXTS


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
    return Network.by_rule(n, _bitonic_blocks(n), "bitonic", entry=_entry(n))


def _bitonic_blocks(n: int) -> list[Block]:
    """Each stage begins with mirrored places. In the alternating form every second block of
    2^(stage + 1) places sorts downwards; after its first layer the halves of a block do so in
    turn."""
    return [
        Block(1 << distance, stage, mirrored=True, turned=2 << stage)
        if distance == stage
        else Block(1 << distance, stage, turned=3 << stage)
        for stage, distance in _merges(n)
    ]


def _entry(n: int) -> np.ndarray | None:
    """The wire that each place of the bitonic network on n wires holds at first; None where it is
    its own.

    In the alternating form surplus values move, and the others with them: a wire is named after
    the place where it ends. Who started where is followed here, in the last block of each stage: a
    turned pair has exchanged its names after its layer.
    """
    if not n & (n - 1):
        return None
    came_from = np.arange(n)
    for stage in range((n - 1).bit_length()):
        half = 1 << stage
        start = (n - 1) >> (stage + 1) << (stage + 1)
        down, block = bool(start >> (stage + 1) & 1), came_from[start:]
        if block.size == 2 * half:
            block[:] = np.arange(n - 1, start - 1, -1) if down else np.arange(start, n)
        elif block.size <= half:
            if down:
                _exchange_halvings(block, half)
        elif down:
            met = slice(2 * half - block.size, half)
            block[met], block[half:] = block[half:][::-1].copy(), block[met][::-1].copy()
            block[:half] = block[:half][::-1].copy()
        else:
            _exchange_halvings(block[half:], half)
    return None if np.array_equal(came_from, np.arange(n)) else np.argsort(came_from)


def _exchange_halvings(names: np.ndarray, wide: int) -> None:
    """Exchange all pairs half of ``wide`` apart, then a quarter, and so on, as far as there are
    names."""
    while wide > 1:
        wide, half = wide // 2, wide // 2
        whole_blocks = names.size - names.size % (2 * half)
        blocks = names[:whole_blocks].reshape(-1, 2, half)
        blocks[:] = blocks[:, ::-1].copy()
        rest = names[whole_blocks:]
        if rest.size > half:
            over = rest.size - half
            rest[:over], rest[half:] = rest[half:].copy(), rest[:over].copy()


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
    return Network.by_rule(n, _bitonic_blocks(n), "mirrored bitonic", True, _entry(n))


def standard_form(network: Network) -> Network:
    """The same sorting network with its wires untangled: every comparator leaves the minimum on the
    wire of lower number.

    >>> standard_form(bitonic(4)).layers[0]
    Layer(comparators=((0, 1), (2, 3)), stage=0)

    Source: Knuth 5.3.4, exercise 16.
    """
    if network.blocks is not None:
        return Network.by_rule(network.n, network.blocks, network.name, True, network.entry)
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
    return Network.by_rule(
        n,
        [
            Block(1 << distance, stage)
            if distance == stage
            else Block(1 << distance, stage, shift=1, group=2 << stage)
            for stage, distance in _merges(n)
        ],
        "odd-even merge",
    )


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
    layers = n if n > 1 else 0
    two = [Block(1), Block(1, shift=1)]
    return Network.by_rule(n, (two * (layers // 2 + 1))[:layers], "odd-even transposition")


def pairwise(n: int) -> Network:
    """Parberry's pairwise sorting network on n wires, for any n >= 1: as deep as the bitonic
    network, and for n = 2^k as small as odd-even merge.

    It sorts ever longer pairs of pairs first, and merges them last. For other n than 2^k the
    surplus wires of the next power of two are dropped.

    >>> pairwise(8), pairwise(8).layers[3].comparators
    (Network(name='pairwise', n=8, depth=6, size=19), ((2, 4), (3, 5)))

    Raises DiffsortError when n is not a whole number of at least 1. Source: I. Parberry, "The
    pairwise sorting network", Parallel Processing Letters 2, 1992.
    """
    return _built(_pairwise, whole(n, "n"))


def _pairwise(n: int) -> Network:
    power = (n - 1).bit_length()
    blocks = [Block(1 << run, stage=0) for run in range(power)]
    for stage, run in enumerate(range(power - 2, -1, -1), 1):
        blocks += [Block(1 << run, stage, shift=1 << shift) for shift in range(stage - 1, -1, -1)]
    return Network.by_rule(n, blocks, "pairwise")


def smallest(n: int) -> Network:
    """The smallest sorting network known on n wires, for n from 1 to 16, a single stage. Up to 12
    wires none is smaller. It only points down.

    >>> [smallest(n).size for n in range(1, 17)]
    [0, 1, 3, 5, 9, 12, 16, 19, 25, 29, 35, 39, 45, 51, 56, 60]

    Raises DiffsortError when n is not a whole number from 1 to 16: beyond, no list is kept here.
    Source: :mod:`diffsort_core.smallest`.
    """
    whole(n, "n")
    return _built(_smallest, whole(n, "n", most=MOST_WIRES["smallest"]))


def _smallest(n: int) -> Network:
    return Network.from_text(TEXTS[n - 1], n, "smallest")


MOST_WIRES: dict[str, int] = {"smallest": len(TEXTS)}
"""The families that are not there for every n, and up to which n they are."""


NETWORKS: dict[str, Callable[[int], Network]] = {
    "bitonic": bitonic,
    "mirrored bitonic": mirrored_bitonic,
    "odd-even merge": odd_even_merge,
    "odd-even transposition": odd_even_transposition,
    "pairwise": pairwise,
    "smallest": smallest,
}
"""The families of networks, by name."""
ANY_N = {name: build for name, build in NETWORKS.items() if name not in MOST_WIRES}
"""Those that are there for every n."""


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


def _merges(n: int) -> list[tuple[int, int]]:
    """The layers of a network of merges: its stage, and the logarithm of the distance."""
    stages = range((n - 1).bit_length())
    return [(stage, distance) for stage in stages for distance in range(stage, -1, -1)]
