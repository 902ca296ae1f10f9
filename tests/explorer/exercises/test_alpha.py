import re

import numpy as np
import pytest
from sliders import alphas

from diffsort_core import Cauchy
from explorer import AlphaExplorer, ExplorerState
from explorer.choices import RELAXATIONS
from explorer.exercises.alpha import (
    SPRINT,
    check_a_millisecond,
    check_race,
    check_three_wires,
)
from explorer.exercises.answer import TRIED

RANK = ["hint", "almost", "correct"]
TIMES = list(SPRINT.values())


def race(relaxation, alpha, **choices):
    return ExplorerState(**{"values": TIMES, **choices}, relaxation=relaxation, alpha=alpha)


VERDICTS = [
    (check_a_millisecond, "another form", 1000 / np.pi, "correct"),
    (check_a_millisecond, "another form", 318.31, "correct"),
    (check_a_millisecond, "another form", 318.3, "correct"),
    (check_a_millisecond, "another form", "318.3", "correct"),
    (check_a_millisecond, "another form", " 319 ", "correct"),
    (check_a_millisecond, "another form", 320.0, "correct"),
    (check_a_millisecond, "another form", np.float32(318.3), "correct"),
    (check_a_millisecond, "another form", np.array(318.35), "correct"),
    (check_a_millisecond, "another form", np.array([318.4]), "correct"),
    (check_a_millisecond, "another form", [318.5], "correct"),
    (check_a_millisecond, "another form", "3183/10", "correct"),
    (check_a_millisecond, "another form", Cauchy.bound / 0.001, "correct"),
    (check_a_millisecond, "nearly right", 0.3183, "almost"),
    (check_a_millisecond, "nearly right", 0.32, "almost"),
    (check_a_millisecond, "nearly right", 318, "almost"),
    (check_a_millisecond, "nearly right", 318.2, "almost"),
    (check_a_millisecond, "nearly right", 321, "almost"),
    (check_a_millisecond, "nearly right", 330, "almost"),
    (check_a_millisecond, "wrong", 62.5, "hint"),
    (check_a_millisecond, "wrong", 278.5, "hint"),
    (check_a_millisecond, "wrong", 279, "hint"),
    (check_a_millisecond, "wrong", 693, "hint"),
    (check_a_millisecond, "wrong", 170, "hint"),
    (check_a_millisecond, "wrong", 1000, "hint"),
    (check_a_millisecond, "wrong", 0.00314, "hint"),
    (check_a_millisecond, "wrong", 1910, "hint"),
    (check_a_millisecond, "wrong", 331, "hint"),
    (check_a_millisecond, "wrong", 300, "hint"),
    (check_a_millisecond, "wrong", 1e9, "hint"),
    (check_a_millisecond, "nonsense", "ten", "hint"),
    (check_a_millisecond, "nonsense", {}, "hint"),
    (check_a_millisecond, "nonsense", [318.3, 320], "hint"),
    (check_a_millisecond, "nonsense", float("nan"), "hint"),
    (check_a_millisecond, "nonsense", float("inf"), "hint"),
    (check_a_millisecond, "nonsense", -318.31, "hint"),
    (check_a_millisecond, "nonsense", 0, "hint"),
    (check_a_millisecond, "nonsense", "1/0", "hint"),
    (check_a_millisecond, "nonsense", len, "hint"),
    (check_three_wires, "another form", 3, "correct"),
    (check_three_wires, "another form", 3.0, "correct"),
    (check_three_wires, "another form", "3", "correct"),
    (check_three_wires, "another form", "6/2", "correct"),
    (check_three_wires, "another form", np.array(3), "correct"),
    (check_three_wires, "another form", np.array([3.0]), "correct"),
    (check_three_wires, "another form", (3,), "correct"),
    (check_three_wires, "another form", {3}, "correct"),
    (check_three_wires, "nearly right", 4.5, "almost"),
    (check_three_wires, "nearly right", "4.5", "almost"),
    (check_three_wires, "nearly right", 3.01, "almost"),
    (check_three_wires, "nearly right", 2.95, "almost"),
    (check_three_wires, "nearly right", [4.5, 4.5, 3], "almost"),
    (check_three_wires, "nearly right", np.array([4.5, 4.5, 3.0]), "almost"),
    (check_three_wires, "wrong", 4, "hint"),
    (check_three_wires, "wrong", 12, "hint"),
    (check_three_wires, "wrong", 0, "hint"),
    (check_three_wires, "wrong", 6, "hint"),
    (check_three_wires, "wrong", 2, "hint"),
    (check_three_wires, "wrong", -3, "hint"),
    (check_three_wires, "nonsense", "three", "hint"),
    (check_three_wires, "nonsense", [], "hint"),
    (check_three_wires, "nonsense", [3, 4.5, 4.5], "hint"),
    (check_three_wires, "nonsense", ["a", "b", "c"], "hint"),
    (check_three_wires, "nonsense", {"wire": 2}, "hint"),
    (check_three_wires, "nonsense", float("inf"), "hint"),
    (check_three_wires, "nonsense", object(), "hint"),
    (check_race, "another form", race("optimal", 79.43), "correct"),
    (check_race, "another form", race("optimal", 100), "correct"),
    (check_race, "another form", race("Cauchy", 400), "correct"),
    (check_race, "another form", race("reciprocal", 1400), "correct"),
    (check_race, "another form", race("optimal", 80, values=sorted(TIMES)), "correct"),
    (check_race, "another form", race("optimal", 80, values=TIMES[::-1]), "correct"),
    (check_race, "nearly right", race("optimal", 70), "almost"),
    (check_race, "nearly right", race("optimal", 150), "almost"),
    (check_race, "nearly right", race("Cauchy", 800), "almost"),
    (check_race, "nearly right", race("Cauchy", 300), "almost"),
    (check_race, "nearly right", race("reciprocal", 1000), "almost"),
    (check_race, "wrong", race("optimal", float("inf")), "hint"),
    (check_race, "wrong", race("Cauchy", 3000), "hint"),
    (check_race, "wrong", race("Cauchy", 1), "hint"),
    (check_race, "wrong", race("Cauchy", 0), "hint"),
    (check_race, "wrong", race("smoothmax", 120), "hint"),
    (check_race, "wrong", race("Gaussian", 65), "hint"),
    (check_race, "wrong", race("softmax", 120), "hint"),
    (check_race, "wrong", race("optimal", 80, values=[3, 1, 2]), "hint"),
    (check_race, "nonsense", 79.43, "hint"),
    (check_race, "nonsense", "optimal", "hint"),
    (check_race, "nonsense", ("optimal", 79.43), "hint"),
    (check_race, "nonsense", {"alpha": 79.43, "relaxation": "optimal"}, "hint"),
    (check_race, "nonsense", [], "hint"),
]


