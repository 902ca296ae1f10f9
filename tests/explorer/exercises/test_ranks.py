from functools import cache
from math import inf

import numpy as np
import pytest
from sklearn.datasets import load_diabetes
from sliders import alphas

from diffsort_core import SmoothMax, bitonic, diff_sort, order_matrix
from diffsort_core.families import ANY_N
from explorer import ExplorerState, RankingExplorer
from explorer.choices import RELAXATIONS
from explorer.exercises.answer import NOTHING_YET, TRIED
from explorer.exercises.ranks import (
    HARD,
    PEOPLE,
    TIED,
    WIDTHS,
    check_places,
    check_swap,
    check_tie,
)

RANK = ["hint", "almost", "correct"]
LOST = ("Cauchy", "reciprocal")
"""The relaxations under which it cannot be done with an alpha of 6."""


def people(alpha, sigma, **choices):
    return ExplorerState(**{"values": PEOPLE, **choices}, alpha=alpha, sigma=sigma)


VERDICTS = [
    (check_places, "another form", [1, 3, 4, 0, 2], "correct"),
    (check_places, "another form", (1.0, 3, 4, 0, 2), "correct"),
    (check_places, "another form", np.argsort([3, 0, 4, 1, 2]), "correct"),
    (check_places, "another form", np.array([[1.0, 3.0, 4.0, 0.0, 2.0]]), "correct"),
    (check_places, "another form", ["1", "3", "4", "0", "2"], "correct"),
    (check_places, "another form", [np.int8(1), np.float32(3), 4, 0, 2], "correct"),
    (check_places, "another form", {0: 1, 1: 3, 2: 4, 3: 0, 4: 2}, "correct"),
    (check_places, "another form", {3: 0, 0: 1, 4: 2, 1: 3, 2: 4}, "correct"),
    (check_places, "another form", {"3": 0, "0": 1, "4": 2.0, "1": "3", "2": 4}, "correct"),
    (check_places, "another form", "[1,3,4,0,2]", "correct"),
    (check_places, "another form", "1 3 4 0 2", "correct"),
    (check_places, "another form", " (1.0; 3; 4; 0; 2) ", "correct"),
    (check_places, "another form", "13402", "correct"),
    (check_places, "another form", iter([1, 3, 4, 0, 2]), "correct"),
    (check_places, "nearly right", [2, 4, 5, 1, 3], "almost"),
    (check_places, "nearly right", "2 4 5 1 3", "almost"),
    (check_places, "nearly right", [2, 0, 4, 3, 1], "almost"),
    (check_places, "nearly right", np.array([2.0, 0, 4, 3, 1]), "almost"),
    (check_places, "nearly right", [3, 1, 0, 4, 2], "almost"),
    (check_places, "nearly right", {0: 3, 1: 1, 2: 0, 3: 4, 4: 2}, "almost"),
    (check_places, "wrong", [3, 0, 4, 1, 2], "hint"),
    (check_places, "wrong", {0: 3, 1: 0, 2: 4, 3: 1, 4: 2}, "hint"),
    (check_places, "wrong", [2, 1, 4, 0, 3], "hint"),
    (check_places, "wrong", "0 1 2 3 4", "hint"),
    (check_places, "wrong", [0, 0, 1, 1, 2], "hint"),
    (check_places, "wrong", [1, 3, 4, 2, 0], "hint"),
    (check_places, "wrong", [1.4, 3, 4, 0, 2], "hint"),
    (check_places, "nonsense", [1, 3, 4, 0], "hint"),
    (check_places, "nonsense", [1, 3, 4, 0, 2, 2], "hint"),
    (check_places, "nonsense", {1, 3, 4, 0, 2}, "hint"),
    (check_places, "nonsense", {1: 1, 2: 3, 3: 4, 4: 0, 5: 2}, "hint"),
    (check_places, "nonsense", "runner", "hint"),
    (check_places, "nonsense", 3, "hint"),
    (check_places, "nonsense", range(0), "hint"),
    (check_places, "nonsense", [[1, 3], [4, 0]], "hint"),
    (check_places, "nonsense", [1, "x", 4, 0, 2], "hint"),
    (check_places, "nonsense", [1, float("nan"), 4, 0, 2], "hint"),
    (check_places, "nonsense", [1, 3, 4, 0, inf], "hint"),
    (check_places, "nonsense", len, "hint"),
    (check_tie, "another form", people(5.623, 0.03162), "correct"),
    (check_tie, "another form", people(5.012, 0.03981), "correct"),
    (check_tie, "another form", people(6, 0.06), "correct"),
    (check_tie, "another form", people(5, 0.05, relaxation="optimal"), "correct"),
    (check_tie, "another form", people(3, 0.03, relaxation="Gaussian"), "correct"),
    (check_tie, "another form", people(5.623, 0.05, network="odd-even merge"), "correct"),
    (check_tie, "nearly right", people(10, 0.03), "almost"),
    (check_tie, "nearly right", people(inf, 0.05), "almost"),
    (check_tie, "nearly right", people(5, 0.2), "almost"),
    (check_tie, "nearly right", people(5, 0.01), "almost"),
    (check_tie, "nearly right", people(4.2, 0.02), "almost"),
    (check_tie, "nearly right", people(100, 0.2), "almost"),
    (check_tie, "wrong", people(3, 0.001), "hint"),
    (check_tie, "wrong", people(5, 0.001), "hint"),
    (check_tie, "wrong", people(3, 0.1), "hint"),
    (check_tie, "wrong", people(5, 0.5), "hint"),
    (check_tie, "wrong", people(3, 0.03), "hint"),
    (check_tie, "wrong", people(0, 1), "hint"),
    (check_tie, "wrong", people(5, 0.03, relaxation="Cauchy"), "hint"),
    (check_tie, "wrong", people(100, 0.05, relaxation="reciprocal"), "hint"),
    (check_tie, "wrong", people(5, 0.5, values=[2, 2]), "hint"),
    (check_tie, "wrong", people(5, 0.03, values=sorted(PEOPLE)), "hint"),
    (check_tie, "nonsense", 0.03, "hint"),
    (check_tie, "nonsense", (5, 0.03), "hint"),
    (check_tie, "nonsense", {"alpha": 5, "sigma": 0.03}, "hint"),
    (check_tie, "nonsense", "wider", "hint"),
    (check_tie, "nonsense", [], "hint"),
    (check_swap, "another form", 12 / 504, "correct"),
    (check_swap, "another form", 1 / 42, "correct"),
    (check_swap, "another form", 0.0238, "correct"),
    (check_swap, "another form", 0.024, "correct"),
    (check_swap, "another form", "0.02381", "correct"),
    (check_swap, "another form", "1/42", "correct"),
    (check_swap, "another form", " 12 / 504 ", "correct"),
    (check_swap, "another form", "2.38%", "correct"),
    (check_swap, "another form", "2.4 %", "correct"),
    (check_swap, "another form", 2.38, "correct"),
    (check_swap, "another form", "2.381", "correct"),
    (check_swap, "another form", [1 / 42], "correct"),
    (check_swap, "another form", np.array([0.0238]), "correct"),
    (check_swap, "another form", np.array(1 / 42), "correct"),
    (check_swap, "another form", np.float32(0.0238), "correct"),
    (check_swap, "nearly right", 1 - 1 / 42, "almost"),
    (check_swap, "nearly right", "97.6 %", "almost"),
    (check_swap, "nearly right", -1 / 42, "almost"),
    (check_swap, "nearly right", 6 / 504, "almost"),
    (check_swap, "nearly right", 2 / 504, "almost"),
    (check_swap, "nearly right", 12 / 520, "almost"),
    (check_swap, "nearly right", 0.023, "almost"),
    (check_swap, "nearly right", 0.025, "almost"),
    (check_swap, "nearly right", 0.0243, "almost"),
    (check_swap, "nearly right", "2.45 %", "almost"),
    (check_swap, "wrong", 24 / 504, "hint"),
    (check_swap, "wrong", 12 / 63, "hint"),
    (check_swap, "wrong", 1 / 8, "hint"),
    (check_swap, "wrong", "25 %", "hint"),
    (check_swap, "wrong", 0, "hint"),
    (check_swap, "wrong", 0.5, "hint"),
    (check_swap, "wrong", 42, "hint"),
    (check_swap, "wrong", "0.0238 %", "hint"),
    (check_swap, "wrong", 238, "hint"),
    (check_swap, "wrong", inf, "hint"),
    (check_swap, "nonsense", "a little", "hint"),
    (check_swap, "nonsense", "a little %", "hint"),
    (check_swap, "nonsense", [0.0238, 0.024], "hint"),
    (check_swap, "nonsense", {}, "hint"),
    (check_swap, "nonsense", float("nan"), "hint"),
    (check_swap, "nonsense", "1/0", "hint"),
    (check_swap, "nonsense", len, "hint"),
]

