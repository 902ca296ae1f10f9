import re
from fractions import Fraction

import numpy as np
import pytest

from diffsort_core import bitonic, rank_jacobian
from explorer import ExplorerState, JacobianExplorer
from explorer.exercises.answer import NOTHING_YET, TRIED
from explorer.exercises.jacobian import (
    HEIGHTS,
    STOPS,
    WRONG_SIGN,
    check_lhotse,
    check_paths,
    check_wrong_sign,
)
from explorer.numbers import magnitude

RANK = ["hint", "almost", "correct"]
METRES = list(HEIGHTS.values())


def peaks(sigma, **choices):
    return ExplorerState(**{"values": METRES, "sigma": sigma, "alpha": 1.0, **choices})


def told(check, answer):
    """The reply to an answer that is the first to be wrong."""
    TRIED.clear()
    return check(answer)


VERDICTS = [
    (check_paths, "another form", 8, "correct"),
    (check_paths, "another form", 8.0, "correct"),
    (check_paths, "another form", "8", "correct"),
    (check_paths, "another form", " 8.0 ", "correct"),
    (check_paths, "another form", "8 paths", "correct"),
    (check_paths, "another form", "64/8", "correct"),
    (check_paths, "another form", [8], "correct"),
    (check_paths, "another form", (8,), "correct"),
    (check_paths, "another form", ["8 paths"], "correct"),
    (check_paths, "another form", np.array([8]), "correct"),
    (check_paths, "another form", np.int64(8), "correct"),
    (check_paths, "another form", np.array(2) ** 3, "correct"),
    (check_paths, "another form", Fraction(64, 8), "correct"),
    (check_paths, "nearly right", 0.125, "almost"),
    (check_paths, "nearly right", "1/8", "almost"),
    (check_paths, "nearly right", [0.125], "almost"),
    (check_paths, "nearly right", 1 / 64, "almost"),
    (check_paths, "nearly right", 7, "almost"),
    (check_paths, "nearly right", "9 paths", "almost"),
    (check_paths, "nearly right", 8.1, "almost"),
    (check_paths, "wrong", 1, "hint"),
    (check_paths, "wrong", 64, "hint"),
    (check_paths, "wrong", 512, "hint"),
    (check_paths, "wrong", "6", "hint"),
    (check_paths, "wrong", 24, "hint"),
    (check_paths, "wrong", 2, "hint"),
    (check_paths, "wrong", 16, "hint"),
    (check_paths, "wrong", 0, "hint"),
    (check_paths, "wrong", -8, "hint"),
    (check_paths, "wrong", 80, "hint"),
    (check_paths, "wrong", 10**300, "hint"),
    (check_paths, "nonsense", "many", "hint"),
    (check_paths, "nonsense", "paths", "hint"),
    (check_paths, "nonsense", "8 8", "hint"),
    (check_paths, "nonsense", [8, 8], "hint"),
    (check_paths, "nonsense", [], "hint"),
    (check_paths, "nonsense", {"paths": 8}, "hint"),
    (check_paths, "nonsense", float("nan"), "hint"),
    (check_paths, "nonsense", float("inf"), "hint"),
    (check_paths, "nonsense", 10**400, "hint"),
    (check_paths, "nonsense", len, "hint"),
    (check_wrong_sign, "another form", 26, "correct"),
    (check_wrong_sign, "another form", [25.57], "correct"),
    (check_wrong_sign, "another form", np.array([25.6]), "correct"),
    (check_wrong_sign, "another form", "25.6", "correct"),
    (check_wrong_sign, "another form", "25.6 m", "correct"),
    (check_wrong_sign, "another form", "25.6m", "correct"),
    (check_wrong_sign, "another form", " 25.6 metres", "correct"),
    (check_wrong_sign, "another form", "26 meters.", "correct"),
    (check_wrong_sign, "another form", ("26 m",), "correct"),
    (check_wrong_sign, "another form", np.array(["25.6 m"]), "correct"),
    (check_wrong_sign, "another form", np.float32(25.6), "correct"),
    (check_wrong_sign, "another form", 1.2784645 / 0.05, "correct"),
    (check_wrong_sign, "another form", "256/10", "correct"),
    (check_wrong_sign, "another form", 25.5, "correct"),
    (check_wrong_sign, "nearly right", 1.2785, "almost"),
    (check_wrong_sign, "nearly right", 1.28, "almost"),
    (check_wrong_sign, "nearly right", "1.3", "almost"),
    (check_wrong_sign, "nearly right", 63.9, "almost"),
    (check_wrong_sign, "nearly right", "64 m", "almost"),
    (check_wrong_sign, "nearly right", 25, "almost"),
    (check_wrong_sign, "nearly right", 25.4, "almost"),
    (check_wrong_sign, "nearly right", [27], "almost"),
    (check_wrong_sign, "wrong", 20, "hint"),
    (check_wrong_sign, "wrong", 48, "hint"),
    (check_wrong_sign, "wrong", 0.064, "hint"),
    (check_wrong_sign, "wrong", 5.57, "hint"),
    (check_wrong_sign, "wrong", 0.218, "hint"),
    (check_wrong_sign, "wrong", 0, "hint"),
    (check_wrong_sign, "wrong", "30 m", "hint"),
    (check_wrong_sign, "wrong", 100, "hint"),
    (check_wrong_sign, "wrong", 1e300, "hint"),
    (check_wrong_sign, "wrong", -25.6, "hint"),
    (check_wrong_sign, "wrong", float("inf"), "hint"),
    (check_wrong_sign, "nonsense", "far", "hint"),
    (check_wrong_sign, "nonsense", "m", "hint"),
    (check_wrong_sign, "nonsense", "25.6 km", "hint"),
    (check_wrong_sign, "nonsense", "25.6 m m", "hint"),
    (check_wrong_sign, "nonsense", [25, 26], "hint"),
    (check_wrong_sign, "nonsense", [], "hint"),
    (check_wrong_sign, "nonsense", {}, "hint"),
    (check_wrong_sign, "nonsense", float("nan"), "hint"),
    (check_wrong_sign, "nonsense", len, "hint"),
    (check_lhotse, "another form", peaks(40), "correct"),
    (check_lhotse, "another form", peaks(31.62), "correct"),
    (check_lhotse, "another form", peaks(55), "correct"),
    (check_lhotse, "another form", peaks(40, values=sorted(METRES)), "correct"),
    (check_lhotse, "another form", peaks(40, values=METRES[::-1]), "correct"),
    (check_lhotse, "another form", peaks(40, relaxation="Cauchy"), "correct"),
    (check_lhotse, "another form", peaks(40, relaxation="softmax"), "correct"),
    (check_lhotse, "another form", peaks(40, alpha=float("inf")), "correct"),
    (check_lhotse, "another form", peaks(12.59, alpha=0.02), "correct"),
    (check_lhotse, "nearly right", peaks(22.39), "almost"),
    (check_lhotse, "nearly right", peaks(27), "almost"),
    (check_lhotse, "nearly right", peaks(28.18), "almost"),
    (check_lhotse, "nearly right", peaks(63.1), "almost"),
    (check_lhotse, "nearly right", peaks(79.43), "almost"),
    (check_lhotse, "wrong", peaks(0.1), "hint"),
    (check_lhotse, "wrong", peaks(5), "hint"),
    (check_lhotse, "wrong", peaks(10), "hint"),
    (check_lhotse, "wrong", peaks(100), "hint"),
    (check_lhotse, "wrong", peaks(178), "hint"),
    (check_lhotse, "wrong", peaks(1e6), "hint"),
    (check_lhotse, "wrong", peaks(40, alpha=0), "hint"),
    (check_lhotse, "wrong", peaks(40, values=METRES[:-1]), "hint"),
    (check_lhotse, "nonsense", 40, "hint"),
    (check_lhotse, "nonsense", "Lhotse", "hint"),
    (check_lhotse, "nonsense", [40, 1], "hint"),
    (check_lhotse, "nonsense", {"sigma": 40}, "hint"),
    (check_lhotse, "nonsense", len, "hint"),
]

