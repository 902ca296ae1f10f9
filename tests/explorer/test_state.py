import json
from math import inf, nan
from threading import Thread

import pytest

from diffsort_core import DiffsortError
from explorer.choices import RELAXATIONS
from explorer.numbers import BITS, OWN, PRESETS
from explorer.state import ExplorerState


@pytest.mark.parametrize("alpha", [0, 0.37, inf, None])
def test_json_gives_back_every_choice(alpha):
    state = ExplorerState(values=[3, 1.5], alpha=alpha, sigma=0.2, seed=7)
    text = state.to_json()
    json.loads(text, parse_constant=lambda word: pytest.fail(f"{word} is not JSON"))
    copy = ExplorerState.from_json(text)
    assert {name: getattr(copy, name) for name in copy.trait_names()} == {
        name: getattr(state, name) for name in state.trait_names()
    }


@pytest.mark.parametrize("text", ["", "[1]", "{not json", '{"beta": 1}', '{"alpha": "soft"}'])
def test_json_of_something_else_is_refused(text):
    with pytest.raises(DiffsortError):
        ExplorerState.from_json(text)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("alpha", -1, "alpha must be at least 0, got -1"),
        ("alpha", nan, "alpha must be a number, got nan"),
        ("alpha", "soft", "alpha must be a number, got 'soft'"),
        ("sigma", 0, "sigma must be a positive number, got 0"),
        ("sigma", inf, "sigma must be a positive number, got inf"),
        (
            "relaxation",
            "hard",
            (
                "relaxation must be one of smoothmax, softmax, Cauchy, reciprocal, optimal,"
                " Gaussian, got 'hard'"
            ),
        ),
        ("values", [], "values must hold at least one value"),
        ("values", [1, nan], "values must hold finite numbers, got nan"),
        ("values", ["a"], "values must hold real numbers"),
        ("values", range(257), "values must hold at most 256 numbers, got 257"),
        ("values", [[1, 2]], "values must be one-dimensional"),
        ("preset", "sorted", "preset must be one of example"),
        ("seed", -1, "seed must be a whole number"),
    ],
)
def test_a_bad_value_is_refused_in_words_and_the_old_one_stays(state, name, value, words):
    before = getattr(state, name)
    with pytest.raises(DiffsortError, match=words.replace("(", r"\(")):
        setattr(state, name, value)
    assert getattr(state, name) == before


def test_log_sum_exp_and_alpha_zero_refuse_each_other(state):
    state.alpha = 0
    with pytest.raises(DiffsortError, match="diverges"):
        state.relaxation = "softmax"
    assert state.relaxation == "smoothmax"
    with pytest.raises(DiffsortError, match="diverges"):
        ExplorerState(relaxation="softmax", alpha=0)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("wires", [1, 2, 8, 32, 256])
def test_a_preset_draws_so_many_numbers_again_and_again(state, preset, wires):
    state.draw(preset, wires, 5)
    first = state.values
    state.draw(preset, wires, 5)
    assert state.values == first
    assert state.preset == preset
    assert len(first) == (8 if preset == "example" else wires)


def test_numbers_of_ones_own_are_no_longer_a_preset(state):
    state.draw("random", 5, 1)
    state.values = [*state.values[:-1], 99]
    assert state.preset == OWN


def test_wires_out_of_range_are_refused_and_nothing_is_lost(state):
    before = state.values
    for wires in (0, 257):
        with pytest.raises(DiffsortError, match="wires must be a whole number from 1 to 256"):
            state.draw("random", wires, 0)
    assert state.values == before


@pytest.mark.parametrize("relaxation", RELAXATIONS)
def test_the_run_follows_the_choices(relaxation):
    state = ExplorerState(values=[2, 1, 4], relaxation=relaxation, alpha=1.0)
    soft = state.run().values[-1]
    state.alpha = inf
    assert state.run().values[-1].tolist() == [1, 2, 4]
    assert soft.tolist() != [1, 2, 4]


def test_a_preset_or_a_seed_set_from_a_cell_draws_its_numbers(state):
    state.preset = "random"
    first = state.values
    state.seed = 7
    assert state.values != first
    assert state.preset == "random"
    assert ExplorerState.from_json(state.to_json()).choices() == state.choices()


def test_several_choices_are_set_together_or_not_at_all():
    state = ExplorerState(relaxation="softmax")
    state.update(alpha=0, relaxation="smoothmax")
    assert (state.alpha, state.relaxation) == (0, "smoothmax")
    with pytest.raises(DiffsortError, match="sigma"):
        state.update(alpha=3, sigma=-1)
    with pytest.raises(DiffsortError, match="beta"):
        state.update(beta=3)
    assert state.alpha == 0


@pytest.mark.parametrize(
    "choices",
    [
        {"preset": "bogus"},
        {"preset": OWN},
        {"preset": "random", "seed": -1},
        {"relaxation": [1]},
        {"alpha": 10**400},
        {"seed": 1.5},
    ],
)
def test_whatever_is_wrong_is_refused_in_the_same_words(choices):
    with pytest.raises(DiffsortError):
        ExplorerState(**choices)


def test_an_update_of_the_preset_or_the_random_seed_draws_its_numbers():
    state = ExplorerState(values=[3, 1, 2])
    state.update(preset="random", alpha=2)
    drawn = ExplorerState()
    drawn.draw("random", 3, 0)
    assert (state.preset, state.values) == ("random", drawn.values)
    state.update(seed=5)
    assert state.values != drawn.values
    state.update(seed=6, values=[1, 2])
    assert (state.preset, state.values) == (OWN, (1, 2))


def test_json_that_is_nested_without_end_is_refused():
    with pytest.raises(DiffsortError):
        ExplorerState.from_json("[" * 100_000)


def test_zeros_and_ones_stay_so_when_flipped_and_are_drawn_anew_by_their_seed():
    state = ExplorerState(values=[3, 1, 2, 4], preset=BITS)
    assert state.preset == OWN
    state.draw(BITS, 4, 5)
    drawn = state.values
    for flipped in [(0, 0, 0, 1), (1, 1, 1, 1)]:
        state.values = flipped
        assert (state.preset, state.values) == (BITS, flipped)
        assert ExplorerState.from_json(state.to_json()).values == flipped
        before = state.choices()
        state.update(seed=7, preset="random")
        state.update(**before)
        assert (state.preset, state.values, state.seed) == (BITS, flipped, 5)
    state.seed = 7
    assert state.preset == BITS
    state.seed = 5
    assert state.values == drawn
    state.values = [0, 0.5, 1, 1]
    assert state.preset == OWN
    state.values = [1, 1, 1, 1]
    assert state.preset == OWN


def test_choices_made_in_two_threads_are_taken_one_after_the_other():
    state = ExplorerState(values=[3, 1, 2])
    other = Thread(target=state.update, kwargs={"alpha": 5.0, "sigma": 2.0})
    seen = []

    def look(change):  # a subshell of the kernel hears a slider while a cell sets alpha
        if change["new"] == 2.0:
            other.start()
            other.join(0.1)
        seen.append((state.alpha, state.sigma))

    state.observe(look, "alpha")
    state.alpha = 2.0
    other.join()
    assert seen == [(2.0, 0.5), (5.0, 2.0)]
