import json
from math import inf

import numpy as np
import pytest
from ipywidgets.widgets.widget import _instances as alive

from diffsort_core import DiffsortError
from explorer import ExplorerState, JacobianExplorer

X = [5.0, -1.0, 9.5, 13.2]


@pytest.fixture
def explorer():
    made = JacobianExplorer(X)
    yield made
    made.close()


def test_a_cell_that_is_chosen_is_one_message_and_nothing_is_computed_anew(explorer, wired, edit):
    wire, scene = wired(explorer), explorer.scene()
    edit(explorer, out=2, into=1)
    assert (explorer.state.out, explorer.state.into) == (2, 1)
    assert explorer.scene() is scene
    explorer.state.out = 3
    assert wire.updates() == [{"choices"}]
    assert len(repr(wire.sent[-1])) < 1200
    edit(explorer, out=None)
    assert explorer.state.out is None


def test_what_the_scene_depends_on_is_computed_anew(explorer, edit):
    for choice in ({"sigma": 3.0}, {"outputs": "top k"}, {"k": 1}, {"alpha": "infinity"}):
        scene = explorer.scene()
        edit(explorer, **choice)
        assert explorer.scene() is not scene
    assert explorer.scene().outputs.tolist() == [3]


@pytest.mark.parametrize(
    "choice", [{"out": 256}, {"into": -1}, {"k": 0}, {"outputs": "all"}, {"values": [0.0] * 257}]
)
def test_bad_choices_are_refused_by_name_and_leave_no_widget(choice):
    before = set(alive)
    with pytest.raises(DiffsortError, match=f"^{next(iter(choice))} must"):
        JacobianExplorer(**choice)
    assert set(alive) == before


def test_the_browser_knows_the_rules_of_its_own_choices(explorer):
    own = explorer.setup["own"]
    assert {*own} == {"outputs", "k", "out", "into"}
    assert (own["out"]["kind"], own["out"]["low"], own["out"]["high"]) == ("optional", 0, 255)
    assert explorer.setup["most"] == 256


def test_a_page_of_it_holds_its_choices(explorer, tmp_path):
    explorer.state.update(out=2, into=1, alpha=inf)
    explorer.save(tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text()
    held = json.loads(page.split('id="diffsort-page">')[1].split("</script>")[0])
    [shown] = held["explorers"]
    choices = shown["choices"]
    assert (choices["out"], choices["into"], choices["alpha"]) == (2, 1, "infinity")
    assert shown["setup"]["explorer"] == "jacobian"


def test_the_choices_survive_json():
    state = ExplorerState(values=X, out=1, into=2, outputs="top k", k=3)
    assert ExplorerState.from_json(state.to_json()).choices() == state.choices()


@pytest.mark.parametrize(
    ("choices", "framed", "paths"),
    [
        ({"out": 3, "into": 0}, (3, 0), True),
        ({"out": 9, "into": 0}, None, False),
        ({"out": 0, "into": 4}, None, False),
        ({"out": 1, "into": 0, "outputs": "top k", "k": 2}, None, False),
        ({"out": 1}, None, False),
        ({"into": 1}, None, False),
        ({"out": 64, "into": 64, "values": np.arange(65.0)}, (64, 64), False),
    ],
)
def test_the_print_frames_a_derivative_that_is_there_and_has_its_paths_up_to_64_wires(
    explorer, choices, framed, paths
):
    explorer.state.update(**choices)
    scene = explorer.scene()
    assert explorer._cell(scene) == framed
    assert (explorer._paths(scene) is not None) == paths
    figure = explorer.printed()
    written = " ".join(text.get_text() for text in figure.texts)
    assert ("The framed cell: d sorted[3] / d x[0] = " in written) == paths
