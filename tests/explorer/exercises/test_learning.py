import numpy as np
import pytest

from explorer import ExplorerState
from explorer.exercises.learning import check_sigma, check_tens_only, check_trimmed

CALLS = [4.4, 4.7, 4.7, 5.9, 6.6, 7.3, 8.1, 8.8, 10.6, 12.0, 13.5, 14.9]
CALLS += [16.1, 21.2, 119.0, 124.0, 142.0, 159.0, 182.0, 212.0, 43.0, 24.0, 27.0, 29.0]
POINTS = np.column_stack([np.arange(24) / 2.3, np.array(CALLS) / 25])


def stuck(sigma, **choices):
    return check_sigma(
        ExplorerState(**{"alpha": 10, "learning_seed": 3, "sigma": sigma, **choices})
    )


def trimmed(share, **choices):
    task = {"task": "line", "points": POINTS, "alpha": 10, "rate": 0.3, "steps": 100}
    return check_trimmed(ExplorerState(**{**task, "trimmed": share, **choices}))


@pytest.mark.parametrize("sigma", [0.1, 0.2, 0.3])
def test_a_kernel_that_reaches_the_neighbours_is_right(sigma):
    assert stuck(sigma).verdict == "correct"


@pytest.mark.parametrize(
    ("sigma", "verdict"),
    [(0.01, "hint"), (0.05, "hint"), (0.5, "almost"), (1.0, "almost"), (3.0, "hint")],
)
def test_a_kernel_of_another_width_is_not(sigma, verdict):
    assert stuck(sigma).verdict == verdict


def test_each_wrong_width_has_its_own_hint():
    answers = [stuck(0.01), stuck(0.05), stuck(1.0), stuck(3.0), stuck(0.2, task="line")]
    assert len({answer.words for answer in answers}) == 5
    assert "narrower" in stuck(1.0).words


def test_checking_leaves_the_choices_as_they_are():
    state = ExplorerState(task="line", points=POINTS, alpha=10, rate=0.3, steps=20)
    before = state.to_json()
    check_trimmed(state)
    assert state.to_json() == before


def test_the_least_share_is_right():
    assert trimmed(0.3).verdict == "correct"


@pytest.mark.parametrize(
    ("share", "verdict"),
    [(0.0, "hint"), (0.1, "hint"), (0.25, "almost"), (0.35, "almost"), (0.5, "almost")],
)
def test_less_and_more_are_not(share, verdict):
    assert trimmed(share).verdict == verdict


def test_each_wrong_share_has_its_own_words():
    answers = [
        trimmed(0.0),
        trimmed(0.1),
        trimmed(0.25),
        trimmed(0.35),
        trimmed(0.3, task="ordering"),
    ]
    assert len({answer.words for answer in answers}) == 5


def drawn():
    """The share by drawing sets."""
    rng = np.random.default_rng(0)
    numbers = rng.random((100_000, 100)).argsort(axis=1)[:, :4]
    guess = numbers // 10 + rng.random(numbers.shape)
    return float((guess.argsort(axis=1) == numbers.argsort(axis=1)).all(axis=1).mean())


@pytest.mark.parametrize("draws", [1000, 5000])
def test_honest_simulations_are_never_given_a_bare_hint(draws):
    for seed in range(20):
        rng = np.random.default_rng(seed)
        numbers = rng.random((draws, 100)).argsort(axis=1)[:, :4]
        guess = numbers // 10 + rng.random((draws, 4))
        in_order = (guess.argsort(axis=1) == numbers.argsort(axis=1)).all(axis=1)
        reply = check_tens_only(in_order.mean())
        assert reply.verdict in ("almost", "correct"), (in_order.mean(), reply)


def test_the_tens_put_three_sets_in_four_in_order_counted_or_drawn():
    assert {
        check_tens_only(answer).verdict
        for answer in (drawn(), 0.7525, 0.75, np.float64(0.753), 75.25, "75", 0.7585)
    } == {"correct"}


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (0.742, "almost"),
        (0.733, "almost"),
        (73, "almost"),
        (0.77, "almost"),
        (0.5356, "almost"),
        (0.7, "hint"),
        (0.79, "hint"),
    ],
)
def test_near_misses_are_not_right(answer, verdict):
    assert check_tens_only(answer).verdict == verdict


def test_each_common_mistake_has_its_own_words():
    answers = [
        check_tens_only(answer)
        for answer in (None, "half", 0.5356, 1 - 0.5356, 0.5, 1 / 24, 0.25, 0.9, 0.733)
    ]
    assert len({answer.words for answer in answers}) == 9
    assert {answer.verdict for answer in answers} == {"hint", "almost"}
