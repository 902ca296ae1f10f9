"""Whether a network sorts, by the zero-one principle: if it sorts all zeros and ones, it sorts
everything."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from .errors import DiffsortError
from .networks import Network

MOST_TRIED = 24
"""So many wires at most, and all 2^n inputs are tried."""
_BITS = 64


class Verdict(NamedTuple):
    """Whether a network ``sorts``, which is also its truth value, and, where it does not, a
    ``witness``: zeros and ones, one for each wire, that come out in no order."""

    sorts: bool
    witness: tuple[int, ...] | None = None

    def __bool__(self) -> bool:
        return self.sorts


def sorts(network: Network) -> Verdict:
    """Whether a network sorts every input: all 2^n inputs of zeros and ones are tried, 64 at a
    time. A comparator's minimum is their "and", its maximum their "or".

    >>> from diffsort_core import Network, bitonic
    >>> bool(sorts(bitonic(16)))
    True
    >>> sorts(Network.from_text("0:1,2:3,0:2,1:3"))
    Verdict(sorts=False, witness=(1, 0, 1, 0))

    Raises DiffsortError when network is no Network or has more than 24 wires. Source: Knuth 5.3.4,
    theorem Z.
    """
    if not isinstance(network, Network):
        raise DiffsortError(
            f"network must be a Network, such as bitonic(8), got {type(network).__name__}"
        )
    n = network.n
    if n > MOST_TRIED:
        raise DiffsortError(
            f"network must have at most {MOST_TRIED} wires for all zeros and ones to be tried, got"
            f" {n}"
        )
    wires = [_bits_of(wire, n) for wire in range(n)]
    for low, high in zip(*network.comparator_arrays[1:].tolist(), strict=True):
        wires[low], wires[high] = wires[low] & wires[high], wires[low] | wires[high]
    wrong = np.zeros_like(wires[0])
    for above, below in pairwise(wires):
        wrong |= above & ~below
    if not wrong.any():
        return Verdict(sorts=True)
    word = int(np.flatnonzero(wrong)[0])
    bits = int(wrong[word])
    first = word * _BITS + (bits & -bits).bit_length() - 1
    return Verdict(sorts=False, witness=tuple(first >> wire & 1 for wire in range(n)))


def _bits_of(wire: int, n: int) -> np.ndarray:
    """Bit ``wire`` of the numbers from 0 to 2^n - 1 (or 63), 64 of them in each word."""
    words = np.arange(max(1 << n >> 6, 1), dtype=np.uint64)
    if wire >= 6:
        return np.where(words >> np.uint64(wire - 6) & np.uint64(1), ~np.uint64(0), np.uint64(0))
    word = sum((number >> wire & 1) << number for number in range(_BITS))
    return np.full_like(words, word)
