"""The exercises of the lesson *which soft sort?*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from diffsort_core import Cauchy, Optimal, bitonic

from ..scenes.gallery import gallery_scene
from ..scenes.gallery_methods import METHODS, Result
from ..state import ExplorerState
from .answer import Answer, almost, astray, correct, exercise, hint, judged_number

LESSON = "11_which_soft_sort.ipynb"
VALUES = (5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0)
_ALPHA = 0.2
_SOFT = [name for name in METHODS if name != "hard sort"]
_UNKNOWN = dict(zip("ABCD", (_SOFT[place] for place in bytes.fromhex("06000301")), strict=True))
_ALSO = {
    "logsumexp": "softmax",
    "logistic": "smoothmax",
    "hard": "hard sort",
    "isotonicsort": "isotonic",
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


@exercise(
    LESSON,
    "Two of the four have no permutation, and only one of these two stays within the range of x,"
    " which is from -1 to 42.",
    "The other two have a permutation and the sum of x, so each comes from a network. Negative"
    " derivatives tell them apart, and then derivatives that are exactly 0.",
)
def check_names(answer: Any) -> Answer:
    """Which four methods made the four unknown sorts?

    ``answer``: four names of the gallery, for A, B, C and D in this order, or by letter.

    >>> check_names(["Cauchy", "Cauchy", "Cauchy", "Cauchy"])
    hint: None of 4 are right. A has no soft permutation, Cauchy has a soft permutation.
    """
    given = _by_letter(answer)
    if isinstance(given, Answer):
        return given
    wrong = [(letter, name) for letter, name in given.items() if name != _UNKNOWN[letter]]
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


def _by_letter(answer: Any) -> dict[str, str] | Answer:
    """The names of methods that an answer gives to A, B, C and D, as the gallery spells them."""
    wanted = f"Write four names, for A, B, C and D, of these: {', '.join(METHODS)}."
    if isinstance(answer, set | frozenset):
        return hint(f"A set has no order. {wanted}")
    if isinstance(answer, str):
        answer = [part for part in re.split(r"[,;\n]", answer) if part.strip()]
    if isinstance(answer, np.ndarray):
        answer = answer.tolist()
    if isinstance(answer, Mapping):
        letters = [str(key).strip().upper() for key in answer]
        words = [*answer.values()]
    elif isinstance(answer, list | tuple):
        letters, words = [*_UNKNOWN], [*answer]
    else:
        return hint(f"{wanted} Yours is of type {type(answer).__name__}.")
    if sorted(letters) != [*_UNKNOWN] or len(words) != len(letters):
        seen = f"the letters {', '.join(letters)}" if letters != [*_UNKNOWN] else len(words)
        return hint(f"{wanted} You gave {seen}.")
    known = {_plain(name): name for name in METHODS} | _ALSO
    names = {letter: known.get(_plain(word)) for letter, word in zip(letters, words, strict=True)}
    for letter, word in zip(letters, words, strict=True):
        if names[letter] is None:
            return hint(f"{wanted} {word!r} is none of them.")
    return {letter: str(names[letter]) for letter in _UNKNOWN}


def _plain(word: Any) -> str:
    """A name without spaces, hyphens, capitals, or the brackets of a call; that of a class or a
    function."""
    name = str(getattr(word, "__name__", word)).partition("(")[0]
    return re.sub(r"[^a-z]", "", name.casefold())


@exercise(
    LESSON,
    "Write down the bound of each comparator as a number over its own alpha. Set the two equal.",
    "One side is 1 / (pi alpha), the other what Optimal has at alpha = 1. Solve for alpha.",
)
def check_equal_error(answer: Any) -> Answer:
    """At which alpha is one comparator with Cauchy at most as far from the hard maximum as with
    optimal at alpha = 1?

    ``answer``: a number, to two decimals.

    >>> check_equal_error(1)
    hint: At equal alpha the bound of Cauchy's comparator is larger than that of the optimal one.
    """
    right = Cauchy.bound / Optimal.bound
    mistakes = {
        1.0: hint(
            "At equal alpha the bound of Cauchy's comparator is larger than that of the optimal"
            " one."
        ),
        1 / right: almost("The right ratio, the wrong way round: Cauchy needs the larger alpha."),
        Cauchy.bound: hint(
            f"That is how far off Cauchy is at alpha = 1. At which alpha is that {Optimal.bound:g}?"
        ),
        Optimal.bound: hint(
            "That is how far off the optimal one is at alpha = 1. At which alpha is Cauchy as good?"
        ),
        1 / Optimal.bound: almost(
            "That would be right if Cauchy's bound were 1 / alpha. It is 1 / (pi alpha)."
        ),
        1 / Cauchy.bound: almost(
            f"At this alpha Cauchy's bound is {Cauchy.bound**2:.4f}, not yet {Optimal.bound:g}."
            " (But the two are equally steep at the tie.)"
        ),
    }
    number = _one_number(answer)
    far = f"Both bounds fall as 1 / alpha. Set Cauchy's, {Cauchy.bound:.4f} / alpha, equal to"
    reply = judged_number(
        number,
        right,
        f"1 / (pi alpha) = {Optimal.bound:g} gives alpha = {right:.2f}. There Cauchy's weight is"
        f" {right * Cauchy.bound:.2f} times as steep at the tie as the optimal one.",
        mistakes,
        f"{far} {Optimal.bound:g}.",
        within=0.006,
    )
    if reply.words.startswith(far) and abs(float(number) - right) < 0.1:
        return almost("Near: give two decimals, and check them.")
    return reply


def _one_number(answer: Any) -> Any:
    """The only entry of a list or an array of one, or the answer itself."""
    if isinstance(answer, np.ndarray):
        answer = answer.tolist()
    while isinstance(answer, list | tuple) and len(answer) == 1:
        (answer,) = answer
    return answer


@exercise(
    LESSON,
    "Only three methods have no negative derivative and cannot leave the range: their rows say"
    " 'never negative', and 'yes' or 'a projection' under 'mixes?'.",
    "With Cauchy and optimal both the error and the reach fall as alpha grows. Read both in the"
    " table, and stop where the error has just come below 5 %.",
    asked="One method: error within 5 %, in the range, never negative, output 3 feels two inputs.",
)
def check_trade(answer: Any) -> Answer:
    """Which method, at which alpha, is within 5 % of the hard sort and in its range, with no
    negative derivative and an output 3 that feels at least two inputs?

    ``answer``: the state of a gallery that compares one method with the hard sort, or the gallery.

    >>> chosen = {"gallery_methods": "smoothmax", "gallery_output": 3}
    >>> check_trade(ExplorerState(values=VALUES, alpha=0.3, **chosen))
    hint: smoothmax has 36 negative derivatives at this alpha. Choose a method that is monotone.
    """
    state = getattr(answer, "state", answer)
    if not isinstance(state, ExplorerState):
        return hint(
            "Put trade.state in the place of None, once the gallery shows your choice. Yours is of"
            f" type {type(answer).__name__}."
        )
    if state.values != VALUES:
        return astray(
            "The numbers are not those of the exercise. Press Reset, and change only the method and"
            " alpha."
        )
    how = (state.gallery_methods, 3, state.same_slope)
    scene = gallery_scene(state.wires, VALUES, state.alpha_in_force, *how)
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
        f"{method} at alpha = {state.alpha_in_force:.3g}: error {100 * soft.error:.2f} %,"
        f" output 3 feels {soft.felt} {'input' if soft.felt == 1 else 'inputs'}"
    )
    near, reaches = soft.error <= 0.05, soft.felt >= 2
    if near and reaches:
        return correct(
            f"{told}. Close to the hard sort, with a neighbour in reach, and every sign is right."
        )
    if soft.result.permutation is None:
        missing = (
            "The error is too large, and yet the output feels too little"
            if not near and not reaches
            else "No other input is felt"
            if near
            else "The error is above 5 %"
        )
        return hint(
            f"{told}. {missing}. With this method no alpha does both: once its error is small"
            " enough, output 3 feels one input only. Try another method."
        )
    if not near:
        return almost(f"{told}. The error is above 5 %: go harder, that is, to a larger alpha.")
    return almost(f"{told}. No other input is felt: go softer, that is, to a smaller alpha.")


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
