import numpy as np
import pytest

from diffsort_core import Cauchy, SmoothMax, bitonic, diff_sort, error_analysis, sort_through
from explorer.exercises.breaks import PLANETS, check_overflow, check_planets, check_ten_percent

MASSES = np.array(list(PLANETS.values()))
HARD = np.sort(MASSES)


def through_logarithms(alpha, family=SmoothMax):
    return sort_through(bitonic(8), MASSES, np.log, np.exp, family(alpha))


@pytest.mark.parametrize(
    ("alpha", "verdict"),
    [
        (0.09, "hint"),
        (1, "hint"),
        (8, "almost"),
        (11, "correct"),
        (np.float32(12), "correct"),
        (20, "almost"),
        (1000, "hint"),
    ],
)
def test_ten_percent_is_judged_from_both_sides(alpha, verdict):
    assert check_ten_percent(alpha).verdict == verdict


def test_every_alpha_whose_error_is_5_to_10_percent_is_right_and_no_other():
    for alpha in np.geomspace(1, 100, 30):
        error = error_analysis(SmoothMax(alpha), [64], [1.0]).item()
        assert (check_ten_percent(alpha).verdict == "correct") == (0.05 <= error <= 0.1)


def test_each_mistake_about_ten_percent_has_its_own_reply():
    mistakes = [None, "much", 0, 1 / 11, 1, 8, 20, 1000]
    assert len({check_ten_percent(mistake).words for mistake in mistakes}) == len(mistakes)
    for mistake in (-1, float("inf"), True, [11]):
        assert check_ten_percent(mistake).verdict == "hint"


@pytest.mark.parametrize(
    "answer", [177, 177.4, 178, 176.1, np.float64(177.445), np.log(np.finfo("f4").max) / 0.5]
)
def test_the_overflow_is_accepted_in_any_spelling(answer):
    assert check_overflow(answer).verdict == "correct"


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [(88.7, "almost"), (1419.6, "almost"), (44.4, "hint"), (709.8, "hint"), (174, "hint")],
)
def test_a_wrong_overflow_is_told_what_is_wrong(answer, verdict):
    assert check_overflow(answer).verdict == verdict


def test_each_mistake_about_overflow_has_its_own_reply():
    mistakes = [None, "large", 88.7, 44.4, 709.8, 1419.6, 3.4e38]
    assert len({check_overflow(mistake).words for mistake in mistakes}) == len(mistakes)


@pytest.mark.parametrize("alpha", [2.8, 3, 4, 5])
def test_planets_are_right_through_logarithms(alpha):
    assert check_planets(through_logarithms(alpha)).verdict == "correct"
    assert check_planets(list(through_logarithms(alpha))).verdict == "correct"


def test_another_relaxation_may_sort_the_planets():
    assert check_planets(through_logarithms(10, Cauchy)).verdict == "correct"


@pytest.mark.parametrize("alpha", [0.1, 1, 10, 100, 1e4])
def test_no_alpha_per_earth_mass_is_right(alpha):
    assert check_planets(diff_sort(bitonic(8), MASSES, SmoothMax(alpha))).verdict == "hint"


@pytest.mark.parametrize(
    "answer", [through_logarithms(2), through_logarithms(4)[::-1], np.log(through_logarithms(4))]
)
def test_planets_with_one_flaw_are_almost_right(answer):
    assert check_planets(answer).verdict == "almost"


def test_each_mistake_about_planets_has_its_own_reply():
    replies = [
        check_planets(answer)
        for answer in (
            None,
            "Mars",
            HARD[:7],
            HARD,
            through_logarithms(4)[::-1],
            np.log(through_logarithms(4)),
            through_logarithms(2),
            through_logarithms(0.5),
            through_logarithms(50),
            diff_sort(bitonic(8), MASSES, SmoothMax(10.0)),
        )
    ]
    assert "correct" not in {reply.verdict for reply in replies}
    assert len({reply.words for reply in replies}) == len(replies)
