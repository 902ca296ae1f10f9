import sys

import numpy as np
import pytest

from diffsort_core import DiffsortError
from explorer import NetworkExplorer, libraries
from explorer.libraries import LIBRARIES, VALUES, any_array, has, installed, same, say, tried


def test_what_is_always_there_is_found_and_tried():
    for key in ("numpy", "autograd"):
        assert has(key)
        assert tried(key) == ("numpy.ndarray", "float64", "cpu", "same", "same")


def test_what_is_missing_says_so_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr(libraries, "find_spec", lambda name: None)
    for key, (name, _, package) in LIBRARIES.items():
        assert not has(key)
        line = capsys.readouterr().out
        assert line.startswith(f"{name} ")
        assert line.endswith(f"pip install {package}\n")
        assert line.count("\n") == 1


def test_looking_for_a_library_does_not_import_it():
    before = set(sys.modules)
    for key in LIBRARIES:
        if key != "cupy":
            installed(key)
    assert not (set(sys.modules) - before) & {"jax", "torch", "tensorflow", "dask"}


def test_a_line_begins_with_the_name_of_the_library(capsys):
    say("tensorflow", "tape:", "same")
    assert capsys.readouterr().out == "TensorFlow | tape: same\n"


def test_an_unknown_library_is_refused():
    with pytest.raises(DiffsortError, match=r"^key must be one of numpy, .*, got 'pandas'$"):
        installed("pandas")


@pytest.mark.parametrize(
    ("got", "expected", "words"),
    [
        ([1.0, 2.0], [1.0, 2.0 + 1e-14], "same"),
        ([1.0, 2.0], [1.0, 2.0 + 1e-9], "differs by 1e-09"),
        (np.float32([1, 2]), [1.0, 2.0 + 1e-6], "same"),
        (np.float32([1, 2]), [1.0, 2.1], "differs by 0.1"),
        ([[1.0]], [1.0], "differs in shape: (1, 1), (1,)"),
        ([np.nan], [1.0], "differs by nan"),
    ],
)
def test_same_is_within_the_digits_of_the_dtype(got, expected, words):
    assert same(got, expected) == words


def test_an_explorer_takes_the_array_of_any_library(monkeypatch):
    explorer = NetworkExplorer(any_array(VALUES))
    assert explorer.state.values == VALUES
    explorer.close()
    monkeypatch.setattr(libraries, "installed", lambda key: key == "numpy")
    assert isinstance(any_array(VALUES), np.ndarray)


def test_a_difference_is_told(monkeypatch):
    monkeypatch.setattr(libraries, "sort_vjp", lambda network, x, weights, rule: weights)
    assert tried("autograd").gradient.startswith("differs by ")
    assert tried("autograd").values == "same"
