import numpy as np
import pytest
from ipywidgets.widgets.widget import _instances as alive

from diffsort_core import DiffsortError
from explorer import ExplorerState, SortAnythingExplorer

ROWS = [[1, 5], [30, 30], [6, 9], [80, -2]]


def test_a_table_of_ones_own_is_sorted_by_the_chosen_column():
    explorer = SortAnythingExplorer(ROWS, column=2, alpha=1e6, descending=True)
    assert explorer.scene().after[:, 1].round(3).tolist() == [30, 9, 5, -2]
    explorer.state.column = 1
    assert explorer.scene().after[:, 0].round(3).tolist() == [80, 30, 6, 1]
    explorer.state.descending = False
    assert explorer.scene().after[:, 0].round(3).tolist() == [1, 6, 30, 80]
    np.testing.assert_array_equal(SortAnythingExplorer(np.array(ROWS)).scene().before, ROWS)


def test_the_mix_blends_as_alpha_falls():
    explorer = SortAnythingExplorer(alpha=100)
    mix = [explorer.scene().mix.max()]
    for alpha in (1, 0.01):
        explorer.state.alpha = alpha
        mix.append(explorer.scene().mix.max())
    assert mix[0] > mix[1] > mix[2]
    assert mix[2] < 0.13


CHANGES = {
    "material": "table",
    "comparator": "clamped",
    "alpha": 0.5,
    "column": 2,
    "descending": True,
    "pieces": 5,
    "sample": 3,
    "network": "odd-even merge",
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_travels_to_the_browser_and_one_from_there_is_taken(name):
    explorer = SortAnythingExplorer(
        material="table" if name == "column" else "digits by brightness"
    )
    explorer.state.update(**{name: CHANGES[name]})
    assert explorer.choices[name] == CHANGES[name]
    again = SortAnythingExplorer(material=explorer.state.material)
    again.choices = {**again.choices, name: CHANGES[name], "edited": {name: 1.0}}
    assert getattr(again.state, name) == CHANGES[name]
    assert again.scene().description == explorer.scene().description


def test_the_choices_survive_json():
    state = SortAnythingExplorer(ROWS, **{**CHANGES, "material": "table"}).state
    again = ExplorerState.from_json(state.to_json())
    assert again.choices() == state.choices()
    np.testing.assert_array_equal(SortAnythingExplorer(state=again).scene().before, ROWS)


BAD = [
    {"material": "songs"},
    {"comparator": "by size"},
    {"alpha": -1},
    {"alpha": "soft"},
    {"pieces": 17},
    {"sample": -1},
    {"column": 3, "material": "table"},
    {"descending": "yes"},
    {"table": [[1, 2]]},
    {"table": [[1, 2], [3]]},
    {"table": [[1, 2], [3, "x"]]},
    {"table": [1, 2, 3]},
    {"table": "1, 2"},
]


@pytest.mark.parametrize("bad", BAD)
def test_bad_choices_are_refused_by_name_and_leave_no_widget(bad):
    before = set(alive)
    with pytest.raises(DiffsortError, match=next(iter(bad))):
        SortAnythingExplorer(**bad)
    assert set(alive) == before


def test_a_column_that_the_table_has_not_is_answered_in_words_and_the_scene_stays():
    explorer = SortAnythingExplorer(ROWS)
    before = explorer.scene()
    explorer.choices = {**explorer.choices, "column": 3, "edited": {"column": 1.0}}
    assert "column must be a column of the table" in explorer.choices["message"]
    assert explorer.choices["column"] == explorer.state.column == 1
    assert explorer.scene() is before


def test_a_table_travels_as_lists_and_comes_back_as_rows():
    explorer = SortAnythingExplorer(ROWS)
    assert explorer.choices["table"] == ROWS
    other = [[1, 2, 3], [3, 1, 2]]
    explorer.choices = {**explorer.choices, "table": other, "edited": {"table": 1.0}}
    assert explorer.state.table == ((1, 2, 3), (3, 1, 2))
    np.testing.assert_array_equal(explorer.scene().before, other)


def test_closing_leaves_no_widget():
    before = set(alive)
    SortAnythingExplorer().close()
    assert set(alive) == before


def test_the_saved_picture_is_of_the_present_choices(tmp_path):
    explorer = SortAnythingExplorer()
    explorer.state.material = "complex numbers by modulus"
    assert "by modulus" in explorer.scene().description
    explorer.save(tmp_path / "a.svg")
    assert "numbers and their modulus" in (tmp_path / "a.svg").read_text()
