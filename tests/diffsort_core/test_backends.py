import autograd.numpy as anp
import numpy as np
import pandas as pd
import pytest
from autograd import grad

from diffsort_core import DiffsortError
from diffsort_core.backends import asarray, asvector, concatenate, concrete, constant, largest, namespace


@pytest.mark.parametrize(
    "values",
    [
        [1, 0],
        (1, 0),
        [True, False],
        [1.0, 0.0],
        np.array([1, 0], np.uint8),
        pd.Series([1, 0]),
        pd.Series([1.0, 0], index=[7, 3]),
    ],
    ids=repr,
)
def test_python_numbers_and_whole_numbers_become_float64(values):
    array = asvector(values)
    assert type(array) is np.ndarray
    assert array.dtype == np.float64
    assert array.tolist() == [1.0, 0.0]


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_floats_keep_their_dtype_and_are_not_copied(dtype):
    array = np.array([1, 0], dtype)
    assert asvector(array) is array
    assert asvector(pd.Series(array)).dtype == dtype
    assert largest(array) == np.finfo(dtype).max


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        (["a", "b"], r"must hold real numbers, got \['a', 'b'\]"),
        (np.array([1, None]), r"must hold real numbers, got \[1, None\]"),
        ([1j], r"must hold real numbers, got \[0\.\+1\.j\]"),
        (np.array(["2020-01-01"], "datetime64[D]"), r"must hold real numbers, got \['2020-01-01'\]"),
        ([[1], [2, 3]], r"must be a list or array of real numbers, got \[\[1\], \[2, 3\]\]"),
        ([1, np.nan], r"must hold finite numbers, got nan in \[ 1\., nan\]"),
        (np.array([-np.inf, 1], np.float32), r"must hold finite numbers, got -inf in \[-inf,   1\.\]"),
        ([[1.0, 2.0]], r"must be one-dimensional, got shape \(1, 2\)"),
        (3.0, r"must be one-dimensional, got shape \(\)"),
        ([], "must hold at least one value, got none"),
    ],
    ids=repr,
)
def test_bad_values_are_refused_by_name_rule_and_value(values, rule):
    with pytest.raises(DiffsortError, match=f"^speeds {rule}"):
        asvector(values, "speeds")


def test_a_long_vector_is_shown_in_short():
    with pytest.raises(DiffsortError) as caught:
        asarray(np.full(10_000, np.nan))
    assert len(str(caught.value)) < 120


def test_a_number_stays_one_number():
    assert asarray(3).shape == ()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_constants_take_the_dtype_of_what_they_meet(dtype):
    like = np.ones(2, dtype)
    assert constant(np.eye(2), like).dtype == dtype
    assert concatenate([like, like[:1]]).dtype == dtype


def test_tracing_boxes_stay_boxes_and_are_checked():
    seen = []

    def double(x):
        seen.append((namespace(x).exp(x), asvector(x) is x, concrete(x)))
        return anp.sum(2 * asvector(x))

    assert grad(double)(np.array([1.0, 2.0])).tolist() == [2, 2]
    box, same, value = seen[0]
    assert hasattr(box, "_value")
    assert same
    assert type(value) is np.ndarray
    with pytest.raises(DiffsortError, match="x must hold finite numbers, got nan"):
        grad(double)(np.array([1.0, np.nan]))
