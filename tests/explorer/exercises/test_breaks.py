import inspect
import re
from itertools import pairwise

import numpy as np
import pytest

from diffsort_core import (
    Cauchy,
    Gaussian,
    LogSumExp,
    SmoothMax,
    bitonic,
    diff_sort,
    error_analysis,
    odd_even_merge,
    soft_permutation,
    sort_through,
)
from explorer.exercises.breaks import PLANETS, check_overflow, check_planets, check_ten_percent

MASSES = np.array(list(PLANETS.values()))
HARD = np.sort(MASSES)
RANK = {"hint": 0, "almost": 1, "correct": 2}
LIMIT = np.log(np.finfo("f4").max) / 0.5


def through_logarithms(alpha, relaxation=SmoothMax, network=bitonic):
    return sort_through(network(8), MASSES, np.log, np.exp, relaxation(alpha))


def tenth_powers(alpha):
    return sort_through(
        bitonic(8), MASSES, lambda x: x**0.1, lambda x: x**10, SmoothMax(10 * alpha)
    )


ANOTHER, NEARLY, WRONG, NONSENSE = "another form", "nearly right", "wrong", "nonsense"
VERDICTS = [
    (check_ten_percent, ANOTHER, 11, "correct"),
    (check_ten_percent, ANOTHER, 10.0, "correct"),
    (check_ten_percent, ANOTHER, "12", "correct"),
    (check_ten_percent, ANOTHER, np.float32(12), "correct"),
    (check_ten_percent, ANOTHER, [11], "correct"),
    (check_ten_percent, ANOTHER, np.array(11), "correct"),
    (check_ten_percent, NEARLY, 8, "almost"),
    (check_ten_percent, NEARLY, 9, "almost"),
    (check_ten_percent, NEARLY, 16, "almost"),
    (check_ten_percent, NEARLY, 20, "almost"),
    (check_ten_percent, NEARLY, "22", "almost"),
    (check_ten_percent, WRONG, 0.09, "hint"),
    (check_ten_percent, WRONG, 1, "hint"),
    (check_ten_percent, WRONG, 5, "hint"),
    (check_ten_percent, WRONG, 64, "hint"),
    (check_ten_percent, WRONG, 1000, "hint"),
    (check_ten_percent, WRONG, 0, "hint"),
    (check_ten_percent, WRONG, -11, "hint"),
    (check_ten_percent, NONSENSE, None, "hint"),
    (check_ten_percent, NONSENSE, "much", "hint"),
    (check_ten_percent, NONSENSE, float("inf"), "hint"),
    (check_ten_percent, NONSENSE, float("nan"), "hint"),
    (check_ten_percent, NONSENSE, True, "hint"),
    (check_ten_percent, NONSENSE, [11, 12], "hint"),
    (check_ten_percent, NONSENSE, {"alpha": 11}, "hint"),
    (check_ten_percent, NONSENSE, [], "hint"),
    (check_overflow, ANOTHER, 177, "correct"),
    (check_overflow, ANOTHER, "177.4", "correct"),
    (check_overflow, ANOTHER, np.float64(177.445), "correct"),
    (check_overflow, ANOTHER, np.log(np.finfo("f4").max) / 0.5, "correct"),
    (check_overflow, ANOTHER, [177.4], "correct"),
    (check_overflow, ANOTHER, 176.1, "correct"),
    (check_overflow, ANOTHER, 176, "correct"),
    (check_overflow, NEARLY, 88.7, "almost"),
    (check_overflow, NEARLY, 89, "almost"),
    (check_overflow, NEARLY, 1419.6, "almost"),
    (check_overflow, NEARLY, 178, "almost"),
    (check_overflow, NEARLY, 180, "almost"),
    (check_overflow, NEARLY, 174, "almost"),
    (check_overflow, WRONG, 44.4, "hint"),
    (check_overflow, WRONG, 709.8, "hint"),
    (check_overflow, WRONG, 3.4e38, "hint"),
    (check_overflow, WRONG, 0, "hint"),
    (check_overflow, WRONG, -177, "hint"),
    (check_overflow, WRONG, 300, "hint"),
    (check_overflow, NONSENSE, None, "hint"),
    (check_overflow, NONSENSE, "large", "hint"),
    (check_overflow, NONSENSE, float("inf"), "hint"),
    (check_overflow, NONSENSE, float("nan"), "hint"),
    (check_overflow, NONSENSE, [88, 177], "hint"),
    (check_overflow, NONSENSE, np.exp, "hint"),
    (check_planets, ANOTHER, through_logarithms(4), "correct"),
    (check_planets, ANOTHER, list(through_logarithms(2.8)), "correct"),
    (check_planets, ANOTHER, tuple(through_logarithms(5)), "correct"),
    (check_planets, ANOTHER, [str(mass) for mass in through_logarithms(4)], "correct"),
    (check_planets, ANOTHER, through_logarithms(4).astype("f4").reshape(8, 1), "correct"),
    (check_planets, ANOTHER, through_logarithms(4).round(3), "correct"),
    (check_planets, ANOTHER, through_logarithms(10, Cauchy), "correct"),
    (check_planets, ANOTHER, through_logarithms(2, Gaussian), "correct"),
    (check_planets, ANOTHER, through_logarithms(4, LogSumExp), "correct"),
    (check_planets, ANOTHER, through_logarithms(4, network=odd_even_merge), "correct"),
    (check_planets, ANOTHER, tenth_powers(4), "correct"),
    (check_planets, NEARLY, through_logarithms(2), "almost"),
    (check_planets, NEARLY, through_logarithms(2.2), "almost"),
    (check_planets, NEARLY, through_logarithms(4)[::-1], "almost"),
    (check_planets, NEARLY, np.log(through_logarithms(4)), "almost"),
    (check_planets, NEARLY, list(through_logarithms(5)[::-1]), "almost"),
    (check_planets, WRONG, HARD, "hint"),
    (check_planets, WRONG, 1.1 * HARD, "hint"),
    (check_planets, WRONG, 1.0002 * HARD, "hint"),
    (check_planets, WRONG, 0.9 * HARD, "hint"),
    (check_planets, WRONG, HARD * np.linspace(1.01, 1.2, 8), "hint"),
    (check_planets, WRONG, HARD * np.tile([1.1, 1 / 1.1], 4), "hint"),
    (check_planets, WRONG, through_logarithms(0.5), "hint"),
    (check_planets, WRONG, through_logarithms(50), "hint"),
    *(
        (check_planets, WRONG, diff_sort(bitonic(8), MASSES, SmoothMax(alpha)), "hint")
        for alpha in (0.1, 1.0, 10.0, 100.0, 1e4)
    ),
    (check_planets, NONSENSE, None, "hint"),
    (check_planets, NONSENSE, "Mars", "hint"),
    (check_planets, NONSENSE, HARD[:7], "hint"),
    (check_planets, NONSENSE, 317.8, "hint"),
    (check_planets, NONSENSE, PLANETS, "hint"),
    (check_planets, NONSENSE, [float("nan")] * 8, "hint"),
    (check_planets, NONSENSE, np.sort, "hint"),
]
SPELT = {
    check_ten_percent: ["10", "11", "10.", "11."],
    check_overflow: ["176", "177", "178"],
    check_planets: ["SmoothMax(4", "SmoothMax(3", "alpha = 4", "alpha = 3"],
}
"""How the right answers would stand in a source."""


