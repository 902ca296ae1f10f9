"""The alpha that is drawn where nobody chose one: soft, and yet in order."""

import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffsort_core import suggest
from explorer.numbers import PRESETS, drawn
from explorer.softness import LEAST, deviation, suited_alpha
from explorer.state import ExplorerState

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("n", [2, 4, 8, 16])
def test_softness_is_visible_and_the_order_right_whatever_is_sorted(preset, n):
    values = drawn(preset, n, 1)
    state = ExplorerState(values=values)
    out, hard = state.run().values[-1], np.sort(values)
    assert (np.diff(out) >= -1e-3 * np.ptp(values)).all()  # which nobody sees
    if np.ptp(values):
        assert 1e-6 < np.abs(out - hard).max() / np.ptp(values) < 0.35


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=9), st.floats(-9, 9))
def test_it_follows_the_spread_of_the_values_and_not_where_they_are(values, by):
    values = tuple(np.round(values, 3).tolist())
    suited = suited_alpha(values)
    larger = tuple(4 * value for value in values)
    if len({*values}) == 1:
        assert suited == suited_alpha(larger) == LEAST
        return
    assert suited_alpha(larger) == pytest.approx(suited / 4)
    moved = tuple(value + round(by) for value in values)
    assert suited_alpha(moved) == pytest.approx(suited, rel=1e-6)
    assert suited == pytest.approx(max(suggest(values).alpha, LEAST / np.std(values)))


@given(st.lists(FINITE | st.sampled_from([0.0, 5e-324, 1.7e308, -1.7e308]), min_size=1))
def test_it_is_an_alpha_that_every_relaxation_has_a_meaning_for(values):
    assert 1e-300 <= suited_alpha(tuple(values)) <= sys.float_info.max
    assert 0 <= deviation(tuple(values)) < np.inf


def test_nothing_but_the_choice_is_stored_and_what_is_drawn_follows_the_values():
    state = ExplorerState(values=[1, 2, 4])
    before, heard = state.alpha_in_force, []
    state.observe(heard.append, "alpha")
    state.values = [10, 20, 40]
    assert (state.alpha, heard) == (None, [])
    assert state.alpha_in_force == pytest.approx(before / 10)
    assert state.rule.alpha == state.alpha_in_force
    state.alpha = 3
    state.values = [1, 2, 4]
    assert state.alpha == state.alpha_in_force == 3
    state.alpha = None
    assert state.alpha_in_force == before
    state.update(relaxation="softmax")  # which no alpha that suits values is too small for
    assert ExplorerState.from_json(state.to_json()).choices() == state.choices()