SPELLINGS = {
    check_paths: ["8", "8.0", "2**3", "2 ** 3", "64 / 8"],
    check_wrong_sign: ["25.57", "25.6", "25.5", "26", "1.2785", "1.28"],
    check_lhotse: [str(stop) for stop in STOPS if 30 < stop < 57] + ["30", "35", "40", "50", "55"],
}


@pytest.mark.parametrize("check", [check_paths, check_wrong_sign, check_lhotse])
def test_nothing_is_no_answer(check):
    assert check(None).words == NOTHING_YET


FORMATS_NAMED = [check_paths, check_wrong_sign, check_lhotse]


MISTAKES = [
    (check_paths, ["many", 1, 64, 512, 6, 24, 0.125, 1 / 64, 2, 7, 16]),
    (
        check_wrong_sign,
        ["far", -1, 1.28, 63.9, 0.064, 0.218, 5.57, 20, 48, 0, 25, 27, 30, 100],
    ),
    (
        check_lhotse,
        [3, *map(peaks, (0.1, 5, 10, 27, 63, 100)), peaks(40, alpha=0), peaks(40, values=[1])],
    ),
]


def test_as_many_paths_as_are_asked_for_are_there():
    reached = np.eye(8, dtype=int)[3]
    for layer in bitonic(8).layers:
        before = reached.copy()
        for low, high in layer.comparators:
            reached[[low, high]] = before[low] + before[high]
    assert [int(count) for count in {*reached}] == [8]
    assert check_paths(int(reached[0])).verdict == "correct"


