import numpy as np
import pytest

from explorer import ExplorerState
from explorer.exercises.jacobian import (
    HEIGHTS,
    WRONG_SIGN,
    check_lhotse,
    check_paths,
    check_wrong_sign,
)


@pytest.mark.parametrize("answer", [8, 8.0, "8", np.int64(8)])
def test_the_number_of_paths_is_accepted_in_any_spelling(answer):
    assert check_paths(answer).verdict == "correct"


def test_each_mistake_about_the_paths_has_its_own_reply():
    answers = {
        mistake: check_paths(mistake) for mistake in (None, "many", 1, 64, 6, 24, 2, 0.125, 16, 8.1)
    }
    assert {mistake for mistake, answer in answers.items() if answer.verdict == "almost"} == {0.125}
    assert "correct" not in {answer.verdict for answer in answers.values()}
    assert len({answer.words for answer in answers.values()}) == 9


@pytest.mark.parametrize("answer", [25.57, 25.5, 25.6, "25.57", 1.2784645 / 0.05, np.float32(25.6)])
def test_the_gap_of_the_wrong_sign_is_accepted_to_a_decimetre_or_two(answer):
    assert check_wrong_sign(answer).verdict == "correct"


def test_the_accepted_gap_is_where_the_derivative_changes_its_sign():
    before, after = (
        float(WRONG_SIGN.derivative(np.array(0.0), np.array(gap))[0]) for gap in (25.5, 25.6)
    )
    assert after < 0 < before


def test_each_mistake_about_the_gap_has_its_own_reply():
    answers = {
        mistake: check_wrong_sign(mistake)
        for mistake in (None, "far", 1.2785, 0.064, 5.57, 20, 48, 25, 26, 100)
    }
    assert {mistake for mistake, answer in answers.items() if answer.verdict == "almost"} == {
        1.2785
    }
    assert "correct" not in {answer.verdict for answer in answers.values()}
    assert len({answer.words for answer in answers.values()}) == 8


def lhotse(sigma, **choices):
    return check_lhotse(
        ExplorerState(**{"values": list(HEIGHTS.values()), "sigma": sigma, **choices})
    )


@pytest.mark.parametrize(
    ("sigma", "verdict"),
    [
        (0.1, "hint"),
        (5, "hint"),
        (10, "hint"),
        (27, "almost"),
        (30, "correct"),
        (40, "correct"),
        (55, "correct"),
        (100, "hint"),
    ],
)
def test_lhotse_is_judged_from_both_sides(sigma, verdict):
    assert lhotse(sigma).verdict == verdict


def test_each_way_to_miss_lhotse_has_its_own_words():
    replies = [
        lhotse(0.1),
        lhotse(5),
        lhotse(10),
        lhotse(27),
        lhotse(100),
        lhotse(40, values=sorted(HEIGHTS.values())),
    ]
    assert len({reply.words.split("it is")[-1] for reply in replies}) == len(replies)


@pytest.mark.parametrize(
    "choices", [{"relaxation": "Cauchy"}, {"relaxation": "softmax"}, {"alpha": float("inf")}]
)
def test_lhotse_is_found_under_other_relaxations_too(choices):
    assert lhotse(40, **choices).verdict == "correct"
