"""A scale-free alpha counts per standard deviation: the sort follows any scale and any shift."""

import numpy as np
import pytest
from cases import SHIFTING, batch, by_name
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import SmoothMax, bitonic, diff_sort


@given(vector=arrays(float, 8, elements=st.floats(allow_nan=False, allow_infinity=False)))
def test_a_scale_free_alpha_of_infinity_is_exactly_a_hard_sort_too(vector):
    np.testing.assert_array_equal(
        diff_sort(bitonic(8), vector, SmoothMax(np.inf, scale_free=True)), np.sort(vector)
    )


@pytest.mark.parametrize("alpha", [0.5, -2.0])
@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
def test_a_scale_free_sort_follows_any_scale_and_shift(xp, kind, alpha):
    relaxation, x = kind(alpha, scale_free=True), batch(4, 2)
    sort = xp.call(lambda x: diff_sort(bitonic(4), x, relaxation, axis=0), x)
    for a, b in ((3.7, 0), (1e-3, 5), (1e5, -1e4)):
        other = xp.call(lambda x: diff_sort(bitonic(4), x, relaxation, axis=0), a * x + b)
        np.testing.assert_allclose((other - b) / a, sort, rtol=0, atol=1e-12 * (1 + abs(b / a)))


def test_a_scale_free_alpha_counts_standard_deviations(xp):
    x = batch(8)
    sort = xp.call(lambda x: diff_sort(bitonic(8), x, SmoothMax(2.0, scale_free=True)), x)
    np.testing.assert_allclose(
        sort, diff_sort(bitonic(8), x, SmoothMax(2.0 / x.std())), rtol=0, atol=1e-12
    )


@pytest.mark.parametrize("value", [0.0, 3.25, -1e300, 1.7e308, 5e-324])
def test_equal_values_stay_what_they_are_under_a_scale_free_alpha(xp, value):
    if value == 5e-324 and xp.name in ("jax", "tensorflow"):
        value = 2.3e-308  # to those a smaller one is zero
    sort = xp.call(
        lambda x: diff_sort(bitonic(8), x, SmoothMax(3.0, scale_free=True)), np.full(8, value)
    )
    np.testing.assert_allclose(sort, value, rtol=1e-15)


@pytest.mark.parametrize("size", [1e-300, 1e300, 1.7e308])
def test_a_scale_free_alpha_takes_any_size(xp, size):
    x = np.array([-1, 1, 0.5, 0.1, -0.3, 0, 1, 0.7])
    sort = xp.call(lambda x: diff_sort(bitonic(8), x, SmoothMax(3.0, scale_free=True)), x * size)
    np.testing.assert_allclose(
        sort / size, diff_sort(bitonic(8), x, SmoothMax(3.0, scale_free=True)), rtol=0, atol=1e-14
    )
