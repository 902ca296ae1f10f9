import itertools
import sys
from pathlib import Path

import pytest
from sklearn.datasets import load_breast_cancer

from explorer.state import ExplorerState
from explorer.widgets.program import Live, the_program

sys.path.insert(0, str(Path(__file__).parent))  # for goal_cases


class Wire:
    """Stands in for a widget's comm and keeps what is sent to the browser."""

    comm_id = "test"
    kernel = True

    def __init__(self):
        self.sent = []

    def send(self, data=None, metadata=None, buffers=None):
        self.sent.append((data, buffers or []))

    def on_msg(self, callback): ...

    def close(self, *args, **kwargs): ...

    def updates(self):
        """The names of the traits that each message carried, echoes aside."""
        return [set(data["state"]) for data, _ in self.sent if data["method"] == "update"]


@pytest.fixture
def wired():
    """Put a recording wire under a widget."""

    def put(widget):
        widget.comm = Wire()
        return widget.comm

    return put


@pytest.fixture(scope="session")
def tumours():
    """Ten measurements of the cells of 569 tumours, and how deep the worst are dented: the data of
    the last lesson."""
    found = load_breast_cancer()
    return found.data[:, :10], found.data[:, list(found.feature_names).index("worst concavity")]


@pytest.fixture(autouse=True)
def program():
    """The program is there before anybody counts what a test leaves behind."""
    return the_program()


@pytest.fixture
def state():
    return ExplorerState()


@pytest.fixture
def edit():
    """What the browser sends when a person changes choices: in the fields of an explorer whose
    picture the kernel makes, or anywhere in one that the browser draws."""
    stamps = itertools.count(1)

    def change(shown, **changes):
        widget, trait = (shown, "choices") if isinstance(shown, Live) else (shown, "values")
        values, now = getattr(widget, trait), next(stamps)
        edited = {**values.get("edited", {}), **dict.fromkeys(changes, now)}
        widget.set_state({trait: {**values, **changes, "edited": edited}})

    return change


@pytest.fixture
def press():
    """What the browser sends when a person presses a button of an explorer, and the answer."""

    def ask(shown, **request):
        widget, answers = shown if isinstance(shown, Live) else shown.toolbar, []
        widget.send = lambda content, buffers: answers.append((content, buffers))
        widget._handle_custom_msg({**request, "view": "a"}, [])
        del widget.send
        *_, answer = answers
        return answer

    return ask
