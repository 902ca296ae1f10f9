"""The soft sort: differentiable_sorting's digits, the same in every library, along any axis, and
its laws."""

from functools import partial
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from cases import KINDS, MIXING, SHIFTING, batch, by_name
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import (
    HARD,
    NETWORKS,
    LogSumExp,
    SmoothMax,
    bitonic,
    bitonic_indices,
    bitonic_matrices,
    bitonic_woven_matrices,
    diff_sort,
    smoothmax,
    soft_permutation,
    softmax,
    softmax_smooth,
    vector_sort,
)
from diffsort_core.backends import namespace
from diffsort_core.families import MOST_WIRES

MODERATE = arrays(float, st.integers(1, 32), elements=st.floats(-50, 50))
FEW = settings(max_examples=30)
ORIGINAL = {
    "softmax": (
        softmax,
        [-1.007476, 4.995823, 9.439401, 13.211658, 15.947980, 18.210289, 20.602325, 42.000000],
    ),
    "smooth = 0": (
        lambda a, b: softmax_smooth(a, b, 0.0),
        [-1.007476, 4.995823, 9.439401, 13.211658, 15.947980, 18.210289, 20.602325, 42.000000],
    ),
    "smooth = 0.05": (
        lambda a, b: softmax_smooth(a, b, 0.05),
        [1.242213, 5.333338, 9.607003, 12.445547, 16.845156, 18.995187, 20.932396, 37.999160],
    ),
    "smooth = 1": (partial(softmax_smooth, smooth=1.0), [15.425] * 8),
    "smoothmax": (
        smoothmax,
        [-0.955279, 5.003645, 9.748078, 13.008990, 16.753178, 17.674617, 20.166772, 42.000000],
    ),
    "smoothmax, alpha = 0": (partial(smoothmax, alpha=0), [15.425] * 8),
}


@pytest.mark.parametrize("network", [bitonic(8), bitonic_matrices(8)], ids=["Network", "matrices"])
@pytest.mark.parametrize(("softmax", "digits"), ORIGINAL.values(), ids=ORIGINAL)
def test_six_decimals_of_the_original(xp, x, network, softmax, digits):
    sort = xp.call(lambda x: diff_sort(network, x, softmax), x)
    np.testing.assert_allclose(sort, digits, rtol=0, atol=5.01e-7)


def test_a_column_is_sorted_as_in_the_original(xp, form, x):
    column = xp.call(lambda x: diff_sort(form(8), x), x[:, None])
    assert column.shape == (8, 1)
    np.testing.assert_allclose(column[:, 0], diff_sort(bitonic(8), x), rtol=0, atol=1e-12)


def test_the_original_gradient(autodiff, x):
    first = autodiff.jacobian(lambda x: diff_sort(bitonic_matrices(8), x)[0], x.astype(np.float32))
    np.testing.assert_allclose(first[:3], [7.34466e-03, 0.992570, 8.1266e-05], rtol=1e-3)
    np.testing.assert_allclose(
        first[3:], [3.9275e-06, 3.4427e-08, 1.4447e-09, 0, 9.5952e-09], rtol=1e-2, atol=1e-9
    )


