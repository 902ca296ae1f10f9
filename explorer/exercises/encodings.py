"""The exercises of the lesson *one network, three encodings*."""

from __future__ import annotations

from operator import index
from typing import Any

import numpy as np

from diffsort_core import Layer, Network, bitonic, bitonic_indices, bitonic_matrices
from diffsort_core.checks import real
from diffsort_core.errors import DiffsortError

from .answer import Answer, almost, correct, hint, judged_number

LAYER = Layer(((0, 3), (2, 1)))
BUDGET = 10**9


def check_order(answer: Any) -> Answer:
    """Which order puts ``[low, high]`` of the comparators (0, 3) and (2, 1) back on wires 0 to 3?

    ``answer``: four places, one for each wire.

    >>> check_order([0, 2, 3, 1])
    almost: That says which wire each value goes to. The order is asked the other way: for each
    wire, from which place?
    """
    try:
        order = [index(place) for place in answer]
    except TypeError:
        return hint("Write four places in a list, such as [0, 1, 2, 3].")
    if sorted(order) != [0, 1, 2, 3]:
        return hint(
            "Each of the places 0, 1, 2 and 3 must stand in the list once: no value is lost, none"
            " is doubled."
        )
    low, high, _, right = (part.tolist() for part in Network(4, (LAYER,)).gathers[0])
    replies = {
        tuple(right): correct(
            "Wire 0 takes place 0, wire 1 the last place, wire 2 place 1 and wire 3 place 2."
        ),
        (*low, *high): almost(
            "That says which wire each value goes to. The order is asked the other way: for each"
            " wire, from which place?"
        ),
        (0, 1, 2, 3): hint(
            "That leaves the row as it is: then wire 1 would hold a minimum. Which value belongs on"
            " wire 1?"
        ),
        tuple(np.argsort([*high, *low]).tolist()): hint(
            "That is right for maxima in front. Here the minima come first."
        ),
        tuple(np.argsort([0, 1, 3, 2]).tolist()): hint(
            "That sends the minimum of (2, 1) to wire 1. The first wire of a pair receives the"
            " minimum."
        ),
    }
    return replies.get(
        tuple(order),
        hint("Take the wires one by one: which comparator ends there, and with its low or high?"),
    )


def check_weave(answer: Any) -> Answer:
    """Which matrix stands between the exchanges of the first and the second layer of eight wires,
    when they are woven?

    ``answer``: an 8 x 8 matrix.

    >>> import numpy as np
    >>> check_weave(np.eye(8))
    hint: That moves nothing: the second layer would compare the pairs of the first again.
    """
    try:
        matrix = np.asarray(answer, np.float64)
    except (TypeError, ValueError, OverflowError):
        matrix = np.empty(0)
    if matrix.ndim != 2:
        return hint(
            "Write a matrix: products of what np.vstack and np.hstack make of the layers' matrices."
        )
    if matrix.shape != (8, 8):
        return hint(
            f"It must have 8 rows and 8 columns, not {matrix.shape[0]} and {matrix.shape[1]}: two 4"
            " x 8 go below each other."
        )
    first, second = bitonic_matrices(8)[:2]
    put_back = np.hstack([first.l_inv, first.r_inv])
    pick = np.vstack([second.l, second.r])
    known = [
        (
            pick @ put_back,
            correct(
                "Put back what the first layer made, then pick for the second: the later step"
                " stands on the left."
            ),
        ),
        (
            put_back @ pick,
            almost(
                "The right two parts in the wrong order: the matrix nearest to the vector acts"
                " first."
            ),
        ),
        (
            (pick @ put_back).T,
            almost("This is the way back, from the second layer to the first: it is transposed."),
        ),
        (
            np.eye(8),
            hint(
                "That moves nothing: the second layer would compare the pairs of the first again."
            ),
        ),
        (
            put_back,
            hint(
                "That puts the values back on their wires. The second layer has still to pick"
                " them up."
            ),
        ),
        (
            pick,
            hint(
                "That picks for the second layer, as if the values stood on their wires. They do"
                " not yet."
            ),
        ),
        (
            np.vstack([second.r, second.l]) @ put_back,
            almost("The halves are exchanged: the low sides of the comparators come first."),
        ),
        (
            pick @ np.hstack([first.r_inv, first.l_inv]),
            almost(
                "The first layer's results come as [low, high]: l_inv puts back the first half."
            ),
        ),
    ]
    for right, reply in known:
        if np.array_equal(matrix, right):
            return reply
    return hint(
        "Two steps in one: back onto the wires with hstack of l_inv and r_inv, then up again with"
        " vstack of l and r."
    )


def check_budget(answer: Any) -> Answer:
    """What is the largest power of two whose indices fit into 10^9 bytes?

    >>> check_budget(1024)
    hint: So far the matrices reach. The indices of 1024 wires take 901120 bytes.
    """
    right = max(2**k for k in range(1, 40) if _bytes(2**k, _depth(k)) <= BUDGET)
    power = right.bit_length() - 1
    replies = {
        power: almost(f"{power} is the logarithm. How many wires are 2^{power}?"),
        2 * right: almost(
            f"{2 * right} wires take {_bytes(2 * right, _depth(power + 1))} bytes. Are there n or 2"
            " n indices a layer?"
        ),
        right // 2: almost(
            f"{right // 2} wires take {_bytes(right // 2, _depth(power - 1))} bytes: that fits, and"
            " so does more."
        ),
        1024: hint(
            f"So far the matrices reach. The indices of 1024 wires take {_bytes(1024, 55)} bytes."
        ),
        2**25: hint("That is for one layer. How many layers has the bitonic network on 2^k wires?"),
        2**26: hint(
            "That is for one layer, and half of its indices: n wires are picked and n are put back."
        ),
        2**29: hint("Are those single bytes? An index takes 8 of them, and there are many."),
    }
    try:
        number = real(answer, "answer")
    except DiffsortError:
        number = 0.0
    if (
        right < number
        and number.is_integer()
        and number < 2 * right
        and _bytes(int(number), _depth(power + 1)) <= BUDGET
    ):
        return almost(
            "That fits, too, since indices know any number of wires. But the question is about"
            " powers of two."
        )
    praise = (
        f"{right} wires, {_bytes(right, _depth(power))} bytes: {right // 1024} times as many wires"
        " as with matrices."
    )
    otherwise = (
        "Multiply 8 bytes by the indices of a layer and by the layers, k (k + 1) / 2 for 2^k wires,"
        " and try k = 10, 15, 20."
    )
    return judged_number(answer, right, praise, replies, otherwise, within=0)


def _depth(k: int) -> int:
    return k * (k + 1) // 2


def _bytes(n: int, depth: int) -> int:
    """What the indices of n wires take: as much for each wire and layer as those of 8 wires."""
    counted = sum(part.nbytes for layer in bitonic_indices(8) for part in layer)
    return counted * n * depth // (8 * bitonic(8).depth)
