"""What is read off a soft sort, its largest values and its quantiles: in every library, along any
axis, by the laws of the hard ones."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from ranking_cases import SCALE_FREE, each_rule, values

from diffsort_core import (
    HARD,
    Cauchy,
    DiffsortError,
    LogSumExp,
    SmoothMax,
    bitonic,
    bitonic_matrices,
    diff_argsort,
    diff_median,
    diff_quantile,
    diff_sort,
    diff_topk,
    diff_topk_mask,
    hard_ranks,
    soft_permutation,
)

QUANTILES = [0, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 1]
FROM_THE_SORT = {
    "topk": lambda x, rule, **options: diff_topk(bitonic(6), x, 4, rule, **options),
    "quantile": lambda x, rule, **options: diff_quantile(bitonic(6), x, 0.3, rule, **options),
    "median": lambda x, rule, **options: diff_median(bitonic(6), x, rule, **options),
}

each_reading = pytest.mark.parametrize("read", FROM_THE_SORT.values(), ids=FROM_THE_SORT)


@each_rule
@pytest.mark.parametrize("axis", [0, 1, -1])
def test_the_k_largest_are_the_end_of_the_sort_turned_round(xp, rule, axis):
    shape = [3, 6] if axis else [6, 3]
    x = values(*shape)
    sortd = np.moveaxis(diff_sort(bitonic(6), x, rule, axis=axis), axis, 0)
    for k in (1, 4, 6):
        top = xp.call(lambda x, k=k: diff_topk(bitonic(6), x, k, rule, axis=axis), x)
        np.testing.assert_allclose(
            top, np.moveaxis(sortd[::-1][:k], 0, axis), rtol=1e-12, atol=1e-14
        )


@pytest.mark.parametrize("axis", [0, 1, 2, -1, -2])
@pytest.mark.parametrize("n", [1, 2, 5, 8])
def test_hard_quantiles_are_those_of_numpy(xp, n, axis):
    shape = [2, 3]
    shape.insert(axis % 3, n)
    x = values(*shape)
    for q in QUANTILES:
        got = xp.call(lambda x, q=q: diff_quantile(bitonic(n), x, q, HARD, axis=axis), x)
        np.testing.assert_allclose(got, np.quantile(x, q, axis=axis), rtol=1e-13, atol=1e-15)
    median = xp.call(lambda x: diff_median(bitonic(n), x, HARD, axis=axis), x)
    np.testing.assert_allclose(median, np.median(x, axis=axis), rtol=1e-13, atol=1e-15)


@given(x=arrays(float, st.integers(1, 12), elements=st.floats(-1e3, 1e3)), q=st.floats(0, 1))
def test_a_hard_quantile_is_that_of_numpy_for_any_q(x, q):
    np.testing.assert_allclose(
        diff_quantile(bitonic(len(x)), x, q, HARD), np.quantile(x, q), rtol=1e-12, atol=1e-10
    )


@each_rule
def test_a_quantile_lies_between_two_places_of_the_soft_sort(rule):
    x = values(5)
    sortd = diff_sort(bitonic(5), x, rule)
    for q in (0, 0.25, 0.5, 0.75, 1):
        np.testing.assert_allclose(
            diff_quantile(bitonic(5), x, q, rule), sortd[int(4 * q)], rtol=1e-14
        )
    np.testing.assert_allclose(
        diff_quantile(bitonic(5), x, 0.3, rule), 0.8 * sortd[1] + 0.2 * sortd[2], rtol=1e-13
    )
    assert diff_median(bitonic(5), x, rule) == diff_quantile(bitonic(5), x, 0.5, rule)


@pytest.mark.parametrize("rule", [HARD, SmoothMax(), Cauchy(), LogSumExp()], ids=repr)
def test_quantiles_between_the_extremes_do_not_overflow(dtype, rule):
    most = np.finfo(dtype).max
    for q, share in [(0.5, 0.0), (0.25, -0.5), (0.75, 0.5), (0, -1.0), (1, 1.0)]:
        got = diff_quantile(bitonic(2), np.array([most, -most], dtype), q, rule)
        assert got.dtype == dtype
        np.testing.assert_allclose(got / most, share, rtol=1e-6, atol=1e-6)


@each_reading
@pytest.mark.parametrize("rule", SCALE_FREE, ids=repr)
def test_scale_free_readings_follow_the_unit_of_x(read, rule):
    x = values(2, 6)
    np.testing.assert_allclose(read(3 * x + 10, rule), 3 * read(x, rule) + 10, rtol=1e-12)


@each_reading
@given(data=st.data())
def test_readings_of_extremes_are_finite_and_between_them(dtype, any_finite, read, data):
    x = data.draw(arrays(dtype, (2, 6), elements=any_finite))
    for rule in (HARD, SmoothMax(), Cauchy(0.1), SmoothMax(0.0)):
        got = read(x, rule)
        assert got.dtype == dtype
        quarter, slack = x / 4, 4 * np.finfo(dtype).eps * np.abs(x / 4).max() + np.finfo(dtype).tiny
        within = got.reshape(2, -1) / 4
        assert (within >= quarter.min(axis=1, keepdims=True) - slack).all()
        assert (within <= quarter.max(axis=1, keepdims=True) + slack).all()


@each_reading
def test_readings_keep_the_library_and_the_dtype(xp, read):
    x = xp.array(values(2, 6), np.float32)
    got = read(x, SmoothMax())
    assert type(got) is type(x)
    assert got.dtype == x.dtype
    np.testing.assert_allclose(xp.numpy(got), read(values(2, 6), SmoothMax()), rtol=1e-5)


@pytest.mark.parametrize("k", [0, 9, -1, 1.5, "2", None])
def test_k_is_a_whole_number_up_to_n(x, k):
    with pytest.raises(
        DiffsortError, match=f"^k must be a whole number from 1 to 8, got {re.escape(repr(k))}$"
    ):
        diff_topk(bitonic(8), x, k)


@pytest.mark.parametrize("q", [-1e-9, 1.0001, np.nan, np.inf, "half", None])
def test_q_is_a_number_from_0_to_1(x, q):
    with pytest.raises(DiffsortError, match=rf"^q must be a number in \[0, 1\], got '?{q}'?$"):
        diff_quantile(bitonic(8), x, q)


@pytest.mark.parametrize("q", [[], [[0.1]], [0.1, 2.0], ["half"], (0.5, None)], ids=repr)
def test_several_q_are_numbers_from_0_to_1(x, q):
    with pytest.raises(DiffsortError, match=r"^q must be a number in \[0, 1\]"):
        diff_quantile(bitonic(8), x, q)


# --- several quantiles, straight through, the soft membership ---


@pytest.mark.parametrize("axis", [0, 1, 2, -1])
def test_several_quantiles_come_first_as_in_numpy(xp, axis):
    shape = [2, 3]
    shape.insert(axis % 3, 5)
    x = values(*shape)
    for q in ([0.3], [0.9, 0, 0.25], (0.1, 0.1), np.array([0.5, 1])):
        got = xp.call(lambda x, q=q: diff_quantile("bitonic", x, q, HARD, axis=axis), x)
        np.testing.assert_allclose(got, np.quantile(x, q, axis=axis), rtol=1e-13, atol=1e-15)
        soft = xp.call(lambda x, q=q: diff_quantile(bitonic(5), x, q, SmoothMax(), axis=axis), x)
        one_by_one = [diff_quantile(bitonic(5), x, each, SmoothMax(), axis=axis) for each in q]
        np.testing.assert_allclose(soft, one_by_one, rtol=1e-13)


def test_several_quantiles_of_a_column():
    column = values(6, 1)
    for q in ([0.2], [0.2, 0.7]):
        np.testing.assert_array_equal(
            diff_quantile(bitonic(6), column, q), diff_quantile(bitonic(6), column, q, axis=0)
        )


THROUGH = {
    "sort": lambda x, rule, **o: diff_sort(bitonic(6), x, rule, **o),
    "ranks": lambda x, rule, **o: diff_argsort(bitonic(6), x, 0.8, rule, **o),
    "argsort": lambda x, rule, **o: diff_argsort(bitonic(6), x, 0.8, rule, True, **o),
    "mask": lambda x, rule, **o: diff_topk_mask(bitonic(6), x, 4, rule, **o),
    "quantiles": lambda x, rule, **o: diff_quantile(bitonic(6), x, [0.3, 0.8], rule, **o),
    **FROM_THE_SORT,
}
HARD_VALUES = {
    "sort": np.sort,
    "ranks": lambda x: hard_ranks(x),
    "argsort": np.argsort,
    "mask": lambda x: (hard_ranks(x) >= 2) * 1.0,
    "quantiles": lambda x: np.quantile(x, [0.3, 0.8], axis=-1),
    "topk": lambda x: np.sort(x)[..., :1:-1],
    "quantile": lambda x: np.quantile(x, 0.3, axis=-1),
    "median": lambda x: np.median(x, axis=-1),
}
each_way = pytest.mark.parametrize("name", THROUGH)


@each_way
@pytest.mark.parametrize(
    "rule", [SmoothMax(0.5), SmoothMax(0.5, scale_free=True), Cauchy(), HARD], ids=repr
)
def test_straight_through_has_the_hard_values(xp, name, rule):
    x = values(2, 6)
    got = xp.call(lambda x: THROUGH[name](x, rule, straight_through=True), x)
    np.testing.assert_allclose(got, HARD_VALUES[name](x), rtol=1e-13, atol=1e-13)


@each_way
def test_straight_through_has_the_soft_derivatives(autodiff, name):
    x, rule = values(6), SmoothMax(0.5)
    soft = autodiff.jacobian(lambda x: THROUGH[name](x, rule), x)
    through = autodiff.jacobian(lambda x: THROUGH[name](x, rule, straight_through=True), x)
    np.testing.assert_allclose(through, soft, rtol=1e-12, atol=1e-13)
    assert np.abs(soft).max() > 0.01


def test_straight_through_a_negative_alpha_is_the_other_order():
    x, rule = values(6), SmoothMax(-2.0)
    through = {"straight_through": True}
    np.testing.assert_array_equal(diff_sort("bitonic", x, rule, **through), np.sort(x)[::-1])
    ranks = diff_argsort("bitonic", x, 0.5, rule, **through)
    np.testing.assert_array_equal(ranks, 5 - hard_ranks(x))


def test_straight_through_an_own_soft_maximum_is_hard():
    x = values(6)
    got = diff_sort("bitonic", x, lambda a, b: np.logaddexp(a, b), straight_through=True)
    np.testing.assert_array_equal(got, np.sort(x))


@pytest.mark.parametrize("rule", [SmoothMax(), Cauchy(2.0), SCALE_FREE[0], HARD], ids=repr)
@pytest.mark.parametrize("axis", [0, 1])
def test_the_soft_membership_is_the_last_rows_of_the_soft_permutation(xp, rule, axis):
    x = values(6, 6)
    shares = np.moveaxis(soft_permutation(bitonic(6), x, rule, axis=axis), -2, 0)
    for k in (1, 4, 6):
        mask = xp.call(lambda x, k=k: diff_topk_mask("bitonic", x, k, rule, axis=axis), x)
        expected = np.moveaxis(shares[-k:].sum(axis=0), -1, axis)
        np.testing.assert_allclose(mask, expected, rtol=0, atol=1e-14)


@given(x=arrays(float, st.integers(1, 20), elements=st.floats(-50, 50)), data=st.data())
def test_the_soft_membership_adds_up_to_k_and_is_a_share(x, data):
    k, rule = data.draw(st.integers(1, len(x))), data.draw(st.sampled_from([SmoothMax(), Cauchy()]))
    mask = diff_topk_mask(bitonic, x, k, rule)
    np.testing.assert_allclose(mask.sum(), k, rtol=0, atol=1e-13 * len(x))
    assert (mask >= 0).all()
    assert (mask <= 1 + 1e-13).all()


def test_the_soft_membership_needs_a_network_and_a_rule_that_mixes(x):
    with pytest.raises(DiffsortError, match=r"^softmax must be a relaxation that mixes"):
        diff_topk_mask(bitonic, x, 2, LogSumExp())
    with pytest.raises(DiffsortError, match=r"^network must be a Network"):
        diff_topk_mask(bitonic_matrices(8), x, 2)
    with pytest.raises(DiffsortError, match=r"^k must be a whole number from 1 to 8, got 9$"):
        diff_topk_mask(bitonic, x, 9)
