from types import SimpleNamespace

import pytest
from ipywidgets.widgets.widget import _instances as alive

import explorer as package
from diffsort_core import DiffsortError
from explorer import ExplorerState, NetworkExplorer
from explorer.explorers import lifetime

X = [5, -1, 9.5, 13.2]
EVERY = pytest.mark.parametrize(
    "explorer", [getattr(package, name) for name in package.__all__ if name != "ExplorerState"]
)


@pytest.fixture
def shell(monkeypatch):
    """A notebook's shell, which runs cell after cell: ``shell.run(metadata)``."""

    def run(**metadata):
        shell.execution_count += 1
        shell.parent = {"metadata": metadata, "content": {"code": "NetworkExplorer()"}}

    shell = SimpleNamespace(execution_count=0, run=run, get_parent=lambda: shell.parent)
    monkeypatch.setattr(lifetime, "get_ipython", lambda: shell)
    return shell


@EVERY
@pytest.mark.parametrize(
    "bad", [{"values": []}, {"values": ["a"]}, {"alpha": -1}, {"relaxation": "hard"}, {"beta": 1}]
)
def test_bad_arguments_are_refused_and_leave_no_widget(explorer, bad):
    before = set(alive)
    with pytest.raises(DiffsortError):
        explorer(**bad)
    assert set(alive) == before


@EVERY
def test_closing_leaves_no_widget_and_no_observer(explorer):
    def observers():
        return sum(
            len(calls) for kinds in state._trait_notifiers.values() for calls in kinds.values()
        )

    before, state = set(alive), ExplorerState(values=X)
    listening = observers()
    shown = explorer(state=state)
    assert set(alive) > before
    shown.close()
    shown.close()
    assert set(alive) == before
    assert observers() == listening
    state.alpha = 3


@EVERY
def test_a_cell_that_is_run_five_times_keeps_one_explorer_alive(explorer, shell):
    counts, kept = [], []
    for _ in range(5):
        shell.run(cellId=explorer.__name__)
        kept.append(explorer())
        counts.append(len(alive))
    assert len(set(counts)) == 1
    kept[-1].close()


def test_two_explorers_of_one_cell_live_side_by_side(shell):
    shell.run(cellId="pair")
    first, second = NetworkExplorer(X), NetworkExplorer(X)
    assert first.view.comm is not None
    second.close()
    first.close()


def test_cells_of_the_same_words_live_side_by_side_where_nobody_names_them(shell):
    shell.run()
    first = NetworkExplorer(X)
    shell.run()
    second = NetworkExplorer(X)
    assert first.view.comm is not None
    second.close()
    first.close()