def test_values_are_those_of_numpy(xp, relaxation):
    for n in (3, 4, 6, 8) if xp.name != "jax" else (3, 4):  # which compiles each
        expected = diff_sort(bitonic(n), batch(3, n), relaxation)
        sort = xp.call(lambda x, n=n: diff_sort(bitonic(n), x, relaxation), batch(3, n))
        np.testing.assert_allclose(sort, expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize(("n", "axis"), [(4, 0), (4, 1), (4, -1), (3, 0), (3, -2), (3, 2), (1, 1)])
def test_any_axis_of_any_batch_is_sorted(xp, n, axis):
    shape = [2, 3]
    shape.insert(axis % 3, n)
    x = batch(*shape)
    expected = np.apply_along_axis(lambda vector: diff_sort(bitonic(n), vector, smoothmax), axis, x)
    sort = xp.call(lambda x: diff_sort(bitonic(n), x, smoothmax, axis=axis), x)
    np.testing.assert_allclose(sort, expected, rtol=0, atol=1e-12)
    descending = xp.call(
        lambda x: diff_sort(bitonic(n), x, smoothmax, axis=axis, descending=True), x
    )
    np.testing.assert_array_equal(descending, np.flip(sort, axis))


@pytest.mark.parametrize("shape", [(0, 4), (2, 0, 4), (0, 3), (0, 1)])
def test_a_batch_may_be_empty(xp, shape):
    n = shape[-1]
    for form in (bitonic, bitonic_matrices, bitonic_woven_matrices)[: 3 if shape == (0, 4) else 1]:
        assert (
            xp.call(lambda x, form=form: diff_sort(form(n), x, smoothmax), np.ones(shape)).shape
            == shape
        )
    assert xp.call(lambda x: soft_permutation(bitonic(n), x), np.ones(shape)).shape == (*shape, n)


@pytest.mark.parametrize("narrow", ["float16", "float32", "float64", "bfloat16"])
def test_the_library_and_the_dtype_are_kept(xp, narrow, x):
    x = x[:4]
    if narrow == "bfloat16" and xp.name not in ("jax", "torch"):
        pytest.skip(f"{xp} has no bfloat16 of its own, or none that NumPy knows")
    given = namespace(xp.array(x)).astype(xp.array(x), narrow)
    sort = diff_sort(bitonic(4), given, smoothmax)
    assert type(sort) is type(given)
    assert sort.dtype == given.dtype
    values = xp.numpy(namespace(sort).astype(sort, "float64"))
    eps = {"bfloat16": 2**-7}.get(narrow) or np.finfo(narrow).eps
    np.testing.assert_allclose(values, diff_sort(bitonic(4), x, smoothmax), rtol=0, atol=100 * eps)
    assert soft_permutation(bitonic(4), given).dtype == given.dtype
    assert vector_sort(bitonic(4), given, lambda rows: rows).dtype == given.dtype


def test_no_form_widens_float32(xp, form, x):
    given = xp.array(x[:4], np.float32)
    for sort in (diff_sort(form(4), given), vector_sort(form(4), given, lambda rows: rows)):
        assert sort.dtype == given.dtype


@pytest.mark.parametrize(
    "kind",
    [SmoothMax, LogSumExp, partial(softmax_smooth, smooth=np.float64(0.2))],
    ids=["smoothmax", "softmax", "softmax_smooth"],
)
def test_float32_stays_float32_for_a_strength_that_numpy_computed(x, kind):
    relaxation = kind if isinstance(kind, partial) else kind(np.float64(2))
    assert diff_sort(bitonic(8), x.astype(np.float32), relaxation).dtype == np.float32


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int64", "bool"])
def test_whole_numbers_are_sorted_in_float64(xp, dtype):
    values = np.array([3, 1, 0, 2], dtype)
    sort = diff_sort(bitonic(4), xp.array(values), smoothmax)
    assert type(sort) is type(xp.array([1.0]))
    np.testing.assert_allclose(
        xp.numpy(sort), diff_sort(bitonic(4), values.astype(float), smoothmax), rtol=0, atol=1e-12
    )


@pytest.mark.parametrize(
    "values",
    [[3, 1, 2], (3, 1, 2), [True, False, True], pd.Series([3.0, 1, 2], index=[5, 6, 7])],
    ids=repr,
)
def test_whatever_holds_numbers_is_sorted_in_float64(values):
    actual = diff_sort(bitonic(3), values)
    assert (type(actual), actual.dtype) == (np.ndarray, np.float64)
    np.testing.assert_array_equal(actual, diff_sort(bitonic(3), np.array(list(values), float)))


@FEW
@given(vector=MODERATE)
def test_the_sum_is_kept(relaxation, vector):
    assert diff_sort(bitonic(len(vector)), vector, relaxation).sum() == pytest.approx(
        vector.sum(), abs=1e-10
    )


@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
@FEW
@given(vector=MODERATE, c=st.floats(-50, 50), alpha=st.floats(0.1, 20) | st.floats(-20, -0.1))
def test_a_shift_of_the_input_shifts_the_output(kind, vector, c, alpha):
    network = bitonic(len(vector))
    shifted = diff_sort(network, vector + c, kind(alpha))
    np.testing.assert_allclose(
        shifted, diff_sort(network, vector, kind(alpha)) + c, rtol=0, atol=1e-10
    )


@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
@FEW
@given(vector=MODERATE, s=st.floats(0.01, 100), alpha=st.floats(0.1, 20) | st.floats(-20, -0.1))
def test_a_scaled_input_with_alpha_scaled_back_scales_the_output(kind, vector, s, alpha):
    network = bitonic(len(vector))
    scaled = diff_sort(network, s * vector, kind(alpha / s))
    np.testing.assert_allclose(
        scaled, s * diff_sort(network, vector, kind(alpha)), rtol=0, atol=1e-10 * s
    )


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
@FEW
@given(vector=MODERATE, alpha=st.floats(0.1, 20))
def test_a_negative_alpha_reverses_the_order(kind, vector, alpha):
    """Under minus x, minimum and maximum change places, and so they do under minus alpha."""
    network = bitonic(len(vector))
    np.testing.assert_allclose(
        diff_sort(network, vector, kind(-alpha)),
        -diff_sort(network, -vector, kind(alpha)),
        rtol=0,
        atol=1e-11,
    )


@pytest.mark.parametrize("family", NETWORKS.values(), ids=NETWORKS)
@given(data=st.data(), n=st.integers(1, 64), bits=st.sampled_from([16, 32, 64]))
def test_alpha_infinity_is_exactly_a_hard_sort(family, data, n, bits):
    n = min(n, MOST_WIRES.get(family.__name__, n))
    finite = st.floats(width=bits, allow_nan=False, allow_infinity=False)
    vector = data.draw(arrays(f"float{bits}", n, elements=finite, fill=finite))
    kind = data.draw(st.sampled_from(KINDS))
    before = vector.copy()
    np.testing.assert_array_equal(diff_sort(family(n), vector, kind(np.inf)), np.sort(vector))
    np.testing.assert_array_equal(
        diff_sort(family(n), vector, kind(-np.inf)), np.sort(vector)[::-1]
    )
    assert vector.tobytes() == before.tobytes()


@pytest.mark.parametrize("n", [1, 3, 4])
def test_alpha_infinity_is_exactly_a_hard_sort_in_every_library(xp, n, dtype):
    limits = np.finfo(dtype)
    x = np.array([limits.max, 0, limits.min, limits.tiny, -1, 3, -limits.tiny, 1e-3], dtype)[:n]
    np.testing.assert_array_equal(xp.call(lambda x: diff_sort(bitonic(n), x, HARD), x), np.sort(x))
    np.testing.assert_array_equal(
        xp.call(lambda x: diff_sort(bitonic(n), x, HARD, descending=True), x), -np.sort(-x)
    )


def test_the_order_of_the_input_does_not_matter_to_a_hard_sort(xp):
    orders = np.array(list(permutations([1.5, -2.0, 1.5, 7.0, 0.0])))
    expected = np.tile(np.sort(orders[0]), (len(orders), 1))
    np.testing.assert_array_equal(
        xp.call(lambda x: diff_sort(bitonic(5), x, HARD), orders), expected
    )


@pytest.mark.parametrize("kind", MIXING, ids=by_name)
@pytest.mark.parametrize("n", [1, 4])
def test_alpha_0_is_the_mean(xp, kind, n):
    x = np.random.default_rng(n).integers(-100, 100, (2, n)).astype(float)
    mean = np.broadcast_to(x.mean(axis=1, keepdims=True), x.shape)
    np.testing.assert_array_equal(xp.call(lambda x: diff_sort(bitonic(n), x, kind(0.0)), x), mean)


def test_log_sum_exp_spreads_equal_values_out_of_order():
    spread = diff_sort(bitonic(8), np.zeros(8))
    assert (spread.min().round(2), spread.max().round(2)) == (-2.67, 2.67)
    assert (np.diff(spread) < 0).any()
    np.testing.assert_array_equal(diff_sort(bitonic(8), np.zeros(8), smoothmax), 0)


@pytest.mark.parametrize("kind", MIXING, ids=by_name)
@given(data=st.data())
def test_what_mixes_stays_in_the_range_of_any_finite_input(kind, dtype, any_finite, data):
    vector = data.draw(arrays(dtype, st.integers(1, 9), elements=any_finite))
    alpha = data.draw(st.floats(-1e308, 1e308))
    sort, limits = diff_sort(bitonic(len(vector)), vector, kind(alpha)), np.finfo(dtype)
    off = np.abs(sort - np.clip(sort, vector.min(), vector.max()))
    assert (off <= 40 * (limits.eps * np.abs(vector).max() / 4 + limits.smallest_subnormal)).all()


@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
def test_the_largest_numbers_are_sorted_in_every_library(xp, kind, dtype):
    x = np.array([1, -1, 0.5, -0.25], dtype) * np.finfo(dtype).max
    sort = xp.call(lambda x: diff_sort(bitonic(4), x, kind(1.0)), x)
    assert sort.dtype == dtype
    expected = diff_sort(bitonic(4), x / 8, kind(8.0 if kind(1.0).mixes else 1.0))
    np.testing.assert_allclose(
        sort / 8, expected, rtol=0, atol=10 * np.finfo(dtype).eps * np.finfo(dtype).max
    )


def test_any_callable_is_a_soft_maximum(xp, form, x):
    own = xp.call(lambda x: diff_sort(form(8), x, lambda a, b: softmax(a, b)), x)
    np.testing.assert_allclose(own, diff_sort(bitonic(8), x, softmax), rtol=0, atol=1e-12)
    hard = xp.call(lambda x: diff_sort(form(8), x, lambda a, b: namespace(a).where(a < b, b, a)), x)
    np.testing.assert_array_equal(hard, np.sort(x))


def test_numpys_own_functions_are_soft_maxima(x):
    np.testing.assert_array_equal(diff_sort(bitonic(8), x, np.maximum), np.sort(x))
    np.testing.assert_array_equal(diff_sort(bitonic(8), x, np.fmax), np.sort(x))
    np.testing.assert_allclose(
        diff_sort(bitonic(8), x, np.logaddexp), diff_sort(bitonic(8), x), rtol=0, atol=1e-12
    )


def test_normalize_keeps_values_above_0_in_a_pair():
    vector, soft = np.array([0.5, 0.1]), partial(softmax, normalize=1)
    expected = np.log(np.exp(0.5) + np.exp(0.1) - 1)
    np.testing.assert_allclose(
        diff_sort(bitonic(2), vector, soft), [0.6 - expected, expected], rtol=0, atol=1e-15
    )
    np.testing.assert_array_equal(diff_sort(bitonic(8), np.zeros(8), soft), 0)


def test_complex_numbers_are_sorted_by_the_formula(xp):
    x = np.array([3 + 1j, 1.0, -2j, 2 + 0.5j])
    a, b = x[0], x[1]
    for pair in (x[:2], np.array([b, a])):
        high = (a * np.exp(a) + b * np.exp(b)) / (np.exp(a) + np.exp(b))
        sort = xp.call(lambda x: diff_sort(bitonic(2), x, smoothmax), pair)
        np.testing.assert_allclose(sort, [a + b - high, high], rtol=0, atol=1e-12)
    for soft in (softmax, smoothmax):
        sort = xp.call(lambda x, soft=soft: diff_sort(bitonic(4), x, soft), x)
        np.testing.assert_allclose(sort, diff_sort(bitonic(4), x, soft), rtol=0, atol=1e-12)


def test_a_strong_log_sum_exp_leaves_no_dtype(dtype):
    most = np.finfo(dtype).max
    np.testing.assert_array_equal(diff_sort(bitonic(8), np.full(8, most)), most)


def test_plain_tuples_of_index_arrays_are_a_form(x):
    np.testing.assert_array_equal(
        diff_sort([tuple(layer) for layer in bitonic_indices(8)], x), diff_sort(bitonic(8), x)
    )