def slope(gap):
    return float(WRONG_SIGN.derivative(np.array(0.0), np.array(gap))[0])


def test_the_accepted_gap_is_where_the_derivative_changes_its_sign():
    assert slope(25.6) < 0 < slope(25.5)


@pytest.mark.parametrize("gap", [0.0, 3.0, 15.0, 22.0, 25.0, 26.6, 27.3, 30.0, 70.0, 500.0, 1e4])
def test_what_is_said_of_a_gap_is_true_of_it(gap):
    words = told(check_wrong_sign, gap).words
    found = re.search(r"At (\S+) m the derivative is (-?[\d.]+(?:e-?\d+)?),", words)
    assert float(found[1]) == pytest.approx(gap, rel=1e-3)
    assert float(found[2]) == pytest.approx(slope(gap), rel=1e-3, abs=1e-300)
    assert ("not yet negative" in words) == (gap < 25.569)


def test_larger_and_smaller_lead_to_the_gap_and_never_away():
    gaps = np.arange(0.25, 120.0, 0.5)
    replies = [told(check_wrong_sign, gap) for gap in gaps if gap > 5.7 and not 62 < gap < 66]
    rank = [RANK.index(reply.verdict) for reply in replies]
    first, last = rank.index(2), len(rank) - 1 - rank[::-1].index(2)
    assert rank[: first + 1] == sorted(rank[: first + 1])
    assert rank[first : last + 1] == [2] * (last + 1 - first)
    assert rank[last:] == sorted(rank[last:], reverse=True)
    assert not any("smaller gap." in reply.words for reply in replies[:first])
    assert not any("larger gap." in reply.words for reply in replies[last + 1 :])


SETTINGS = [
    {"alpha": 1.0},
    {"alpha": 0.1},
    {"alpha": 0.02},
    {"alpha": float("inf")},
    {"alpha": 0.03},
    {"alpha": 0.05, "network": "odd-even transposition"},
    {"alpha": 0.2, "relaxation": "Cauchy"},
    {"alpha": 1.0, "relaxation": "softmax"},
    {"alpha": 0.5, "relaxation": "optimal", "network": "odd-even merge"},
    {"alpha": 1.0, "values": sorted(METRES)},
]