SPELLINGS = {
    check_places: ["1, 3, 4, 0, 2", "13402", "1 3 4 0 2", "0: 1"],
    check_tie: ["5", "5.0", "5.6", "5.623", "0.03", "0.04"],
    check_swap: ["0.024", "0.0238", "0.02381", "2.38", "2.4", "1/42", "1 / 42", "12 / 504", "42"],
}


@pytest.mark.parametrize("check", [check_places, check_tie, check_swap])
def test_nothing_is_no_answer(check):
    assert check(None).words == NOTHING_YET


MISTAKES = [
    (
        check_places,
        [
            [3, 0, 4, 1, 2],
            [2, 1, 4, 0, 3],
            [0, 0, 1, 1, 2],
            [1, 3, 4, 2, 0],
            [1, 4, 3, 2, 0],
            [1, 2],
            {1, 3, 4, 0, 2},
            [2, 4, 5, 1, 3],
            [2, 0, 4, 3, 1],
            [3, 1, 0, 4, 2],
        ],
    ),
    (
        check_tie,
        [
            people(3, 0.03),
            people(5, 0.001),
            people(5, 0.01),
            people(5, 0.2),
            people(5, 0.5),
            people(10, 0.03),
            people(5, 0.03, relaxation="Cauchy"),
            people(5, 0.03, values=[2, 2]),
            3,
        ],
    ),
    (
        check_swap,
        [
            1 - 1 / 42,
            -1 / 42,
            6 / 504,
            24 / 504,
            2 / 504,
            12 / 520,
            12 / 63,
            1 / 8,
            2 / 8,
            0,
            0.5,
            0.025,
            "a little",
        ],
    ),
]


