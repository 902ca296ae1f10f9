"""What is stored says alpha's unit, and texts of an earlier version are read as what they were."""

import json
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffsort_core import DiffsortError
from explorer import ExplorerState, NetworkExplorer, SortAnythingExplorer
from explorer.scenes.materials import MATERIALS, material
from explorer.softness import deviation

ALPHAS = st.none() | st.floats(0, 1e6) | st.just(inf)


@given(ALPHAS)
def test_what_is_written_says_alpha_s_unit_and_is_read_with_and_without_it(alpha):
    state = ExplorerState(alpha=alpha)
    told = json.loads(state.to_json())
    assert told.pop("alpha_unit") == "per unit"
    for text in (state.to_json(), json.dumps(told)):
        assert ExplorerState.from_json(text).choices() == state.choices()


@pytest.mark.parametrize("unit", ["per standard deviation", None, 1])
def test_another_unit_is_refused_and_nothing_is_changed(unit):
    state = ExplorerState(alpha=3)
    with pytest.raises(DiffsortError, match="alpha_unit must be one of per unit, got"):
        state.take(json.dumps({"alpha": 5, "alpha_unit": unit}))
    assert state.alpha == 3


@pytest.mark.parametrize("name", MATERIALS)
def test_an_earlier_sharpness_is_the_alpha_that_it_was(name):
    old = {"material": name, "pieces": 5, "sample": 3, "column": 2, "sharpness": 7.5, "alpha": 1}
    alpha = 7.5 / deviation(material(name, 5, 3, None, 2).keys)
    assert ExplorerState.from_json(json.dumps(old)).alpha == alpha
    shown = SortAnythingExplorer()
    shown._take(json.dumps(old))
    assert (shown.state.alpha, shown.state.pieces) == (alpha, 5)
    shown._take('{"sharpness": 15}')  # of what is sorted now
    assert shown.state.alpha == 2 * alpha
    shown.close()


def test_a_sharpness_of_equal_keys_is_that_per_unit():
    text = '{"material": "table", "table": [[3], [3]], "sharpness": 4}'
    assert ExplorerState.from_json(text).alpha == 4


@pytest.mark.parametrize(
    ("old", "words"),
    [
        ({"sharpness": -1}, "sharpness must be a number in"),
        ({"sharpness": 1, "material": "songs"}, "material must be one of"),
        ({"sharpness": 1, "material": "table", "column": 6}, "column must be a column"),
    ],
)
def test_an_earlier_text_that_cannot_be_is_refused_whole(old, words):
    shown = SortAnythingExplorer(alpha=3)
    with pytest.raises(DiffsortError, match=words):
        shown._take(json.dumps({**old, "pieces": 3}))
    assert (shown.state.alpha, shown.state.pieces) == (3, 8)
    shown.close()


def test_a_state_that_has_no_keys_leaves_an_earlier_sharpness_out():
    shown = NetworkExplorer(alpha=3)
    shown._take('{"sharpness": 10, "material": "table", "seed": 0}')
    assert shown.state.alpha == 3
    shown.close()


def test_nothing_but_a_text_may_call_alpha_sharpness():
    with pytest.raises(DiffsortError, match="sharpness"):
        SortAnythingExplorer(sharpness=3)


def test_what_is_drawn_is_told_per_unit_of_the_keys():
    shown = SortAnythingExplorer([[0], [1], [0], [1]])
    assert shown.scene().alpha == 10
    assert repr(shown).endswith("alpha=10.0)")
    assert "alpha = 5 per standard deviation of the key, 10 per unit." in shown.scene().description
    shown.close()
