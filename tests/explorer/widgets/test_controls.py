from math import inf

import numpy as np
import pytest

from explorer.fields import (
    ALPHA,
    NETWORK,
    PRESET,
    RELAXATION,
    SEED,
    SIGMA,
    numbers,
    only_with,
    wires,
)
from explorer.state import ExplorerState
from explorer.widgets.controls import Controls

FIELDS = [ALPHA, SIGMA, RELAXATION, NETWORK, PRESET, wires(64), SEED, numbers(64)]


@pytest.fixture
def controls(state):
    return Controls(state, FIELDS, "Test")


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field["name"])
def test_every_field_has_a_name_a_tooltip_and_a_value(controls, field):
    assert field["label"]
    assert field["tooltip"]
    assert field["name"] in controls.values


def test_what_a_person_sets_goes_to_the_state(controls, state, edit):
    edit(controls, alpha=2.5)
    edit(controls, sigma=0.1)
    edit(controls, relaxation="softmax")
    edit(controls, numbers="3, 1, 2")
    assert (state.alpha, state.sigma, state.relaxation, state.values) == (
        2.5,
        0.1,
        "softmax",
        (3, 1, 2),
    )
    edit(controls, alpha="infinity")
    assert state.alpha == inf


def test_what_the_state_becomes_is_shown(controls, state):
    state.alpha = inf
    state.values = [1, 2.5]
    assert controls.values["alpha"] == "infinity"
    assert controls.values["numbers"] == "1, 2.5"
    assert controls.values["preset"] == "own numbers"


def test_edits_that_were_merged_into_one_message_are_all_applied(controls, state, edit):
    edit(controls, alpha=7.0, sigma=0.7)
    assert (state.alpha, state.sigma) == (7.0, 0.7)


def test_an_edit_does_not_undo_what_happened_elsewhere_meanwhile(controls, state, edit):
    stale = {**controls.values, "sigma": 0.7, "edited": {"sigma": "a"}}
    state.alpha = 9
    controls.set_state({"values": stale})
    assert (state.alpha, state.sigma) == (9, 0.7)


def test_refused_numbers_stay_in_their_box_and_nothing_else_changes(controls, state, edit):
    before = state.to_json()
    edit(controls, numbers="5, six")
    assert controls.values["numbers"] == "5, six"
    assert controls.values["refused"] == "numbers"
    assert "'six'" in controls.values["message"]
    assert state.to_json() == before
    edit(controls, numbers="5, 6")
    assert "message" not in controls.values
    assert state.values == (5, 6)


def test_of_two_controls_beside_each_other_only_the_latest_edit_is_answered(state, edit):
    first, second = (Controls(state, FIELDS, "Test", part) for part in ("controls", "folds"))
    first.beside, second.beside = second, first
    edit(second, wires=0)
    assert "wires" in second.values["message"]
    assert "message" not in first.values
    edit(first, alpha=3.0)
    assert "message" not in second.values
    edit(second, numbers="5, six")
    edit(first, alpha=4.0)
    assert second.values["numbers"] == "5, six"  # which is still to be mended
    assert "'six'" in second.values["message"]
    first.close()
    second.close()


def test_a_refused_choice_springs_back_in_words(controls, state, edit):
    edit(controls, alpha=0)
    edit(controls, relaxation="softmax")
    assert controls.values["relaxation"] == state.relaxation == "smoothmax"
    assert "diverges" in controls.values["message"]


def test_presets_wires_and_seed_draw_together(controls, state, edit):
    edit(controls, preset="random")
    edit(controls, wires=5)
    edit(controls, seed=3)
    assert len(state.values) == 5
    expected = ExplorerState()
    expected.draw("random", 5, 3)
    assert state.values == expected.values
    edit(controls, wires=999)
    assert "wires must be a whole number from 1 to 256" in controls.values["message"]
    assert controls.values["wires"] == 5


@pytest.mark.parametrize(
    ("n", "relaxation", "end"),
    [(8, "smoothmax", "mean"), (6, "smoothmax", "near the mean"), (8, "softmax", "")],
)
def test_the_left_end_of_alpha_says_what_is_true_there(n, relaxation, end):
    state = ExplorerState(values=range(n), relaxation=relaxation)
    assert Controls(state, [ALPHA], "Test").values["zero_end"] == end


def test_an_edit_is_answered_by_no_message_of_the_same_controls(controls, edit, wired):
    wire = wired(controls)
    edit(controls, alpha=0.5)
    assert wire.updates() == []


def test_closed_controls_no_longer_follow(controls, state):
    controls.close()
    controls.close()
    shown = controls.values
    state.alpha = 3
    assert controls.values == shown


def test_one_refused_edit_of_several_loses_none_of_the_others(controls, state, edit):
    edit(controls, alpha=7.0, numbers="x", sigma=0.3)
    assert (state.alpha, state.sigma) == (7.0, 0.3)
    assert "'x'" in controls.values["message"]


def test_refused_numbers_stay_while_other_choices_change(controls, state, edit):
    edit(controls, numbers="1, 2, x")
    edit(controls, alpha=3.0)
    state.sigma = 0.1
    assert controls.values["numbers"] == "1, 2, x"
    assert state.alpha == 3.0
    state.values = [4, 5]
    assert controls.values["numbers"] == "4, 5"


def test_half_a_wire_is_refused_in_words(controls, edit):
    edit(controls, preset="random")
    edit(controls, wires=2.5)
    assert "wires must be a whole number from 1 to 256, got 2.5" in controls.values["message"]
    assert controls.values["wires"] == 8


def test_numbers_are_shown_to_the_last_digit(controls, state, edit):
    state.values = [1 / 3, 1e22, 2]
    edit(controls, numbers=controls.values["numbers"])
    assert state.values == (1 / 3, 1e22, 2)


@pytest.mark.parametrize(
    ("values", "magnitude"),
    [([5, -1, 42], 2), ([0, 1e-6], -6), ([1e6, 3e6], 6), ([7, 7], 1), ([0, 0], 0)],
)
def test_the_sliders_follow_the_spread_of_the_values(values, magnitude):
    shown = Controls(ExplorerState(values=values), [ALPHA], "Test").values
    assert shown["magnitude"] == magnitude
    assert shown["deviation"] == pytest.approx(np.std(values))


def test_a_field_says_for_which_other_choices_it_means_something():
    assert set(SEED["applies"]["preset"]) == {"random", "nearly sorted", "ties", "zeros and ones"}
    assert only_with(SEED, task=["line"])["applies"] == {**SEED["applies"], "task": ["line"]}
    assert "task" not in SEED["applies"]


def test_how_a_text_was_read_is_said_until_the_next_edit(controls, state, edit):
    edit(controls, numbers="1,200 3,400 900")
    assert state.values == (1200, 3400, 900)
    assert controls.values["numbers"] == "1200, 3400, 900"
    assert controls.values["remark"] == "Read 1,200 as 1200: commas as thousands."
    assert "message" not in controls.values
    edit(controls, sigma=0.2)
    assert "remark" not in controls.values
    edit(controls, numbers="12%, 13%")
    edit(controls, numbers="12, 13")
    assert "remark" not in controls.values


def test_how_a_text_was_read_is_said_also_where_it_changes_no_number(controls, state, edit):
    edit(controls, numbers="3, 1")
    edit(controls, numbers="$3, $1")
    assert controls.values["remark"] == "Left out the unit: $."
    state.values = [4, 5]
    assert "remark" not in controls.values
