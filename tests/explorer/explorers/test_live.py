"""What travels between an explorer that the browser draws and Python."""

import json
from math import inf

import pytest

from explorer import JacobianExplorer, NetworkExplorer
from explorer.widgets.program import the_program

X = [5, -1, 9.5, 13.2]


@pytest.fixture
def shown():
    made = NetworkExplorer(X, alpha=0.5)
    yield made
    made.close()


def test_an_explorer_carries_little_and_the_program_travels_once(shown):
    other = NetworkExplorer(X)
    assert len(shown._esm) < 2000
    assert len(json.dumps(shown.get_state(), default=str)) < 10_000
    assert shown.program is other.program is the_program()
    assert (
        len(json.dumps(the_program().get_state(), default=str)) < 200_000
    )  # a second of a slow line
    other.close()


def test_a_program_that_was_closed_is_made_anew():
    before = the_program()
    before.close()
    assert the_program() is not before
    assert NetworkExplorer(X).program is the_program()


def test_a_step_is_one_message_which_is_small(shown, wired, edit):
    wire = wired(shown)
    edit(shown, alpha=0.25)
    assert shown.state.alpha == 0.25
    shown.state.alpha = 0.3
    shown.state.alpha = 0.3
    assert wire.updates() == [{"choices"}]
    assert len(repr(wire.sent[-1])) < 1200


def test_what_was_edited_is_heard_once_whatever_comes_with_it(shown, edit):
    edit(shown, alpha=2.0)
    stale = dict(shown.choices)
    shown.state.alpha = 9
    edit(shown, **{"sigma": 0.7})
    assert (shown.state.alpha, shown.state.sigma) == (9, 0.7)
    shown.set_state({"choices": {**stale, "alpha": 3}})
    assert shown.state.alpha == 9


def test_infinity_travels_as_a_word_both_ways(shown, edit):
    edit(shown, alpha="infinity")
    assert shown.state.alpha == inf
    shown.state.alpha = 1
    shown.state.alpha = inf
    assert shown.choices["alpha"] == "infinity"
    json.dumps(shown.get_state(), allow_nan=False, default=str)


def test_edits_that_were_merged_into_one_message_are_all_taken(shown):
    edited = {"alpha": 1.0, "relaxation": 2.0}
    shown.set_state(
        {"choices": {**shown.choices, "alpha": 7, "relaxation": "Cauchy", "edited": edited}}
    )
    assert (shown.state.alpha, shown.state.relaxation) == (7, "Cauchy")


def test_a_refused_edit_is_answered_by_what_stays_and_why_and_others_are_taken(shown):
    edited = {"alpha": 1.0, "below": 2.0}
    shown.set_state(
        {"choices": {**shown.choices, "alpha": -1, "below": "hard network", "edited": edited}}
    )
    assert (shown.state.alpha, shown.state.below) == (0.5, "hard network")
    assert shown.choices["alpha"] == 0.5
    assert shown.choices["message"] == "alpha must be at least 0, got -1.0. The old value stays."
    assert shown.choices["edited"] == edited
    shown.state.alpha = 2
    assert "message" not in shown.choices


def test_an_answer_gives_the_stamps_back(shown, edit):
    edit(shown, alpha=2.0)
    assert set(shown.choices["edited"]) == {"alpha"}


def test_what_another_explorer_changes_reaches_the_browser(shown, edit):
    jacobian = JacobianExplorer(state=shown.state)
    edit(jacobian, sigma=2.0)
    assert shown.choices["sigma"] == 2.0
    edit(jacobian, preset="random")
    assert shown.choices["preset"] == "random"
    assert shown.choices["values"] == list(shown.state.values)
    jacobian.close()


def test_a_page_opens_with_the_present_choices(shown, tmp_path):
    shown.state.update(alpha=inf, flow=2)
    shown.save(tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text()
    data = page.split('id="diffsort-page">')[1].split("</script>")[0]
    [held] = json.loads(data)["explorers"]
    assert held["choices"] == {
        name: choice for name, choice in shown.choices.items() if name != "edited"
    }
    assert held["setup"] == shown.setup
    assert page.count(shown.program.packed) == 1
    assert len(page.encode()) < 250_000  # a second of 2 Mbit/s
