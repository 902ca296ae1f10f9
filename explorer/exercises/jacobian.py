"""The exercises of the lesson *reading a Jacobian*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import isclose, isfinite, log10
from typing import Any

import numpy as np

from diffsort_core import (
    Network,
    Relaxation,
    SmoothMax,
    bitonic,
    rank_jacobian,
    sort_jacobian,
)

from ..state import ExplorerState
from ..style import number
from .answer import Answer, almost, correct, exercise, hint, no_number, one_number, seen

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
SHOWN = 0.02
"""The alpha of the lesson's table, per metre."""
STOPS = tuple(float(f"{10 ** (k / 20):.4g}") for k in range(-20, 61))
"""Where the slider of sigma can stand with these heights."""
NOTHING = 1e-6
"""Who moves the soft ranks by less than this, in ranks per metre, moves none."""


def _in(unit: str, answer: Any) -> float | None:
    """The one number in an answer, with or without its unit (a pattern); None where there is
    none."""
    if isinstance(answer, (list, tuple, set, frozenset)) and len(answer) == 1:
        return _in(unit, *answer)
    if isinstance(answer, np.ndarray) and answer.size == 1:
        return _in(unit, answer.item())
    if isinstance(answer, str):
        answer = re.sub(rf"(?<=[\d.\s])(?:{unit})\.?\s*$", "", answer, flags=re.IGNORECASE)
    return one_number(answer)


