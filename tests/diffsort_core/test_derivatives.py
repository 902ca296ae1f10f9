"""The closed-form derivatives: their laws, any axis and any batch."""

from functools import partial

import autograd.numpy as anp
import numpy as np
import pytest
from cases import (
    PRODUCTS,
    SCALE_FREE,
    assert_close,
    direction,
    each_family,
    each_rule,
    rank_by,
    sizes_for,
    sort_by,
    values,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import (
    HARD,
    NETWORKS,
    Cauchy,
    LogSumExp,
    NormalizedLogSumExp,
    Optimal,
    Reciprocal,
    SmoothMax,
    SoftmaxSmooth,
    bitonic,
    diff_sort,
    rank_jacobian,
    rank_jvp,
    rank_vjp,
    smoothmax,
    softmax,
    softmax_smooth,
    sort_jacobian,
    sort_jvp,
    sort_vjp,
)

MODERATE = arrays(float, st.integers(1, 24), elements=st.floats(-20, 20))
SIZES = [1, 2, 3, 5, 8, 16, 64]
each_closed_form = pytest.mark.parametrize("closed_form", [sort_jacobian, rank_jacobian])
each_product = pytest.mark.parametrize("product", [sort_jvp, sort_vjp, rank_jvp, rank_vjp])


@pytest.mark.parametrize(
    "rule",
    [SmoothMax(2.0), NormalizedLogSumExp(0.8), Cauchy(-1.0, scale_free=True), Optimal(), HARD],
    ids=repr,
)
def test_closed_forms_are_the_same_in_every_library(xp, rule):
    network, x, v = bitonic(6), values(6, 2), direction(6, 2)
    options = {"softmax": rule, "axis": 0}
    for closed_form in (sort_jacobian, rank_jacobian):
        got = xp.call(lambda x, f=closed_form: f(network, x, **options), x)
        assert_close(got, closed_form(network, x, **options))
    for product in (sort_jvp, sort_vjp, rank_jvp, rank_vjp):
        got = xp.call(lambda x, v, f=product: f(network, x, v, **options), x, v)
        assert_close(got, product(network, x, v, **options))


def test_derivatives_keep_the_library_and_float32(xp):
    network, x, v = bitonic(6), values(6, 2), direction(6, 2)
    narrow, along = xp.array(x, np.float32), xp.array(v, np.float32)
    for jacobian_of, *products in PRODUCTS:
        results = [(jacobian_of(network, narrow, axis=0), jacobian_of(network, x, axis=0))]
        results += [(f(network, narrow, along, axis=0), f(network, x, v, axis=0)) for f in products]
        for got, wide in results:
            assert type(got) is type(narrow)
            assert got.dtype == narrow.dtype
            np.testing.assert_allclose(xp.numpy(got), wide, rtol=2e-4, atol=2e-4)


@each_rule
@pytest.mark.parametrize(("narrow", "tolerance"), [(np.float16, 1e-3), (np.float32, 1e-4)])
def test_numpy_keeps_every_float_under_every_rule(rule, narrow, tolerance):
    x, v = values(2, 6).astype(narrow), direction(2, 6).astype(narrow)
    for jacobian_of, *products in PRODUCTS:
        for function, others in [(jacobian_of, []), *((f, [v]) for f in products)]:
            got = function(bitonic(6), x, *others, softmax=rule)
            assert got.dtype == narrow
            wide = function(bitonic(6), x.astype(float), *others, softmax=rule)
            np.testing.assert_allclose(got, wide, rtol=tolerance, atol=tolerance)


@each_rule
@pytest.mark.parametrize("n", SIZES)
def test_products_are_those_of_the_jacobian(rule, n):
    x, v = values(3, n), direction(3, n)
    for family in (each for each in NETWORKS.values() if sizes_for(each, [n])):
        for jacobian_of, jvp, vjp in PRODUCTS:
            by_hand = jacobian_of(family(n), x, softmax=rule)
            scale = 1 + np.abs(by_hand).max()
            along, back = jvp(family(n), x, v, softmax=rule), vjp(family(n), x, v, softmax=rule)
            np.testing.assert_allclose(
                along, np.einsum("boi,bi->bo", by_hand, v), rtol=0, atol=1e-12 * n * scale
            )
            np.testing.assert_allclose(
                back, np.einsum("boi,bo->bi", by_hand, v), rtol=0, atol=1e-12 * n * scale
            )


@settings(max_examples=30)
@given(x=MODERATE, seed=st.integers(0, 99))
def test_the_vjp_is_adjoint_to_the_jvp(relaxation, x, seed):
    v, w = np.random.default_rng(seed).normal(size=(2, len(x)))
    for _, jvp, vjp in PRODUCTS:
        along, back = (
            jvp(bitonic(len(x)), x, v, softmax=relaxation),
            vjp(bitonic(len(x)), x, w, softmax=relaxation),
        )
        np.testing.assert_allclose(
            w @ along, v @ back, rtol=1e-9, atol=1e-9 * (1 + np.abs(along).max())
        )


@pytest.mark.parametrize("rule", [SmoothMax(), LogSumExp(), Optimal(scale_free=True)], ids=repr)
@pytest.mark.parametrize("axis", [0, 1, 2, -1, -3])
def test_any_axis_of_any_batch_is_its_vectors_one_by_one(rule, axis):
    shape = [2, 3]
    shape.insert(axis % 3, 5)
    x, v, network = values(*shape), direction(*shape), bitonic(5)
    vectors, directions = np.moveaxis(x, axis, -1), np.moveaxis(v, axis, -1)
    for jacobian_of, *products in PRODUCTS:
        whole = jacobian_of(network, x, softmax=rule, axis=axis)
        assert whole.shape == (2, 3, 5, 5)
        for place in np.ndindex(2, 3):
            assert_close(whole[place], jacobian_of(network, vectors[place], softmax=rule))
        for product in products:
            whole = np.moveaxis(product(network, x, v, softmax=rule, axis=axis), axis, -1)
            for place in np.ndindex(2, 3):
                assert_close(
                    whole[place], product(network, vectors[place], directions[place], softmax=rule)
                )


def test_an_empty_batch_has_no_derivatives():
    assert sort_jacobian(bitonic(4), np.ones((0, 4))).shape == (0, 4, 4)
    assert rank_vjp(bitonic(4), np.ones((0, 4)), np.ones((0, 4))).shape == (0, 4)


@given(x=MODERATE)
def test_rows_and_columns_of_the_sort_jacobian_add_up_to_1(relaxation, x):
    by_hand = sort_jacobian(bitonic(len(x)), x, relaxation)
    for axis in (0, 1):
        np.testing.assert_allclose(by_hand.sum(axis=axis), 1, rtol=0, atol=1e-11)


@pytest.mark.parametrize("rule", SCALE_FREE, ids=repr)
def test_a_scale_free_sort_follows_shifts_and_scales(rule):
    x = values(7)
    by_hand = sort_jacobian(bitonic(7), x, rule)
    np.testing.assert_allclose([by_hand.sum(axis=0), by_hand.sum(axis=1)], 1, rtol=0, atol=1e-12)
    assert_close(
        by_hand @ x, diff_sort(bitonic(7), x, rule)
    )  # Euler: the sort is homogeneous of degree 1
    assert_close(rank_jvp(bitonic(7), x, x, softmax=rule), np.zeros(7))  # and the ranks of degree 0


@given(x=MODERATE)
def test_rows_of_the_rank_jacobian_add_up_to_0_because_a_shift_changes_no_rank(relaxation, x):
    np.testing.assert_allclose(
        rank_jacobian(bitonic(len(x)), x, 1.5, relaxation).sum(axis=1), 0, rtol=0, atol=1e-9
    )


@each_family
@each_rule
@pytest.mark.parametrize("n", [3, 7, 8])
def test_finite_differences_confirm_them(rule, family, n):
    x, steps = values(n), 1e-5 * np.eye(n)

    def differences(function):
        return ((function(x + steps) - function(x - steps)) / 2e-5).T

    np.testing.assert_allclose(
        sort_jacobian(family(n), x, rule), differences(sort_by(family(n), rule)), rtol=0, atol=1e-8
    )
    ranks = rank_jacobian(family(n), x, 0.8, rule)
    np.testing.assert_allclose(ranks, differences(rank_by(family(n), rule)), rtol=0, atol=1e-6)


@pytest.mark.parametrize("name", ["Cauchy", "Reciprocal", "Optimal", "LogSumExp"])
@given(x=MODERATE)
def test_monotone_relaxations_have_no_negative_derivative(name, x):
    rule = {
        "Cauchy": Cauchy(),
        "Reciprocal": Reciprocal(2.0),
        "Optimal": Optimal(0.3),
        "LogSumExp": LogSumExp(),
    }[name]
    assert rule.monotone
    assert (sort_jacobian(bitonic(len(x)), x, rule) >= -1e-14).all()


def test_first_row_of_the_original_rank_jacobian(r):
    digits = [2.161619, -1.058785, -0.522735, -0.286682, -0.010086, -0.017502, -0.055624, -0.210205]
    np.testing.assert_allclose(rank_jacobian(bitonic(8), r, 0.25)[0], digits, rtol=0, atol=5.01e-7)


@given(
    x=arrays(
        float,
        st.integers(1, 32),
        elements=st.floats(allow_nan=False, allow_infinity=False),
        unique=True,
    )
)
def test_the_hard_jacobian_is_the_permutation_that_sorts(x):
    np.testing.assert_array_equal(
        sort_jacobian(bitonic(len(x)), x, HARD), np.eye(len(x))[np.argsort(x)]
    )
    v = np.arange(1.0, len(x) + 1)
    np.testing.assert_array_equal(sort_jvp(bitonic(len(x)), x, v, HARD), v[np.argsort(x)])
    np.testing.assert_array_equal(sort_vjp(bitonic(len(x)), x, v, HARD)[np.argsort(x)], v)


@settings(max_examples=30)
@given(data=st.data())
def test_extremes_have_finite_derivatives(dtype, any_finite, relaxation, data):
    x, v = data.draw(arrays(dtype, 5, elements=any_finite)), np.ones(5, dtype)
    for result in (
        sort_jacobian(bitonic(5), x, relaxation),
        sort_vjp(bitonic(5), x, v, relaxation),
        rank_jacobian(bitonic(5), x, 1.0, relaxation),
        rank_vjp(bitonic(5), x, v, 1.0, relaxation),
    ):
        assert result.dtype == dtype
        assert np.isfinite(result).all()


@pytest.mark.parametrize("sigma", [0.1, 1e-30, 1e-300])
@pytest.mark.parametrize("far", [1e3, 1e10, np.inf])
def test_ranks_of_values_far_apart_do_not_move(dtype, sigma, far):
    far = min(far, np.finfo(dtype).max)
    at = np.array([far, -far, 0, 5], dtype)
    np.testing.assert_array_equal(rank_jacobian(bitonic(4), at, sigma, HARD), 0)
    np.testing.assert_array_equal(rank_vjp(bitonic(4), at, np.ones_like(at), sigma, HARD), 0)


def own(a, b):
    return anp.log(anp.exp(a) + anp.exp(b))


def test_the_original_functions_are_their_relaxations():
    x, v = values(2, 6), direction(2, 6)
    for function, rule in [
        (softmax, LogSumExp()),
        (smoothmax, SmoothMax()),
        (partial(softmax_smooth, smooth=0.3), SoftmaxSmooth(smooth=0.3)),
    ]:
        np.testing.assert_array_equal(
            sort_jacobian(bitonic(6), x, function), sort_jacobian(bitonic(6), x, rule)
        )
        np.testing.assert_array_equal(
            rank_vjp(bitonic(6), x, v, 0.5, function), rank_vjp(bitonic(6), x, v, 0.5, rule)
        )
    np.testing.assert_array_equal(
        sort_jacobian(bitonic(6), x), sort_jacobian(bitonic(6), x, softmax)
    )
    np.testing.assert_array_equal(
        sort_jacobian(bitonic(6), x, np.maximum), sort_jacobian(bitonic(6), x, HARD)
    )


def test_a_plain_callable_is_differentiated_by_autograd():
    x, v = values(2, 6), direction(2, 6)
    for jacobian_of, *products in PRODUCTS:
        assert_close(jacobian_of(bitonic(6), x, softmax=own), jacobian_of(bitonic(6), x))
        for product in products:
            assert_close(product(bitonic(6), x, v, softmax=own), product(bitonic(6), x, v))


def test_a_plain_callable_whose_two_derivatives_do_not_add_up_to_1():
    def grown(a, b):
        return anp.log(anp.exp(a) + anp.exp(b) - 0.5)

    x, v, rule = values(6), direction(6), NormalizedLogSumExp(1.0, 0.5)
    for jacobian_of, *products in PRODUCTS:
        assert_close(
            jacobian_of(bitonic(6), x, softmax=grown), jacobian_of(bitonic(6), x, softmax=rule)
        )
        for product in products:
            assert_close(
                product(bitonic(6), x, v, softmax=grown), product(bitonic(6), x, v, softmax=rule)
            )


@pytest.mark.parametrize(
    "rule", [HARD, SmoothMax(-np.inf), LogSumExp(np.inf), Optimal(np.inf)], ids=repr
)
def test_at_a_hard_tie_each_value_has_half_the_closed_form(rule):
    np.testing.assert_array_equal(
        sort_jacobian(bitonic(2), [1.25, 1.25], rule), np.full((2, 2), 0.5)
    )
    np.testing.assert_array_equal(sort_vjp(bitonic(2), [1.25, 1.25], [1.0, 0.0], rule), [0.5, 0.5])
