"""How an explorer's badge travels: judged once for whatever changed together, a message each."""

import asyncio
import json
from dataclasses import replace

import pytest
from goal_cases import CASES, LIVE

from explorer import NetworkExplorer
from explorer.exercises.a_sort import check_softness
from explorer.explorers.panel import JUDGED


@pytest.fixture
def shown():
    made = NetworkExplorer(alpha=0.1, goal=check_softness)
    yield made
    made.close()


@pytest.fixture
def counted():
    """An explorer with a goal that lists the alphas that were judged."""
    judged = []

    def check(state): ...

    def judge(state):
        judged.append(state.alpha)
        return check_softness.goal.judge(state)

    check.goal = replace(check_softness.goal, judge=judge)
    made = NetworkExplorer(alpha=0.1, goal=check)
    judged.clear()
    yield made, judged
    made.close()


def badges(wire):
    return [names for names in wire.updates() if "badge" in names]


@pytest.mark.parametrize("case", LIVE, ids=lambda case: case.check.__name__)
def test_every_lesson_s_explorer_shows_how_far_it_has_come(case, edit):
    made = case.open()
    assert made.setup["goal"] == case.check.goal.asked
    assert made.badge["step"] == "hint"
    for choices, step in case.steps:
        edit(made, **{name: travelling(each) for name, each in choices.items()})
        assert made.badge["step"] == case.check(made).verdict == step
    made.close()


def travelling(choice):
    return list(choice) if isinstance(choice, tuple) else choice


def test_a_change_that_is_heard_is_answered_by_one_badge(shown, wired, edit):
    wire = wired(shown)
    edit(shown, alpha=0.8)
    assert badges(wire) == [{"badge"}]
    assert shown.badge["step"] == "correct"
    assert len(repr(wire.sent[-1])) < 1200
    edit(shown, alpha=0.81)  # the same again, so that the browser knows it is judged
    assert len(badges(wire)) == 2


def test_edits_that_were_merged_into_one_message_are_judged_once(shown, wired):
    wire = wired(shown)
    edited = {"alpha": 1.0, "relaxation": 2.0, "below": 3.0}
    merged = {"alpha": 7, "relaxation": "Cauchy", "below": "hard network", "edited": edited}
    shown.set_state({"choices": {**shown.choices, **merged}})
    assert badges(wire) == [{"badge"}]
    assert shown.badge["heard"] == 3.0


def test_what_changed_together_is_judged_once_and_what_did_not_change_is_not(counted):
    made, judged = counted
    made.state.update(alpha=0.8, below="hard network", relaxation="Cauchy")
    made.state.alpha = 0.8
    assert judged == [0.8]
    edited = {"alpha": 1.0, "relaxation": 2.0, "below": 3.0}
    merged = {"alpha": 7, "relaxation": "smoothmax", "below": "values", "edited": edited}
    made.set_state({"choices": {**made.choices, **merged}})
    assert judged == [0.8, 7]


def test_what_a_cell_sets_is_judged_once_too(shown, wired):
    wire = wired(shown)
    shown.state.update(alpha=0.8, below="hard network", relaxation="smoothmax")
    assert badges(wire) == [{"badge"}]
    assert shown.badge["step"] == "correct"
    shown.state.alpha = 0.8
    assert len(badges(wire)) == 1


def test_the_badge_names_the_latest_edit_that_was_heard_even_if_it_was_refused(shown, edit):
    assert shown.badge["heard"] == 0
    edit(shown, alpha=0.8)
    first = shown.badge["heard"]
    edit(shown, alpha=-1)
    assert shown.badge["heard"] > first
    assert shown.badge["step"] == "correct"  # the old value stays


def test_without_a_goal_nothing_is_judged_or_sent(wired, edit):
    made = NetworkExplorer([3, 1, 2], alpha=0.1)
    wire = wired(made)
    edit(made, alpha=0.8)
    assert badges(wire) == []
    assert made.badge == {}
    assert "goal" not in made.setup
    made.close()


def test_a_page_holds_what_is_asked_and_no_verdict(shown, edit):
    edit(shown, alpha=0.8)
    page = shown.page()
    [held] = json.loads(page.split('id="diffsort-page">')[1].split("</script>")[0])["explorers"]
    assert held["setup"]["goal"] == check_softness.goal.asked
    assert "badge" not in json.dumps(held)
    assert shown.badge["words"] not in page


def test_a_print_is_of_the_choices_only(shown):
    plain = NetworkExplorer(alpha=0.1)
    assert shown.scene().description == plain.scene().description
    assert shown.goal.asked not in shown.svg()
    plain.close()


LEARNING = [case for case in CASES if case not in LIVE]


@pytest.mark.parametrize("case", LEARNING, ids=lambda case: case.check.__name__)
def test_an_explorer_that_the_kernel_draws_has_a_badge_in_its_controls(case):
    made = case.open()
    assert made.controls.goal == case.check.goal.asked
    assert made.controls.badge["step"] == "hint"
    for choices, step in case.steps:
        made.state.update(**choices)
        assert made.controls.badge["step"] == step
    made.close()


def test_while_a_slider_moves_it_is_judged_once_when_it_rests(wired, edit):
    made = LEARNING[0].open()
    wire = wired(made.controls)

    async def moving():
        for sigma in (0.02, 0.05, 0.1, 0.3):
            edit(made.folds, sigma=sigma)
            await asyncio.sleep(0.01)
        assert badges(wire) == []
        await asyncio.sleep(JUDGED + 0.2)

    asyncio.run(moving())
    assert badges(wire) == [{"badge"}]
    assert made.controls.badge["step"] == "correct"
    made.close()
