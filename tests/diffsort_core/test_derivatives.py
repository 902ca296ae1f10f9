from functools import partial

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import jacobian
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import (
    HARD,
    bitonic,
    bitonic_matrices,
    diff_argsort,
    diff_sort,
    rank_jacobian,
    smoothmax,
    softmax,
    softmax_smooth,
    sort_jacobian,
    trace,
)
from diffsort_core.derivatives import jacobian_of_trace, ranks_and_jacobian

MODERATE = arrays(float, st.integers(1, 32), elements=st.floats(-20, 20))
SOFT_NAMES = ["softmax", "smoothmax", "softmax_smooth"]
SOFT_MAXIMA = pytest.mark.parametrize("softmax", [softmax, smoothmax, partial(softmax_smooth, smooth=0.2)], ids=SOFT_NAMES)


def vector(n):
    return np.random.default_rng(n).normal(scale=3, size=n)


@SOFT_MAXIMA
@pytest.mark.parametrize("n", [2, 4, 8, 16, 32, 64])
def test_closed_forms_equal_autograd_through_the_matrices(n, softmax):
    sort = jacobian(diff_sort, 1)(bitonic_matrices(n), vector(n), softmax)
    rank = jacobian(diff_argsort, 1)(bitonic_matrices(n), vector(n), 0.8, softmax)
    np.testing.assert_allclose(sort_jacobian(bitonic(n), vector(n), softmax), sort, rtol=0, atol=1e-12)
    np.testing.assert_allclose(rank_jacobian(bitonic(n), vector(n), 0.8, softmax), rank, rtol=1e-12, atol=1e-12)


@given(x=MODERATE)
def test_rows_and_columns_of_the_sort_jacobian_add_up_to_1(relaxation, x):
    by_hand = sort_jacobian(bitonic(len(x)), x, relaxation)
    for axis in (0, 1):
        np.testing.assert_allclose(by_hand.sum(axis=axis), 1, rtol=0, atol=1e-11)


@given(x=MODERATE)
def test_rows_of_the_rank_jacobian_add_up_to_0_because_a_shift_changes_no_rank(relaxation, x):
    np.testing.assert_allclose(rank_jacobian(bitonic(len(x)), x, 1.5, relaxation).sum(axis=1), 0, rtol=0, atol=1e-9)


@SOFT_MAXIMA
@pytest.mark.parametrize("n", [3, 5, 6, 11])
def test_finite_differences_confirm_any_n(n, softmax):
    steps = 1e-5 * np.eye(n)

    def differences(function):
        return np.stack([(function(vector(n) + step) - function(vector(n) - step)) / 2e-5 for step in steps], axis=1)

    sort = differences(lambda x: diff_sort(bitonic(n), x, softmax))
    rank = differences(lambda x: diff_argsort(bitonic(n), x, 1.0, softmax))
    np.testing.assert_allclose(sort_jacobian(bitonic(n), vector(n), softmax), sort, rtol=0, atol=1e-8)
    np.testing.assert_allclose(rank_jacobian(bitonic(n), vector(n), 1.0, softmax), rank, rtol=0, atol=1e-7)


def test_a_plain_callable_is_differentiated_by_autograd():
    def own(a, b):
        return anp.log(anp.exp(a) + anp.exp(b))

    np.testing.assert_allclose(
        sort_jacobian(bitonic(6), vector(6), own), sort_jacobian(bitonic(6), vector(6)), rtol=0, atol=1e-12
    )


def test_first_row_of_the_seeds_rank_jacobian(r):
    digits = [2.161619, -1.058785, -0.522735, -0.286682, -0.010086, -0.017502, -0.055624, -0.210205]
    np.testing.assert_allclose(rank_jacobian(bitonic(8), r, 0.25)[0], digits, rtol=0, atol=5.01e-7)


def test_the_seeds_autograd_example_runs_on_its_whole_numbers(r):
    by_autograd = jacobian(diff_argsort, argnum=1)(bitonic_matrices(8), r.astype(int), 0.25)
    np.testing.assert_allclose(by_autograd, rank_jacobian(bitonic(8), r, 0.25), rtol=0, atol=1e-12)


def test_autograd_goes_through_every_form(form, x):
    by_autograd = jacobian(diff_sort, 1)(form(8), x)
    np.testing.assert_allclose(by_autograd, sort_jacobian(bitonic(8), x), rtol=0, atol=1e-12)


@given(x=arrays(float, st.integers(1, 32), elements=st.floats(allow_nan=False, allow_infinity=False), unique=True))
def test_the_hard_jacobian_is_the_permutation_that_sorts(x):
    np.testing.assert_array_equal(sort_jacobian(bitonic(len(x)), x, HARD), np.eye(len(x))[np.argsort(x)])


@pytest.mark.parametrize("sigma", [0.1, 1e-30, 1e-300])
@pytest.mark.parametrize("far", [1e3, 1e10, np.inf])
def test_ranks_of_values_far_apart_do_not_move(dtype, sigma, far):
    far = min(far, np.finfo(dtype).max)
    values = np.array([far, -far, 0, 5], dtype)
    np.testing.assert_array_equal(rank_jacobian(bitonic(4), values, sigma, HARD), 0)


@pytest.mark.parametrize("jacobian_of", [sort_jacobian, rank_jacobian])
def test_float32_stays_float32(jacobian_of, relaxation):
    wide = jacobian_of(bitonic(6), vector(6), softmax=relaxation)
    narrow = jacobian_of(bitonic(6), vector(6).astype(np.float32), softmax=relaxation)
    assert narrow.dtype == np.float32
    np.testing.assert_allclose(narrow, wide, rtol=1e-3, atol=1e-3)


def test_a_trace_carries_all_that_its_derivatives_need(x):
    run = trace(bitonic(8), x, smoothmax)
    ranks, by_x = ranks_and_jacobian(run, jacobian_of_trace(run), 0.7)
    np.testing.assert_allclose(ranks, diff_argsort(bitonic(8), x, 0.7, smoothmax), rtol=0, atol=1e-14)
    np.testing.assert_array_equal(by_x, rank_jacobian(bitonic(8), x, 0.7, smoothmax))
    np.testing.assert_array_equal(jacobian_of_trace(run), sort_jacobian(bitonic(8), x, smoothmax))
