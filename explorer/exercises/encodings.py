"""The exercises of the lesson *one network, three encodings*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import Any

import numpy as np

from diffsort_core import (
    Layer,
    Network,
    bitonic,
    bitonic_indices,
    bitonic_matrices,
    bitonic_woven_matrices,
)

from .answer import Answer, almost, correct, exercise, hint, no_number, one_number, seen

LESSON = "05_one_network_three_encodings.ipynb"
LAYER = Layer(((0, 3), (2, 1)))
WIRES = 1 + max(max(pair) for pair in LAYER.comparators)
BUDGET = 10**9


@exercise(
    LESSON,
    "Of a pair, the first wire receives the minimum and the second the maximum.",
    "Write the wire on which each of the four values belongs below the row; then read off, for wire"
    " 0, 1, 2 and 3, at which place its value stands. np.argsort turns a permutation round so.",
)
def check_order(answer: Any) -> Answer:
    """Which order puts ``[low, high]`` of the comparators (0, 3) and (2, 1) back on wires 0 to 3?

    ``answer``: four places, one for each wire.

    >>> check_order([0, 1, 2, 3])
    hint: That leaves the row as it is: then wire 1 would hold a minimum. Which value belongs on
    wire 1?
    """
    order = _places(answer)
    if order is None or len(order) != WIRES:
        return hint(f"Write four places in a list, such as [0, 1, 2, 3]. You gave {seen(answer)}.")
    low, high, _, right = (part.tolist() for part in Network(WIRES, (LAYER,)).gathers[0])
    if order == [place + 1 for place in right]:
        return almost("In Python places are counted from 0: take 1 off each.")
    if sorted(order) != [0, 1, 2, 3]:
        return hint(
            "Each of the places 0, 1, 2 and 3 must stand in the list once: no value is lost, none"
            " is doubled."
        )
    replies = {
        tuple(right): correct(
            ", ".join(f"wire {wire} takes place {place}" for wire, place in enumerate(right))
            + ": a permutation that puts every value back."
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
        tuple(np.argsort([*low, *high[::-1]]).tolist()): hint(
            "Then wires 1 and 3 hold each other's maximum. Which comparator ends on wire 1?"
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


@exercise(
    LESSON,
    "Take it in two steps: put back with `first`, then pick with `second`. Each step is one 8 x 8"
    " matrix.",
    "Beside each other the two that put back, below each other the two that pick; of the product,"
    " the step that happens first is the right factor.",
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
    woven = bitonic_woven_matrices(8)
    right = woven[1]
    if matrix.shape == (8,) and np.array_equal(matrix, right.argmax(1)):
        return almost("These are the right indices. A matrix is asked, with a 1 for each of them.")
    if matrix.ndim != 2:
        return hint(
            "Write a matrix: products of what np.vstack and np.hstack make of the layers' matrices."
            f" You gave {seen(answer)}."
        )
    if matrix.shape != right.shape:
        return hint(
            f"It must have 8 rows and 8 columns, not {matrix.shape[0]} and {matrix.shape[1]}: two 4"
            " x 8 go below each other."
        )
    first, second = bitonic_matrices(8)[:2]
    back = np.hstack([first.l_inv, first.r_inv])
    pick = np.vstack([second.l, second.r])
    known = [
        (
            right,
            correct(
                "Put back what the first layer made, then pick for the second: the later step"
                " stands on the left."
            ),
        ),
        (
            back @ pick,
            almost(
                "The right two parts in the wrong order: the matrix nearest to the vector acts"
                " first."
            ),
        ),
        (
            right.T,
            almost("This is the way back, from the second layer to the first: it is transposed."),
        ),
        (
            np.eye(8),
            hint(
                "That moves nothing: the second layer would compare the pairs of the first again."
            ),
        ),
        (
            back,
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
            np.roll(right, 4, axis=0),
            almost("The halves are exchanged: the low sides of the comparators come first."),
        ),
        (
            np.roll(right, 4, axis=1),
            almost(
                "The first layer's results come as [low, high]: l_inv puts back the first half."
            ),
        ),
        (woven[0], hint("That picks for the first layer. It stands before its exchange.")),
    ]
    for other, reply in known:
        if np.allclose(matrix, other, rtol=0, atol=1e-6):
            return reply
    wrong = 8 - int(np.sum(np.all(np.isclose(matrix, right, 0, 1e-6), axis=1)))
    if wrong <= 2:
        return almost(f"Nearly: of the 8 rows {8 - wrong} are right.")
    return hint(
        "Two steps in one: back onto the wires with hstack of l_inv and r_inv, then up again with"
        " vstack of l and r."
    )


@exercise(
    LESSON,
    "The table of section 6 says how many bytes the indices take: 16 n depth.",
    "Let a loop over k print 16 * 2**k * k * (k + 1) // 2, and look for the last one that fits.",
)
def check_budget(answer: Any) -> Answer:
    """What is the largest power of two whose indices fit into 10^9 bytes?

    >>> check_budget(1024)
    hint: So far the matrices reach. The indices of 1024 wires take 901120 bytes.
    """
    wires = one_number(answer)
    if wires is None:
        return no_number(answer)
    right = max(2**k for k in range(1, 40) if _bytes(2**k, _depth(k)) <= BUDGET)
    power = right.bit_length() - 1
    replies = {
        right: correct(
            f"{right} wires, {_bytes(right, _depth(power))} bytes: {right // 1024} times as many"
            " wires as with matrices."
        ),
        power: almost(f"{power} is the logarithm. How many wires are 2^{power}?"),
        2 * right: almost(
            f"{2 * right} wires take {_bytes(2 * right, _depth(power + 1))} bytes. Are there n or 2"
            " n indices a layer?"
        ),
        right // 2: almost(
            f"{right // 2} wires take {_bytes(right // 2, _depth(power - 1))} bytes: that fits, and"
            " so does more."
        ),
        _bytes(right, _depth(power)): almost(
            "So many bytes do the indices take. How many wires are there?"
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
    if wires in replies:
        return replies[wires]
    if wires.is_integer() and right < wires < 2 * right:
        fits = _bytes(int(wires), _depth(power + 1)) <= BUDGET
        return almost(
            "That fits, too, since indices know any number of wires. But the question is about"
            " powers of two."
            if fits
            else "That does not fit, and it is no power of two."
        )
    if wires.is_integer() and 2 <= wires < 2**40 and int(wires).bit_count() == 1:
        k = int(wires).bit_length() - 1
        judged = "that fits, and so does more" if wires < right else "too many"
        return hint(f"{int(wires)} wires take {_bytes(int(wires), _depth(k))} bytes: {judged}.")
    return hint(
        "Multiply 8 bytes by the indices of a layer and by the layers, k (k + 1) / 2 for 2^k wires,"
        " and try k = 10, 15, 20."
    )


def _places(answer: Any) -> list[int] | None:
    """Whole numbers in a row, however they are written; None where they are not."""
    if isinstance(answer, str):
        answer = re.findall(r"\d" if answer.strip().isdigit() else r"[^\s,()[\]]+", answer)
    elif isinstance(answer, Mapping):
        answer = [answer.get(wire) for wire in range(len(answer))]
    elif isinstance(answer, Set):
        return None
    try:
        numbers = [one_number(place) for place in np.squeeze(np.asarray([*answer])).tolist()]
    except (TypeError, ValueError):
        return None
    return (
        [int(place) for place in numbers if place is not None]
        if all(place is not None and float(place).is_integer() for place in numbers)
        else None
    )


def _depth(k: int) -> int:
    return k * (k + 1) // 2


def _bytes(n: int, depth: int) -> int:
    """What the indices of n wires take: as much for each wire and layer as those of 8 wires."""
    counted = sum(part.nbytes for layer in bitonic_indices(8) for part in layer)
    return counted * n * depth // (8 * bitonic(8).depth)
