import json
from math import inf, nan
from threading import Thread

import numpy as np
import pandas
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


MOUNTAINS = {"Everest": 8848.0, "K2": 8611.0, "Lhotse": 8516.0}


@pytest.mark.parametrize(
    "given",
    [
        {"values": MOUNTAINS},
        {"values": pandas.Series(MOUNTAINS)},
        {"values": [*MOUNTAINS.values()], "labels": [*MOUNTAINS]},
        {"values": np.array([*MOUNTAINS.values()]), "labels": np.array([*MOUNTAINS])},
        {"values": [*MOUNTAINS.values()], "labels": pandas.Index(MOUNTAINS)},
    ],
    ids=["dict", "series", "lists", "arrays", "index"],
)
def test_names_come_with_the_values_and_travel_in_json(given):
    made, set_at_once, set_alone = ExplorerState(**given), ExplorerState(), ExplorerState()
    set_at_once.update(**given)
    set_alone.values = given["values"]
    set_alone.labels = given.get("labels", [*MOUNTAINS])
    for state in (made, set_at_once, set_alone):
        assert (state.values, state.labels) == (tuple(MOUNTAINS.values()), tuple(MOUNTAINS))
    assert ExplorerState.from_json(made.to_json()).labels == tuple(MOUNTAINS)


@pytest.mark.parametrize(
    ("index", "labels"),
    [
        (None, None),
        (range(3), None),
        (range(3, 6), ("3", "4", "5")),
        ([7, 2, 5], ("7", "2", "5")),
        ([("a", 1), ("a", 2), ("b", 1)], ("a, 1", "a, 2", "b, 1")),
        (pandas.date_range("2024-01-05", periods=3), ("2024-01-05", "2024-01-06", "2024-01-07")),
        (["a\tb", "é" * 50, "x"], ("a b", "é" * 39 + "…", "x")),
        (["a", " ", "c"], None),
        (["a", "a", "a"], ("a", "a", "a")),
    ],
)
def test_the_index_of_a_series_that_is_not_the_default_one_names_its_values(index, labels):
    assert ExplorerState(values=pandas.Series([3, 1, 2], index=index)).labels == labels


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        ("abc", "labels must be None or a list of names, got 'abc'"),
        (["a", "b"], "labels must be as many as the values, 3, got 2"),
        (["a", "b", 3], "labels must hold texts, got 3"),
        (["a", "b", " "], "labels must hold names that are not empty, got ' '"),
        (["a", "b", "x" * 41], "labels must hold names of at most 40 characters, got 'xxxx"),
        (["a", "b", "c\n"], r"labels must hold names without control characters, got 'c\\n'"),
        (["a", "b", "c\x1fd"], "labels must hold names without control characters"),
        (["a", "b", "c\x9fd"], "labels must hold names without control characters"),
        (["a", "b", "\u202ec"], "labels must hold names without control characters"),
        (["a", "b", "\ud800"], "labels must hold names without control characters"),
    ],
)
def test_names_that_cannot_be_are_refused_in_words_and_the_old_ones_stay(labels, words):
    state = ExplorerState(values=MOUNTAINS)
    for refused in (
        lambda: setattr(state, "labels", labels),
        lambda: state.update(labels=labels),
        lambda: ExplorerState(values=[1, 2, 3], labels=labels),
    ):
        with pytest.raises(DiffsortError, match=f"^{words}"):
            refused()
    assert state.choices() == ExplorerState(values=MOUNTAINS).choices()


@pytest.mark.parametrize(
    "name", ["x" * 40, "😀" * 40, "👩‍👩‍👧", "Ñandú", "<b>bold</b>", "نانغا", "none", "12"]
)
def test_any_text_that_can_be_seen_is_a_name(name):
    assert ExplorerState(values=[1, 2], labels=[name, name]).labels == (name, name)


def test_values_that_are_changed_keep_their_names_and_other_numbers_drop_them():
    for keep in (
        lambda state: setattr(state, "values", [1, 2, 3]),
        lambda state: state.update(values=[1, 2, 3]),
        lambda state: state.update(alpha=2),
        lambda state: setattr(state, "preset", OWN),
        lambda state: setattr(state, "seed", 3),
        lambda state: setattr(state, "values", pandas.Series([1, 2, 3])),
    ):
        state = ExplorerState(values=MOUNTAINS)
        keep(state)
        assert state.labels == tuple(MOUNTAINS)
    for drop in (
        lambda state: setattr(state, "values", [1, 2]),
        lambda state: state.update(values=[1, 2, 3, 4]),
        lambda state: state.update(values=[1, 2, 3], labels=None),
        lambda state: state.update(values=[1, 2, 3], preset=OWN),
        lambda state: setattr(state, "preset", "ties"),
        lambda state: state.update(preset="ties"),
        lambda state: state.draw("ties", 3, 0),
        lambda state: setattr(state, "labels", None),
    ):
        state = ExplorerState(values=MOUNTAINS)
        drop(state)
        assert state.labels is None


def test_an_observer_hears_of_names_that_are_dropped_with_the_values_and_a_judge_keeps_both():
    state, heard = ExplorerState(values=MOUNTAINS), []
    state.observe(lambda change: heard.append((change["name"], change["new"])), "labels")
    state.values = [1, 2]
    assert heard == [("labels", None)]
    state = ExplorerState(values=MOUNTAINS)

    def no():
        raise DiffsortError("no")

    state.ask_first(no)
    with pytest.raises(DiffsortError, match="no"):
        state.values = [1, 2]
    assert (state.values, state.labels) == (tuple(MOUNTAINS.values()), tuple(MOUNTAINS))
