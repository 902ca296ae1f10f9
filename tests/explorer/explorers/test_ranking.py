import json

import pytest
from ipywidgets.widgets.widget import _instances as alive

from diffsort_core import DiffsortError
from explorer import ExplorerState, RankingExplorer

X = [5, -1, 9.5, 13.2]


@pytest.fixture
def explorer():
    made = RankingExplorer(X)
    yield made
    made.close()


def test_a_step_is_one_message_which_is_small(explorer, wired, edit):
    wire = wired(explorer)
    edit(explorer, sigma=0.7)
    assert explorer.state.sigma == 0.7
    explorer.state.ranking_focus = 1
    assert wire.updates() == [{"choices"}]
    assert len(repr(wire.sent[-1])) < 1200


def test_what_the_browser_makes_of_a_dragged_value_is_taken_and_drawn_once(
    explorer, edit, monkeypatch
):
    renders, scene = [], explorer._scene
    monkeypatch.setattr(explorer, "_scene", lambda state: renders.append(1) or scene(state))
    edit(explorer, values=[5, -1, 3.1, 13.2], ranking_focus=2)
    assert explorer.state.values == (5, -1, 3.1, 13.2)
    assert explorer.scene().focus == 2
    assert len(renders) == 1
    edit(explorer, ranking_focus=256)
    assert explorer.state.ranking_focus == 2
    words = "ranking_focus must be a whole number from 0 to 255, got 256. The old value stays."
    assert explorer.choices["message"] == words


def test_the_browser_knows_the_rules_of_its_own_choices(explorer):
    focus, transpose = (
        explorer.setup["own"][name] for name in ("ranking_focus", "ranking_transpose")
    )
    assert (focus["kind"], focus["low"], focus["high"]) == ("whole", 0, 255)
    assert transpose["kind"] == "toggle"
    assert explorer.setup["most"] == 64


def test_a_page_of_it_holds_its_choices(explorer, tmp_path):
    explorer.state.update(ranking_focus=3, sigma=0.25)
    explorer.save(tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text()
    held = json.loads(page.split('id="diffsort-page">')[1].split("</script>")[0])
    [shown] = held["explorers"]
    assert (shown["choices"]["ranking_focus"], shown["choices"]["sigma"]) == (3, 0.25)
    assert shown["setup"]["explorer"] == "ranking"


@pytest.mark.parametrize(
    "name", ["sigma", "alpha", "ranking_focus", "ranking_transpose", "network", "relaxation"]
)
def test_every_choice_changes_what_is_said_or_shown(explorer, name):
    before = explorer.scene()
    value = {
        "sigma": 0.7,
        "alpha": 0.25,
        "ranking_focus": 1,
        "ranking_transpose": True,
        "network": "odd-even transposition",
        "relaxation": "softmax",
    }[name]
    explorer.state.update(alpha=0.1)
    explorer.state.update(**{name: value})
    assert explorer.scene() is not before
    assert f"sigma = {explorer.state.sigma:g} units of value" in explorer.scene().description


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
    RankingExplorer(X).close()  # the program stays, once
    before = set(alive)
    RankingExplorer(X).close()
    assert set(alive) == before


def test_the_saved_picture_is_of_the_present_choices(explorer, tmp_path):
    explorer.state.ranking_transpose = True
    assert "Soft argsort" in explorer.scene().description
    explorer.save(tmp_path / "a.svg")
    assert "soft argsort against sigma" in (tmp_path / "a.svg").read_text()


def test_it_says_what_it_is(explorer):
    bundle, _ = explorer._repr_mimebundle_()
    assert bundle["text/plain"] == (
        "RankingExplorer(n=4, alpha=0.9438, relaxation='smoothmax', sigma=0.5)"
    )
