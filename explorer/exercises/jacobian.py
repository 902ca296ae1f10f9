"""The exercises of the lesson *reading a Jacobian*."""

from __future__ import annotations

from typing import Any

import numpy as np

from diffsort_core import SmoothMax, bitonic, rank_jacobian, sort_jacobian

from ..state import ExplorerState
from ..style import number
from .answer import Answer, almost, correct, exercise, hint, judged_number

LESSON = "07_reading_a_jacobian.ipynb"

HEIGHTS = {
    "Cho Oyu": 8188.0,
    "Dhaulagiri": 8167.0,
    "Everest": 8849.0,
    "K2": 8611.0,
    "Kangchenjunga": 8586.0,
    "Lhotse": 8516.0,
    "Makalu": 8485.0,
    "Manaslu": 8163.0,
}
"""The eight highest mountains, in metres."""
WRONG_SIGN = SmoothMax(0.05)
"""The relaxation of the second exercise, alpha per metre."""


@exercise(
    LESSON,
    "Every path is worth the same at alpha = 0. What is a product of six halves?",
    "So many paths of that worth make an eighth.",
)
def check_paths(answer: Any) -> Answer:
    """At alpha = 0 every strand carries half. How many paths lead from one input of ``bitonic(8)``
    to one output?

    ``answer``: a whole number.

    >>> check_paths(64)
    hint: That many paths leave one input: two ways at each of six layers. But they lead to all
    eight outputs.
    """
    network = bitonic(8)
    entry = float(sort_jacobian(network, np.arange(8.0), SmoothMax(0.0))[-1, 0])
    paths = round(entry * 2**network.depth)
    others = {
        1.0: hint(
            "One path it is in a hard sort. Here every comparator sends half of a nudge to each of"
            " its wires."
        ),
        2.0**network.depth: hint(
            "That many paths leave one input: two ways at each of six layers. But they lead to all"
            " eight outputs."
        ),
        float(network.depth): hint(
            "That is the number of layers: the length of each path, not how many there are."
        ),
        float(network.size): hint(
            "That is the number of comparators. How much of a nudge does one path of six layers"
            " carry?"
        ),
        entry: almost(
            "That is the entry itself. How many paths, of 1/64 each, does it take to make it?"
        ),
        2.0: hint(
            "So many there are with four wires: three layers, an entry of 1/4. Do the same for"
            " eight."
        ),
    }
    praise = f"Each path carries (1/2)^6 = 1/64, and {paths} of them make {number(entry)}."
    otherwise = (
        "Each path carries (1/2)^6 of a nudge; what all paths to one output carry adds up to the"
        " entry, 1/8."
    )
    return judged_number(answer, paths, praise, others, otherwise, within=1e-6)


@exercise(
    LESSON,
    "With t = alpha times the gap, ask where w - t w (1 - w) changes its sign.",
    "Divide by w: 1 = t (1 - w), with w = 1 / (1 + exp t). Solve it by trying, and divide "
    "t by alpha.",
)
def check_wrong_sign(answer: Any) -> Answer:
    """Two heights meet in a comparator under smoothmax, alpha = 0.05 per metre. From which gap on
    is the derivative of the soft maximum by the lower one negative?

    ``answer``: that gap, in metres; 0.2 to either side is near enough.

    >>> check_wrong_sign(20)
    hint: That is 1 / alpha, where t = 1. There the derivative is small, but is it negative?
    """
    alpha = WRONG_SIGN.alpha
    gaps = np.linspace(0, 10, 100001) / alpha
    by_lower = WRONG_SIGN.derivative(0 * gaps, gaps)[0]
    right, steepest = float(gaps[np.argmax(by_lower < 0)]), float(gaps[np.argmin(by_lower)])
    others = {
        right * alpha: almost("That is t, alpha times the gap. What is the gap in metres?"),
        0.0: hint(
            "At a tie both derivatives are 1/2. And t must be divided by alpha, not multiplied."
        ),
        WRONG_SIGN.bound / alpha: hint(
            "That is how far off the soft maximum is there. The question is for the gap."
        ),
        1 / alpha: hint(
            "That is 1 / alpha, where t = 1. There the derivative is small, but is it negative?"
        ),
        steepest: hint("There the derivative is most negative. Where does it cross 0?"),
    }
    otherwise = (
        "Solve 1 = t (1 - w) with w = 1 / (1 + exp t): by trying, or with a loop. Then divide t by"
        " alpha."
    )
    return judged_number(
        answer,
        right,
        f"t = {right * alpha:.4f}, and {right:.1f} metres.",
        others,
        otherwise,
        within=0.2,
    )


@exercise(
    LESSON,
    "A mountain counts most when its neighbours stand about two sigmas away.",
    "Lhotse's neighbours are 31 m and 70 m away, Cho Oyu's 21 m: a wider kernel is wanted.",
)
def check_lhotse(state: ExplorerState) -> Answer:
    """Is sigma such that Lhotse is the mountain which, moved by a metre, moves the soft ranks of
    all most?

    ``state``: the state of an explorer that holds the heights.

    >>> check_lhotse(ExplorerState(values=list(HEIGHTS.values()), sigma=10.0))
    hint: At sigma = 10 it is Cho Oyu: a nearer group of mountains decides. Should the kernel be
    wider or narrower?
    """
    if state.values != tuple(HEIGHTS.values()):
        return hint(
            "These are not the eight heights, in their order: the toolbar's reset brings them back."
        )
    moved = np.abs(rank_jacobian(state.wires, state.values, state.sigma, state.rule)).sum(axis=0)
    first, second = (list(HEIGHTS)[wire] for wire in np.argsort(-moved)[:2])
    told = f"At sigma = {number(state.sigma)} it is {first}"
    if moved.max() < 1e-6:
        return hint(
            f"At sigma = {number(state.sigma)} no mountain moves a rank: the gradient has vanished."
            " Wider or narrower?"
        )
    if first == "Lhotse":
        return correct(f"{told}: about as wide as its gaps to Makalu and Kangchenjunga.")
    if second == "Lhotse":
        return almost(f"{told}, and Lhotse is second.")
    if first in ("Dhaulagiri", "Manaslu") and state.sigma < 10:
        return hint(f"{told}: the kernel sees the closest pair, 4 metres apart, and little else.")
    if first == "Cho Oyu":
        return hint(
            f"{told}: a nearer group of mountains decides. Should the kernel be wider or narrower?"
        )
    return hint(
        f"{told}: so wide a kernel takes in mountains hundreds of metres apart. Lhotse's neighbours"
        " are 31 and 70 off."
    )
