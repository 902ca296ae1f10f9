from fractions import Fraction

import numpy as np
import pytest

from explorer import ExplorerState, SortAnythingExplorer
from explorer.exercises.start import check_blend, check_share
from explorer.softness import deviation


def blend(**choices):
    return ExplorerState(**choices)


VERDICTS = [
    *(
        (check_share, "another form", answer, "correct")
        for answer in [
            1 / 16,
            0.0625,
            0.063,
            "0.0625",
            " 1/16 ",
            "6.25 %",
            6.25,
            6.3,
            [0.0625],
            np.float32(0.0625),
            Fraction(1, 16),
            np.full(16, 1 / 16),
        ]
    ),
    *(
        (check_share, "nearly right", answer, "almost")
        for answer in [0.125, 16, 0.06, 12.5, "1/8", "12.5%"]
    ),
    *((check_share, "wrong", answer, "hint") for answer in [0.5, 1, 0, 0.3, 0.07, -0.0625]),
    *(
        (check_share, "nonsense", answer, "hint")
        for answer in [None, "a sixteenth part", [], {}, [None], object(), "1/0", float("nan")]
    ),
    *(
        (check_blend, "another form", answer, "correct")
        for answer in [
            1.85,
            2,
            "2",
            np.float64(2.2),
            blend(alpha=1.9),
        ]
    ),
    *(
        (check_blend, "nearly right", answer, "almost")
        for answer in [2.6, 1.63, blend(alpha=2.6), blend(alpha=1.63), "2.6"]
    ),
    *(
        (check_blend, "wrong", answer, "hint")
        for answer in [
            100,
            1,
            0,
            blend(alpha=1000),
            blend(alpha=0.2),
            blend(material="table", alpha=0.0),
            blend(pieces=2, alpha=1000.0),
            blend(pieces=16, alpha=2),
            blend(descending=True, alpha=2),
        ]
    ),
    *(
        (check_blend, "nonsense", answer, "hint")
        for answer in [None, "no", [], {}, object(), -1, float("nan"), True]
    ),
]
SPELLINGS = {
    check_share: ["1/16", "1 / 16", "0.0625", "0.063", "6.25"],
    check_blend: ["alpha=2", "1.85", "2.2"],
}


SPREAD = deviation(SortAnythingExplorer().scene().keys_before)
STOPS = [0, *(10 ** (-2 + stop / 20) for stop in range(101))]


@pytest.mark.parametrize("start", range(0, len(STOPS), 10))
def test_following_the_replies_from_stop_to_stop_ends_well_and_never_gets_worse(start):
    worth, stop, seen = ("hint", "almost", "correct"), start, [0]
    for _ in STOPS:
        reply = check_blend(ExplorerState(alpha=STOPS[stop] / SPREAD))
        seen.append(worth.index(reply.verdict))
        if reply.verdict == "correct":
            break
        words = reply.words.split(" Hint ")[0].split(" The way ")[0]
        harder = any(word in words for word in ("A little more", "too small"))
        stop += 1 if harder else -1
    assert seen == sorted(seen)
    assert seen[-1] == 2


def test_what_was_changed_beside_alpha_is_named():
    assert "choice of pieces" in check_blend(blend(pieces=16, alpha=2)).words
