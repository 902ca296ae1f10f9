from math import exp

import pytest
from ipywidgets.widgets.widget import _instances as alive

from diffsort_core import DiffsortError
from explorer import ExplorerState, RankingExplorer

X = [5, -1, 9.5, 13.2]


def drag(explorer, name, x, y=0.0):
    explorer.overlay.set_state({"edited": {"name": name, "x": x, "y": y}})


def handles(explorer):
    return {handle["name"]: handle for handle in explorer.overlay.handles}


def test_a_dragged_value_is_written_and_the_kernel_goes_to_it():
    explorer = RankingExplorer(X)
    drag(explorer, "2", 3.1415)
    assert explorer.state.values == (5, -1, 3.1, 13.2)
    assert explorer.state.ranking_focus == 2
    assert handles(explorer)["2"]["x"] == 3.1


def test_the_first_drag_of_another_value_is_drawn_once(monkeypatch):
    explorer = RankingExplorer(X, ranking_focus=0)
    renders, scene = [], explorer._scene
    monkeypatch.setattr(explorer, "_scene", lambda state: renders.append(1) or scene(state))
    drag(explorer, "2", 3.1)
    assert len(renders) == 1
    assert explorer.scene().focus == 2
    assert explorer.scene().values[2] == 3.1


def test_sigma_can_be_dragged_on_the_kernel_and_among_the_curves():
    explorer = RankingExplorer(X, sigma=0.5, ranking_focus=0)
    flank = handles(explorer)["width"]
    assert abs(flank["x"] - 5) == 0.5
    assert flank["y"] == exp(-0.5)
    drag(explorer, "width", 7.0)
    assert explorer.state.sigma == 2.0
    drag(explorer, "width", 5.0)
    assert 0 < explorer.state.sigma < 0.01
    drag(explorer, "cursor", -1.0)
    assert explorer.state.sigma == 0.1
    assert handles(explorer)["cursor"]["words"] == "sigma = 0.1 units of value"


def test_a_kernel_wider_than_the_line_keeps_the_handle_among_the_curves_only():
    assert "width" not in handles(RankingExplorer(X, sigma=50))
    assert "cursor" in handles(RankingExplorer(X, sigma=50))


def test_every_value_is_a_handle_within_the_line_or_of_many_the_chosen_one():
    explorer = RankingExplorer(X)
    low, high = explorer.scene().line
    for wire, value in enumerate(X):
        handle = handles(explorer)[str(wire)]
        assert handle["x"] == value
        assert (handle["low"][0], handle["high"][0]) == (low, high)
    assert set(handles(RankingExplorer(range(40), ranking_focus=7))) == {"7", "width", "cursor"}


@pytest.mark.parametrize(
    "name", ["sigma", "alpha", "ranking_focus", "ranking_transpose", "network"]
)
def test_one_change_of_state_is_one_update_of_the_figure(wired, edit, name):
    value = {
        "sigma": 0.7,
        "alpha": 0.25,
        "ranking_focus": 1,
        "ranking_transpose": True,
        "network": "odd-even merge",
    }[name]
    explorer = RankingExplorer(X)
    wire = wired(explorer.figure)
    edit(explorer.controls, **{name: value})
    plotted = [
        names
        for names in wire.updates()
        if names & {"_py2js_update", "_py2js_restyle", "_py2js_relayout"}
    ]
    assert plotted == [
        {"_py2js_update"},
        {"_py2js_update"},
    ]  # the update, and the None that ends it


def test_the_choices_survive_json():
    state = RankingExplorer(X, ranking_focus=3, ranking_transpose=True, sigma=2).state
    again = ExplorerState.from_json(state.to_json())
    assert again.choices() == state.choices()
    assert RankingExplorer(state=again).scene().transposed


@pytest.mark.parametrize(
    "bad",
    [
        {"sigma": 0},
        {"ranking_focus": -1},
        {"ranking_focus": 1.5},
        {"ranking_transpose": 1},
        {"values": range(65)},
    ],
)
def test_bad_choices_are_refused_by_name_and_leave_no_widget(bad):
    before = set(alive)
    with pytest.raises(DiffsortError, match=next(iter(bad))):
        RankingExplorer(**bad)
    assert set(alive) == before


def test_closing_leaves_no_widget():
    before = set(alive)
    RankingExplorer(X).close()
    assert set(alive) == before


def test_the_sentence_and_the_saved_picture_are_of_the_present_choices(tmp_path):
    explorer = RankingExplorer(X, sigma=0.3)
    explorer.state.ranking_transpose = True
    assert "Soft argsort" in explorer.controls.sentence == explorer.scene().description
    explorer.save(tmp_path / "a.svg")
    assert "soft argsort of each place" in (tmp_path / "a.svg").read_text()
