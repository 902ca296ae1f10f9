from types import SimpleNamespace

import ipywidgets
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
        message = {"msg_id": f"cell {shell.execution_count}"}
        shell.parent = {"header": message, "metadata": metadata}

    shell = SimpleNamespace(execution_count=0, run=run, get_parent=lambda: shell.parent)
    monkeypatch.setattr(lifetime, "get_ipython", lambda: shell)
    return shell


@pytest.fixture
def output(shell):
    """An Output: ``output.calls(make)`` makes what a callback makes in it; ``output.shows(*made)``
    is what the browser then says of it."""

    class Watched(ipywidgets.Output):
        calls_made = 0

        def calls(self, make):
            Watched.calls_made += 1
            if Watched.calls_made > 1:  # the first is in the cell that made the Output
                header = {"msg_id": f"callback {Watched.calls_made}"}
                shell.parent = {"header": header, "metadata": {}}
            self.msg_id = shell.parent["header"]["msg_id"]
            made = make()
            self.msg_id = ""
            return made

        def shows(self, *made):
            self.outputs = tuple(
                {
                    "output_type": "display_data",
                    "data": {lifetime.VIEW: {"model_id": each.model_id}},
                }
                for each in made
            )

    shell.run(cellId="callbacks")
    made = Watched()
    yield made
    for widget in list(alive.values()):
        widget.close()


def is_open(*explorers):
    return [each.comm is not None for each in explorers]


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
    assert first.comm is not None
    second.close()
    first.close()


def test_cells_of_the_same_words_live_side_by_side_where_nobody_names_them(shell):
    shell.run()
    first = NetworkExplorer(X)
    shell.run()
    second = NetworkExplorer(X)
    assert first.comm is not None
    second.close()
    first.close()


@EVERY
def test_of_what_a_callback_makes_anew_each_time_two_at_most_are_alive(explorer, output):
    before, counts, last = set(alive), [], None
    for _ in range(6):
        made = output.calls(explorer)
        counts.append(len(alive) - len(before))
        output.shows(made)
        last = len(alive) - len(before)
    assert max(counts) <= 2 * counts[0]
    assert last == counts[0]
    output.shows()
    assert set(alive) == before


def test_an_output_that_gathers_explorers_keeps_them_all(output):
    made = [output.calls(NetworkExplorer) for _ in range(3)]
    output.shows(*made[:1])  # which the browser said before it heard of the other two
    assert is_open(*made) == [True] * 3
    output.shows(*made)
    assert is_open(*made) == [True] * 3
    output.shows()
    assert is_open(*made) == [False] * 3


def test_an_explorer_that_the_browser_had_no_time_to_name_is_closed_with_the_others(output):
    made = [output.calls(NetworkExplorer) for _ in range(4)]
    output.shows(made[0])
    assert is_open(*made) == [True] * 4
    output.shows(made[3])
    assert is_open(*made) == [False, False, False, True]


def test_an_explorer_shown_in_a_box_is_closed_with_what_showed_the_box(output):
    made = [output.calls(NetworkExplorer) for _ in range(2)]
    output.shows(ipywidgets.HBox([made[0]]))
    assert is_open(*made) == [True, True]
    output.shows(ipywidgets.HBox([made[1]]))
    assert is_open(*made) == [False, True]


def test_an_explorer_that_a_callback_puts_elsewhere_stays(output):
    elsewhere = ipywidgets.VBox()
    first, second = output.calls(NetworkExplorer), output.calls(NetworkExplorer)
    elsewhere.children = [first]
    output.shows(second)
    output.shows()
    assert is_open(first, second) == [True, False]


def test_a_cell_that_is_run_again_closes_what_its_callbacks_made(output, shell):
    first, second = output.calls(NetworkExplorer), output.calls(NetworkExplorer)
    output.shows(second)
    assert is_open(first, second) == [False, True]
    shell.run(cellId="callbacks")
    NetworkExplorer()
    assert is_open(second) == [False]
