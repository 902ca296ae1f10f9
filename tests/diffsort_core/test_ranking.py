import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import (
    HARD,
    DiffsortError,
    bitonic,
    bitonic_matrices,
    dargsort,
    diff_argsort,
    diff_sort,
    order_matrix,
    softmax,
)


@pytest.mark.parametrize("network", [bitonic(8), bitonic_matrices(8)], ids=["Network", "matrices"])
@pytest.mark.parametrize(
    ("sigma", "digits"),
    [
        ((), [0.000007, 1.000001, 2, 3.000003, 7, 6, 5, 3.000003]),
        ((0.25,), [0.130668, 1.090580, 1.998607, 3.114320, 6.994610, 5.997108, 5.004065, 3.114320]),
    ],
)
def test_six_decimals_of_the_seed(r, network, sigma, digits):
    np.testing.assert_allclose(diff_argsort(network, r, *sigma), digits, rtol=0, atol=5.01e-7)
    np.testing.assert_array_equal(diff_argsort(network, r.astype(int).tolist(), *sigma), diff_argsort(network, r, *sigma))


@given(data=st.data(), sigma=st.floats(0, exclude_min=True, allow_infinity=False))
def test_rows_of_the_order_matrix_add_up_to_1_whatever_the_values_and_sigma(dtype, any_finite, data, sigma):
    original, sortd = data.draw(arrays(dtype, (2, 5), elements=any_finite))
    order = order_matrix(original, sortd, sigma)
    assert order.dtype == dtype
    assert (order >= 0).all()
    np.testing.assert_allclose(order.sum(axis=1), 1, rtol=0, atol=4 * np.finfo(dtype).eps)


@pytest.mark.parametrize("sigma", [0.3, 1.0, 10.0])
def test_the_order_matrix_is_the_naive_kernel_where_that_does_not_vanish(sigma):
    original, sortd = np.array([0.3, 2.0, -1.0]), np.array([-1.1, 0.4, 2.2])
    kernel = np.exp(-((original[:, None] - sortd) ** 2) / (2 * sigma**2))
    expected = kernel / kernel.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(order_matrix(original, sortd, sigma), expected, rtol=1e-12)


@pytest.mark.parametrize("sigma", [1e-300, 1e-30])
@given(data=st.data(), n=st.integers(1, 20))
def test_a_tiny_sigma_gives_hard_ranks(dtype, sigma, data, n):
    vector = np.array(data.draw(st.permutations(range(n))), dtype) * 3 - 7
    ranks = diff_argsort(bitonic(n), vector, sigma, HARD)
    assert ranks.dtype == dtype
    np.testing.assert_array_equal(ranks, np.argsort(np.argsort(vector)))
    np.testing.assert_array_equal(diff_argsort(bitonic(n), vector, sigma, HARD, transpose=True), np.argsort(vector))


def test_equal_values_share_their_ranks():
    assert diff_argsort(bitonic(5), [2, 1, 2, 3, 2], 1e-300, HARD).tolist() == [2, 0, 2, 4, 2]


def test_a_vast_sigma_gives_every_value_the_middle_rank(x):
    np.testing.assert_allclose(diff_argsort(bitonic(8), x, 1e300), 3.5, rtol=1e-12)


@pytest.mark.parametrize("transpose", [False, True])
def test_ranks_are_the_order_matrix_times_the_places(form, x, transpose):
    order = order_matrix(x, diff_sort(form(8), x), 2.0)
    expected = (order.T if transpose else order) @ np.arange(8)
    np.testing.assert_allclose(dargsort(x, diff_sort(form(8), x), 2.0, transpose), expected, rtol=1e-12)
    np.testing.assert_allclose(diff_argsort(form(8), x, 2.0, softmax, transpose), expected, rtol=1e-12)


@pytest.mark.parametrize("sigma", [0, -1, np.nan, np.inf, "wide"])
def test_sigma_is_a_positive_number(x, sigma):
    with pytest.raises(DiffsortError, match=f"^sigma must be a positive number, got '?{sigma}'?$"):
        diff_argsort(bitonic(8), x, sigma)


@pytest.mark.parametrize(("original", "sortd", "name"), [([], [1.0], "original"), ([1.0], [np.nan], "sortd")])
def test_the_argument_at_fault_is_named(original, sortd, name):
    with pytest.raises(DiffsortError, match=f"^{name} must hold"):
        order_matrix(original, sortd)


def test_ranking_needs_one_value_for_each_wire():
    with pytest.raises(DiffsortError, match="x must have n = 4 values, one for each wire, got 3"):
        diff_argsort(bitonic(4), [1, 2, 3])
