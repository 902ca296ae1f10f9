"""The exercises of the lesson *which soft sort?*."""

from __future__ import annotations

from typing import Any

import numpy as np

from diffsort_core import Cauchy, Optimal, bitonic

from ..scenes.gallery import gallery_scene
from ..scenes.gallery_methods import METHODS, Result
from ..state import ExplorerState
from .answer import NOTHING_YET, Answer, almost, correct, hint, judged_number

VALUES = (5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0)
_ALPHA = 0.2
_UNKNOWN = {"A": "isotonic", "B": "softmax", "C": "optimal", "D": "smoothmax"}
_ALSO = {
    "log-sum-exp": "softmax",
    "logsumexp": "softmax",
    "logistic": "smoothmax",
    "hard": "hard sort",
}
_TELLING = (
    ("has the values of the hard sort", "changes the values"),
    ("has a soft permutation", "has no soft permutation"),
    ("stays within the range of the values", "leaves the range of the values"),
    ("has no negative derivative", "has negative derivatives"),
    ("keeps the sum", "does not keep the sum"),
    ("has derivatives that are exactly 0", "has no derivative that is exactly 0"),
)


def unknown_sorts() -> dict[str, Result]:
    """Four soft sorts of one vector, each without its name: the sorted values, the soft permutation
    and the Jacobian.

    >>> sorted(unknown_sorts())
    ['A', 'B', 'C', 'D']
    """
    return {letter: _result(name) for letter, name in _UNKNOWN.items()}


def check_names(answer: Any) -> Answer:
    """Which four methods made the four unknown sorts?

    ``answer``: four names of the gallery, for A, B, C and D.

    >>> check_names(["isotonic", "softmax", "Cauchy", "smoothmax"])
    almost: 3 of 4 are right. C has derivatives that are exactly 0, Cauchy has no derivative that is
    exactly 0.
    """
    if answer is None:
        return hint(NOTHING_YET)
    given = (
        list(answer.values() if isinstance(answer, dict) else answer)
        if isinstance(answer, list | tuple | dict)
        else []
    )
    known = {**{name.casefold(): name for name in METHODS}, **_ALSO}
    names = [known.get(str(word).strip().casefold()) for word in given]
    if len(names) != len(_UNKNOWN) or None in names:
        return hint(f"Write four names, for A, B, C and D, of these: {', '.join(METHODS)}.")
    wrong = [
        (letter, name)
        for letter, name in zip(_UNKNOWN, names, strict=True)
        if name != _UNKNOWN[letter]
    ]
    if not wrong:
        return correct(
            "All four told by what they keep: a permutation, the range, the sum, and the signs of"
            " derivatives."
        )
    right = len(_UNKNOWN) - len(wrong)
    reply = almost if right > 1 else hint
    return reply(
        f"{right or 'None'} of 4 {'is' if right == 1 else 'are'} right. {_contradiction(*wrong[0])}"
    )


def check_equal_error(answer: Any) -> Answer:
    """At which alpha is one comparator with Cauchy at most as far from the hard maximum as with
    optimal at alpha = 1?

    ``answer``: a number, 16 / pi, right to within 0.03.

    >>> check_equal_error(1)
    hint: At equal alpha Cauchy's comparator can be 5.09 times as far off as the optimal one.
    """
    right = Cauchy.bound / Optimal.bound
    mistakes = {
        1.0: hint(
            f"At equal alpha Cauchy's comparator can be {right:.2f} times as far off as the optimal"
            " one."
        ),
        1 / right: almost("The right ratio, the wrong way round: Cauchy needs the larger alpha."),
        Cauchy.bound: hint(
            "That is how far off Cauchy is at alpha = 1. At which alpha is that 0.0625?"
        ),
        Optimal.bound: hint(
            "That is how far off the optimal one is at alpha = 1. At which alpha is Cauchy as good?"
        ),
        1 / Optimal.bound: almost(
            "That would be right if Cauchy's bound were 1 / alpha. It is 1 / (pi alpha)."
        ),
        1 / Cauchy.bound: almost("At this alpha Cauchy's bound is 0.1013, not yet 0.0625."),
    }
    return judged_number(
        answer,
        right,
        f"1 / (pi alpha) = 1 / 16 gives alpha = 16 / pi = {right:.2f}.",
        mistakes,
        "Both bounds fall as 1 / alpha. Set Cauchy's, 0.3183 / alpha, equal to 0.0625.",
        within=0.03,
    )


