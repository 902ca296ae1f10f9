"""A goal has one judge, the check of its exercise: what a badge says is what the cell says."""

import json
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from goal_cases import CASES, GOALS, set_one_after_another
from hypothesis import given, settings
from hypothesis import strategies as st

from diffsort_core import DiffsortError
from explorer import ExplorerState, NetworkExplorer
from explorer.exercises.answer import TRIED
from explorer.exercises.start import check_share
from explorer.goals import first_sentence, goal_of

sys.path.insert(0, str(Path(__file__).with_name("exercises")))
from test_verdicts import ROWS

named = pytest.mark.parametrize("case", CASES, ids=lambda case: case.check.__name__)
WORTH = ("hint", "almost", "correct")


@pytest.fixture(autouse=True)
def first_tries():
    """No test climbs on another's wrong answers."""
    TRIED.clear()


def states_judged():
    """States that the tables of the other files have, with their check."""
    return [(check, answer) for check, _, answer, _ in ROWS if isinstance(answer, ExplorerState)]


def test_every_check_that_judges_a_state_is_a_goal_and_no_other():
    assert {check.__name__ for check, _ in states_judged()} == {each.__name__ for each in GOALS}
    assert {case.check.__name__ for case in CASES} == {each.__name__ for each in GOALS}


@pytest.mark.parametrize(("check", "state"), states_judged())
def test_the_badge_says_correct_exactly_where_the_cell_does(check, state):
    assert check.goal.badge(state)["step"] == check(state).verdict


@named
@given(
    far=st.integers(0, 3),
    choices=st.fixed_dictionaries(
        {},
        optional={
            "alpha": st.floats(-2, 3).map(lambda power: 10**power) | st.just(float("inf")),
            "sigma": st.floats(1e-3, 1e3),
            "relaxation": st.sampled_from(["smoothmax", "Cauchy", "softmax"]),
            "network": st.sampled_from(["bitonic", "odd-even transposition"]),
        },
    ),
)
@settings(max_examples=15, deadline=None)
def test_wherever_a_reader_moves_badge_and_cell_agree(case, far, choices):
    """Also from places on the way to the goal, and at it."""
    state = case.state.replace()
    for step, _ in case.steps[:far]:
        state.update(**step)
    try:
        state = state.replace(**choices)
    except DiffsortError:
        return  # no explorer takes that
    badge, answer = case.check.goal.badge(state), case.check(state)
    assert badge["step"] == answer.verdict
    assert badge["words"] in (case.check.goal.asked, first_sentence(answer.words))
    assert json.loads(json.dumps(badge, allow_nan=False)) == badge


@named
def test_on_the_way_to_the_goal_the_steps_come_in_order_and_the_last_is_correct(case):
    state = case.state
    assert case.check.goal.badge(state)["step"] == "hint"
    found = [
        (case.check.goal.badge(each)["step"], step)
        for each, step in set_one_after_another(state, case.steps)
    ]
    assert [step for step, _ in found] == [known for _, known in found]
    worth = [WORTH.index(step) for step, _ in found]
    assert all(before <= after for before, after in pairwise([0, *worth]))
    assert worth[-1] == 2


@named
def test_far_from_the_goal_the_words_are_the_goal_and_near_it_what_is_missing(case):
    goal, state = case.check.goal, case.state
    assert goal.badge(state)["words"] == goal.asked
    for each, step in set_one_after_another(state, case.steps):
        TRIED.clear()
        said = case.check(each).words
        words = goal.badge(each)["words"]
        assert words == goal.asked if step == "hint" else said.startswith(words)


@named
def test_what_is_no_more_the_exercise_is_said_in_place_of_the_goal_and_nothing_is_aimed_at(case):
    state = case.state.replace(**case.astray)
    badge = case.check.goal.badge(state)
    assert badge["step"] == "hint"
    assert badge["words"] != case.check.goal.asked
    assert case.check(state).words.startswith(badge["words"])
    assert badge["targets"] == []


@named
def test_a_badge_is_no_try_and_takes_no_more_than_a_line(case):
    for each, _ in set_one_after_another(case.state, [*case.steps, ({}, "correct")] * 3):
        assert len(case.check.goal.badge(each)["words"]) <= 110
    assert TRIED == {}
    assert len(case.check.goal.asked) <= 92


@pytest.mark.parametrize("given", [check_share, 3, "check_softness", len])
def test_what_is_no_goal_is_refused_by_name(given):
    name = getattr(given, "__name__", repr(given))
    with pytest.raises(DiffsortError, match=f"goal must be .*, got {name}"):
        NetworkExplorer([3, 1, 2], goal=given)
    assert goal_of(None) is None
