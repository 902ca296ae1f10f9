import numpy as np
import pytest

from explorer import ExplorerState
from explorer.exercises.ranks import check_places, check_swap, check_tie

MASSES = [23.7, 26.2, 24.0, 24.7, 30.3, 27.5, 25.4, 24.7]


@pytest.mark.parametrize(
    "answer", [[1, 3, 4, 0, 2], (1.0, 3, 4, 0, 2), np.argsort([3, 0, 4, 1, 2]), range(0)]
)
def test_the_ranks_are_accepted_in_any_spelling_and_nothing_is_not(answer):
    assert check_places(answer).verdict == ("correct" if len(answer) else "hint")


@pytest.mark.parametrize("answer", [[2, 4, 5, 1, 3], [2, 0, 4, 3, 1], [3, 1, 0, 4, 2]])
def test_ranks_from_1_backwards_or_descending_are_almost_right(answer):
    assert check_places(answer).verdict == "almost"


def test_each_mistake_about_ranks_has_its_own_words_and_none_raises():
    mistakes = [
        [3, 0, 4, 1, 2],
        [2, 1, 4, 0, 3],
        [0, 0, 1, 1, 2],
        [1, 3, 4, 2, 0],
        [1, 4, 3, 2, 0],
        [1, 2],
        None,
        [2, 4, 5, 1, 3],
        [2, 0, 4, 3, 1],
        [3, 1, 0, 4, 2],
    ]
    answers = [check_places(mistake) for mistake in mistakes]
    assert "correct" not in {answer.verdict for answer in answers}
    assert len({answer.words for answer in answers}) == len(mistakes)
    assert {
        check_places(odd).verdict
        for odd in (3, "runner", [1, "x", 4, 0, 2], [[1, 3]], [float("nan")] * 5)
    } == {"hint"}


@pytest.mark.parametrize(
    ("alpha", "sigma", "verdict", "word"),
    [
        (5.6, 0.03, "correct", "wider"),
        (5.012, 0.04, "correct", "wider"),
        (10, 0.03, "almost", "6 or less"),
        (float("inf"), 0.05, "almost", "6 or less"),
        (3, 0.001, "hint", "nearest place"),
        (5, 0.001, "hint", "nearest place"),
        (5, 0.2, "almost", "neighbour"),
        (3, 0.1, "almost", "neighbour"),
        (5, 0.5, "hint", "Narrow"),
        (5, 0.01, "almost", "wider"),
        (3, 0.03, "hint", "no width"),
        (0, 1, "hint", "no width"),
        (1e-3, 1e-3, "hint", "no width"),
    ],
)
def test_the_tie_is_judged_by_both_widths(alpha, sigma, verdict, word):
    answer = check_tie(ExplorerState(values=MASSES, alpha=alpha, sigma=sigma))
    assert (answer.verdict, word in answer.words) == (verdict, True), answer


@pytest.mark.parametrize("values", [[3, 1, 2], [4.0], [1, 1, 1]])
def test_without_a_pair_there_is_nothing_to_judge(values):
    assert "no pair" in check_tie(ExplorerState(values=values)).words


@pytest.mark.parametrize("relaxation", ["smoothmax", "softmax", "Cauchy", "optimal"])
def test_a_pair_with_no_other_value_is_judged_under_every_relaxation(relaxation):
    state = ExplorerState(values=[2, 2], alpha=5, sigma=0.5, relaxation=relaxation)
    assert check_tie(state).verdict == "correct"


@pytest.mark.parametrize("answer", [12 / 504, 1 / 42, 0.0238, np.float64(0.02381)])
def test_the_fall_is_accepted_in_any_spelling(answer):
    assert check_swap(answer).verdict == "correct"


def test_each_mistake_about_the_fall_has_its_own_words_and_none_is_right():
    mistakes = [
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
        "a little",
        None,
    ]
    answers = [check_swap(mistake) for mistake in mistakes]
    assert "correct" not in {answer.verdict for answer in answers}
    assert len({answer.words for answer in answers}) == len(mistakes)


@pytest.mark.parametrize("answer", [0.0225, 0.0250])
def test_a_near_miss_of_the_fall_is_refused(answer):
    assert check_swap(answer).verdict != "correct"