FORMATS_NAMED = [check_places, check_swap]


def test_how_many_ranks_are_right_is_counted():
    assert check_places([1, 3, 4, 2, 0]).words.startswith("3 of five ranks are right")
    TRIED.clear()
    assert check_places([1, 4, 3, 2, 0]).words.startswith("1 of five ranks is right")


def test_of_all_falls_just_those_that_are_rightly_rounded_are_right():
    for decimals in (3, 4, 5):
        right = [each for each in range(10**decimals // 10) if _right(each / 10**decimals)]
        assert round(10**decimals / 42) in right
        assert len(right) == {3: 1, 4: 2, 5: 11}[decimals]  # of 4, 0.0238 and 0.0240


def _right(fall):
    TRIED.clear()
    return check_swap(fall).verdict == "correct"


def test_the_eight_are_those_of_the_lesson():
    assert tuple(load_diabetes(scaled=False).data[12:20, 2].tolist()) == PEOPLE
    assert HARD.tolist() == [0, 5, 1, 2.5, 7, 6, 4, 2.5]


def test_an_explorer_stands_for_its_state():
    explorer = RankingExplorer(PEOPLE, alpha=5.0, sigma=0.03)
    assert check_tie(explorer).verdict == "correct"
    explorer.close()


ALPHAS = alphas(PEOPLE)
"""The stops of alpha's slider for the eight; those of sigma's are WIDTHS."""


@cache
def said(alpha, sigma, relaxation="smoothmax", network="bitonic"):
    TRIED.clear()
    return check_tie(people(alpha, sigma, relaxation=relaxation, network=network))


def way_on(words, place, stop):
    """Where a reply sends from a stop of each slider, and that it names one way only."""
    ways = {
        "Take a larger alpha.": (1, 0),
        "take a smaller alpha.": (-1, 0),
        "Take a wider one.": (0, 1),
        "Take a narrower one.": (0, -1),
    }
    (way,) = [step for named, step in ways.items() if named in words]
    return place + way[0], stop + way[1]


def walked(alphas, relaxation="smoothmax", network="bitonic"):
    """From every stop of both sliders, one stop at a time and as the replies say, the verdict never
    gets worse, and in the end it is right."""
    arrive = set()
    for place in range(len(alphas)):
        for stop in range(len(WIDTHS)):
            path, at = [], (place, stop)
            while at not in arrive:
                assert at not in path, "a circle"
                path.append(at)
                reply = said(alphas[at[0]], WIDTHS[at[1]], relaxation, network)
                if reply.verdict == "correct":
                    break
                after = way_on(reply.words, *at)
                assert 0 <= after[0] < len(alphas)
                assert 0 <= after[1] < len(WIDTHS)
                then = said(alphas[after[0]], WIDTHS[after[1]], relaxation, network)
                assert RANK.index(then.verdict) >= RANK.index(reply.verdict), (reply, then)
                at = after
            arrive |= {*path}
    assert len(arrive) == len(alphas) * len(WIDTHS)


def test_from_every_stop_of_both_sliders_the_replies_lead_to_the_goal_and_never_away():
    walked(ALPHAS)


@pytest.mark.parametrize(
    ("relaxation", "network"),
    [(each, "bitonic") for each in RELAXATIONS if each not in (*LOST, "smoothmax")]
    + [("smoothmax", each) for each in ANY_N if each != "bitonic"],
)
def test_so_they_do_under_other_relaxations_and_with_other_networks(relaxation, network):
    walked([alpha for alpha in ALPHAS if 1.9 < alpha < 8], relaxation, network)


@pytest.mark.parametrize("network", [*ANY_N])
@pytest.mark.parametrize("relaxation", LOST)
def test_where_no_alpha_will_do_another_relaxation_is_asked_for(relaxation, network):
    for alpha in (0.0, 1.0, 5.0, 6.0, 100.0, inf):
        for sigma in WIDTHS[::4]:
            reply = said(alpha, sigma, relaxation, network)
            assert reply.verdict == "hint"
            assert "Choose another relaxation." in reply.words


def test_what_is_said_of_the_kernel_is_true():
    for alpha in ALPHAS[::4]:
        places = diff_sort(bitonic(8), PEOPLE, SmoothMax(alpha))
        for sigma in WIDTHS:
            words = said(alpha, sigma).words
            matrix = order_matrix(np.array(PEOPLE), places, sigma)
            off = np.abs(matrix @ np.arange(8) - HARD)
            if "nearest place" in words:
                assert matrix[TIED].max() > 0.9
                assert off[TIED].max() > 0.05
            if "many places" in words:
                assert matrix.max(axis=1).min() < 0.7
            if "no width" in words:
                assert alpha < 4


@pytest.mark.parametrize("network", [*ANY_N])
@pytest.mark.parametrize("relaxation", [each for each in RELAXATIONS if each not in LOST])
def test_what_is_right_shares_the_pair_between_its_two_places(relaxation, network):
    for alpha in (3.0, 4.467, 5.012, 5.623, 6.0):
        state = people(alpha, 1, relaxation=relaxation, network=network)
        places = diff_sort(state.wires, PEOPLE, state.rule)
        for sigma in WIDTHS:
            if said(alpha, sigma, relaxation, network).verdict == "correct":
                shares = order_matrix(np.array(PEOPLE), places, sigma)[TIED][:, 2:4]
                assert shares.sum(axis=1).min() > 0.94
                assert shares.min() > 0.4
