import pytest

from explorer import ExplorerState
from explorer.exercises.a_sort import check_last_layer, check_softness


@pytest.mark.parametrize("answer", [[(1, 2)], ((1, 2),), [[1, 2]], [(1, 2), (0, 3)]])
def test_the_last_layer_is_accepted_in_any_spelling(answer):
    assert check_last_layer(answer).verdict == "correct"


@pytest.mark.parametrize("answer", [[(2, 1)], [(1, 2), (3, 0)]])
def test_a_last_layer_with_one_flaw_is_almost_right(answer):
    assert check_last_layer(answer).verdict == "almost"


def test_each_common_mistake_has_its_own_hint_and_none_raises():
    mistakes = [
        None,
        [],
        [(0, 1)],
        [(0, 3)],
        [(1, 4)],
        [(1, 2), (2, 3)],
        "12",
        [1, 2],
        [(1, float("inf"))],
        [(1.9, 2.2)],
    ]
    answers = [check_last_layer(mistake) for mistake in mistakes]
    assert {answer.verdict for answer in answers} == {"hint"}
    assert len({answer.words for answer in answers}) == 4


@pytest.mark.parametrize(
    ("alpha", "verdict"),
    [
        (0, "hint"),
        (0.3, "hint"),
        (0.5, "almost"),
        (0.7943, "correct"),
        (0.8913, "correct"),
        (1.1, "almost"),
        (3, "hint"),
        (1e9, "hint"),
    ],
)
def test_softness_is_judged_from_both_sides(alpha, verdict):
    assert check_softness(ExplorerState(alpha=alpha)).verdict == verdict


def test_too_soft_and_too_hard_get_different_hints():
    assert (
        check_softness(ExplorerState(alpha=0.01)).words
        != check_softness(ExplorerState(alpha=100)).words
    )
