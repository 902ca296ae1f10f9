"""The exercise of the lesson *build it yourself* whose answer makes a network, and its picture."""

from __future__ import annotations

from itertools import islice, product
from operator import index
from typing import Any

import numpy as np

from diffsort_core import HARD, DiffsortError, Layer, Network, bitonic, diff_sort, mirrored_bitonic

from ..explorers.beside import Beside
from .answer import Answer, almost, correct, exercise, hint
from .build import LESSON, MIXED
from .functions import Written, no_function, shown, written

SIZES = (2, 4, 8, 16)
"""On so many wires a reader's network is tried."""
ALPHA = 1.0
"""Of both networks, and of the lesson's first picture: one that followed the values would change
both sorts, where a drag is to show what it does to one input."""


@written("network")
@exercise(
    LESSON,
    "Two loops, one in the other: over block = 2, 4, ..., n, and within it over apart = block / 2,"
    " block / 4, ..., 1. Each round makes one layer.",
    "(wire // apart) % 2 == 0 tells whether a wire is the first of its pair, and (wire // block) %"
    " 2 whether its block is to be sorted downwards.",
)
def check_network(answer: Any) -> Answer:
    """Does a function return the layers of a network that sorts n numbers?

    ``answer``: a function of n, a power of two, which returns a list of layers, each of which is a
    list of pairs (wire that receives the minimum, wire that receives the maximum).

    >>> check_network(lambda n: [[(wire, wire + 1) for wire in range(0, n, 2)]])
    almost: network(2) sorts. network(4) does not: it makes [0, 1, 0, 0] of [0, 1, 0, 0].
    """
    if reply := no_function(answer, "network"):
        return reply
    sorts: list[str] = []
    networks = []
    for n in SIZES:
        verdict = almost if sorts else hint
        so_far = f"{_listed(sorts)} {'sort' if len(sorts) > 1 else 'sorts'}. " if sorts else ""
        try:
            network = network_of(answer, n)
        except DiffsortError as error:
            return verdict(f"{so_far}{error}.")
        inputs = np.array([*product([0.0, 1.0], repeat=n)])
        outputs = diff_sort(network, inputs, HARD)
        failed = np.flatnonzero((np.diff(outputs, axis=1) < 0).any(axis=1))
        if failed.size:
            upside_down = (np.diff(outputs, axis=1) <= 0).all()
            return verdict(
                f"{so_far}network({n}) does {'not' if so_far else 'not sort'}: it makes"
                f" {_bits(outputs[failed[0]])} of {_bits(inputs[failed[0]])}."
                + (" The largest comes first: turn every pair round." if upside_down else "")
            )
        sorts.append(f"network({n})")
        networks.append(network)
    tried = f"{_listed(sorts)} sort every list of zeros and ones, and so every list"
    if all(_same(network, bitonic(network.n)) for network in networks):
        return correct(f"{tried}; pair by pair they are the bitonic network.")
    theirs, ours = networks[2], bitonic(8)
    same = all(_same(network, mirrored_bitonic(network.n)) for network in networks)
    form = (
        "It is the bitonic network with its wires untangled, which does the same to all values"
        if same
        else f"On 8 wires it has {theirs.depth} layers and {theirs.size} pairs, the bitonic one"
        f" {ours.depth} and {ours.size}: another network, and another soft sort than the one that"
        " exercise 4 asks for"
    )
    return correct(f"{tried}. {form}.")


def beside(answer: Any, n: int = 8) -> Beside:
    """The reader's network for n wires above the bitonic one, with the same numbers on their way
    through both; where there is no network yet, the bitonic one and what is missing.

    ``answer``: the function ``network``; None stands for none.

    >>> beside(None, 4)
    Beside(bitonic)
    >>> beside(lambda n: [[(0, 1)]], 4)
    Beside(your, bitonic)
    """
    right, words = bitonic(n), "Your network will stand above this one."
    values = MIXED[:n] if n <= len(MIXED) else (np.arange(n) * 7 % n).tolist()
    networks = [right]
    if callable(answer):
        try:
            networks.insert(0, network_of(Written(answer, "network"), n))
            pairs = "the same pairs" if _same(networks[0], right) else "not the same pairs"
            words = f"Yours stands above, the bitonic network below: {pairs}."
        except DiffsortError as error:
            words = f"Your network cannot be drawn: {error}."
    return Beside(networks, values, ALPHA, words)


def network_of(answer: Written, n: int) -> Network:
    """The network that a reader's function returns for n wires; DiffsortError where it is none."""
    got = answer(n)
    try:
        listed = [
            tuple((_wire(low), _wire(high)) for low, high in pairs) for pairs in islice(got, 1000)
        ]
    except Exception:  # of whatever a reader's object raises when it is read
        raise DiffsortError(
            f"network({n}) returned {shown(got)}, which is not a list of layers, each a list of"
            " pairs of wires"
        ) from None
    try:
        return Network(n, tuple(Layer(pairs) for pairs in listed), "your")
    except DiffsortError as error:
        raise DiffsortError(f"network({n}) returned {shown(got)}: {error}") from None


def _wire(wire: Any) -> int:
    return (
        int(wire) if isinstance(wire, (float, np.floating)) and wire == int(wire) else index(wire)
    )


def _same(network: Network, other: Network) -> bool:
    """Whether two networks have the same pairs, layer by layer."""
    pairs, others = (
        [set(layer.comparators) for layer in each.layers if layer.comparators]
        for each in (network, other)
    )
    return pairs == others


def _bits(values: np.ndarray) -> str:
    return str(values.astype(int).tolist())


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
