import inspect
from fractions import Fraction

import numpy as np
import pytest

from explorer import ExplorerState, LearningExplorer
from explorer.exercises import learning
from explorer.exercises.answer import TRIED
from explorer.exercises.learning import (
    LEAST,
    STUCK,
    check_setting,
    check_sigma,
    check_tens_only,
    check_trimmed,
)
from explorer.learners import CLOUD, telephone_points
from explorer.robust import TRIED as SETTINGS
from explorer.robust import descended, drawn_split, unseen_rho, validation_rho

RANK = ["hint", "almost", "correct"]
FIT = {**LEAST, "points": telephone_points()}


def state(made, **choices):
    explorer = LearningExplorer(**{**made, **choices})
    explorer.close()
    return explorer.state


def stuck(**choices):
    return state(STUCK, **choices)


def least(**choices):
    return state(FIT, **choices)


VERDICTS = [
    (check_sigma, "another form", stuck(sigma=0.3), "correct"),
    (check_sigma, "another form", 0.3, "correct"),
    (check_sigma, "another form", "0.25", "correct"),
    (check_sigma, "another form", np.float32(0.4), "correct"),
    (check_sigma, "another form", [0.2], "correct"),
    (check_sigma, "another form", "1/3", "correct"),
    (check_sigma, "nearly right", stuck(sigma=0.15), "almost"),
    (check_sigma, "nearly right", 0.1, "almost"),
    (check_sigma, "nearly right", stuck(sigma=0.6), "almost"),
    (check_sigma, "nearly right", 0.7, "almost"),
    (check_sigma, "nearly right", 0.9, "almost"),
    (check_sigma, "wrong", stuck(), "hint"),
    (check_sigma, "wrong", stuck(sigma=0.05), "hint"),
    (check_sigma, "wrong", stuck(sigma=1.5), "hint"),
    (check_sigma, "wrong", 10, "hint"),
    (check_sigma, "wrong", stuck(sigma=0.3, task="line"), "hint"),
    (check_sigma, "wrong", stuck(sigma=0.3, learning_seed=0), "hint"),
    (check_sigma, "wrong", stuck(sigma=0.3, steps=1000), "hint"),
    (check_sigma, "nonsense", "wide", "hint"),
    (check_sigma, "nonsense", -0.3, "hint"),
    (check_sigma, "nonsense", 0, "hint"),
    (check_sigma, "nonsense", float("nan"), "hint"),
    (check_sigma, "nonsense", [0.2, 0.3], "hint"),
    (check_sigma, "nonsense", {}, "hint"),
    (check_setting, "another form", "alpha 10, sigma 0.5", "correct"),
    (check_setting, "another form", " Alpha=10, sigma = 0.50 ", "correct"),
    (check_setting, "another form", (10, 0.5), "correct"),
    (check_setting, "another form", [10.0, 0.5], "correct"),
    (check_setting, "another form", {"sigma": 0.5, "alpha": 10}, "correct"),
    (check_setting, "another form", {10, 0.5}, "correct"),
    (check_setting, "another form", np.array([10, 0.5]), "correct"),
    (check_setting, "another form", "10 and .5", "correct"),
    (check_setting, "nearly right", "alpha 10, sigma 0.2", "almost"),
    (check_setting, "nearly right", (10, 0.2), "almost"),
    (check_setting, "nearly right", [0.2, 10], "almost"),
    (check_setting, "nearly right", {"alpha": 10, "sigma": 0.2}, "almost"),
    (check_setting, "nearly right", "10, 0.2", "almost"),
    (check_setting, "wrong", "alpha 30, sigma 0.2", "hint"),
    (check_setting, "wrong", (30, 0.2), "hint"),
    (check_setting, "wrong", "alpha 10, sigma 0.3", "hint"),
    (check_setting, "wrong", "alpha 30, sigma 0.3", "hint"),
    (check_setting, "wrong", "alpha 30, sigma 0.5", "hint"),
    (check_setting, "nonsense", "the best", "hint"),
    (check_setting, "nonsense", "alpha 20, sigma 0.5", "hint"),
    (check_setting, "nonsense", 30, "hint"),
    (check_setting, "nonsense", (30,), "hint"),
    (check_setting, "nonsense", [], "hint"),
    (check_setting, "nonsense", len, "hint"),
    (check_trimmed, "another form", least(trimmed=0.3), "correct"),
    (check_trimmed, "another form", 0.3, "correct"),
    (check_trimmed, "another form", "0.3", "correct"),
    (check_trimmed, "another form", 30, "correct"),
    (check_trimmed, "another form", "3/10", "correct"),
    (check_trimmed, "another form", np.float32(0.3), "correct"),
    (check_trimmed, "nearly right", least(trimmed=0.25), "almost"),
    (check_trimmed, "nearly right", 0.25, "almost"),
    (check_trimmed, "nearly right", least(trimmed=0.35), "almost"),
    (check_trimmed, "nearly right", 0.4, "almost"),
    (check_trimmed, "nearly right", 50, "almost"),
    (check_trimmed, "wrong", least(trimmed=0.0), "hint"),
    (check_trimmed, "wrong", least(trimmed=0.1), "hint"),
    (check_trimmed, "wrong", 0.2, "hint"),
    (check_trimmed, "wrong", 0.29, "hint"),
    (check_trimmed, "wrong", least(trimmed=0.3, task="ordering"), "hint"),
    (check_trimmed, "wrong", least(trimmed=0.2, points=CLOUD), "hint"),
    (check_trimmed, "wrong", least(trimmed=0.3, alpha=100), "hint"),
    (check_trimmed, "nonsense", "a third of it", "hint"),
    (check_trimmed, "nonsense", 0.7, "hint"),
    (check_trimmed, "nonsense", -0.3, "hint"),
    (check_trimmed, "nonsense", [0.3, 0.4], "hint"),
    (check_trimmed, "nonsense", float("inf"), "hint"),
    (check_tens_only, "another form", 0.7525, "correct"),
    (check_tens_only, "another form", 75.25, "correct"),
    (check_tens_only, "another form", "75", "correct"),
    (check_tens_only, "another form", "3/4", "correct"),
    (check_tens_only, "another form", np.float64(0.7585), "correct"),
    (check_tens_only, "another form", [0.747], "correct"),
    (check_tens_only, "nearly right", 0.742, "almost"),
    (check_tens_only, "nearly right", 0.733, "almost"),
    (check_tens_only, "nearly right", 73, "almost"),
    (check_tens_only, "nearly right", 0.78, "almost"),
    (check_tens_only, "nearly right", 0.5356, "almost"),
    (check_tens_only, "wrong", 0.7, "hint"),
    (check_tens_only, "wrong", 0.79, "hint"),
    (check_tens_only, "wrong", 1 / 24, "hint"),
    (check_tens_only, "wrong", 25, "hint"),
    (check_tens_only, "wrong", 0.504, "hint"),
    (check_tens_only, "wrong", 1, "hint"),
    (check_tens_only, "nonsense", "half", "hint"),
    (check_tens_only, "nonsense", -0.75, "hint"),
    (check_tens_only, "nonsense", 7525, "hint"),
    (check_tens_only, "nonsense", [0.75, 0.25], "hint"),
    (check_tens_only, "nonsense", float("nan"), "hint"),
]


