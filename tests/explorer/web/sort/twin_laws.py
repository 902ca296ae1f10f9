"""How the twin is held to diffsort_core."""

import numpy as np
import pytest

from diffsort_core import DiffsortError


def bits(values):
    """Every bit of floats, so that -0 is not 0."""
    return np.asarray(values, float).view(np.int64).tolist()


def same(found, known):
    """The same numbers to the last digit; 0 and -0 are the same number."""
    assert np.asarray(found, float).tolist() == np.asarray(known, float).tolist()


def near(found, known, within):
    """No number is further off than ``within``, which may be one number for each."""
    found, known = np.asarray(found, float), np.asarray(known, float)
    assert found.shape == known.shape
    off = np.abs(found / 2 - known / 2) * 2  # of two huge numbers the difference may overflow
    assert np.all(off <= within), f"off by {np.max(off - within)} more than {np.max(within)}"


def told(run):
    """The exchanges of a run in Python, as the browser's half names them."""
    names = {"by_a": "byA", "by_b": "byB"}
    return {
        names.get(name, name): None if each is None else each.tolist()
        for name, each in run.exchanges._asdict().items()
    }


def refused_alike(python, browser):
    """Both halves refuse, in the same words."""
    with pytest.raises(DiffsortError) as ours:
        python()
    with pytest.raises(Exception, match="DiffsortError") as theirs:
        browser()
    assert str(theirs.value) == f"DiffsortError: {ours.value}"


def refused_by_both(python, browser, words):
    """Both halves refuse, and say these words; each names what it got in its own way."""
    for half in (python, browser):
        with pytest.raises(Exception, match=words):
            half()