@pytest.mark.parametrize("check", SPELT, ids=lambda check: check.__name__)
def test_the_right_answer_is_not_in_the_source(check):
    body = inspect.getsource(check).replace("1e9", "")
    body = re.sub(r"10 (?=%)|10 from 100", "", body)  # the percent of the question, and a ratio
    found = [text for text in SPELT[check] if re.search(rf"(?<![\d.]){re.escape(text)}\b", body)]
    assert found == []


def test_every_alpha_whose_error_is_5_to_10_percent_is_right_and_no_other():
    for alpha in np.geomspace(1, 100, 30):
        error = error_analysis(SmoothMax(alpha), [64], [1.0]).item()
        assert (check_ten_percent(alpha).verdict == "correct") == (0.05 <= error <= 0.1)


@pytest.mark.parametrize(
    ("check", "given"),
    [
        (check_ten_percent, lambda alpha: alpha),
        (check_planets, lambda alpha: through_logarithms(alpha)),
    ],
)
def test_nearer_to_the_right_alpha_the_verdict_is_never_worse(check, given):
    ranks = [RANK[check(given(alpha)).verdict] for alpha in np.geomspace(0.3, 300, 61)]
    best = [place for place, rank in enumerate(ranks) if rank == 2]
    assert best == list(range(best[0], best[-1] + 1))
    assert all(a <= b for a, b in pairwise(ranks[: best[0] + 1]))
    assert all(a >= b for a, b in pairwise(ranks[best[-1] :]))


MISTAKES = [
    (check_ten_percent, [None, "much", 0, 1 / 11, 1, 8, 20, 1000]),
    (check_overflow, [None, "large", 88.7, 44.4, 709.8, 1419.6, 3.4e38, 178, 174]),
    (
        check_planets,
        [
            *(None, "Mars", HARD[:7], HARD, 1.1 * HARD, HARD * np.linspace(1.01, 1.2, 8)),
            *(through_logarithms(4)[::-1], np.log(through_logarithms(4))),
            *(through_logarithms(alpha) for alpha in (2, 0.5, 50)),
            diff_sort(bitonic(8), MASSES, SmoothMax(10.0)),
        ],
    ),
]


@pytest.mark.parametrize("factor", [1.1, 1.0002, 0.8])
def test_masses_that_are_only_scaled_are_said_to_be_so(factor):
    assert f"times {factor:g}, all of them" in check_planets(factor * HARD).words


def test_what_no_other_soft_sort_does_is_not_asked_of_one():
    """A permutation that is read off the logarithms and mixes the masses is a soft sort as well."""
    for alpha in (4.0, 6.0):
        mixed = soft_permutation(bitonic(8), np.log(MASSES), SmoothMax(alpha)) @ MASSES
        off = np.abs(mixed / HARD - 1)
        assert (check_planets(mixed).verdict == "correct") == (off.max() <= 0.25)