MISTAKES = [
    (check_sigma, [stuck(), 0.045, 0.15, 0.7, 3, "wide", stuck(sigma=0.3, steps=1000)]),
    (
        check_setting,
        ["best", (30, 0.2), (10, 0.2), "alpha 30, sigma 0.5", "alpha 10, sigma 0.3"],
    ),
    (check_trimmed, [0.0, 0.1, 0.25, 0.35, 0.29, "much", least(task="ordering")]),
    (
        check_tens_only,
        ["half", 0.5356, 1 - 0.5356, 0.504, 1 / 24, 0.25, 0.9, 0.733, 0.77, -1],
    ),
]


def walk(check, made, name, stops):
    """The verdict of every stop of a slider, and of what is said there the way to go on."""
    found = []
    for stop in stops:
        TRIED.clear()
        reply = check(state(made, **{name: stop}))
        found.append((RANK.index(reply.verdict), reply.words))
    return found


def rises_and_falls(verdicts):
    top = verdicts.index(max(verdicts))
    return verdicts == sorted(verdicts[:top]) + sorted(verdicts[top:], reverse=True)


def test_following_what_is_said_of_sigma_never_worsens_the_verdict():
    stops = [10 ** (place / 20) for place in range(-60, 21)]  # the slider's
    found = walk(check_sigma, STUCK, "sigma", stops)
    verdicts = [verdict for verdict, _ in found]
    assert {0, 1, 2} == {*verdicts}
    assert rises_and_falls(verdicts)
    right = [place for place, verdict in enumerate(verdicts) if verdict == 2]
    for place, (verdict, words) in enumerate(found):
        assert verdict == 2 or ("wider" in words) <= (place < right[0]), words
        assert verdict == 2 or ("narrower" in words or "blurs" in words) == (place > right[-1])


