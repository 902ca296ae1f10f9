import asyncio
import json
import re

import pytest
from ipywidgets.widgets.widget import _instances as alive

from diffsort_core import DiffsortError
from explorer import ErrorExplorer, ExplorerState

X = [5, -1, 9.5, 13.2]


def in_a_loop(work):
    """Run a coroutine as the kernel would, and fail where a task of it fails."""
    failed = []

    async def watched():
        asyncio.get_running_loop().set_exception_handler(
            lambda loop, context: failed.append(context)
        )
        await work()
        await asyncio.sleep(0.03)

    asyncio.run(watched())
    assert not failed


async def until(true):
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never came true")


def test_finish_computes_everything_and_says_so():
    explorer = ErrorExplorer(X, draws=2)
    assert explorer.scene().waiting.all()
    assert "press Start" in explorer.controls.sentence
    assert explorer.finish() is explorer
    assert not explorer.scene().waiting.any()
    assert explorer.controls.sentence == explorer.scene().description
    assert explorer.runner.progress == 1
    assert explorer.runner.words.startswith("computed in")


def test_what_was_computed_for_other_choices_is_never_shown():
    explorer = ErrorExplorer(X, draws=2).finish()
    for name, value in (
        ("alpha", 2.0),
        ("relaxation", "softmax"),
        ("network", "odd-even merge"),
        ("draws", 3),
    ):
        explorer.finish()
        setattr(explorer.state, name, value)
        assert explorer.scene().waiting.all(), name
        assert "press Start" in explorer.controls.sentence
        assert explorer.runner.progress == 0


def test_a_change_that_the_numbers_do_not_depend_on_keeps_them():
    explorer = ErrorExplorer(X, alpha=1.0, draws=2).finish()
    explorer.state.values = [1, 2]
    assert not explorer.scene().waiting.any()
    explorer = ErrorExplorer(X, measure="tempering").finish()
    explorer.state.alpha = 0.3
    assert not explorer.scene().waiting.any()
    assert explorer.scene().alpha == pytest.approx(-0.5228787)
    assert "alpha = 0.3162 " in explorer.controls.sentence


def test_work_that_goes_on_begins_again_with_the_new_choice():
    async def work():
        explorer = ErrorExplorer(X, draws=4096)
        explorer.runner.start()
        await until(lambda: explorer.runner.progress > 0)
        explorer.state.alpha = 7.0
        assert explorer.scene().waiting.all()
        assert explorer.runner.running
        await until(lambda: not explorer.scene().waiting.all())
        assert explorer._run.rule.alpha == 7.0
        explorer.close()

    in_a_loop(work)


def test_done_work_is_done_again_in_a_kernel():
    async def work():
        explorer = ErrorExplorer(X, measure="shuffles", draws=2).finish()
        explorer.state.alpha = 7.0
        await until(lambda: explorer.runner.progress == 1)
        assert "alpha = 7 " in explorer.controls.sentence
        assert "standard deviation over 2 random seeds" in explorer.controls.sentence
        explorer.close()

    in_a_loop(work)


def test_cancelled_work_keeps_its_picture_and_a_change_clears_it():
    async def work():
        explorer = ErrorExplorer(X, draws=4096)
        explorer.runner.start()
        await until(lambda: explorer.runner.progress > 0)
        explorer.runner.stop()
        assert explorer.runner.progress == 0
        assert re.match(r"cancelled at \d+ %$", explorer.runner.words)
        assert not explorer.scene().waiting.all()
        explorer.state.alpha = 7.0
        await asyncio.sleep(0.03)
        assert explorer.scene().waiting.all()
        assert not explorer.runner.running
        assert "press Start" in explorer.controls.sentence
        assert explorer.runner.words == ""
        explorer.close()

    in_a_loop(work)


def test_closing_while_it_works_leaves_no_widget_and_no_task():
    before = set(alive)

    async def work():
        explorer = ErrorExplorer(X, draws=4096)
        explorer.runner.start()
        await until(lambda: explorer.runner.progress > 0)
        explorer.close()
        await asyncio.sleep(0.05)
        assert set(alive) == before
        assert len(asyncio.all_tasks()) == 1  # this one

    in_a_loop(work)
    assert set(alive) == before


