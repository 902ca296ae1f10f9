import numpy as np
import pytest

from diffsort_core import Cauchy
from explorer import ExplorerState
from explorer.exercises.alpha import SPRINT, check_a_millisecond, check_race, check_three_wires


@pytest.mark.parametrize(
    "answer",
    [1000 / np.pi, 318.31, 318.3, "318.3", 319, 320.0, np.float32(318.31), Cauchy.bound / 0.001],
)
def test_the_alpha_for_a_millisecond_is_accepted_in_any_spelling(answer):
    assert check_a_millisecond(answer).verdict == "correct"


@pytest.mark.parametrize("answer", [0.3183, 318])
def test_the_alpha_per_millisecond_or_rounded_down_is_almost_right(answer):
    assert check_a_millisecond(answer).verdict == "almost"


def test_each_mistake_about_a_millisecond_has_its_own_hint():
    mistakes = [None, "ten", 0.00314, 62.5, 278.46, 1000, 318.2, 500]
    answers = [check_a_millisecond(mistake) for mistake in mistakes]
    assert {answer.verdict for answer in answers} == {"hint"}
    assert len({answer.words for answer in answers}) == 7


@pytest.mark.parametrize("answer", [3, 3.0, "3", np.array(3)])
def test_what_leaves_on_the_third_wire_is_accepted_in_any_spelling(answer):
    assert check_three_wires(answer).verdict == "correct"


def test_each_mistake_about_three_wires_has_its_own_reply():
    answers = {mistake: check_three_wires(mistake) for mistake in (None, 4, 12, 0, 6, 4.5, 2, 3.01)}
    assert {mistake for mistake, answer in answers.items() if answer.verdict == "almost"} == {4.5}
    assert "correct" not in {answer.verdict for answer in answers.values()}
    assert len({answer.words for answer in answers.values()}) == 7


def race(relaxation, alpha, **choices):
    return check_race(
        ExplorerState(
            **{"values": list(SPRINT.values()), **choices}, relaxation=relaxation, alpha=alpha
        )
    )


@pytest.mark.parametrize(
    ("relaxation", "alpha", "verdict"),
    [
        ("optimal", 79.43, "correct"),
        ("optimal", 100, "correct"),
        ("Cauchy", 400, "correct"),
        ("reciprocal", 1400, "correct"),
        ("optimal", 70, "almost"),
        ("Cauchy", 800, "almost"),
        ("optimal", float("inf"), "hint"),
        ("Cauchy", 3000, "hint"),
        ("Cauchy", 1, "hint"),
        ("Cauchy", 0, "hint"),
        ("smoothmax", 120, "hint"),
        ("Gaussian", 65, "hint"),
        ("softmax", 120, "hint"),
    ],
)
def test_the_race_is_judged_by_its_rule_and_from_both_sides(relaxation, alpha, verdict):
    assert race(relaxation, alpha).verdict == verdict


def test_each_way_to_miss_the_race_has_its_own_words():
    replies = [
        race("smoothmax", 120),
        race("softmax", 120),
        race("Cauchy", 1),
        race("Cauchy", 3000),
        race("optimal", 70),
        race("optimal", 150),
        race("optimal", 80, values=[3, 1, 2]),
    ]
    assert len({reply.words for reply in replies}) == len(replies)
    assert race("optimal", 80, values=sorted(SPRINT.values())).verdict == "correct"