def test_an_explorer_stands_for_its_state():
    explorer = AlphaExplorer(TIMES, relaxation="optimal", alpha=79.43)
    assert check_race(explorer).verdict == "correct"
    explorer.close()


MISTAKES = [
    (
        check_a_millisecond,
        ["ten", 0, 0.00314, 0.3183, 62.5, 170, 278.46, 300, 318, 500, 693, 1000, 1910],
    ),
    (check_three_wires, ["ten", 4, 12, 0, 6, 4.5, 2, 3.01, [4.5, 4.5, 3]]),
    (
        check_race,
        [
            race("smoothmax", 120),
            race("softmax", 120),
            race("Cauchy", 1),
            race("Cauchy", 3000),
            race("optimal", 70),
            race("optimal", 150),
            race("optimal", 80, values=[3, 1, 2]),
            3,
        ],
    ),
]


FORMATS_NAMED = [check_a_millisecond, check_three_wires, check_race]


@pytest.mark.parametrize("answer", [200.0, 300.0, 317.0, 325.0, 400.0, 1500.0])
def test_what_is_said_of_an_alpha_is_true_of_it(answer):
    words = check_a_millisecond(answer).words
    assert float(re.search(r"at most ([\d.]+) milliseconds", words)[1]) == pytest.approx(
        1000 * Cauchy.bound / answer, abs=5e-4
    )
    assert ("kept" in words) == (Cauchy.bound / answer <= 0.001)


@pytest.mark.parametrize(
    ("answer", "row"),
    [
        (278.5, "smoothmax"),
        (279, "smoothmax"),
        (170, "the Gaussian"),
        (1000.0, "the reciprocal"),
        (62.5, "the optimal relaxation"),
        (63, "the optimal relaxation"),
        (693, "log-sum-exp"),
    ],
)
def test_another_line_of_the_table_is_recognised_when_it_is_rounded(answer, row):
    assert f"the alpha for {row}." in check_a_millisecond(answer).words


@pytest.mark.parametrize("network", ["bitonic", "odd-even merge", "odd-even transposition"])
@pytest.mark.parametrize("relaxation", [*RELAXATIONS])
def test_softer_and_harder_lead_to_the_goal_and_never_away(relaxation, network):
    replies = []
    stops = alphas(TIMES)
    for alpha in stops[relaxation == "softmax" :]:  # which has no meaning at 0
        TRIED.clear()
        replies.append(check_race(race(relaxation, alpha, network=network)))
    rank = [RANK.index(reply.verdict) for reply in replies]
    if relaxation not in ("Cauchy", "reciprocal", "optimal"):
        assert {*rank} == {0}
        return
    assert 2 in rank
    first, last = rank.index(2), len(rank) - 1 - rank[::-1].index(2)
    assert rank[: first + 1] == sorted(rank[: first + 1])
    assert rank[first : last + 1] == [2] * (last + 1 - first)
    assert rank[last:] == sorted(rank[last:], reverse=True)
    assert all("harder" in reply.words for reply in replies[:first])
    assert all("softer" in reply.words for reply in replies[last + 1 :])


@pytest.mark.parametrize("check", [check_a_millisecond, check_three_wires])
def test_a_fourth_wrong_answer_is_told_the_way(check):
    words = [check(wrong).words for wrong in (50, 51, 52, 53)]
    assert ["Hint 2" in words[1], "Hint 3" in words[2]] == [True, True]
    assert "solutions/04_from_maximum_to_mean.ipynb" in words[3]


USUAL = ["318.3", "318.31", "318.3099", "3", "79.43", "79"]
SPELLINGS = dict.fromkeys([check_a_millisecond, check_three_wires, check_race], USUAL)
