import sys
from pathlib import Path

import pytest

from explorer.exercises.answer import TRIED

sys.path.insert(0, str(Path(__file__).parent))  # for test_verdicts, which reads the tables


@pytest.fixture(autouse=True)
def first_tries():
    """No test climbs on another's wrong answers."""
    TRIED.clear()
    yield
    TRIED.clear()
