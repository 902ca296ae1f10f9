"""The choices that are explorers' own: a state takes them on with the explorer, or once they are
set, and a text that names others still loads."""

import copy
import json
import pickle
import subprocess
import sys
from threading import Thread

import pytest

import explorer
from diffsort_core import DiffsortError
from explorer import (
    AlphaExplorer,
    ExplorerState,
    JacobianExplorer,
    NetworkExplorer,
    RankingExplorer,
    SortAnythingExplorer,
)
from explorer.fields import choice, chosen, linear, toggle, whole

CLASSES = [getattr(explorer, name) for name in explorer.__all__ if name != "ExplorerState"]
SHARED = {"values", "alpha", "sigma", "relaxation", "network", "preset", "seed", "labels"}
OWN = {name: own for each in CLASSES for name, own in each.own.items()}
X = [3.0, 1.0, 2.0]


def test_a_state_that_was_made_alone_holds_what_all_explorers_share():
    assert {*ExplorerState().choices()} == SHARED


def test_a_choice_that_two_explorers_have_is_one():
    for each in CLASSES:
        assert all(OWN[name] is own for name, own in each.own.items())
    assert not SHARED & {*OWN}


@pytest.mark.parametrize("kind", CLASSES)
def test_an_explorer_brings_its_own_choices_each_at_its_start(kind):
    shown = kind()
    assert {*shown.state.choices()} == SHARED | {*kind.own}
    assert {name: getattr(shown.state, name) for name in kind.own} == {
        name: own.rule(own.start, name) for name, own in kind.own.items()
    }
    shown.close()


@pytest.mark.parametrize("kind", CLASSES)
def test_every_field_of_an_own_choice_says_its_rule_and_every_control_sets_a_choice(kind):
    settable = {*SHARED, *kind.own, "wires", "numbers", "comparators"}
    assert {field["name"] for field in kind.fields} <= settable
    for name, own in kind.own.items():
        assert own.field is None or own.field["name"] == name


@pytest.mark.parametrize("name", OWN)
def test_a_state_alone_takes_and_refuses_what_some_explorer_declares(name):
    state = ExplorerState()
    assert getattr(state, name) == OWN[name].start
    assert {*state.choices()} == SHARED
    with pytest.raises(DiffsortError, match=f"{name} must "):
        setattr(state, name, "nonsense")
    with pytest.raises(DiffsortError, match=f"{name} must "):
        state.update(alpha=3, **{name: "nonsense"})
    with pytest.raises(DiffsortError, match=f"{name} must "):
        ExplorerState(**{name: "nonsense"})
    assert {*state.choices()} == SHARED
    assert state.alpha is None
    setattr(state, name, OWN[name].start)
    assert {*state.choices()} == SHARED | {name}


def test_what_was_set_on_a_state_alone_is_what_its_explorers_begin_with():
    state = ExplorerState(values=X, flow=2)
    state.k = 2
    state.update(ranking_focus=1)
    shown = [each(state=state) for each in (NetworkExplorer, JacobianExplorer, RankingExplorer)]
    assert (state.flow, state.k, state.ranking_focus, state.below) == (2, 2, 1, "values")
    assert shown[0].scene().flow is not None
    for each in shown:
        each.close()
    assert state.flow == 2


def test_two_explorers_on_one_state_each_hear_of_their_own_choices():
    network = NetworkExplorer(X)
    ranking = RankingExplorer(state=network.state)
    seen = network.scene(), ranking.scene()
    network.state.flow = 1
    assert network.scene() is not seen[0]
    assert ranking.scene() is seen[1]
    network.state.update(ranking_focus=2)
    assert ranking.scene().focus == 2
    assert network.scene(below="hard network").below == "hard network"
    assert "ranking_focus" not in network.choices
    for each in (network, ranking):
        each.close()


def test_an_explorer_that_refuses_leaves_a_given_state_as_it_was():
    state = ExplorerState(values=X)
    before, heard = state.to_json(), []
    state.observe(heard.append)
    for given in ({"values": range(100)}, {"flow": -1}, {"flow": 1, "beta": 2}):
        with pytest.raises(DiffsortError):
            NetworkExplorer(state=state, **given)
        assert state.to_json() == before
        assert not state.has_trait("flow")
    assert [change["name"] for change in heard if change["new"] == change["old"]] == []
    state.flow = 1
    with pytest.raises(DiffsortError):
        NetworkExplorer(range(100), state=state, below="hard network")
    assert (state.flow, state.has_trait("below")) == (1, False)


