"""The exercises of the lesson *why the network sorts*."""

from __future__ import annotations

from typing import Any

import numpy as np

from diffsort_core import HARD, bitonic, odd_even_transposition, trace

from ..state import ExplorerState
from .answer import Answer, almost, astray, correct, exercise, hint, judged_number
from .start import as_state
from .targets import last_layer

NOT_YET_A_HILL = (9.0, 14.0, 11.0, 8.0, 5.0, 2.0, 6.0, 3.0)
"""What exercise 2 begins with."""


@exercise(
    "02_why_the_network_sorts.ipynb",
    "A value that can move in layer 1 comes home early. Which value has to wait at first?",
    "Begin the list with two ones: the one behind cannot start before the other has gone.",
    asked="Find zeros and ones with which the last of the six layers has something to exchange.",
    targets=last_layer,
)
def check_latecomer(state: ExplorerState) -> Answer:
    """On which zeros and ones does the last of the six layers of odd-even transposition have
    something to exchange?

    ``state``: the state of an explorer, the explorer, or the six values.

    >>> check_latecomer(ExplorerState(values=[1, 0, 0, 0, 0, 0], network="odd-even transposition"))
    hint: A single 1 is never held up: layer 5 is the last that exchanges. Somebody has to wait for
    somebody.
    """
    network = odd_even_transposition(6)
    found = as_state(state, lambda bits: ExplorerState(values=_list(bits), network=network.name))
    if isinstance(found, Answer):
        return found
    values = np.array(found.values)
    if found.network != network.name or values.size != network.n:
        return astray("Keep the network of odd-even transposition, with six numbers.")
    if not set(found.values) <= {0.0, 1.0}:
        return astray(
            "Zeros and ones only: by the zero-one principle they show every fault there is."
        )
    exchanged = trace(network, values, HARD).exchanges
    layers = network.comparator_arrays[0][exchanged.a > exchanged.b]
    if not layers.size:
        return hint(
            "This list is sorted from the start: no layer has anything to do. Put some 1 before"
            " some 0."
        )
    last = int(layers.max()) + 1
    ones = int(values.sum())
    if last == network.depth:
        return correct(
            f"Layer {last} brings the last one home: five layers would not have sorted this list."
        )
    if ones == 1 or ones == network.n - 1:
        alone = "A single 1" if ones == 1 else "A single 0"
        return hint(
            f"{alone} is never held up: layer {last} is the last that exchanges. Somebody has to"
            " wait for somebody."
        )
    if ones == network.n / 2 and not values[network.n // 2 :].any():
        return hint(
            f"The wrong way round is the natural guess, yet layer {last} finishes it. Who starts,"
            " and who must wait?"
        )
    if last == network.depth - 1:
        return almost(
            f"Layer {last} is the last that exchanges, one too early. Let a value start a layer"
            " later, or go further."
        )
    return hint(
        f"Layer {last} is the last that exchanges. Which values have the longest way, and who"
        " stands in their way?"
    )


@exercise(
    "02_why_the_network_sorts.ipynb",
    "Go round the circle from the lowest value upwards, and find the step that turns back.",
    "Only one of the last two values has to move, to lie between its neighbours on the circle.",
    asked="Move one value so that the list, read as a circle, rises once and falls once.",
)
def check_hill(state: ExplorerState) -> Answer:
    """Which one value of 9, 14, 11, 8, 5, 2, 6, 3 must change, and to what, so that the list is
    bitonic?

    ``state``: the state of an explorer with the changed list, the explorer, or the list.

    >>> check_hill(ExplorerState(values=[9, 14, 11, 8, 5, 2, 6, 3]))
    hint: As it began. Read as a circle, the list changes direction 4 times; a bitonic one does so
    twice.
    """
    found = as_state(state, lambda values: ExplorerState(values=_list(values)))
    if isinstance(found, Answer):
        return found
    values = np.array(found.values)
    if values.size != len(NOT_YET_A_HILL):
        return astray(f"Keep eight numbers; there are {values.size}.")
    changed = int((values != NOT_YET_A_HILL).sum())
    turns = _turns(values)
    if not changed:
        return hint(
            f"As it began. Read as a circle, the list changes direction {turns} times; a bitonic"
            " one does so twice."
        )
    if turns == 0:
        return hint(
            "All values are equal: that is bitonic, but not worth a drag. Change one of the first"
            " list's values."
        )
    if turns == 2 and changed == 1:
        return correct(
            "One value moved, and read as a circle the list now rises once and falls once."
        )
    if turns == 2:
        return almost(
            f"Bitonic it is, but {changed} values changed. On the circle the last value stands"
            " beside the first."
        )
    if changed == 1:
        return hint(
            f"Still {turns} changes of direction. From its lowest value the list must climb all the"
            " way round to its highest."
        )
    return hint(
        f"{changed} values changed, and {turns} changes of direction. Reset, and move one of the"
        " last two."
    )


@exercise(
    "02_why_the_network_sorts.ipynb",
    "Turn one list round, so that the two together rise and then fall.",
    "From layer to layer the distance between compared wires is halved, from 512 to 1.",
)
def check_merge(answer: Any) -> Answer:
    """How many layers merge two sorted lists of 512 numbers into one?

    >>> check_merge(55)
    hint: That is the whole sort of 1024 numbers. Your two lists are sorted already: which stages
    are left?
    """
    if isinstance(answer, np.ndarray):
        answer = answer.tolist()
    if isinstance(answer, list | tuple | set) and len(answer) == 1:
        (answer,) = answer
    whole, half = bitonic(1024), bitonic(512)
    layers = len(whole.stages[-1])
    return judged_number(
        answer,
        layers,
        "Turn one list round: the two are a hill, and the last stage sorts a hill of 1024 in"
        f" {layers} layers.",
        {
            layers - 1: almost(
                "That sorts a hill of 512. How long is the hill that two lists of 512 make?"
            ),
            layers + 1: almost(
                "One too many: turning a list round takes no layer. How often can 1024 be halved?"
            ),
            1: hint(
                "One layer parts the lower half from the upper half. Each half is then a hill, and"
                " not yet sorted."
            ),
            whole.depth: hint(
                "That is the whole sort of 1024 numbers. Your two lists are sorted already: which"
                " stages are left?"
            ),
            half.depth: hint(
                "That sorts 512 numbers from scratch. Your lists are sorted already: only a merge"
                " is left."
            ),
            len(whole.stages[-1]) * 512: hint(
                "That counts comparators. They are spread over layers of 512 each."
            ),
            512: hint(
                "That is the number of comparators in one layer. How many layers does a merge take?"
            ),
            1023: hint(
                "An ordinary merge makes up to 1023 comparisons one by one. Here 512 run at once in"
                " each layer."
            ),
            1024: hint(
                "So many layers would a network of neighbours take, from scratch. Look at the last"
                " stage of bitonic(8)."
            ),
        },
        "Side by side, one of them turned round, the two lists are a hill. How many layers sort a"
        " hill of 8? Of 1024?",
        within=0,
    )


def _list(answer: Any) -> list[float]:
    """Numbers in a row, in whatever kept their order."""
    if isinstance(answer, str):
        text = answer.strip().strip("[]()").replace(",", " ")
        return [float(word) for word in (text if set(text) <= {"0", "1"} else text.split())]
    if isinstance(answer, (set, frozenset, dict)):
        raise TypeError("no order")
    return [float(number) for number in answer]


def _turns(values: np.ndarray) -> int:
    """How often a list changes direction, read as a circle; a run of equal values is no change."""
    steps = np.sign(np.roll(values, -1) - values)
    steps = steps[steps != 0]
    return int((steps != np.roll(steps, 1)).sum())
