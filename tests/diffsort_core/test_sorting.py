import re
from functools import partial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import (
    HARD,
    DiffsortError,
    LogSumExp,
    SmoothMax,
    SoftmaxSmooth,
    bitonic,
    bitonic_matrices,
    diff_sort,
    smoothmax,
    softmax,
    softmax_smooth,
)

MODERATE = arrays(float, st.integers(1, 32), elements=st.floats(-50, 50))
SEED = {
    "softmax": (softmax, [-1.007476, 4.995823, 9.439401, 13.211658, 15.947980, 18.210289, 20.602325, 42.000000]),
    "smooth = 0.05": (
        lambda a, b: softmax_smooth(a, b, 0.05),
        [1.242213, 5.333338, 9.607003, 12.445547, 16.845156, 18.995187, 20.932396, 37.999160],
    ),
    "smooth = 1": (partial(softmax_smooth, smooth=1.0), [15.425] * 8),
    "smoothmax": (smoothmax, [-0.955279, 5.003645, 9.748078, 13.008990, 16.753178, 17.674617, 20.166772, 42.000000]),
    "smoothmax, alpha = 0": (partial(smoothmax, alpha=0), [15.425] * 8),
}


@pytest.mark.parametrize("network", [bitonic(8), bitonic_matrices(8)], ids=["Network", "matrices"])
@pytest.mark.parametrize(("softmax", "digits"), SEED.values(), ids=SEED)
def test_six_decimals_of_the_seed(x, network, softmax, digits):
    np.testing.assert_allclose(diff_sort(network, x, softmax), digits, rtol=0, atol=5.01e-7)


@given(vector=MODERATE)
def test_the_sum_is_kept(relaxation, vector):
    assert diff_sort(bitonic(len(vector)), vector, relaxation).sum() == pytest.approx(vector.sum(), abs=1e-10)


@given(vector=MODERATE, c=st.floats(-50, 50))
def test_a_shift_of_the_input_shifts_the_output(relaxation, vector, c):
    network = bitonic(len(vector))
    shifted = diff_sort(network, vector + c, relaxation)
    np.testing.assert_allclose(shifted, diff_sort(network, vector, relaxation) + c, rtol=0, atol=1e-10)


@pytest.mark.parametrize(
    "kind", [SmoothMax, LogSumExp, partial(SoftmaxSmooth, smooth=0.3)], ids=["smooth", "soft", "soft_smooth"]
)
@given(vector=MODERATE, s=st.floats(0.01, 100), alpha=st.floats(0.1, 20) | st.floats(-20, -0.1))
def test_a_scaled_input_with_alpha_scaled_back_scales_the_output(kind, vector, s, alpha):
    network = bitonic(len(vector))
    scaled = diff_sort(network, s * vector, kind(alpha / s))
    np.testing.assert_allclose(scaled, s * diff_sort(network, vector, kind(alpha)), rtol=0, atol=1e-10 * s)


@pytest.mark.parametrize("kind", [SmoothMax, LogSumExp])
@given(data=st.data(), n=st.integers(1, 32))
def test_alpha_infinity_is_bit_for_bit_a_hard_sort(kind, dtype, any_finite, data, n):
    vector = data.draw(arrays(dtype, n, elements=any_finite)) + dtype(
        0
    )  # no -0.0, which equals 0.0 and has no place of its own
    assert diff_sort(bitonic(n), vector, kind(np.inf)).tobytes() == np.sort(vector).tobytes()
    assert diff_sort(bitonic(n), vector, kind(-np.inf)).tobytes() == np.sort(vector)[::-1].tobytes()


def test_log_sum_exp_spreads_equal_values_out_of_order():
    spread = diff_sort(bitonic(8), np.zeros(8))
    assert (spread.min().round(2), spread.max().round(2)) == (-2.67, 2.67)
    assert (np.diff(spread) < 0).any()
    np.testing.assert_array_equal(diff_sort(bitonic(8), np.zeros(8), smoothmax), 0)


@pytest.mark.parametrize(
    "values",
    [[3, 1, 2], (3, 1, 2), [True, False, True], pd.Series([3.0, 1, 2], index=[5, 6, 7]), np.array([3, 1, 2], np.int8)],
    ids=repr,
)
def test_whatever_holds_numbers_is_sorted_in_float64(values):
    expected = diff_sort(bitonic(3), np.array(list(values), float))
    actual = diff_sort(bitonic(3), values)
    assert (type(actual), actual.dtype) == (np.ndarray, np.float64)
    np.testing.assert_array_equal(actual, expected)


def test_float32_stays_float32(form, relaxation, x):
    narrow = diff_sort(form(8), x.astype(np.float32), relaxation)
    assert narrow.dtype == np.float32
    np.testing.assert_allclose(narrow, diff_sort(form(8), x, relaxation), rtol=0, atol=1e-4)


@pytest.mark.parametrize(
    "relaxation",
    [SmoothMax(np.float64(2)), LogSumExp(np.float64(2)), partial(softmax_smooth, smooth=np.float64(0.2))],
    ids=["smoothmax", "softmax", "softmax_smooth"],
)
def test_float32_stays_float32_for_a_strength_that_numpy_computed(relaxation, x):
    assert diff_sort(bitonic(8), x.astype(np.float32), relaxation).dtype == np.float32


def test_the_input_is_left_as_it_was(form, relaxation, x):
    vector = x.copy()
    diff_sort(form(8), vector, relaxation)
    np.testing.assert_array_equal(vector, x)


def test_any_callable_is_a_soft_maximum(form, x):
    own = diff_sort(form(8), x, lambda a, b: np.log(np.exp(a) + np.exp(b)))
    np.testing.assert_allclose(own, diff_sort(form(8), x, softmax), rtol=0, atol=1e-12)
    np.testing.assert_array_equal(diff_sort(form(8), x, np.maximum), diff_sort(form(8), x, HARD))


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ([], "must hold at least one value, got none"),
        (np.ones((2, 2)), "must be one-dimensional, got shape (2, 2)"),
        ([1, np.nan], "must hold finite numbers, got nan in [ 1., nan]"),
        ([np.inf, 1], "must hold finite numbers, got inf in [inf,  1.]"),
        (["3", "1"], "must hold real numbers, got ['3', '1']"),
        (np.array([3, None]), "must hold real numbers, got [3, None]"),
        ([[3], [1, 2]], "must be a list or array of real numbers, got [[3], [1, 2]]"),
        ([3, 1, 2], "must have n = 2 values, one for each wire, got 3"),
    ],
)
def test_a_bad_x_is_refused_by_name_rule_and_value(form, values, rule):
    with pytest.raises(DiffsortError, match="^x " + re.escape(rule)):
        diff_sort(form(2), values)


@pytest.mark.parametrize("network", [None, 2, "bitonic", [], [0.5, 1.5], bitonic(2).layers[0]], ids=repr)
def test_what_is_no_network_is_refused(network):
    with pytest.raises(DiffsortError, match="^network must be a Network or .*, got " + re.escape(repr(network))):
        diff_sort(network, [2.0, 1.0])
