import json
from math import inf

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


def test_a_step_is_one_message_which_is_small(explorer, wired, edit):
    wire = wired(explorer)
    edit(explorer, a=2.0)
    assert explorer.state.a == 2.0
    explorer.state.b = -2.0
    assert wire.updates() == [{"choices"}]
    assert len(repr(wire.sent[-1])) < 1200


def test_what_the_browser_makes_of_a_handle_is_taken_and_what_lies_beyond_is_refused(
    explorer, edit
):
    edit(explorer, a=-2.5, b=4.0)
    assert (explorer.state.a, explorer.state.b) == (-2.5, 4)
    assert "soft maximum of (-2.5, 4)" in explorer.scene().description
    edit(explorer, a=6.0)
    assert explorer.state.a == -2.5
    assert explorer.choices["message"] == (
        "a must be a number in [-5, 5], got 6.0. The old value stays."
    )
    edit(explorer, alpha="infinity")
    assert explorer.state.alpha == inf


def test_the_browser_knows_the_rules_of_a_and_b(explorer):
    for name in ("a", "b"):
        field = explorer.setup["own"][name]
        assert (field["kind"], field["low"], field["high"]) == ("linear", -5, 5)
    assert explorer.setup["most"] == 64
    assert explorer.setup["formats"] == ["svg", "png"]


def test_a_page_of_it_holds_its_choices(explorer, tmp_path):
    explorer.state.update(a=2.5, alpha=inf)
    explorer.save(tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text()
    held = json.loads(page.split('id="diffsort-page">')[1].split("</script>")[0])
    [shown] = held["explorers"]
    assert (shown["choices"]["a"], shown["choices"]["alpha"]) == (2.5, "infinity")
    assert shown["setup"]["explorer"] == "alpha"


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
        == "AlphaExplorer(n=4, alpha=0.9438, relaxation='smoothmax', a=1.0, b=0.0)"
    )
    assert "soft maximum of (a, b)" in explorer.svg()
