import numpy as np
import pandas
import pytest

from diffsort_core import DiffsortError
from explorer.numbers import as_values, parse_numbers


@pytest.mark.parametrize(
    "x",
    [
        [3, 1],
        (3, 1),
        np.array([3, 1], "i1"),
        np.array([3, 1], "f4"),
        pandas.Series([3, 1], index=["a", "b"]),
    ],
)
def test_anything_that_numpy_makes_numbers_of_is_taken(x):
    assert as_values(x) == (3.0, 1.0)


@pytest.mark.parametrize(
    "text", ["1, 2, -3.5", "1 2\n-3.5", "[1; 2; -3.5]", "1\t2\t\N{MINUS SIGN}3.5", "(1,2,\n-35e-1)"]
)
def test_pasted_numbers_are_read_however_they_are_separated(text):
    assert parse_numbers(text) == (1, 2, -3.5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "at least one"),
        ("1, two", "'two'"),
        ("__import__('os')", "numbers such as"),
        ("1_000", "numbers such as"),
        ("nan", "finite"),
        ("1, inf", "finite"),
        ("1e999", "finite"),
        (" ".join(["1"] * 257), "at most 256"),
        ("0x10", "'0x10'"),
    ],
)
def test_anything_else_is_refused_in_words(text, words):
    with pytest.raises(DiffsortError, match=words):
        parse_numbers(text)
