"""What a notebook keeps of an explorer that watches work in Python: the picture of how it ended."""

import asyncio
import json
from base64 import b64decode
from types import SimpleNamespace

import plotly.graph_objects as go
import pytest
from ipywidgets.widgets.widget import _instances as alive

from explorer import ErrorExplorer, LearningExplorer
from explorer.explorers import watched
from explorer.figures.printed import as_page_png


@pytest.fixture(params=[ErrorExplorer, LearningExplorer])
def shown(request):
    """An explorer that a cell has shown."""
    made = request.param(**({"draws": 64} if request.param is ErrorExplorer else {"steps": 3}))
    made.bundle = made._repr_mimebundle_()
    yield made
    made.close()


def kept(explorer):
    return b64decode(explorer.chart.picture["png"])


def now(explorer):
    return as_page_png(explorer.printed())[0]


def test_the_picture_of_the_cell_is_the_one_that_is_shown_until_plotly_is_there(shown):
    data, about = shown.bundle
    assert shown.chart.picture["png"] == data["image/png"]
    size = [shown.chart.picture[name] for name in ("width", "height")]
    assert size == [about["image/png"][name] for name in ("width", "height")]


def test_after_a_cell_that_changed_it_the_kept_picture_is_of_what_is_drawn(shown):
    first = kept(shown)
    shown.finish()
    watched._cell_ended(None)
    assert kept(shown) == now(shown) != first
    shown.state.alpha = 2.0
    watched._cell_ended(None)
    assert kept(shown) == now(shown)


def test_a_picture_that_is_of_what_is_drawn_is_not_drawn_again(shown, wired):
    shown.finish()
    watched._cell_ended(None)
    wire = wired(shown.chart)
    watched._cell_ended(None)
    assert wire.sent == []


def test_what_no_cell_has_shown_has_no_picture():
    made = LearningExplorer(steps=3)
    made.finish()
    watched._cell_ended(None)
    assert made.chart.picture == {}
    made.close()


def test_a_run_that_ends_by_itself_and_a_person_who_lets_go_leave_their_picture(monkeypatch):
    monkeypatch.setattr(watched, "REST", 0.01)

    async def work():
        made = LearningExplorer(steps=3)
        made._repr_mimebundle_()
        first = kept(made)
        made.runner.start()
        while made.runner.progress < 1:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        assert kept(made) == now(made) != first
        made.state.alpha = 2.0
        await asyncio.sleep(0.3)
        assert kept(made) == now(made)
        made.state.alpha = 3.0
        made.close()
        await asyncio.sleep(0.1)

    asyncio.run(work())


def test_while_it_runs_no_picture_is_drawn(monkeypatch):
    made = LearningExplorer(steps=3)
    made._repr_mimebundle_()
    first = kept(made)
    made.runner.step()
    made.runner.running = True
    watched._cell_ended(None)
    assert kept(made) == first
    made.runner.running = False
    assert kept(made) == now(made) != first
    made.close()


def test_cells_are_followed_once_in_each_kernel(monkeypatch):
    heard = []
    events = SimpleNamespace(register=lambda *given: heard.append(given))
    monkeypatch.setattr("IPython.get_ipython", lambda: SimpleNamespace(events=events))
    shell = SimpleNamespace(events=events)
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    monkeypatch.setattr(watched, "_following", [])
    for _ in range(3):
        watched._follow_cells()
    assert heard == [("post_run_cell", watched._cell_ended)]


def test_nothing_of_it_is_sent_as_a_buffer(shown):
    shown.finish()
    for widget in (shown, *shown.children):
        state = {name: value for name, value in widget.get_state().items() if name != "program"}
        json.dumps({k: v for k, v in state.items() if k not in ("layout", "children")}, default=str)
        assert not [name for name, value in state.items() if isinstance(value, bytes | memoryview)]


def test_it_is_to_be_had_as_a_figure_of_plotlys_own(shown):
    assert isinstance(shown.figure, go.Figure)
    assert len(shown.figure.data) == len(shown.chart.frame["traces"])


def test_closed_it_is_followed_no_more():
    before = set(alive)
    made = LearningExplorer(steps=3)
    made._repr_mimebundle_()
    made.close()
    made.close()
    assert made not in watched._shown
    watched._cell_ended(None)
    assert set(alive) == before
    assert "image/png" in made._repr_mimebundle_()[0]