def influence(state):
    """Ranks per metre, by the mountain."""
    jacobian = rank_jacobian(state.wires, state.values, state.sigma, state.rule)
    by_height = dict(zip(state.values, np.abs(jacobian).sum(axis=0), strict=True))
    return {name: by_height[height] for name, height in HEIGHTS.items()}


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_wider_and_narrower_lead_to_lhotse_from_every_stop_and_no_verdict_gets_worse(setting):
    replies = [told(check_lhotse, peaks(stop, **setting)) for stop in STOPS]
    for start in range(len(STOPS)):
        place, rank = start, 0
        for _ in STOPS:
            reply = replies[place]
            assert RANK.index(reply.verdict) >= rank
            rank = RANK.index(reply.verdict)
            if reply.verdict == "correct":
                break
            assert ("Widen" in reply.words) != ("Narrow" in reply.words)
            place += 1 if "Widen" in reply.words else -1
        assert replies[place].verdict == "correct"


@pytest.mark.parametrize("setting", [*SETTINGS, {"alpha": 0.01}, {"alpha": 0}], ids=str)
def test_what_is_said_of_a_sigma_is_true_at_every_stop(setting):
    for stop in STOPS:
        state = peaks(stop, **setting)
        reply, moved = told(check_lhotse, state), influence(state)
        most = max(moved.values())
        if "no mountain moves a rank" in reply.words:
            assert most < 1e-6
            continue
        named, near = re.search(
            r"sigma = \S+ (.*?) (?:moves?|is Lhotse).*Within two sigmas of Lhotse, \S+ m,"
            r" stands? (.*?)\.(?: |$)",
            reply.words,
        ).groups()
        leaders = ["Lhotse"] if named == "it" else re.split(", | and ", named)
        assert {*leaders} == {name for name in moved if moved[name] > 0.999 * most}
        assert (reply.verdict == "correct") == (leaders == ["Lhotse"])
        there = {name for name in HEIGHTS if 0 < abs(HEIGHTS[name] - HEIGHTS["Lhotse"]) <= 2 * stop}
        said = {"no other mountain": set(), "all others": {*HEIGHTS} - {"Lhotse"}}
        assert said.get(near, {*re.split(", | and ", near)}) == there


@pytest.mark.parametrize("setting", [{"alpha": 0}, {"alpha": 0.01}, {"alpha": 0.003}])
def test_where_no_sigma_makes_it_lhotse_this_is_said(setting):
    for stop in STOPS:
        reply = told(check_lhotse, peaks(stop, **setting))
        assert reply.verdict == "hint"
        assert "no place of the slider makes it Lhotse" in reply.words
        assert influence(peaks(stop, **setting))["Lhotse"] < 1e-6 or "Lhotse mo" not in reply.words


def test_the_stops_are_those_of_the_slider():
    explorer = JacobianExplorer(METRES, alpha=1.0, sigma=10.0)
    field = next(each for each in explorer.fields if each["name"] == "sigma")
    low = field["low"] * 10.0 ** magnitude(explorer.state.values)
    count = round(np.log10(field["high"] / field["low"]) * field["per_decade"])
    assert np.allclose(
        STOPS, low * 10 ** (np.arange(count + 1) / field["per_decade"]), rtol=1e-3, atol=0
    )
    assert len(STOPS) == count + 1
    explorer.close()


def test_an_explorer_stands_for_its_state():
    explorer = JacobianExplorer(METRES, alpha=1.0, sigma=40.0)
    assert check_lhotse(explorer).verdict == "correct"
    explorer.close()


@pytest.mark.parametrize(
    ("check", "wrong"),
    [
        (check_paths, [50, 51, 52, 53]),
        (check_wrong_sign, [50, 51, 52, 53]),
        (check_lhotse, [peaks(sigma) for sigma in (100, 120, 140, 160)]),
    ],
)
def test_a_fourth_wrong_answer_is_told_the_way(check, wrong):
    words = [check(answer).words for answer in wrong]
    assert ["Hint 2" in words[1], "Hint 3" in words[2]] == [True, True]
    assert "solutions/07_reading_a_jacobian.ipynb" in words[3]
