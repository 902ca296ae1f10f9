from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffsort_core import DiffsortError
from diffsort_core.checks import positive, real, whole, within


@given(st.integers(1, 2**80))
def test_a_whole_number_comes_back_as_an_int(number):
    assert whole(number, "n") == number
    assert type(whole(np.int64(number % 2**62 + 1), "n")) is int


@pytest.mark.parametrize(
    "value", [0, -1, 2.0, np.float64(3), "3", None, [3], np.array([1, 2])], ids=repr
)
def test_a_whole_number_is_at_least_1(value):
    with pytest.raises(DiffsortError) as caught:
        whole(value, "repeats")
    assert str(caught.value) == f"repeats must be a whole number of at least 1, got {value!r}"


def test_a_whole_number_may_have_a_ceiling():
    assert [whole(k, "k", 3) for k in (1, 2, 3)] == [1, 2, 3]
    with pytest.raises(DiffsortError, match=r"^k must be a whole number from 1 to 3, got 4$"):
        whole(4, "k", 3)


@pytest.mark.parametrize(
    "value",
    [0.5, -3, True, np.float32(0.5), Fraction(1, 3), np.array(2.0), np.inf, -np.inf, "0.5"],
    ids=repr,
)
def test_a_number_comes_back_as_a_float(value):
    assert real(value, "alpha") == float(value)
    assert type(real(value, "alpha")) is float


@pytest.mark.parametrize(
    "value", [np.nan, "strong", None, 1j, [1.0, 2.0], 10**400], ids=lambda value: repr(value)[:9]
)
@pytest.mark.parametrize(
    ("check", "rule"),
    [
        (real, "a number"),
        (positive, "a positive number"),
        (lambda value, name: within(value, name, 0, 1), "a number in [0, 1]"),
    ],
    ids=["real", "positive", "within"],
)
def test_what_is_no_number_is_refused_by_name_rule_and_value(check, rule, value):
    with pytest.raises(DiffsortError) as caught:
        check(value, "alpha")
    assert str(caught.value) == f"alpha must be {rule}, got {value!r}"


@pytest.mark.parametrize("value", [0, -1e-300, np.inf, -np.inf], ids=repr)
def test_a_positive_number_is_above_0_and_finite(value):
    with pytest.raises(DiffsortError, match=rf"^sigma must be a positive number, got {value}$"):
        positive(value, "sigma")


def test_positive_numbers_may_be_as_small_as_they_come():
    assert positive(5e-324, "sigma") == 5e-324


@given(st.floats(allow_nan=False))
def test_a_number_within_bounds_passes_and_any_other_does_not(value):
    if -2 <= value <= 0.5:
        assert within(value, "beta", -2, 0.5) == value
    else:
        with pytest.raises(DiffsortError) as caught:
            within(value, "beta", -2, 0.5)
        assert str(caught.value) == f"beta must be a number in [-2, 0.5], got {value}"


def test_an_error_is_a_value_error():
    assert issubclass(DiffsortError, ValueError)