def test_a_little_wider_or_narrower_is_a_factor_of_two_at_most():
    for place in range(-60, 21):
        reply = check_sigma(stuck(sigma=10 ** (place / 20)))
        if reply.verdict == "almost":
            factor = 2 if "wider" in reply.words else 0.5
            assert check_sigma(stuck(sigma=factor * 10 ** (place / 20))).verdict == "correct"


def test_following_what_is_said_of_the_share_never_worsens_the_verdict():
    verdicts = [
        verdict
        for verdict, _ in walk(check_trimmed, FIT, "trimmed", [place / 20 for place in range(11)])
    ]
    assert rises_and_falls(verdicts)
    assert verdicts.count(2) == 1


def test_an_explorer_stands_for_its_state_and_stays_as_it_is():
    explorer = LearningExplorer(**{**FIT, "trimmed": 0.3, "steps": 100})
    before = explorer.state.to_json()
    assert check_trimmed(explorer).verdict == "correct"
    assert explorer.state.to_json() == before
    explorer.close()


def test_a_state_of_anything_else_is_told_what_differs():
    assert "seed" in check_sigma(ExplorerState(sigma=0.3, alpha=10)).words
    assert "alpha" in check_sigma(stuck(sigma=0.3, alpha=20)).words
    assert "points" in check_trimmed(least(points=CLOUD)).words


def drawn(draws, seed=0, repeats=False):
    """The share by drawing sets."""
    rng = np.random.default_rng(seed)
    numbers = rng.random((draws, 100)).argsort(axis=1)[:, :4]
    if repeats:
        numbers = rng.integers(100, size=(draws, 4))
    guess = numbers // 10 + rng.random(numbers.shape)
    return float((guess.argsort(axis=1) == numbers.argsort(axis=1)).all(axis=1).mean())


@pytest.mark.parametrize("draws", [1000, 5000])
def test_honest_simulations_are_never_given_a_bare_hint(draws):
    for seed in range(20):
        reply = check_tens_only(drawn(draws, seed))
        assert reply.verdict in ("almost", "correct"), reply
        assert "raw more sets" in reply.words or reply.verdict == "correct"


def test_the_tens_put_three_sets_in_four_in_order_counted_or_drawn():
    assert check_tens_only(drawn(100_000)).verdict == "correct"
    right, parted = learning._by_tens(repeats=False)
    assert drawn(200_000, 1) == pytest.approx(right, abs=0.004)
    assert (right, parted) == (pytest.approx(0.7525, abs=5e-5), pytest.approx(0.5355, abs=5e-5))


def test_with_repeats_it_is_what_drawing_with_repeats_gives():
    right, differ = learning._by_tens(repeats=True)
    assert drawn(200_000, 1, repeats=True) == pytest.approx(right, abs=0.004)
    assert differ == pytest.approx(0.504)


def test_the_setting_is_chosen_by_the_validation_lists_alone(tumours):
    splits = [drawn_split(*tumours, seed=200)]
    rho = {}
    for name, gradient in SETTINGS["soft ranks"].items():
        weights = descended(splits, gradient)
        rho[name] = float(validation_rho(splits, weights)[0]), float(unseen_rho(splits, weights)[0])
    chosen, judging = (max(rho, key=lambda name: rho[name][part]) for part in (0, 1))
    assert chosen != judging
    table = zip(learning.ON_VALIDATION, learning.HELD_OUT, strict=True)
    assert [*table] == [(round(own, 3), round(other, 3)) for own, other in rho.values()]
    assert check_setting(chosen).verdict == "correct"
    assert "must not choose" in check_setting(judging).words


@pytest.mark.parametrize(
    ("check", "answers"),
    [
        (check_sigma, ["0.2", "0.25", "0.3", "0.4"]),
        (check_setting, ["alpha 10, sigma 0.5", "0.5", "(10"]),
        (check_trimmed, ["0.3", "30 percent"]),
        (check_tens_only, ["0.75", "75", str(Fraction(3, 4))]),
    ],
)
def test_no_answer_can_be_read_in_the_check(check, answers):
    source = inspect.getsource(check).replace("'alpha 10, sigma 0.3'", "")
    assert [answer for answer in answers if answer in source] == []
