"""The exercises of the lesson *a sort you can differentiate*."""

from __future__ import annotations

from itertools import chain, product
from operator import index
from typing import Any

import numpy as np

from ..state import ExplorerState
from ..style import number
from .answer import Answer, almost, correct, hint


def check_last_layer(answer: Any) -> Answer:
    """Which comparators finish the sort of four wires after the layers (0, 1), (2, 3) and (0, 2),
    (1, 3)?

    ``answer``: a list of pairs (wire that receives the minimum, wire that receives the maximum),
    the comparators of one layer.

    >>> check_last_layer([(0, 3)])
    hint: Wires 0 and 3 hold the smallest and the largest value by now. Which wires may still be
    wrong?
    """
    try:
        pairs = [(index(low), index(high)) for low, high in answer]
    except (TypeError, ValueError):
        return hint(
            "Write pairs of wires in a list, such as [(0, 3)]: the minimum goes to the first wire"
            " of a pair."
        )
    wires = list(chain.from_iterable(pairs))
    if not wires or not set(wires) <= {0, 1, 2, 3} or len(set(wires)) != len(wires):
        return hint(
            "Use wires 0 to 3, at least one pair, and no wire twice: comparators of one layer share"
            " none."
        )
    if all(_sorts(values, pairs) for values in product((0, 1), repeat=4)):
        return correct(
            "Two layers bring the smallest and the largest value home; only wires 1 and 2 are left."
        )
    if (2, 1) in pairs:
        return almost("These two wires it is, but the minimum must go to wire 1.")
    if (1, 2) in pairs:
        return almost("Wires 1 and 2 must meet, but another of your comparators undoes the order.")
    if set(pairs) & {(0, 3), (3, 0)}:
        return hint(
            "Wires 0 and 3 hold the smallest and the largest value by now. Which wires may still be"
            " wrong?"
        )
    return hint("Send 1, 3, 2, 4 through the two layers on paper. Where does it go wrong?")


def check_softness(state: ExplorerState) -> Answer:
    """Is the sort as soft as it may be while every output stays within 1 unit of the hard sort?

    ``state``: the state of an explorer; accepted is a largest error from 0.65 to 1.

    >>> check_softness(ExplorerState(alpha=0.1))
    hint: An output is 13.47 away from the hard sort: values are still pulled to the mean. Which way
    is harder?
    """
    run = state.run()
    error = float(np.max(np.abs(run.values[-1] - np.sort(run.values[0]))))
    if 0.65 <= error <= 1:
        return correct(f"The largest error is {number(error)}: within 1, and not far from it.")
    if 0.3 <= error < 0.65:
        return almost(
            f"The largest error is {number(error)}: within 1, but you can go softer still."
        )
    if 1 < error <= 2:
        return almost(f"The largest error is {number(error)}: a little too soft.")
    if error < 0.3:
        return hint(
            f"The largest error is {number(error)}: that is nearly the hard sort. Which way is the"
            " mean?"
        )
    return hint(
        f"An output is {number(error)} away from the hard sort: values are still pulled to the"
        " mean. Which way is harder?",
    )


def _sorts(values: tuple[int, ...], last: list[tuple[int, int]]) -> bool:
    """Whether the network of four wires with this last layer sorts the values."""
    wires = list(values)
    for low, high in [(0, 1), (2, 3), (0, 2), (1, 3), *last]:
        wires[low], wires[high] = sorted((wires[low], wires[high]))
    return wires == sorted(wires)
