import numpy as np
import pandas
import pytest

from explorer.numbers import as_values


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