@exercise(
    LESSON,
    "Every path is worth the same at alpha = 0. What is a product of six halves?",
    "So many paths of that worth make an eighth.",
)
def check_paths(answer: Any) -> Answer:
    """At alpha = 0 every strand carries half. How many paths lead from one input of the bitonic
    network of eight wires to one output?

    ``answer``: a whole number.

    >>> check_paths(64)
    hint: That many paths leave one input: two ways at each of six layers. But they lead to all
    eight outputs.
    """
    found = _in("paths?", answer)
    if found is None:
        return no_number(answer)
    network = bitonic(len(HEIGHTS))
    entry = float(sort_jacobian(network, [*HEIGHTS.values()], SmoothMax(0.0))[-1, 0])
    leaving = 2.0**network.depth
    paths = round(entry * leaving)
    replies = {
        float(paths): correct(
            f"Each path carries (1/2)^6 = 1/64, and {paths} of them make {number(entry)}."
        ),
        1.0: hint(
            "One path it is in a hard sort. Here every comparator sends half of a nudge to each of"
            " its wires."
        ),
        leaving: hint(
            "That many paths leave one input: two ways at each of six layers. But they lead to all"
            " eight outputs."
        ),
        leaving * network.n: hint(
            "So many paths run from any input to any output. Only those from one given input to one"
            " given output are asked."
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
        1 / leaving: almost("So much one path carries. How many of them make the entry?"),
        2.0: hint(
            "So many there are with four wires: three layers, an entry of 1/4. Do the same for"
            " eight."
        ),
    }
    for known, reply in replies.items():
        if isclose(found, known, abs_tol=1e-6):
            return reply
    if abs(found - paths) <= 1:
        return almost("Very near. A path carries exactly (1/2)^6: count again, in whole paths.")
    return hint(
        "Each path carries (1/2)^6 of a nudge; what all paths to one output carry adds up to the"
        f" entry, {number(entry)}."
    )


@exercise(
    LESSON,
    "With t = alpha times the gap, ask where w - t w (1 - w) changes its sign.",
    "Divide by w: 1 = t (1 - w), with w = 1 / (1 + exp t). Solve it by trying, and divide "
    "t by alpha.",
)
def check_wrong_sign(answer: Any) -> Answer:
    """Two heights meet in a comparator under smoothmax, alpha = 0.05 per metre. From which gap on
    is the derivative of the soft maximum with respect to the lower one negative?

    ``answer``: that gap, to the metre.

    >>> check_wrong_sign(20)
    hint: That is 1 / alpha, where t = 1. There the derivative is small, but is it negative?
    """
    gap = _in("m|metres?|meters?", answer)
    if gap is None:
        return no_number(answer)
    if not (gap >= 0 and isfinite(gap)):
        return hint("A gap is finite and not below 0: the higher height less the lower, in metres.")
    alpha = WRONG_SIGN.alpha
    gaps = np.linspace(0, 10, 100001) / alpha
    slopes = WRONG_SIGN.derivative(0 * gaps, gaps)[0]
    right, steepest = float(gaps[np.argmax(slopes < 0)]), float(gaps[np.argmin(slopes)])
    t = right * alpha
    if abs(gap - round(right)) <= 0.5:
        return correct(
            f"t = {t:.4f}, and {right:.1f} metres. At any larger gap the soft maximum sinks when"
            " the lower height grows."
        )
    replies = {
        t: almost("That is t, alpha times the gap. What is the gap in metres?"),
        t / SHOWN: almost(
            f"That is for alpha = {SHOWN:g}, as in the table above. Here alpha is {alpha:g}."
        ),
        t * alpha: hint("To get the gap, t must be divided by alpha, not multiplied."),
        1 / (1 + float(np.exp(t))): hint(
            "That is w, the weight of the lower height at that gap. What is the gap in metres?"
        ),
        WRONG_SIGN.bound / alpha: hint(
            "That is how far off the soft maximum is there. The question is for the gap."
        ),
        1 / alpha: hint(
            "That is 1 / alpha, where t = 1. There the derivative is small, but is it negative?"
        ),
        steepest: hint("There the derivative is most negative. Where does it cross 0?"),
    }
    for known, reply in replies.items():
        if isclose(gap, known, rel_tol=0.017):
            return reply
    there = float(WRONG_SIGN.derivative(np.array(0.0), np.array(gap))[0]) + 0.0
    told = f"At {number(gap)} m the derivative is {number(there)}"
    if gap < right:
        told, other = f"{told}, not yet negative", "larger"
    else:
        told, other = f"{told}, and it turned negative at a smaller gap", "smaller"
    if abs(gap - right) <= 2:
        return almost(f"{told}. Very near: try a slightly {other} gap.")
    return hint(f"{told}. Try a {other} gap, or solve 1 = t (1 - w) with w = 1 / (1 + exp t).")


@exercise(
    LESSON,
    "A mountain counts most when its neighbours stand about two sigmas away.",
    "Lhotse's neighbours are 31 m and 70 m away, Cho Oyu's 21 m and 25 m. So Lhotse needs a wider"
    " kernel than Cho Oyu does.",
)
def check_lhotse(state: Any) -> Answer:
    """Is sigma such that Lhotse is the mountain which, moved by a metre, moves the soft ranks of
    all most?

    ``state``: the state of an explorer that holds the heights.

    >>> check_lhotse(ExplorerState(values=list(HEIGHTS.values()), sigma=10.0))
    hint: At sigma = 10 Cho Oyu moves the ranking most. Within two sigmas of Lhotse, 20 m, stands no
    other mountain. Widen the kernel.
    """
    state = getattr(state, "state", state)
    if not isinstance(state, ExplorerState):
        return hint(f"Write ranking.state, the state of the explorer. You gave {seen(state)}.")
    if sorted(state.values) != sorted(HEIGHTS.values()):
        return hint("These are not the eight heights: the toolbar's reset brings them back.")
    leaders = _leaders(state.wires, state.values, state.rule, state.sigma)
    neighbours = _neighbours(state.sigma)
    if leaders == ["Lhotse"]:
        return correct(f"At sigma = {number(state.sigma)} it is Lhotse. {neighbours}")
    best = _best(state.wires, state.values, state.rule)
    if not leaders:
        told = f"At sigma = {number(state.sigma)} no mountain moves a rank: the gradient vanishes."
    else:
        moves = "moves" if len(leaders) == 1 else "move"
        told = (
            f"At sigma = {number(state.sigma)} {_listed(leaders)} {moves} the ranking most."
            f" {neighbours}"
        )
    if not best:
        return hint(
            f"{told} With {state.strength} no place of the slider makes it Lhotse. The lesson's"
            " explorer has smoothmax, bitonic and alpha = 1 per unit."
        )
    steps = min((20 * log10(stop / state.sigma) for stop in best), key=abs)
    way = "Widen" if steps > 0 else "Narrow"
    if abs(steps) < 3.5:
        return almost(f"{told} You are near. {way} the kernel a little.")
    return hint(f"{told} {way} the kernel.")


@lru_cache(maxsize=8)
def _best(wires: Network, values: tuple[float, ...], rule: Relaxation) -> list[float]:
    """Where the slider of sigma makes it Lhotse."""
    return [stop for stop in STOPS if _leaders(wires, values, rule, stop) == ["Lhotse"]]


def _leaders(
    wires: Network, values: tuple[float, ...], rule: Relaxation, sigma: float
) -> list[str]:
    """The mountains that move the soft ranks most, all but equally; none where no mountain moves
    them."""
    moved = np.abs(rank_jacobian(wires, values, sigma, rule)).sum(axis=0)
    if moved.max() < NOTHING:
        return []
    names = {height: name for name, height in HEIGHTS.items()}
    first = np.flatnonzero(moved > 0.999 * moved.max())
    return [names[values[wire]] for wire in first]


def _neighbours(sigma: float) -> str:
    """Which mountains the kernel sees from Lhotse, in a sentence."""
    gaps = {name: abs(height - HEIGHTS["Lhotse"]) for name, height in HEIGHTS.items()}
    near = [name for name, gap in gaps.items() if 0 < gap <= 2 * sigma]
    near.sort(key=gaps.__getitem__)
    who = _listed(near) if 0 < len(near) < 7 else "all others" if near else "no other mountain"
    stand = "stand" if len(near) > 1 else "stands"
    return f"Within two sigmas of Lhotse, {number(2 * sigma)} m, {stand} {who}."


def _listed(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
