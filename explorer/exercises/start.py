"""The exercises of the lesson *start here*."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import numpy as np

from diffsort_core import DiffsortError

from ..scenes.anything import anything_scene
from ..scenes.materials import material
from ..state import ExplorerState
from ..wiring import wired
from .answer import Answer, almost, correct, exercise, hint, judged_number

KEPT = (0.7, 0.8)
"""Between these is the largest share of the most blended place, where each can just be read."""


@exercise(
    "00_start_here.ipynb",
    "At alpha = 0 every place holds the mean of all the digits.",
    "The shares in one place are equal, and add up to 1. How many are they?",
)
def check_share(answer: Any) -> Answer:
    """Sixteen digits are sorted at alpha = 0. How much of each one is there in the first place?

    ``answer``: a share of 1 to three decimals, or in percent.

    >>> check_share(0.5)
    hint: One exchange at alpha = 0 mixes two pictures half and half. Here each goes through ten
    layers of them.
    """
    shares = _mix(ExplorerState(sharpness=0.0, pieces=16))[0]
    right, eight = float(shares[0]), 2 * float(shares[0])
    praise = f"{right}: at alpha = 0 every place holds the mean of all {shares.size} digits."
    fewer = almost("That was right for eight digits. Here there are more.")
    share = _share(answer)
    if share != share:
        return hint(f"You gave {answer!r:.60}. Write one share between 0 and 1, to three decimals.")
    if abs(share - 100 * right) < 0.051:  # in percent
        share = right
    if 0 < abs(share - right) <= 0.0026 and round(share, 2) == share:
        return almost("Near, but rounded too far. Write three decimals.")
    return judged_number(
        share,
        right,
        praise,
        {
            eight: fewer,
            100 * eight: fewer,
            shares.size: almost(
                f"{shares.size} pictures share a place. How much of it does each one have?"
            ),
            0.5: hint(
                "One exchange at alpha = 0 mixes two pictures half and half. Here each goes through"
                " ten layers of them."
            ),
            1: hint(
                "1 is all of one picture: that is the hard sort, at the other end of the slider."
            ),
            0: hint("No picture is lost: the shares in each place add up to 1."),
        },
        "Set alpha to 0 and the number of digits to 16 in the explorer, and point at the squares.",
        within=0.00051,
    )


@exercise(
    "00_start_here.ipynb",
    "A larger alpha makes every place easier to read, a smaller one softer. Look at the place that"
    " the sentence names first.",
    "Start at alpha = 10 and go left stop by stop until the reply changes.",
)
def check_blend(state: ExplorerState) -> Answer:
    """Has the most blended place 0.7 to 0.8 of one picture?

    ``state``: the state of a SortAnythingExplorer, the explorer itself, or an alpha.

    >>> check_blend(ExplorerState(sharpness=100.0))
    hint: Every place has at least 1.00 of one picture: alpha is too large.
    """
    found = as_state(state, lambda alpha: ExplorerState(sharpness=alpha))
    if isinstance(found, Answer):
        return found
    if moved := changed(found, ("material", "pieces", "sample", "comparator", "descending")):
        return moved
    largest = _mix(found).max(axis=1)
    place, share = int(np.argmin(largest)), float(largest.min())
    low, high = KEPT
    if low <= share <= high:
        return correct(
            f"Place {place} is blended the most, and {share:.2f} of it is one picture: each place"
            " can be read, and none is pure."
        )
    if high < share <= 0.9:
        return almost(f"Every place has at least {share:.2f} of one picture. A little less alpha.")
    if share > high:
        return hint(f"Every place has at least {share:.2f} of one picture: alpha is too large.")
    if share >= 0.55:
        return almost(f"Place {place} has only {share:.2f} of one picture. A little more alpha.")
    return hint(f"Place {place} has only {share:.2f} of one picture: alpha is too small.")


def as_state(
    answer: Any, of: Callable[[Any], ExplorerState] = ExplorerState
) -> ExplorerState | Answer:
    """An answer that is to be an explorer's state: the state, that of the explorer, or what ``of``
    makes of anything else; a hint where nothing can be made of it."""
    found = getattr(answer, "state", answer)
    if isinstance(found, ExplorerState):
        return found
    try:
        if isinstance(found, bool):
            raise TypeError
        return of(found)
    except (DiffsortError, TypeError, ValueError, OverflowError):
        return hint(
            f"You gave {answer!r:.60}. Put the state of the explorer above in its place, its name"
            " followed by .state."
        )


def changed(state: ExplorerState, kept: Iterable[str]) -> Answer | None:
    """A hint where one of the choices that are to stay is not as in a new explorer."""
    new = ExplorerState()
    name = next((name for name in kept if getattr(state, name) != getattr(new, name)), None)
    if name is None:
        return None
    return hint(f"The choice of {name} is not that of the exercise. Press Reset, and try again.")


def _share(answer: Any) -> float:
    """A number, a fraction, a percentage, or a list of equal numbers; NaN where it is none."""
    try:
        if isinstance(answer, str):
            text = answer.strip()
            percent = text.endswith("%")
            return float(Fraction(text.removesuffix("%").strip())) / (100 if percent else 1)
        values = np.asarray(answer, float)
        return (
            float(values.flat[0])
            if np.isfinite(values).all() and np.ptp(values) == 0
            else float("nan")
        )
    except (TypeError, ValueError, OverflowError, ZeroDivisionError):
        return float("nan")


def _mix(state: ExplorerState) -> Any:
    """[place, thing]: how much of each thing is in each place."""
    things = material(state.material, state.pieces, state.sample, state.table, state.column)
    network = wired(state.network, len(things.things), "things")
    return anything_scene(
        things, network, state.comparator, state.sharpness, state.descending, state.column
    ).mix
