"""The exercises of the lesson *sorting anything*."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from diffsort_core import bitonic, vector_sort
from diffsort_core.checks import within

from ..state import ExplorerState
from ..style import number
from .answer import Answer, almost, astray, correct, exercise, hint, seen
from .targets import most_blended, things_of

ASKED = ("digits by brightness", 8, 0)
"""What check_readable is of: the material, how many, and which sample."""
ROWS = np.array([[1.0, 5.0], [30.0, 30.0], [6.0, 9.0], [80.0, -2.0]])
WANTED = (1, 3, 2, 0)
ORDERS = {
    (0, 2, 3, 1): almost(
        "That is the order upside down: vector_sort puts the greatest key first. Change both signs."
    ),
    (3, 1, 2, 0): hint(
        "(80, -2) still comes first. (30, 30) has more only in the second column: how much must"
        " that weigh?"
    ),
    (1, 2, 0, 3): hint(
        "The second column weighs so much that (80, -2) falls to the end. The first column has to"
        " count a little more."
    ),
    (1, 2, 3, 0): almost("Nearly: (6, 9) has passed (80, -2). A little less of the second column."),
    (0, 2, 1, 3): hint(
        "A negative weight for the first column turns it round. Begin with two positive weights."
    ),
}
"""Orders of the rows that a likely key gives, and what is said of them."""
THINGS = np.array([3, 4j])
LEAST, MOST = 0.5, 0.58
"""Between these is the largest share of the most blended place, where a sort is as soft as it can
be read."""


@exercise(
    "08_sorting_anything.ipynb",
    "A larger alpha makes every place easier to read, a smaller one softer. Look only at the place"
    " that the sentence under the slider names.",
    "The share of that place should stand just above one half. Start where you can read every"
    " digit, and go down a stop at a time.",
    asked="Be as soft as you can while every place is at least half one digit.",
    targets=most_blended(LEAST, MOST),
)
def check_readable(answer: Any) -> Answer:
    """Is the sort as soft as it may be while at least half of every place is one digit?

    ``answer``: the state of the SortAnythingExplorer, or that explorer; accepted is a largest share
    of 0.5 to 0.58 in the most blended place.

    >>> by = {"material": "digits by brightness", "sample": 0, "descending": True}
    >>> check_readable(ExplorerState(alpha=150, **by))
    hint: No picture has more than 0.2005 of place 3: that is a crowd. A larger alpha parts it.
    """
    state = getattr(answer, "state", answer)
    if not isinstance(state, ExplorerState):
        return hint(f"Give readable.state, the choices of the explorer; this is {seen(answer)}.")
    if (state.material, state.pieces, state.sample) != ASKED:
        name, pieces, sample = ASKED
        return astray(
            f"The explorer sorts something else now. Choose {name!r}, {pieces} of them, sample"
            f" {sample} again, and change alpha only."
        )
    things = things_of(state)
    largest = things.mix.max(axis=1)
    place, share = int(np.argmin(largest)), float(largest.min())
    told = f"No {things.noun} has more than {number(share)} of place {place}"
    if LEAST <= share <= MOST:
        return correct(
            f"Place {place} is the most blended; {number(share)} of it is one {things.noun}, and of"
            " the others more."
        )
    if MOST < share <= 0.8:
        return almost(
            f"Each place can be read, place {place} with {number(share)} of one {things.noun}; it"
            " may be softer still, with a smaller alpha."
        )
    if share > 0.8:
        return hint(
            f"Even in place {place} one {things.noun} has {number(share)}: hardly anything blends."
            " A smaller alpha is softer."
        )
    if share >= 0.4:
        return almost(f"{told}: a little more alpha.")
    return hint(f"{told}: that is a crowd. A larger alpha parts it.")


@exercise(
    "08_sorting_anything.ipynb",
    "Write the keys of (30, 30) and (80, -2) with u = 1 and an unknown v. From which v on is the"
    " first of them the greater?",
    "Do the same with (80, -2) and (6, 9): that says which v is too much. Any v between the two"
    " bounds will do with u = 1.",
)
def check_key(answer: Any) -> Answer:
    """Which u and v make ``rows @ [u, v]`` sort the rows into (30, 30), (80, -2), (6, 9), (1, 5)?

    ``answer``: the two numbers, in a list or the like, or as {"u": 1, "v": 0}; the rows are
    (1, 5), (30, 30), (6, 9), (80, -2), and the greatest key comes first.

    >>> check_key([1, 0])
    hint: (80, -2) still comes first. (30, 30) has more only in the second column: how much must
    that weigh?
    """
    try:
        u, v = (within(weight, "weight", -1e100, 1e100) for weight in _pair(answer))
    except (TypeError, ValueError):
        return hint(
            "Write two numbers in a list, such as [1, 0]: the weight of the first column and that"
            f" of the second. This is {seen(answer)}."
        )
    weights = np.array([u, v]) / (max(abs(u), abs(v)) or 1.0)
    keys = ROWS @ weights
    if min(abs(np.diff(np.sort(keys)))) < 1e-9:
        return hint(
            f"Under these weights the keys are {', '.join(map(number, keys))}: two are equal, and"
            " their rows are averaged."
        )
    result = vector_sort(bitonic(4), np.eye(4), lambda thing: thing @ keys, np.inf)
    order = tuple(result.argmax(axis=1).tolist())
    if order == WANTED:
        return correct(
            f"The keys of the four rows are {', '.join(number(key) for key in ROWS @ [u, v])}."
        )
    rows = ", ".join("({}, {})".format(*map(number, ROWS[row])) for row in order)
    return ORDERS.get(order, hint(f"This key gives the order {rows}. Compare the keys by hand."))


@exercise(
    "08_sorting_anything.ipynb",
    "Half of each: add the two numbers and divide by 2. That is a complex number.",
    "The modulus of a + bi is the root of a² + b². Here a is half of 3, and b is half of 4.",
)
def check_half(answer: Any) -> Answer:
    """What is the modulus of the mixture, half and half, of 3 and 4i?

    ``answer``: one number, to two decimals.

    >>> check_half(3.5)
    hint: That is the mean of the two moduli. Mix the numbers first, and take the modulus then.
    """
    half = complex(vector_sort(bitonic(2), THINGS, np.abs, alpha=0)[0])
    right, moduli = abs(half), np.abs(THINGS)
    try:
        given = _complex(answer)
    except (TypeError, ValueError):
        return hint(f"Write one number, such as 3 or 0.5. This is {seen(answer)}.")
    if given.imag:
        if abs(given - half) < 0.005:
            return almost("That is the mixture itself. How far is it from 0?")
        return hint("A modulus is a real number: the distance from 0.")
    value, squares = given.real, float((moduli**2).mean())
    if abs(value - right) <= 0.005:
        return correct(
            f"|{half.real:g} + {half.imag:g}i| = {right:g}: less than either modulus, for the two"
            " do not point the same way."
        )
    mixed = "of the squares of the two moduli. Mix the numbers first, and take the modulus then."
    replies = {
        float(moduli.mean()): hint(
            "That is the mean of the two moduli. Mix the numbers first, and take the modulus then."
        ),
        2 * right: almost("That is the modulus of the sum. Of each number there is only half."),
        right**2: almost("That is the square of the modulus."),
        squares**0.5: hint(f"That is the root of the mean {mixed}"),
        squares: hint(f"That is the mean {mixed}"),
        float(moduli.sum()): hint(
            "Moduli do not add up, unless the numbers point the same way; and of each there is only"
            " half."
        ),
        float(moduli[1] - moduli[0]) / 2: hint(
            "Half of 3 and half of 4i stand at a right angle: neither adds to the other nor takes"
            " away from it."
        ),
        -right: almost("The size is right, but a distance is never negative."),
    }
    for known, reply in replies.items():
        if abs(value - known) <= 0.005:
            return reply
    if abs(value - right) <= 0.05:
        return almost("That is near, but not right to two decimals.")
    return hint("The mixture is (3 + 4i) / 2. How far is that from 0?")


def _pair(answer: Any) -> list[Any]:
    """Two things in their order, from whatever has one."""
    if isinstance(answer, Mapping):
        return [answer[name] for name in "uv"] if set(answer) == {"u", "v"} else []
    if isinstance(answer, str):
        return answer.strip(" ()[]").replace(",", " ").split()
    if isinstance(answer, (set, frozenset)):
        raise TypeError("a set has no order")
    return np.asarray(answer).ravel().tolist()


def _complex(answer: Any) -> complex:
    if isinstance(answer, str):
        return complex(answer.replace(" ", "").replace("i", "j"))
    found = np.asarray(answer)
    if found.size != 1 or found.dtype.kind not in "iufcU":
        raise TypeError("not one number")
    given = complex(found.ravel()[0])
    if not np.isfinite(given):
        raise ValueError("not a finite number")
    return given