@pytest.mark.parametrize("measure", ["error", "tempering", "shuffles"])
def test_one_change_is_one_update_of_the_figure(wired, edit, measure):
    explorer = ErrorExplorer(X, draws=2, measure=measure).finish()
    wire = wired(explorer.chart)
    edit(explorer.controls, alpha=0.25)
    [names] = wire.updates()
    assert {"values", "description"} <= names <= {"values", "description", "frame", "tables"}
    explorer.close()


def test_a_cell_that_shows_it_begins_with_a_first_look_of_few_draws():
    explorer = ErrorExplorer(X, draws=64, relaxation="Cauchy")
    assert explorer.chart.values["waiting"]["x"]
    explorer._repr_mimebundle_()
    assert not explorer.chart.values["waiting"]["x"]
    assert explorer.controls.sentence == explorer.chart.description
    assert explorer.controls.sentence.startswith("A first look, with few random draws; Start")
    assert "The error is at most 10 % in" in explorer.controls.sentence
    explorer.controls.width = 500
    assert "not computed" not in explorer.chart.frame["layout"]["annotations"][0]["text"]
    explorer.state.alpha = 3.0
    assert explorer.chart.values["waiting"]["x"]
    assert "press Start" in explorer.controls.sentence
    explorer.keep_up()
    assert explorer.controls.sentence.startswith("A first look")
    explorer.finish()
    assert "first look" not in explorer.controls.sentence
    explorer.close()


def test_the_choices_survive_json():
    state = ErrorExplorer(X, measure="shuffles", draws=5).state
    again = ExplorerState.from_json(state.to_json())
    assert (again.measure, again.draws) == ("shuffles", 5)
    assert json.loads(again.to_json()) == json.loads(state.to_json())


@pytest.mark.parametrize(
    "bad", [{"measure": "noise"}, {"draws": 0}, {"draws": 4097}, {"draws": 2.5}, {"values": []}]
)
def test_bad_choices_are_refused_and_leave_no_widget(bad):
    before = set(alive)
    with pytest.raises(DiffsortError, match=next(iter(bad))):
        ErrorExplorer(**bad)
    assert set(alive) == before


def test_print_computes_a_little_where_nothing_is_known():
    explorer = ErrorExplorer(X, draws=2, relaxation="Cauchy")
    svg = explorer.svg()
    assert "The error is at most 10 %" in svg
    assert explorer.svg() == svg
    assert explorer.scene().waiting.all()
    assert explorer.finish().svg() == svg


@pytest.mark.parametrize("measure", ["error", "tempering", "shuffles"])
def test_start_goes_on_from_the_first_look_to_the_same_end(measure):
    whole = ErrorExplorer(X, draws=40, measure=measure).finish()
    looked = ErrorExplorer(X, draws=40, measure=measure)
    assert not looked._run.share
    looked.runner._handle_custom_msg({"do": "open"}, [])
    assert looked.controls.sentence == looked.chart.description
    assert "press Start" not in looked.controls.sentence
    assert not looked.chart.values.get("waiting", {}).get("x")
    assert looked.runner.progress == 0
    looked.runner.step()
    shown = looked.scene()
    known = shown.mean if measure == "shuffles" else shown.errors
    assert not (known != known).any()  # no cell is unknown while it is refined
    assert looked.finish().scene().description == whole.scene().description
    for each in (whole, looked):
        each.close()


def test_a_first_look_is_sent_once():
    explorer = ErrorExplorer(X, draws=64, relaxation="Cauchy")
    explorer._repr_mimebundle_()
    before = explorer.chart.values
    told = []
    explorer.chart.observe(told.append)
    explorer.runner._handle_custom_msg({"do": "open"}, [])
    assert [change["name"] for change in told if change["old"] != change["new"]] == []
    assert explorer.chart.values == before
    explorer.close()
