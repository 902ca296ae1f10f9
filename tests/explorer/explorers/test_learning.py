import asyncio
from math import inf

import numpy as np
import pytest
from ipywidgets.widgets.widget import _instances as alive

from diffsort_core import DiffsortError
from explorer import ExplorerState, LearningExplorer
from explorer.explorers.learning import OPENING
from explorer.learners import CLOUD

TASKS = pytest.mark.parametrize("task", ["ordering", "line"])


@pytest.fixture
def learning():
    made = []

    def make(*values, **choices):
        made.append(LearningExplorer(*values, **choices))
        return made[-1]

    yield make
    for explorer in made:
        explorer.close()


def test_the_default_ordering_is_found(learning):
    explorer = learning()
    explorer.finish()
    assert explorer.problem.miss(explorer.learner.parameters) == 0
    assert "0 of 28 pairs" in explorer.controls.sentence
    assert explorer.runner.progress == 1


def test_the_default_line_leaves_least_squares(learning):
    explorer = learning(task="line")
    problem, start = explorer.problem, explorer.learner.parameters
    np.testing.assert_array_equal(start, problem.least_squares())
    explorer.finish()
    assert abs(problem.slope(start) - 0.7) > 0.4
    assert abs(problem.slope(explorer.learner.parameters) - 0.7) < 0.1


@TASKS
def test_one_step_is_one_step_and_one_update(learning, wired, task):
    explorer = learning(task=task)
    wire = wired(explorer.chart)
    explorer.runner.step()
    assert explorer.learner.taken == 1
    assert explorer.runner.progress == 0.01
    [names] = wire.updates()
    assert {"values", "description", "tables"} <= names
    assert "handles" not in names


@TASKS
def test_a_choice_is_one_update(learning, wired, task):
    explorer = learning(task=task)
    explorer.finish()
    wire = wired(explorer.chart)
    explorer.state.alpha = 3.0
    assert len(wire.updates()) == 1


@pytest.mark.parametrize("choices", [{"task": "line"}, {"learning_seed": 1}, {"values": [3, 1, 2]}])
def test_another_problem_is_begun_anew(learning, choices):
    explorer = learning()
    explorer.finish()
    explorer.state.update(**choices)
    assert explorer.learner.taken == explorer.runner.progress == 0
    assert not explorer.runner.begun


@pytest.mark.parametrize("choices", [{"learning_seed": 1}, {"values": [3, 1, 2]}])
def test_a_line_stays_learnt_where_what_it_does_not_use_changes(learning, choices):
    explorer = learning(task="line")
    explorer.finish()
    before = explorer.learner.parameters
    explorer.state.update(**choices)
    assert explorer.learner.taken == explorer.state.steps
    np.testing.assert_array_equal(explorer.learner.parameters, before)


@pytest.mark.parametrize(
    "choices", [{"alpha": 3.0}, {"sigma": 1.0}, {"rate": 0.5}, {"relaxation": "optimal"}]
)
def test_other_choices_take_effect_with_the_next_step(learning, choices):
    explorer = learning()
    for _ in range(3):
        explorer.runner.step()
    before = explorer.learner.parameters
    explorer.state.update(**choices)
    np.testing.assert_array_equal(explorer.learner.parameters, before)
    gradient = explorer.problem.loss(before)[1]
    explorer.runner.step()
    assert explorer.learner.taken == 4
    there = before - explorer.state.rate * gradient
    np.testing.assert_allclose(explorer.learner.parameters, there / np.linalg.norm(there))


def test_points_that_move_are_learnt_from_at_once_and_the_line_goes_on(learning):
    explorer = learning(task="line")
    explorer._moved("0", 0.0, 9.0)
    assert explorer.state.points[0] == (0, 9)
    np.testing.assert_array_equal(explorer.learner.parameters, explorer.problem.least_squares())
    explorer.runner.step()
    before = explorer.learner.parameters
    explorer.chart.set_state({"edited": {"name": "1", "x": 2.0, "y": 8.0, "stamp": 1}})
    assert explorer.state.points[:3] == ((0, 9), (2, 8), CLOUD[2])
    assert explorer.learner.taken == 1
    np.testing.assert_array_equal(explorer.learner.parameters, before)
    assert explorer.chart.handles[1]["x"] == explorer.chart.values["points"]["x"][1] == 2


def test_only_the_points_of_the_line_can_be_moved(learning):
    explorer = learning()
    assert explorer.chart.handles == []
    explorer.state.task = "line"
    assert [handle["along"] for handle in explorer.chart.handles] == ["xy"] * len(CLOUD)
    assert explorer.chart.handles[0]["words"] == "x 0.6, y 2"


def test_reset_brings_back_the_choices_and_the_start(learning):
    explorer = learning(task="line", rate=0.2)
    first = explorer.scene().description
    explorer._moved("0", 5.0, 5.0)
    explorer.finish()
    explorer._answer({"do": "reset"})
    assert explorer.state.points == CLOUD
    assert explorer.learner.taken == explorer.runner.progress == 0
    assert explorer.controls.sentence == explorer.scene().description == first


def test_cancel_goes_back_to_the_start_and_learning_begins_anew_after_the_last_step(learning):
    explorer = learning()
    explorer.runner.step()
    explorer.runner._handle_custom_msg({"do": "stop"}, [])
    assert explorer.learner.taken == explorer.runner.progress == 0
    explorer.finish()
    end = explorer.learner.parameters
    explorer.finish()
    assert explorer.learner.taken == 100
    np.testing.assert_array_equal(explorer.learner.parameters, end)


def test_more_steps_go_on_where_fewer_ended(learning):
    explorer = learning(steps=5)
    explorer.finish()
    explorer.state.steps = 8
    explorer.runner.step()
    assert explorer.learner.taken == 6