def check_trade(state: ExplorerState) -> Answer:
    """Which method, at which alpha, is within 5 % of the hard sort and in its range, with no
    negative derivative and an output 3 that feels at least two inputs?

    ``state``: the state of a gallery that compares one method with the hard sort.

    >>> chosen = {"gallery_methods": "smoothmax", "gallery_output": 3}
    >>> check_trade(ExplorerState(values=VALUES, alpha=0.3, **chosen))
    hint: smoothmax has 36 negative derivatives at this alpha. Choose a method that is monotone.
    """
    if state.values != VALUES:
        return hint(
            "The numbers are not those of the exercise. Press Reset, and change only the method and"
            " alpha."
        )
    scene = gallery_scene(state.wires, VALUES, state.alpha, state.gallery_methods, 3)
    if len(scene.methods) != 2:
        return hint("Choose one method to lay beside the hard sort.")
    method, soft = scene.methods[1].name, scene.methods[1]
    if soft.result is None:
        return hint(f"{method} has no result at this alpha: {soft.missing}.")
    if not soft.facts.monotone:
        now = (
            f"has {soft.negative} negative derivatives at this alpha"
            if soft.negative
            else "can have negative derivatives"
        )
        return hint(f"{method} {now}. Choose a method that is monotone.")
    if not _within_range(soft.result.sorted):
        return hint(
            f"{method}: a result is outside the range of the values. Choose a method that cannot"
            " leave it."
        )
    if method == "softmax":
        return hint(
            "softmax stays within the range here only because it is all but hard. Choose a method"
            " that cannot leave it."
        )
    told = (
        f"{method} at alpha = {state.alpha:.3g}: error {100 * soft.error:.1f} %, output 3 feels"
        f" {soft.felt}"
    )
    if soft.error <= 0.05 and soft.felt >= 2:
        return correct(
            f"{told}. Close to the hard sort, with a neighbour in reach, and every sign is right."
        )
    if soft.error > 0.05 and soft.felt >= 2:
        return almost(
            f"{told}. It reaches far enough, but the error is above 5 %. Harder: does it still"
            " reach?"
        )
    if soft.error > 0.05:
        return hint(
            f"{told}. The error is too large, and yet the output feels too little. Try another"
            " method."
        )
    if method in ("Cauchy", "optimal"):
        return almost(f"{told}. The method can do it, at a softer alpha.")
    return hint(
        f"{told}. No other input is felt. Go softer; if the error is too large by then, change the"
        " method."
    )


def _result(name: str) -> Result:
    return METHODS[name].run(np.array(VALUES), bitonic(len(VALUES)), _ALPHA)


def _traits(result: Result) -> tuple[bool, ...]:
    """Which of each pair of ``_TELLING`` is true of a result: the first or not."""
    soft, jacobian, hard = result.sorted, result.jacobian, np.sort(VALUES)
    return (
        bool(np.allclose(soft, hard)),
        result.permutation is not None,
        _within_range(soft),
        bool(jacobian.min() > -1e-9),
        bool(np.isclose(soft.sum(), hard.sum())),
        bool((jacobian == 0).any()),
    )


def _within_range(soft: np.ndarray) -> bool:
    return bool(soft.min() > min(VALUES) - 1e-9 and soft.max() < max(VALUES) + 1e-9)


def _contradiction(letter: str, claimed: str) -> str:
    """What is true of the sort behind a letter and not of the claimed method."""
    found, own = _traits(_result(_UNKNOWN[letter])), _traits(_result(claimed))
    place = next(
        place for place, (ours, theirs) in enumerate(zip(found, own, strict=True)) if ours != theirs
    )
    yes, no = _TELLING[place]
    return f"{letter} {yes if found[place] else no}, {claimed} {yes if own[place] else no}."
