"""Soft ranks: in every library, along any axis, by the laws of hard ranks."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from ranking_cases import RULES, SCALE_FREE, each_rule, values

from diffsort_core import (
    HARD,
    NETWORKS,
    DiffsortError,
    SmoothMax,
    bitonic,
    bitonic_indices,
    bitonic_matrices,
    dargsort,
    diff_argsort,
    diff_argsort_indexed,
    diff_median,
    diff_sort,
    diff_topk,
    order_matrix,
    softmax,
)

pytestmark = pytest.mark.filterwarnings("ignore::diffsort_core.DiffsortWarning")
"""The laws hold where ranks are sure and wrong, too."""


def kernel_of_the_original(original, sortd, sigma):
    kernel = np.exp(-((original[..., :, None] - sortd[..., None, :]) ** 2) / (2 * sigma**2))
    return kernel / kernel.sum(axis=-1, keepdims=True)


# --- the order matrix ---


@pytest.mark.parametrize("sigma", [0.3, 1.0, 10.0])
def test_the_order_matrix_is_the_naive_kernel_where_that_does_not_vanish(xp, sigma):
    original, sortd = values(2, 4), np.sort(values(2, 3))
    got = xp.call(lambda a, b: order_matrix(a, b, sigma), original, sortd)
    np.testing.assert_allclose(got, kernel_of_the_original(original, sortd, sigma), rtol=1e-11)


@given(data=st.data(), sigma=st.floats(0, exclude_min=True, allow_infinity=False))
def test_rows_of_the_order_matrix_add_up_to_1_whatever_the_values_and_sigma(
    dtype, any_finite, data, sigma
):
    original, sortd = data.draw(arrays(dtype, (2, 3, 5), elements=any_finite))
    order = order_matrix(original, sortd, sigma)
    assert order.dtype == dtype
    assert order.shape == (3, 5, 5)
    assert (order >= 0).all()
    np.testing.assert_allclose(order.sum(axis=-1), 1, rtol=0, atol=4 * np.finfo(dtype).eps)


@given(data=st.data(), sigma=st.floats(0, exclude_min=True, allow_infinity=False))
def test_a_value_belongs_most_to_the_nearest_place(data, sigma):
    original, sortd = data.draw(arrays(float, (2, 5), elements=st.floats(-100, 100)))
    order, distance = order_matrix(original, sortd, sigma), np.abs(original[:, None] - sortd)
    nearest = distance.argmin(axis=-1)[:, None]
    np.testing.assert_allclose(
        np.take_along_axis(order, nearest, -1)[:, 0], order.max(axis=-1), rtol=1e-9
    )


@pytest.mark.parametrize("transpose", [False, True])
def test_dargsort_is_the_order_matrix_times_the_places(xp, transpose):
    original, sortd = values(2, 4), np.sort(values(2, 4))
    order = kernel_of_the_original(original, sortd, 1.5)
    expected = (order.swapaxes(-1, -2) if transpose else order) @ np.arange(4)
    np.testing.assert_allclose(
        xp.call(lambda a, b: dargsort(a, b, 1.5, transpose), original, sortd), expected, rtol=1e-11
    )


def test_places_of_another_number_than_the_values():
    original, sortd = np.array([0.3, 2.0]), np.array([-1.1, 0.4, 2.2])
    order = kernel_of_the_original(original, sortd, 0.5)
    np.testing.assert_allclose(dargsort(original, sortd, 0.5), order @ np.arange(3), rtol=1e-12)
    np.testing.assert_allclose(
        dargsort(original, sortd, 0.5, transpose=True), order.T @ np.arange(2), rtol=1e-12
    )


# --- soft ranks ---


@pytest.mark.parametrize("network", [bitonic(8), bitonic_matrices(8)], ids=["Network", "matrices"])
@pytest.mark.parametrize(
    ("sigma", "digits"),
    [
        ((), [0.000007, 1.000001, 2, 3.000003, 7, 6, 5, 3.000003]),
        ((0.25,), [0.130668, 1.090580, 1.998607, 3.114320, 6.994610, 5.997108, 5.004065, 3.114320]),
    ],
)
def test_six_decimals_of_the_original(xp, r, network, sigma, digits):
    ranks = xp.call(lambda x: diff_argsort(network, x, *sigma), r)
    np.testing.assert_allclose(ranks, digits, rtol=0, atol=5.01e-7)
    np.testing.assert_array_equal(
        diff_argsort(network, r.astype(int).tolist(), *sigma), diff_argsort(network, r, *sigma)
    )


@each_rule
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("transpose", [False, True])
def test_ranks_are_the_kernel_of_the_soft_sort_along_any_axis(xp, rule, transpose, descending):
    for n, axis, shape in [(5, 0, (5, 2)), (8, -1, (2, 8)), (5, 1, (2, 5, 3))]:
        x, options = values(*shape), {"axis": axis, "descending": descending}
        ranks = xp.call(
            lambda x, n=n, options=options: diff_argsort(
                bitonic(n), x, 2.0, rule, transpose, **options
            ),
            x,
        )
        sortd = diff_sort(bitonic(n), x, rule, **options)
        order = kernel_of_the_original(np.moveaxis(x, axis, -1), np.moveaxis(sortd, axis, -1), 2.0)
        expected = (order.swapaxes(-1, -2) if transpose else order) @ np.arange(n)
        np.testing.assert_allclose(ranks, np.moveaxis(expected, -1, axis), rtol=1e-11)


@pytest.mark.parametrize("transpose", [False, True])
def test_every_form_ranks_alike(form, x, transpose):
    order = kernel_of_the_original(x, diff_sort(form(8), x), 2.0)
    expected = (order.T if transpose else order) @ np.arange(8)
    np.testing.assert_allclose(
        diff_argsort(form(8), x, 2.0, softmax, transpose), expected, rtol=1e-12
    )


def test_the_original_name_for_indices(r):
    for arguments in [(), (0.25,), (0.25, SmoothMax()), (0.25, SmoothMax(), True)]:
        expected = diff_argsort(bitonic(8), r, *arguments)
        np.testing.assert_allclose(
            diff_argsort_indexed(bitonic_indices(8), r, *arguments), expected, rtol=1e-14
        )


@pytest.mark.parametrize("sigma", [1e-300, 1e-30])
@given(data=st.data(), n=st.integers(1, 20))
def test_a_tiny_sigma_gives_hard_ranks(dtype, sigma, data, n):
    vector = np.array(data.draw(st.permutations(range(n))), dtype) * 3 - 7
    ranks = diff_argsort(bitonic(n), vector, sigma, HARD)
    assert ranks.dtype == dtype
    np.testing.assert_array_equal(ranks, np.argsort(np.argsort(vector)))
    np.testing.assert_array_equal(
        diff_argsort(bitonic(n), vector, sigma, HARD, descending=True), n - 1 - ranks
    )
    np.testing.assert_array_equal(
        diff_argsort(bitonic(n), vector, sigma, HARD, transpose=True), np.argsort(vector)
    )


@pytest.mark.parametrize("rule", [*RULES, *SCALE_FREE], ids=repr)
def test_the_least_sigma_of_all_is_a_tiny_one(x, rule):
    np.testing.assert_array_equal(
        diff_argsort(bitonic(8), x, 5e-324, rule), diff_argsort(bitonic(8), x, 1e-300, rule)
    )


def test_equal_values_share_their_ranks():
    assert diff_argsort(bitonic(5), [2, 1, 2, 3, 2], 1e-300, HARD).tolist() == [2, 0, 2, 4, 2]


def test_a_vast_sigma_gives_every_value_the_middle_rank(x):
    np.testing.assert_allclose(diff_argsort(bitonic(8), x, 1e300), 3.5, rtol=1e-12)


@given(x=arrays(float, st.integers(1, 16), elements=st.floats(-50, 50)), sigma=st.floats(0.01, 100))
def test_descending_ranks_are_the_other_ranks_counted_from_the_end(relaxation, x, sigma):
    network = bitonic(len(x))
    up, down = (
        diff_argsort(network, x, sigma, relaxation),
        diff_argsort(network, x, sigma, relaxation, descending=True),
    )
    np.testing.assert_allclose(up + down, len(x) - 1, rtol=0, atol=1e-12 * len(x))


@settings(max_examples=30)
@given(data=st.data())
def test_ranks_lie_among_the_places_whatever_the_values(dtype, any_finite, relaxation, data):
    x, sigma = (
        data.draw(arrays(dtype, (2, 5), elements=any_finite)),
        data.draw(st.floats(1e-300, 1e300)),
    )
    ranks = diff_argsort(bitonic(5), x, sigma, relaxation)
    assert ranks.dtype == dtype
    assert ((ranks >= 0) & (ranks <= 4 + 1e-5)).all()


@pytest.mark.parametrize("rule", SCALE_FREE, ids=repr)
def test_scale_free_ranks_do_not_feel_the_unit_of_x(xp, rule):
    x = values(7, 2)
    expected = diff_argsort(bitonic(7), x, 0.3, rule, axis=0)
    for scale, shift in [(1.0, 0.0), (4.0, 50.0), (1e-3, -1.0), (1e200, 0.0), (1e-200, 0.0)]:
        ranks = xp.call(lambda x: diff_argsort(bitonic(7), x, 0.3, rule, axis=0), x * scale + shift)
        np.testing.assert_allclose(ranks, expected, rtol=0, atol=1e-10)
    assert (
        np.abs(diff_argsort(bitonic(7), 4 * x, 0.3, SmoothMax(2.0), axis=0) - expected).max() > 0.01
    )  # others do feel it


def test_the_sigma_of_a_scale_free_rule_counts_standard_deviations():
    x, rule = values(7), SmoothMax(2.0, scale_free=True)
    alike = diff_argsort(bitonic(7), x, 0.3 * x.std(), SmoothMax(2.0 / x.std()))
    np.testing.assert_allclose(diff_argsort(bitonic(7), x, 0.3, rule), alike, rtol=1e-12)


def test_ranks_keep_the_library_and_the_dtype(xp):
    x = xp.array(values(2, 6), np.float32)
    for got in (diff_argsort(bitonic(6), x, 1.0), order_matrix(x, x, 1.0), dargsort(x, x, 1.0)):
        assert type(got) is type(x)
        assert got.dtype == x.dtype


@pytest.mark.parametrize("family", NETWORKS.values(), ids=NETWORKS)
def test_every_network_ranks_and_reads_alike_when_hard(family):
    x = values(7)
    np.testing.assert_array_equal(diff_argsort(family(7), x, 1e-9, HARD), np.argsort(np.argsort(x)))
    np.testing.assert_array_equal(diff_topk(family(7), x, 3, HARD), np.sort(x)[:-4:-1])
    assert diff_median(family(7), x, HARD) == np.median(x)


# --- refusals ---


@pytest.mark.parametrize("sigma", [0, -1, np.nan, np.inf, "wide", None])
def test_sigma_is_a_positive_number(x, sigma):
    told = f"^sigma must be a positive number, got '?{sigma}'?$"
    with pytest.raises(DiffsortError, match=told):
        diff_argsort(bitonic(8), x, sigma)
    with pytest.raises(DiffsortError, match=told):
        order_matrix(x, x, sigma)
    with pytest.raises(DiffsortError, match=told):
        dargsort(x, x, sigma)


@pytest.mark.parametrize(
    ("original", "sortd", "name"),
    [([], [1.0], "original"), ([1.0], [np.nan], "sortd"), ([1.0], 2.0, "sortd")],
)
def test_the_argument_at_fault_is_named(original, sortd, name):
    for function in (order_matrix, dargsort):
        with pytest.raises(DiffsortError, match=f"^{name} must hold"):
            function(original, sortd)


def test_ranking_needs_one_value_for_each_wire():
    for function in (diff_argsort, diff_median):
        with pytest.raises(
            DiffsortError, match=r"^x must have n = 4 values, one for each wire, got 3$"
        ):
            function(bitonic(4), [1, 2, 3])
        with pytest.raises(
            DiffsortError, match=r"^axis must be one of the 1 axes of x, of shape \(4,\), got 2$"
        ):
            function(bitonic(4), [1, 2, 3, 4], axis=2)


def test_an_empty_batch_has_no_ranks():
    assert diff_argsort(bitonic(4), np.ones((0, 4))).shape == (0, 4)
    assert diff_topk(bitonic(4), np.ones((0, 4)), 3).shape == (0, 3)
    assert diff_median(bitonic(4), np.ones((0, 4))).shape == (0,)
