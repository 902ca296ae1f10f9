import pytest

from explorer.exercises.answer import TRIED


@pytest.fixture(autouse=True)
def first_tries():
    """No test climbs on another's wrong answers."""
    TRIED.clear()
    yield
    TRIED.clear()
