import pytest
from sklearn.datasets import load_breast_cancer

from explorer.state import ExplorerState


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


@pytest.fixture
def state():
    return ExplorerState()


@pytest.fixture
def edit():
    """What the browser sends when a person sets one field of the controls."""
    stamp = iter(range(10**6))

    def set_field(controls, **changes):
        stamps = {**controls.values.get("edited", {}), **{name: next(stamp) for name in changes}}
        controls.set_state({"values": {**controls.values, **changes, "edited": stamps}})

    return set_field
