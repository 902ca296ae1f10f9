"""The exercises of the lesson *start here*."""

from __future__ import annotations

from typing import Any

from diffsort_core import NETWORKS

from ..scenes.anything import anything_scene
from ..scenes.materials import material
from ..state import ExplorerState
from .answer import Answer, almost, correct, hint, judged_number

KEPT = 0.9
BLENDED = 0.3


def check_share(answer: Any) -> Answer:
    """Sixteen digits are sorted at alpha = 0. How much of each one is there in the first place?

    >>> check_share(0.5)
    hint: One exchange at alpha = 0 mixes two pictures half and half. Here each goes through ten
    layers of them.
    """
    shares = _mix(ExplorerState(sharpness=0.0, pieces=16))[0]
    return judged_number(
        answer,
        float(shares[0]),
        "1/16: at alpha = 0 every place holds the mean of all sixteen.",
        {
            0.125: almost("That was right for eight digits. Here there are sixteen."),
            16: almost("Sixteen pictures share a place. How much of it does each one have?"),
            6.25: almost("In percent, yes. Write the share of 1."),
            0.5: hint(
                "One exchange at alpha = 0 mixes two pictures half and half. Here each goes through"
                " ten layers of them."
            ),
            1: hint(
                "1 is all of one picture: that is the hard sort, at the other end of the slider."
            ),
            0: hint("No picture is lost: the shares of a place add up to 1."),
        },
        "Set alpha to 0 and the number of digits to 16 in the explorer, and point at the squares.",
        within=0.002,
    )


def check_blend(state: ExplorerState) -> Answer:
    """Is the first place kept (at least 0.9 of it is one digit), and are five others blends (none
    has 0.3 of one digit)?

    ``state``: the state of a SortAnythingExplorer.

    >>> check_blend(ExplorerState(sharpness=100.0))
    hint: Only 0 of the places are blends yet: alpha is too large.
    """
    shares = _mix(state).max(axis=1)
    kept, blends = float(shares[0]), int((shares < BLENDED).sum())
    if kept >= KEPT and blends >= 5:
        return correct(
            f"{kept:.2f} of the first place is one digit, and {blends} places are blends: it"
            " depends on the gaps of the keys."
        )
    if kept >= KEPT and blends >= 3:
        return almost(f"{blends} places are blends so far. A little less alpha.")
    if kept >= KEPT:
        return hint(f"Only {blends} of the places are blends yet: alpha is too large.")
    if kept >= 0.8:
        return almost(
            f"The first place has gone a little: {kept:.2f} of it is one digit. A little more"
            " alpha."
        )
    return hint(f"Only {kept:.2f} of the first place is one digit: alpha is too small.")


def _mix(state: ExplorerState) -> Any:
    """[place, thing]: how much of each thing is in each place."""
    things = material(state.material, state.pieces, state.sample, state.table, state.column)
    network = NETWORKS[state.network](len(things.things))
    return anything_scene(
        things, network, state.comparator, state.sharpness, state.descending, state.column
    ).mix
