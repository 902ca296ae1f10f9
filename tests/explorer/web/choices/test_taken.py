"""What a person changes is taken in the browser as ExplorerState takes it, or refused in the same
words."""

import pytest
from changes_drawn import (
    BITS_DRAWN,
    FIELDED,
    NUMERALS,
    SCALARS,
    SEEDS,
    UNKNOWN,
    VALUES,
    as_sent,
    changes,
    states,
)
from hypothesis import given
from hypothesis import strategies as st
from taken_alike import as_told, assert_alike, assert_taken_alike, here, setup_of, there

from explorer import NetworkExplorer
from explorer.numbers import BITS, PRESETS, drawn
from explorer.state import ExplorerState


@pytest.mark.parametrize("of", FIELDED)
@given(data=st.data())
def test_any_changes_are_taken_or_refused_alike(deno, of, data):
    state = data.draw(states(of))
    asked = data.draw(changes(of.own))
    assert_alike(here(of, state, asked), there(deno, of, state, asked))


@pytest.mark.parametrize("name", ["alpha", "sigma"])
def test_every_numeral_is_a_number_or_none_alike(deno, name):
    state = ExplorerState.holding(NetworkExplorer.own)()
    for word in [*NUMERALS, "1_", "1_.5", "1._5", "1e_5", "+ 1", "1 ", "\x851", "infinit"]:
        asked = {name: word}
        assert_taken_alike(deno, state, asked)


@pytest.mark.parametrize("alpha", [0, "-0", 1e-310, 1.23456789e-305, "0.0", 1e-300, False])
def test_an_alpha_at_which_log_sum_exp_diverges_is_refused_alike(deno, alpha):
    state = ExplorerState.holding(NetworkExplorer.own)()
    asked = {"alpha": alpha, "relaxation": "softmax"}
    assert_taken_alike(deno, state, asked)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("n", [1, 2, 8, 9])
def test_numbers_are_a_presets_only_if_they_are_all_of_them(deno, preset, n):
    state = ExplorerState.holding(NetworkExplorer.own)(preset=preset, seed=3)
    whole = list(drawn(preset, n, 3))
    for values in (whole, [*whole, 0.5], whole[:-1] or [0.5], [*whole[:-1], 0.5], whole[::-1]):
        asked = as_sent({"values": values, "preset": preset})
        assert_taken_alike(deno, state, asked)


@given(BITS_DRAWN, BITS_DRAWN | VALUES, SEEDS, st.booleans())
def test_zeros_and_ones_may_be_flipped_alike(deno, bits, values, seed, named):
    state = ExplorerState.holding(NetworkExplorer.own)(values=bits, preset=BITS, seed=seed)
    asked = as_sent({"values": values, **({"preset": BITS} if named else {})})
    mine = assert_taken_alike(deno, state, asked)
    assert (mine["preset"] == BITS) == ({*values} <= {0, 1})


@given(st.data(), st.sampled_from([1, 3, 8, 64, 65, 256, 257, 0, -1, 2.5, None, "3", True]))
def test_a_count_of_wires_draws_as_the_state_draws(deno, data, wires):
    state = data.draw(states(NetworkExplorer))
    asked = {**data.draw(changes(NetworkExplorer.own)), "wires": wires}
    assert_taken_alike(deno, state, asked)


@given(st.data(), st.dictionaries(UNKNOWN, SCALARS, min_size=1, max_size=3))
def test_what_nobody_knows_is_refused_alike(deno, data, unknown):
    state = data.draw(states(NetworkExplorer))
    asked = as_sent({**data.draw(changes(NetworkExplorer.own)), **unknown})
    assert isinstance(assert_taken_alike(deno, state, asked), str)


def test_the_choices_that_were_given_stay_as_they_were(deno):
    state = ExplorerState.holding(NetworkExplorer.own)(values=[3, 1])
    before, asked = as_told(state), {"values": [1, 2], "flow": 1, "seed": 5, "alpha": "infinity"}
    assert deno("afterTaken", before, asked, setup_of(NetworkExplorer)) == [before, asked]
