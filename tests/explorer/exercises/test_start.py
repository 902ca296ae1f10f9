from fractions import Fraction

import numpy as np
import pytest

from explorer import ExplorerState
from explorer.exercises.start import check_blend, check_share


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
            5,
            5.5,
            "5.5",
            np.float64(5.5),
            blend(sharpness=5.2),
        ]
    ),
    *(
        (check_blend, "nearly right", answer, "almost")
        for answer in [7, 4.4, blend(sharpness=7), blend(sharpness=4.4), "7"]
    ),
    *(
        (check_blend, "wrong", answer, "hint")
        for answer in [
            100,
            1,
            0,
            blend(sharpness=1000),
            blend(sharpness=0.5),
            blend(material="table", sharpness=0.0),
            blend(pieces=2, sharpness=1000.0),
            blend(pieces=16, sharpness=5.5),
            blend(descending=True, sharpness=5.5),
        ]
    ),
    *(
        (check_blend, "nonsense", answer, "hint")
        for answer in [None, "no", [], {}, object(), -1, float("nan"), True]
    ),
]
SPELLINGS = {
    check_share: ["1/16", "1 / 16", "0.0625", "0.063", "6.25"],
    check_blend: ["5.0", "5.5"],
}


STOPS = [0, *(10 ** (-2 + stop / 20) for stop in range(101))]


@pytest.mark.parametrize("start", range(0, len(STOPS), 10))
def test_following_the_replies_from_stop_to_stop_ends_well_and_never_gets_worse(start):
    worth, stop, seen = ("hint", "almost", "correct"), start, [0]
    for _ in STOPS:
        reply = check_blend(ExplorerState(sharpness=STOPS[stop]))
        seen.append(worth.index(reply.verdict))
        if reply.verdict == "correct":
            break
        words = reply.words.split(" Hint ")[0].split(" The way ")[0]
        harder = any(word in words for word in ("A little more", "too small"))
        stop += 1 if harder else -1
    assert seen == sorted(seen)
    assert seen[-1] == 2


def test_what_was_changed_beside_alpha_is_named():
    assert "choice of pieces" in check_blend(blend(pieces=16, sharpness=5.5)).words