def test_the_same_choices_learn_the_same(learning):
    ends = [learning(learning_seed=seed) for seed in (3, 3, 4)]
    for explorer in ends:
        explorer.finish()
    assert ends[0].learner.losses == ends[1].learner.losses != ends[2].learner.losses


def test_a_run_that_is_watched_can_be_paused_changed_and_closed(learning, monkeypatch):
    monkeypatch.setattr(asyncio, "sleep", lambda seconds, sleep=asyncio.sleep: sleep(0))

    async def watch():
        explorer = learning(task="line", steps=1000)
        explorer.runner.start()
        for _ in range(4):
            await asyncio.sleep(0)
        assert (
            explorer.learner.taken % 10 == 0 < explorer.learner.taken < 100
        )  # a picture after every tenth step
        explorer.runner.pause()
        taken = explorer.learner.taken
        await asyncio.sleep(0)
        assert explorer.learner.taken == taken
        explorer.runner.start()
        await asyncio.sleep(0)
        explorer._moved("0", 0.0, 9.0)
        await asyncio.sleep(0)
        assert explorer.runner.running
        assert explorer.learner.taken > taken
        explorer.close()
        taken = explorer.learner.taken
        await asyncio.sleep(0)
        assert explorer.learner.taken == taken

    asyncio.run(watch())


def test_too_large_a_rate_ends_in_words_and_a_smaller_one_goes_on(learning):
    explorer = learning(task="line", rate=5.0)
    explorer.finish()
    assert "the learning rate is too large" in explorer.controls.sentence
    explorer.state.rate = 0.1
    taken = explorer.learner.taken
    assert "too large" not in explorer.controls.sentence
    explorer.runner.step()
    assert explorer.learner.taken == taken + 1


def test_choices_survive_json():
    state = ExplorerState(
        task="line",
        points=np.array([[1, 2], [3, 4], [5, 6.5]]),
        trimmed=0.4,
        rate=1,
        steps=7,
        alpha=inf,
    )
    again = ExplorerState.from_json(state.to_json())
    assert again.choices() == state.choices()
    assert again.points == ((1, 2), (3, 4), (5, 6.5))


@pytest.mark.parametrize(
    "bad",
    [
        {"task": "sort"},
        {"rate": 0},
        {"steps": 0},
        {"steps": 1001},
        {"learning_seed": -1},
        {"trimmed": 0.6},
        {"points": [(1, 2), (3, 4)]},
        {"points": [(1, 2), (3, 4), (5, 11)]},
        {"points": [(1, 2), (3, 4), (5,)]},
        {"points": "abc"},
        {"values": list(range(65))},
    ],
)
def test_bad_choices_are_refused_by_name_and_leave_no_widget(bad):
    before = set(alive)
    with pytest.raises(DiffsortError, match=next(iter(bad))):
        LearningExplorer(**bad)
    assert set(alive) == before


@TASKS
@pytest.mark.parametrize("n", [1, 64])
def test_every_size_and_relaxation_is_drawn(learning, task, n):
    points = np.random.default_rng(0).uniform(0, 10, (max(n, 3), 2))
    explorer = learning(list(range(n)), task=task, steps=3, points=points)
    for relaxation in ("softmax", "Gaussian", "reciprocal"):
        explorer.state.relaxation = relaxation
        explorer.start_over()
        explorer.finish()
        assert "message" not in explorer.controls.values
    assert explorer.svg().startswith("<?xml")


def test_closing_while_it_learns_leaves_no_widget():
    before = set(alive)

    async def run():
        explorer = LearningExplorer()
        explorer.runner.start()
        await asyncio.sleep(0)
        explorer.close()

    asyncio.run(run())
    assert set(alive) == before


def test_seen_for_the_first_time_it_takes_its_first_steps_once_and_can_go_on(learning, wired):
    """A pace apart: each is one message of the figure's."""

    async def watch():
        explorer = learning(steps=1000)
        wire = wired(explorer.chart)
        assert explorer.learner.taken == 0
        press(explorer, "open")
        while explorer.runner.running:
            await asyncio.sleep(0.01)
        assert explorer.learner.taken == OPENING
        assert explorer.runner.progress == OPENING / 1000
        assert len([names for names in wire.updates() if "values" in names]) == OPENING
        press(explorer, "open")  # another view
        await asyncio.sleep(0.1)
        assert explorer.learner.taken == OPENING
        press(explorer, "start")
        await asyncio.sleep(0.3)
        assert explorer.learner.taken > OPENING
        assert explorer.learner.taken % 10 == 0

    asyncio.run(watch())


def test_who_wants_no_motion_has_the_first_steps_at_once_in_one_message(learning, wired):
    explorer = learning()
    wire = wired(explorer.chart)
    press(explorer, "open at once")
    assert explorer.learner.taken == OPENING
    assert len(wire.updates()) == 1
    assert not explorer.runner.running


def test_what_a_person_began_does_not_begin_by_itself(learning):
    explorer = learning()
    press(explorer, "step")
    press(explorer, "open at once")
    assert explorer.learner.taken == 1


@pytest.mark.parametrize("end", ["pause", "stop", "close"])
def test_what_began_by_itself_is_stopped_as_any_run_is(end):
    async def watch():
        explorer = LearningExplorer()
        press(explorer, "open")
        assert explorer.runner.running
        while not explorer.learner.taken:
            await asyncio.sleep(0.01)
        explorer.close() if end == "close" else press(explorer, end)
        taken = explorer.learner.taken
        await asyncio.sleep(0.2)
        assert explorer.learner.taken == taken < OPENING
        assert len(asyncio.all_tasks()) == 1
        explorer.close()

    asyncio.run(watch())


def press(explorer, what):
    explorer.runner._handle_custom_msg({"do": what}, [])
