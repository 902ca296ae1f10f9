from math import pi

import numpy as np
import pytest

from explorer import ExplorerState
from explorer.exercises.which import (
    VALUES,
    check_equal_error,
    check_names,
    check_trade,
    unknown_sorts,
)
from explorer.scenes.gallery_methods import METHODS

RIGHT = ["isotonic", "softmax", "optimal", "smoothmax"]


def trade(method, alpha, values=VALUES):
    return check_trade(
        ExplorerState(values=values, alpha=alpha, gallery_methods=method, gallery_output=3)
    )


@pytest.mark.parametrize(
    "answer",
    [
        RIGHT,
        tuple(RIGHT),
        dict(zip("ABCD", RIGHT, strict=True)),
        [" Isotonic", "log-sum-exp", "Optimal", "logistic"],
    ],
)
def test_the_four_names_are_accepted_in_any_spelling(answer):
    assert check_names(answer).verdict == "correct"


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("place", range(4))
def test_one_wrong_name_is_almost_right_and_told_what_contradicts_it(place, name):
    answer = [*RIGHT]
    answer[place] = name
    reply = check_names(answer)
    if name == RIGHT[place]:
        assert reply.verdict == "correct"
    else:
        assert reply.verdict == "almost"
        assert reply.words.startswith("3 of 4 are right. " + "ABCD"[place])
        assert name in reply.words


def test_three_or_four_wrong_names_get_a_hint():
    assert check_names(["isotonic", "Cauchy", "softmax", "hard sort"]).words.startswith(
        "1 of 4 is right"
    )
    assert check_names([*RIGHT[1:], "SoftSort"]).words.startswith("None of 4 are right")
    assert {check_names([*RIGHT[1:], "SoftSort"]).verdict, check_names(["hard"] * 4).verdict} == {
        "hint"
    }


@pytest.mark.parametrize(
    "answer",
    [None, "isotonic", 3, [], RIGHT[:3], [*RIGHT, "Cauchy"], [*RIGHT[:3], "bubble"], [1, 2, 3, 4]],
)
def test_what_is_no_list_of_four_names_gets_a_hint(answer):
    assert check_names(answer).verdict == "hint"


def test_no_two_methods_that_are_asked_for_look_alike():
    sorts = unknown_sorts()
    assert len({sort.sorted.tobytes() for sort in sorts.values()}) == 4
    assert [sort.permutation is None for sort in sorts.values()] == [True, True, False, False]


@pytest.mark.parametrize("answer", [16 / pi, 5.09, 5.093, 5.1, np.float32(5.0930)])
def test_equal_error_is_accepted_in_any_spelling(answer):
    assert check_equal_error(answer).verdict == "correct"


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [(pi / 16, "almost"), (16, "almost"), (pi, "almost"), (1, "hint"), (5, "hint"), (5.2, "hint")],
)
def test_a_near_miss_of_equal_error_is_refused(answer, verdict):
    assert check_equal_error(answer).verdict == verdict


def test_each_mistake_about_equal_error_has_its_own_reply():
    mistakes = [None, "equal", 1, pi / 16, 1 / pi, 0.0625, 16, pi, 7]
    assert len({check_equal_error(mistake).words for mistake in mistakes}) == len(mistakes)


@pytest.mark.parametrize(
    ("method", "alpha"), [("Cauchy", 0.55), ("Cauchy", 0.631), ("Cauchy", 1.0), ("optimal", 0.1259)]
)
def test_a_trade_that_keeps_all_conditions_is_right(method, alpha):
    assert trade(method, alpha).verdict == "correct"


@pytest.mark.parametrize(
    ("method", "alpha", "verdict"),
    [
        ("Cauchy", 0.4, "almost"),
        ("Cauchy", 2, "almost"),
        ("optimal", 0.3, "almost"),
        ("isotonic", 0.1, "almost"),
        ("isotonic", 0.3, "hint"),
        ("isotonic", 0.6, "hint"),
        ("softmax", 0.4, "hint"),
        ("softmax", 50, "hint"),
        ("SoftSort", 0.2, "hint"),
        ("smoothmax", 1e6, "hint"),
        ("softmax", 0, "hint"),
        ("all", 0.6, "hint"),
    ],
)
def test_a_trade_that_breaks_a_condition_is_not(method, alpha, verdict):
    assert trade(method, alpha).verdict == verdict


def test_each_broken_condition_has_its_own_reply():
    tried = [
        ("Cauchy", 0.4),
        ("Cauchy", 2),
        ("isotonic", 0.6),
        ("isotonic", 0.3),
        ("softmax", 0.4),
        ("softmax", 50),
        ("softmax", 0),
        ("SoftSort", 0.2),
        ("smoothmax", 1e6),
        ("all", 0.6),
    ]
    replies = {trade(method, alpha).words for method, alpha in tried} | {
        trade("Cauchy", 0.6, [1, 2, 3]).words
    }
    assert len(replies) == len(tried) + 1
