from math import inf

import numpy as np
import pytest
from ipywidgets.widgets.widget import _instances as alive

from diffsort_core import DiffsortError
from explorer import AlphaExplorer, ExplorerState

X = [5, -1, 9.5, 13.2]


@pytest.fixture
def explorer():
    made = AlphaExplorer(X)
    yield made
    made.close()


def handles(explorer):
    return {handle["name"]: handle for handle in explorer.overlay.handles}


def drag(explorer, name, x):
    explorer.overlay.set_state(
        {"edited": {"name": name, "x": x, "y": 0.0, "stamp": np.random.default_rng().random()}}
    )


def test_a_change_of_state_is_one_update_of_the_figure(explorer, wired):
    plotted = {"_py2js_update", "_py2js_restyle", "_py2js_relayout", "_widget_data"}
    for change in (
        {"alpha": 0.25},
        {"a": 2.0},
        {"b": -2.0},
        {"values": [1, 2, 3]},
        {"relaxation": "softmax"},
    ):
        wire = wired(explorer.figure)
        explorer.state.update(**change)
        updates = [names for names in wire.updates() if names & plotted]
        assert updates == [{"_py2js_update"}] * 2, change  # the update, and the None that ends it


def test_the_points_of_the_soft_maximum_can_be_moved(explorer):
    drag(explorer, "a", -2.503)
    drag(explorer, "b", 4.0)
    assert (explorer.state.a, explorer.state.b) == (-2.5, 4)
    point = handles(explorer)["a"]
    assert (point["x"], point["y"]) == (-2.5, explorer.scene().soft)
    assert handles(explorer)["b"]["words"] == "b = 4"
    assert "soft maximum of (-2.5, 4)" in explorer.controls.sentence


def test_the_line_at_alpha_can_be_moved_to_its_stops(explorer):
    line = handles(explorer)["alpha"]
    assert line["axes"] == ("x2", "y2")
    drag(explorer, "alpha", line["high"][0])
    assert explorer.state.alpha == inf
    drag(explorer, "alpha", line["low"][0])
    assert explorer.state.alpha == 0
    drag(explorer, "alpha", 0.5)
    assert explorer.state.alpha == 3.162
    assert handles(explorer)["alpha"]["x"] == pytest.approx(0.5, abs=1e-4)


def test_where_alpha_0_diverges_the_line_stops_before_it(explorer):
    explorer.state.relaxation = "softmax"
    drag(explorer, "alpha", handles(explorer)["alpha"]["low"][0])
    assert explorer.state.alpha == 0.01
    assert "message" not in explorer.controls.values


@pytest.mark.parametrize(
    "choice", [{"a": 5.5}, {"b": "x"}, {"a": float("nan")}, {"values": [1.0] * 65}]
)
def test_bad_choices_are_refused_by_name_and_leave_no_widget(choice):
    before = set(alive)
    with pytest.raises(DiffsortError, match=f"^{next(iter(choice))} must"):
        AlphaExplorer(**choice)
    assert set(alive) == before


def test_the_choices_survive_json():
    state = ExplorerState(values=X, a=-1.25, b=3.5, alpha=inf)
    assert ExplorerState.from_json(state.to_json()).choices() == state.choices()


def test_closing_leaves_no_widget():
    before = set(alive)
    made = AlphaExplorer(X)
    assert set(alive) > before
    made.close()
    assert set(alive) == before


def test_it_says_what_it_is_and_has_a_picture_without_a_kernel(explorer):
    bundle, _ = explorer._repr_mimebundle_()
    assert (
        bundle["text/plain"]
        == "AlphaExplorer(n=4, alpha=1.0, relaxation='smoothmax', a=1.0, b=0.0)"
    )
    assert "soft maximum of (a, b)" in explorer.svg()
