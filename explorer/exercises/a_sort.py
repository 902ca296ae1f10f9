"""The exercises of the lesson *a sort you can differentiate*."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Mapping
from itertools import chain, permutations, product
from typing import Any

import numpy as np

from ..state import ExplorerState
from ..style import number
from .answer import Answer, almost, correct, exercise, hint
from .start import as_state, changed
from .targets import outputs_within


@exercise(
    "01_a_sort_you_can_differentiate.ipynb",
    "After two layers the smallest and the largest of the four values are where they belong.",
    "Two wires are left. The minimum of the two goes to the upper one.",
)
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
        pairs = _pairs(answer)
    except (TypeError, ValueError, SyntaxError, OverflowError):
        return hint(
            f"You gave {answer!r:.60}. Write pairs of wires in a list, such as [(0, 3)]: the"
            " minimum goes to the first wire of a pair."
        )
    wires = list(chain.from_iterable(pairs))
    if not wires or not set(wires) <= {0, 1, 2, 3} or len(set(wires)) != len(wires):
        return hint(
            "Use wires 0 to 3, at least one pair, and no wire twice: comparators of one layer share"
            " none."
        )
    alone = next(pair for pair in permutations(range(4), 2) if _sorts_all([pair]))
    if _sorts_all(pairs):
        return correct(
            "Two layers bring the smallest and the largest value home; only wires"
            f" {alone[0]} and {alone[1]} are left."
        )
    if alone[::-1] in pairs:
        return almost(f"These two wires it is, but the minimum must go to wire {alone[0]}.")
    if alone in pairs:
        return almost("One of these pairs is right, but another undoes the order.")
    if set(pairs) & {(0, 3), (3, 0)}:
        return hint(
            "Wires 0 and 3 hold the smallest and the largest value by now. Which wires may still be"
            " wrong?"
        )
    return hint("Send 1, 3, 2, 4 through the two layers on paper. Where does it go wrong?")


@exercise(
    "01_a_sort_you_can_differentiate.ipynb",
    "A larger alpha is harder, and brings the outputs nearer to the hard sort.",
    "The largest error should be a little below 1. Go one stop of the slider at a time.",
    asked="Keep every output within 1 of the hard sort, and be as soft as that allows.",
    targets=outputs_within(1),
)
def check_softness(state: ExplorerState) -> Answer:
    """Is the sort as soft as it may be while every output stays within 1 unit of the hard sort?

    ``state``: the state of an explorer, the explorer or an alpha; accepted is a largest error from
    0.65 to 1.

    >>> check_softness(ExplorerState(alpha=0.1))
    hint: An output is 13.47 away from the hard sort: values are still pulled to the mean. Which way
    is harder?
    """
    found = as_state(state, lambda alpha: ExplorerState(alpha=alpha))
    if isinstance(found, Answer):
        return found
    if moved := changed(found, ("values", "network")):
        return moved
    run = found.run()
    error = float(np.max(np.abs(run.values[-1] - np.sort(run.values[0]))))
    if 0.65 <= error <= 1:
        return correct(f"The largest error is {number(error)}: within 1, and not far from it.")
    if 0.3 <= error < 0.65:
        return almost(
            f"The largest error is {number(error)}: within 1, but you can go softer"
            " still: a smaller alpha."
        )
    if 1 < error <= 2:
        return almost(
            f"The largest error is {number(error)}: a little too soft. A larger alpha is harder."
        )
    if error < 0.3:
        return hint(
            f"The largest error is {number(error)}: that is nearly the hard sort. Which way is the"
            " mean?"
        )
    return hint(
        f"An output is {number(error)} away from the hard sort: values are still pulled to the"
        " mean. Which way is harder?",
    )


def _pairs(answer: Any) -> list[tuple[int, int]]:
    """Pairs of wires, in whatever they came; one pair alone is a list of one."""
    if isinstance(answer, str):
        answer = literal_eval(answer)
    answer = getattr(answer, "comparators", answer)
    pairs = list(answer.items()) if isinstance(answer, Mapping) else list(answer)
    if isinstance(answer, (list, tuple, np.ndarray)) and len(pairs) == 2:
        pairs = [pairs] if np.ndim(pairs[0]) == 0 else pairs
    return [(_wire(low), _wire(high)) for low, high in pairs]


def _wire(answer: Any) -> int:
    number = float(answer)
    if isinstance(answer, (bool, np.bool_)) or number != int(number):
        raise ValueError(answer)
    return int(number)


def _sorts_all(last: list[tuple[int, int]]) -> bool:
    return all(_sorts(values, last) for values in product((0, 1), repeat=4))


def _sorts(values: tuple[int, ...], last: list[tuple[int, int]]) -> bool:
    """Whether the network of four wires with this last layer sorts the values."""
    wires = list(values)
    for low, high in [(0, 1), (2, 3), (0, 2), (1, 3), *last]:
        wires[low], wires[high] = sorted((wires[low], wires[high]))
    return wires == sorted(wires)
