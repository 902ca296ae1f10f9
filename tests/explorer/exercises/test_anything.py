import numpy as np
import pytest

from explorer import ExplorerState
from explorer.exercises.anything import check_half, check_key, check_readable


@pytest.mark.parametrize(
    ("sharpness", "verdict"),
    [
        (0, "hint"),
        (2, "hint"),
        (7.079, "hint"),
        (8.913, "almost"),
        (9.4, "correct"),
        (10, "correct"),
        (11.22, "correct"),
        (12.59, "almost"),
        (20, "almost"),
        (30, "hint"),
        (1e6, "hint"),
    ],
)
def test_readability_is_judged_from_both_sides(sharpness, verdict):
    assert check_readable(ExplorerState(sharpness=sharpness)).verdict == verdict


def test_too_soft_and_too_hard_are_told_apart():
    answers = [
        check_readable(ExplorerState(sharpness=sharpness)).words
        for sharpness in (2, 8.913, 20, 100)
    ]
    assert len({words.split(":")[-1] for words in answers}) == 4


def test_whatever_the_explorer_sorts_is_judged_and_nothing_raises():
    assert "row" in check_readable(ExplorerState(material="table", sharpness=100)).words
    assert "column" in check_readable(ExplorerState(material="table", column=6)).words


@pytest.mark.parametrize(
    "answer", [[1, 2], (1, 3.5), np.array([2, 5]), [0.1, 0.6], [1e99, 2e99], [1e-9, 3e-9]]
)
def test_any_key_that_does_it_is_accepted(answer):
    assert check_key(answer).verdict == "correct"


@pytest.mark.parametrize("answer", [[-1, -2], [1, 8]])
def test_a_key_that_nearly_does_it_is_almost_right(answer):
    assert check_key(answer).verdict == "almost"


@pytest.mark.parametrize("answer", [[1, 1.56], [1, 6.73]])
def test_a_key_just_beyond_the_bounds_is_refused(answer):
    assert check_key(answer).verdict != "correct"


def test_each_mistake_about_the_key_has_its_own_words_and_none_is_right():
    mistakes = [[1, 0], [0, 1], [-1, -2], [1, 8], [-1, 0], [1, -5], [0, 0], None, "12", [1, 2, 3]]
    answers = [check_key(mistake) for mistake in mistakes]
    assert "correct" not in {answer.verdict for answer in answers}
    assert (
        len({answer.words for answer in answers}) == len(mistakes) - 1
    )  # the last two are told how to write
    assert {
        check_key(odd).verdict
        for odd in (3, [1, "x"], [1, None], [1, float("nan")], [float("inf"), 1])
    } == {"hint"}


@pytest.mark.parametrize("answer", [2.5, 5 / 2, np.float64(2.5), abs(1.5 + 2j), 2.502])
def test_the_modulus_is_accepted_in_any_spelling(answer):
    assert check_half(answer).verdict == "correct"


def test_each_mistake_about_the_modulus_has_its_own_words_and_none_is_right():
    mistakes = [3.5, 5, 6.25, 12.5**0.5, 12.5, 7, 0.5, 1.5 + 2j, 3 + 4j, 100, "half", None]
    answers = [check_half(mistake) for mistake in mistakes]
    assert "correct" not in {answer.verdict for answer in answers}
    assert len({answer.words for answer in answers}) == len(mistakes)


@pytest.mark.parametrize("answer", [2.48, 2.52, -2.5])
def test_a_near_miss_of_the_modulus_is_refused(answer):
    assert check_half(answer).verdict == "hint"
