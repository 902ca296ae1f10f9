import numpy as np
import pytest
from sliders import alphas

from diffsort_core import Layer
from explorer import ExplorerState
from explorer.exercises.a_sort import check_last_layer, check_softness

VERDICTS = [
    *(
        (check_last_layer, "another form", answer, "correct")
        for answer in [
            [(1, 2)],
            ((1, 2),),
            [[1, 2]],
            [(1, 2), (0, 3)],
            {(1, 2)},
            {1: 2},
            (1, 2),
            np.array([[1, 2]]),
            [(1.0, 2.0)],
            "[(1, 2)]",
            [("1", "2")],
            Layer(((1, 2),)),
        ]
    ),
    *(
        (check_last_layer, "nearly right", answer, "almost")
        for answer in [[(2, 1)], [(1, 2), (3, 0)], (2, 1), {2: 1}, "[(2, 1)]"]
    ),
    *(
        (check_last_layer, "wrong", answer, "hint")
        for answer in [[(0, 1)], [(0, 3)], [(1, 3)], [(0, 1), (2, 3)], [(0, 2), (1, 3)]]
    ),
    *(
        (check_last_layer, "nonsense", answer, "hint")
        for answer in [
            None,
            [],
            "12",
            {},
            [(1, 4)],
            [(1, 2), (2, 3)],
            [(1, float("inf"))],
            [(1.9, 2.2)],
            [(True, 2)],
            object(),
            "wires",
        ]
    ),
    *(
        (check_softness, "another form", answer, "correct")
        for answer in [
            0.7943,
            0.8913,
            "0.8",
            np.float32(0.8),
            ExplorerState(alpha=0.75),
            ExplorerState(alpha=0.85),
        ]
    ),
    *(
        (check_softness, "nearly right", answer, "almost")
        for answer in [0.5, 1.1, "0.5", ExplorerState(alpha=0.6), ExplorerState(alpha=1.2)]
    ),
    *(
        (check_softness, "wrong", answer, "hint")
        for answer in [
            0,
            0.3,
            3,
            1e9,
            ExplorerState(alpha=0.01),
            ExplorerState(alpha=float("inf")),
            ExplorerState(values=[0, 1.8], alpha=0),  # which is 0.9 away
        ]
    ),
    *(
        (check_softness, "nonsense", answer, "hint")
        for answer in [None, "no", [], {}, object(), float("nan"), True]
    ),
]
SPELLINGS = {
    check_last_layer: ["(1, 2)", "[1, 2]", "(2, 1)", "wires 1 and 2"],
    check_softness: ["0.7943", "0.8", "0.71", "0.8913"],
}


STOPS = alphas(ExplorerState().values)


@pytest.mark.parametrize("start", range(0, len(STOPS), 10))
def test_following_the_replies_from_stop_to_stop_ends_well_and_never_gets_worse(start):
    worth, stop, seen = ("hint", "almost", "correct"), start, [0]
    for _ in STOPS:
        reply = check_softness(ExplorerState(alpha=STOPS[stop]))
        seen.append(worth.index(reply.verdict))
        if reply.verdict == "correct":
            break
        words = reply.words.split(" Hint ")[0].split(" The way ")[0]
        harder = any(word in words for word in ("harder",))
        stop += 1 if harder else -1
    assert seen == sorted(seen)
    assert seen[-1] == 2


def test_too_soft_and_too_hard_get_different_hints():
    assert (
        check_softness(ExplorerState(alpha=0.01)).words
        != check_softness(ExplorerState(alpha=100)).words
    )