def test_what_a_judge_refuses_is_not_held_however_it_is_set():
    shown = NetworkExplorer(X)
    state, before = shown.state, shown.state.choices()

    def no():
        raise DiffsortError("no")

    def together():
        with state.hold_trait_notifications():
            state.k = 2
            state.alpha = 9

    state.ask_first(no)
    for act in (lambda: setattr(state, "k", 2), lambda: state.update(k=2, alpha=9), together):
        with pytest.raises(DiffsortError, match="no"):
            act()
        assert state.choices() == before
    state.ask_no_more(no)
    together()
    assert (state.k, state.alpha) == (2, 9)
    shown.close()


def test_an_observer_of_a_choice_hears_of_it_whenever_the_state_takes_it_on():
    state, heard = ExplorerState(values=X), []
    state.observe(lambda change: heard.append((change["old"], change["new"])), "flow")
    shown = NetworkExplorer(state=state)
    assert heard == []
    state.flow = 2
    assert heard == [(None, 2)]
    shown.close()


def test_a_text_that_another_explorer_or_an_earlier_version_saved_still_loads(tmp_path):
    every = {name: own.start for name, own in OWN.items()}
    text = json.dumps({**every, "alpha": 3, "flow": 1, "sharpness": "none"})
    (tmp_path / "a.json").write_text(text)
    shown = NetworkExplorer(X)
    shown.load(tmp_path / "a.json")
    assert (shown.state.alpha, shown.state.flow) == (3, 1)
    assert {*shown.state.choices()} == SHARED | {"below", "flow"}
    shown._take(AlphaExplorer(X, a=2.0, alpha=5).state.to_json())
    assert (shown.state.alpha, shown.state.has_trait("a")) == (5, False)
    with pytest.raises(DiffsortError, match=r"choices must be among .*'flow'.*, got \['beta'\]"):
        shown._take('{"beta": 1, "alpha": 7}')
    assert shown.state.alpha == 5
    again = ExplorerState.from_json(json.dumps({**every, "flow": 1}))
    assert again.choices().keys() == SHARED | {*OWN}
    shown.close()


def test_a_copy_and_what_was_pickled_hold_the_same_choices():
    state = SortAnythingExplorer([[1, 2], [3, 4]], pieces=5).state
    for again in (copy.deepcopy(state), pickle.loads(pickle.dumps(state)), state.replace()):
        assert again.choices() == state.choices()
        again.pieces = 7
    assert state.pieces == 5


def test_other_attributes_are_as_ever():
    state = ExplorerState()
    state.remark = "mine"
    assert state.remark == "mine"
    assert type(state) is ExplorerState
    with pytest.raises(AttributeError, match="no attribute 'beta'"):
        state.beta  # noqa: B018
    assert isinstance(ExplorerState(flow=1), ExplorerState)


def test_choices_taken_on_in_two_threads_are_all_held():
    state = ExplorerState(values=X)
    threads = [Thread(target=setattr, args=(state, *choice)) for choice in [("k", 2), ("flow", 1)]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (state.choices()["k"], state.choices()["flow"]) == (2, 1)


def test_a_name_is_found_before_its_explorer_is_imported():
    program = "from explorer import ExplorerState; print(ExplorerState(pieces=5).pieces)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout == "5\n", done.stderr


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        (whole("x", "", "", 1, 9), [1, 9], [0, 10, 1.0, True, None]),
        (whole("x", "", "", 1, 9, optional=True), [1, 9, None], [0, 10]),
        (toggle("x", "", ""), [True], [1, None]),
        (choice("x", "", "", [("a", "A"), ("b", "B")]), ["a", "b"], ["A", None]),
        (linear("x", "", "", -1, 2, 0.1), [-1, 2, 0.5], [-1.1, 2.1, None]),
    ],
)
def test_a_field_is_a_rule(field, good, bad):
    own = chosen(field, good[0])
    assert [own.rule(value, "x") for value in good] == good
    for value in bad:
        with pytest.raises(DiffsortError, match="x must be"):
            own.rule(value, "x")


def test_more_may_be_chosen_than_a_control_offers():
    assert chosen(whole("x", "", "", 0, 9), 0, high=20).rule(20, "x") == 20


@pytest.mark.parametrize("name", ["flow", "ranking_focus", "gallery_output", "out", "into"])
def test_a_wire_may_be_any_that_a_state_may_have(name):
    assert getattr(ExplorerState(**{name: 255}), name) == 255
    with pytest.raises(
        DiffsortError, match=f"{name} must be a whole number from 0 to 255, got 256"
    ):
        ExplorerState(**{name: 256})
