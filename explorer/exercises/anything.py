"""The exercises of the lesson *sorting anything*."""

from __future__ import annotations

from typing import Any

import numpy as np

from diffsort_core import NETWORKS, DiffsortError, bitonic, vector_sort
from diffsort_core.checks import within

from ..scenes.anything import anything_scene
from ..scenes.materials import material
from ..state import ExplorerState
from ..style import number
from .answer import NOTHING_YET, Answer, almost, correct, hint, judged_number

ROWS = np.array([[1.0, 5.0], [30.0, 30.0], [6.0, 9.0], [80.0, -2.0]])
WANTED = (1, 3, 2, 0)
TRIED = (
    (
        (0, 2, 3, 1),
        almost(
            "That is the order upside down: vector_sort puts the greatest key first. Change both"
            " signs."
        ),
    ),
    (
        (3, 1, 2, 0),
        hint(
            "(80, -2) still comes first. (30, 30) has more only in the second column: how much must"
            " that weigh?"
        ),
    ),
    (
        (1, 2, 0, 3),
        hint(
            "By so much of the second column (80, -2) falls to the end. The first column has to"
            " count a little more."
        ),
    ),
    (
        (1, 2, 3, 0),
        almost("Nearly: (6, 9) has passed (80, -2). A little less of the second column."),
    ),
    (
        (0, 2, 1, 3),
        hint(
            "A negative weight for the first column turns it round. Begin with two positive"
            " weights."
        ),
    ),
)
"""Orders of the rows that a likely key gives, and what is said of them."""


def check_readable(state: ExplorerState) -> Answer:
    """Is the sort as soft as it may be while at least half of every place is one thing?

    ``state``: the state of a SortAnythingExplorer; accepted is a largest share of 0.5 to 0.58 in
    the most blended place.

    >>> check_readable(ExplorerState(sharpness=2))
    hint: No digit has more than 0.2018 of place 3: that is a crowd. A larger alpha parts it.
    """
    try:
        things = material(state.material, state.pieces, state.sample, state.table, state.column)
    except DiffsortError as error:
        return hint(f"There is nothing to sort yet: {error}.")
    network = NETWORKS[state.network](len(things.things))
    largest = anything_scene(
        things, network, state.comparator, state.sharpness, state.descending
    ).mix.max(axis=1)
    place, share = int(np.argmin(largest)), float(largest.min())
    told = f"No {things.noun} has more than {number(share)} of place {place}"
    if 0.5 <= share <= 0.58:
        return correct(
            f"Place {place} is the most blended; {number(share)} of it is one {things.noun}, and of"
            " the others more."
        )
    if 0.58 < share <= 0.8:
        return almost(
            f"Each place can be read, place {place} with {number(share)} of one {things.noun}; it"
            " may be softer still."
        )
    if share > 0.8:
        return hint(
            f"Even in place {place} one {things.noun} has {number(share)}: hardly anything blends."
            " Which way is softer?"
        )
    if share >= 0.4:
        return almost(f"{told}: a little more alpha.")
    return hint(f"{told}: that is a crowd. A larger alpha parts it.")


def check_key(answer: Any) -> Answer:
    """Which u and v make ``rows @ [u, v]`` sort the rows into (30, 30), (80, -2), (6, 9), (1, 5)?

    ``answer``: the two numbers; the rows are (1, 5), (30, 30), (6, 9), (80, -2), and the greatest
    key comes first.

    >>> check_key([1, 0])
    hint: (80, -2) still comes first. (30, 30) has more only in the second column: how much must
    that weigh?
    """
    if answer is None:
        return hint(NOTHING_YET)
    try:
        if isinstance(answer, str):
            raise TypeError
        u, v = (within(weight, "weight", -1e100, 1e100) for weight in answer)
    except (TypeError, ValueError):
        return hint(
            "Write two numbers in a list, such as [1, 0]: the weight of the first column and that"
            " of the second."
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
    first = "({}, {})".format(*map(number, ROWS[order[0]]))
    return dict(TRIED).get(
        order, hint(f"{first} comes first. Write down u and v times each row, and compare.")
    )


def check_half(answer: Any) -> Answer:
    """What is the modulus of the mixture, half and half, of 3 and 4i?

    ``answer``: one number, to within 0.005.

    >>> check_half(3.5)
    hint: That is the mean of the two moduli. Mix the numbers first, and take the modulus then.
    """
    things = np.array([3, 4j])
    half = vector_sort(bitonic(2), things, np.abs, alpha=0)[0]
    right = float(abs(half))
    if isinstance(answer, (complex, np.complexfloating)):
        if abs(answer - half) < 0.005:
            return almost("That is the mixture itself. How far is it from 0?")
        return hint("A modulus is a real number: the distance from 0.")
    mistakes = {
        3.5: hint(
            "That is the mean of the two moduli. Mix the numbers first, and take the modulus then."
        ),
        5: almost("That is the modulus of the sum. Of each number there is only half."),
        right**2: almost("That is the square of the modulus."),
        12.5**0.5: hint(
            "That is the root of the mean of 3² and 4². The mixture is 1.5 + 2i; what is its"
            " modulus?"
        ),
        12.5: hint("That is the mean of 3² and 4². The mixture is 1.5 + 2i; what is its modulus?"),
        7: hint(
            "Moduli do not add up, unless the numbers point the same way; and of each there is only"
            " half."
        ),
        0.5: hint(
            "Half of 3 and half of 4i stand at a right angle: neither adds to the other nor takes"
            " away from it."
        ),
    }
    praise = "|1.5 + 2i| = 2.5: less than either modulus, for the two do not point the same way."
    return judged_number(
        answer,
        right,
        praise,
        mistakes,
        "The mixture is (3 + 4i) / 2. How far is that from 0?",
        0.005,
    )
