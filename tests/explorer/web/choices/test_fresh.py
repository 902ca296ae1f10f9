"""Other numbers at one key: always others than before where chance has a say, and never silently in
the place of a person's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import explorer
from explorer.numbers import PRESETS, drawn
from explorer.state import ExplorerState

DRAWN = [name for name in PRESETS if drawn(name, 12, 0) != drawn(name, 12, 1)]
OTHERS = ["own numbers", *(name for name in PRESETS if name not in DRAWN)]
SEEDS = st.integers(0, 3) | st.sampled_from([2**32 - 1])


def fresh(deno, **choices):
    return deno("fresh", {"values": [3.0, 1.0, 2.0], "preset": "own numbers", "seed": 0, **choices})


@given(SEEDS)
@pytest.mark.parametrize("preset", DRAWN)
def test_numbers_that_were_drawn_are_drawn_with_the_next_seed(deno, preset, seed):
    found = fresh(deno, preset=preset, seed=seed)
    seed = (seed + 1) % 2**32
    assert found == {"changes": {"preset": preset, "seed": seed}, "words": f"{preset}, seed {seed}"}
    state = ExplorerState(preset=preset)
    state.update(**found["changes"])
    assert list(state.values) == list(drawn(preset, 8, seed))


@pytest.mark.parametrize("preset", OTHERS)
def test_all_others_make_place_for_random_ones_and_it_is_said(deno, preset):
    found = fresh(deno, preset=preset)
    assert found["changes"] == {"preset": "random", "seed": 1}
    place = {"own numbers": "your own numbers", "example": "the example"}
    assert found["words"] == (
        "random numbers, seed 1, in the place of " + place.get(preset, f"{preset} numbers")
    )


@pytest.mark.parametrize("table", [None, [[1.0, 2.0], [3.0, 0.0]]])
def test_things_are_those_of_the_next_sample_and_a_table_of_one_s_own_goes(deno, table):
    own = dict(explorer.SortAnythingExplorer.own)
    state = ExplorerState.holding(own)(material="table", table=table, sample=999)
    choices = {"material": "table", "sample": 999, "table": table}
    found = fresh(deno, **choices)
    assert found["words"] == ("table, sample 0" + (", in the place of your own" if table else ""))
    state.update(**found["changes"])
    assert (state.sample, state.table) == (0, None)
    digits = fresh(deno, **{**choices, "material": "digits by a learned score", "sample": 3})
    assert digits["changes"] == {"sample": 4}
