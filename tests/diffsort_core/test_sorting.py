import re
from functools import partial
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import (
    HARD,
    NETWORKS,
    Cauchy,
    DiffsortError,
    Gaussian,
    LogSumExp,
    Optimal,
    Reciprocal,
    SmoothMax,
    SoftmaxSmooth,
    bitonic,
    bitonic_indices,
    bitonic_matrices,
    bitonic_woven_matrices,
    comparison_sort,
    diff_sort,
    diff_sort_weave,
    shuffled_sort,
    smoothmax,
    soft_permutation,
    softmax,
    softmax_smooth,
    sort_jacobian,
    sort_through,
    straight_through,
    vector_sort,
)
from diffsort_core.backends import namespace

MIXING = [SmoothMax, Cauchy, Reciprocal, Optimal, Gaussian]
KINDS = [*MIXING, LogSumExp]
SHIFTING = [*KINDS, partial(SoftmaxSmooth, smooth=0.3)]
MODERATE = arrays(float, st.integers(1, 32), elements=st.floats(-50, 50))
FEW = settings(max_examples=30)
ROWS = np.array([[1, 5], [30, 30], [6, 9], [80, -2]])
SEED = {
    "softmax": (softmax, [-1.007476, 4.995823, 9.439401, 13.211658, 15.947980, 18.210289, 20.602325, 42.000000]),
    "smooth = 0": (
        lambda a, b: softmax_smooth(a, b, 0.0),
        [-1.007476, 4.995823, 9.439401, 13.211658, 15.947980, 18.210289, 20.602325, 42.000000],
    ),
    "smooth = 0.05": (
        lambda a, b: softmax_smooth(a, b, 0.05),
        [1.242213, 5.333338, 9.607003, 12.445547, 16.845156, 18.995187, 20.932396, 37.999160],
    ),
    "smooth = 1": (partial(softmax_smooth, smooth=1.0), [15.425] * 8),
    "smoothmax": (smoothmax, [-0.955279, 5.003645, 9.748078, 13.008990, 16.753178, 17.674617, 20.166772, 42.000000]),
    "smoothmax, alpha = 0": (partial(smoothmax, alpha=0), [15.425] * 8),
}


def by_name(kind):
    return getattr(kind, "__name__", "SoftmaxSmooth")


def batch(*shape):
    return np.random.default_rng(len(shape)).normal(scale=3, size=shape)


@pytest.mark.parametrize("network", [bitonic(8), bitonic_matrices(8)], ids=["Network", "matrices"])
@pytest.mark.parametrize(("softmax", "digits"), SEED.values(), ids=SEED)
def test_six_decimals_of_the_seed(xp, x, network, softmax, digits):
    sort = xp.call(lambda x: diff_sort(network, x, softmax), x)
    np.testing.assert_allclose(sort, digits, rtol=0, atol=5.01e-7)


def test_a_column_is_sorted_as_in_the_seed(xp, form, x):
    column = xp.call(lambda x: diff_sort(form(8), x), x[:, None])
    assert column.shape == (8, 1)
    np.testing.assert_allclose(column[:, 0], diff_sort(bitonic(8), x), rtol=0, atol=1e-12)


def test_the_seeds_gradient(autodiff, x):
    first = autodiff.jacobian(lambda x: diff_sort(bitonic_matrices(8), x)[0], x.astype(np.float32))
    np.testing.assert_allclose(first[:3], [7.34466e-03, 0.992570, 8.1266e-05], rtol=1e-3)
    np.testing.assert_allclose(first[3:], [3.9275e-06, 3.4427e-08, 1.4447e-09, 0, 9.5952e-09], rtol=1e-2, atol=1e-9)


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
    descending = xp.call(lambda x: diff_sort(bitonic(n), x, smoothmax, axis=axis, descending=True), x)
    np.testing.assert_array_equal(descending, np.flip(sort, axis))


@pytest.mark.parametrize("shape", [(0, 4), (2, 0, 4), (0, 3), (0, 1)])
def test_a_batch_may_be_empty(xp, shape):
    n = shape[-1]
    for form in (bitonic, bitonic_matrices, bitonic_woven_matrices)[: 3 if shape == (0, 4) else 1]:
        assert xp.call(lambda x, form=form: diff_sort(form(n), x, smoothmax), np.ones(shape)).shape == shape
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
    np.testing.assert_allclose(xp.numpy(sort), diff_sort(bitonic(4), values.astype(float), smoothmax), rtol=0, atol=1e-12)


@pytest.mark.parametrize(
    "values", [[3, 1, 2], (3, 1, 2), [True, False, True], pd.Series([3.0, 1, 2], index=[5, 6, 7])], ids=repr
)
def test_whatever_holds_numbers_is_sorted_in_float64(values):
    actual = diff_sort(bitonic(3), values)
    assert (type(actual), actual.dtype) == (np.ndarray, np.float64)
    np.testing.assert_array_equal(actual, diff_sort(bitonic(3), np.array(list(values), float)))


@FEW
@given(vector=MODERATE)
def test_the_sum_is_kept(relaxation, vector):
    assert diff_sort(bitonic(len(vector)), vector, relaxation).sum() == pytest.approx(vector.sum(), abs=1e-10)


@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
@FEW
@given(vector=MODERATE, c=st.floats(-50, 50), alpha=st.floats(0.1, 20) | st.floats(-20, -0.1))
def test_a_shift_of_the_input_shifts_the_output(kind, vector, c, alpha):
    network = bitonic(len(vector))
    shifted = diff_sort(network, vector + c, kind(alpha))
    np.testing.assert_allclose(shifted, diff_sort(network, vector, kind(alpha)) + c, rtol=0, atol=1e-10)


@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
@FEW
@given(vector=MODERATE, s=st.floats(0.01, 100), alpha=st.floats(0.1, 20) | st.floats(-20, -0.1))
def test_a_scaled_input_with_alpha_scaled_back_scales_the_output(kind, vector, s, alpha):
    network = bitonic(len(vector))
    scaled = diff_sort(network, s * vector, kind(alpha / s))
    np.testing.assert_allclose(scaled, s * diff_sort(network, vector, kind(alpha)), rtol=0, atol=1e-10 * s)


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
@FEW
@given(vector=MODERATE, alpha=st.floats(0.1, 20))
def test_a_negative_alpha_reverses_the_order(kind, vector, alpha):
    """Under minus x, minimum and maximum change places, and so they do under minus alpha."""
    network = bitonic(len(vector))
    np.testing.assert_allclose(
        diff_sort(network, vector, kind(-alpha)), -diff_sort(network, -vector, kind(alpha)), rtol=0, atol=1e-11
    )


@pytest.mark.parametrize("family", NETWORKS.values(), ids=NETWORKS)
@given(data=st.data(), n=st.integers(1, 64), bits=st.sampled_from([16, 32, 64]))
def test_alpha_infinity_is_exactly_a_hard_sort(family, data, n, bits):
    finite = st.floats(width=bits, allow_nan=False, allow_infinity=False)
    vector = data.draw(arrays(f"float{bits}", n, elements=finite, fill=finite))
    kind = data.draw(st.sampled_from(KINDS))
    before = vector.copy()
    np.testing.assert_array_equal(diff_sort(family(n), vector, kind(np.inf)), np.sort(vector))
    np.testing.assert_array_equal(diff_sort(family(n), vector, kind(-np.inf)), np.sort(vector)[::-1])
    assert vector.tobytes() == before.tobytes()


@pytest.mark.parametrize("n", [1, 3, 4])
def test_alpha_infinity_is_exactly_a_hard_sort_in_every_library(xp, n, dtype):
    limits = np.finfo(dtype)
    x = np.array([limits.max, 0, limits.min, limits.tiny, -1, 3, -limits.tiny, 1e-3], dtype)[:n]
    np.testing.assert_array_equal(xp.call(lambda x: diff_sort(bitonic(n), x, HARD), x), np.sort(x))
    np.testing.assert_array_equal(xp.call(lambda x: diff_sort(bitonic(n), x, HARD, descending=True), x), -np.sort(-x))


@given(vector=arrays(float, 8, elements=st.floats(allow_nan=False, allow_infinity=False)))
def test_a_scale_free_alpha_of_infinity_is_exactly_a_hard_sort_too(vector):
    np.testing.assert_array_equal(diff_sort(bitonic(8), vector, SmoothMax(np.inf, scale_free=True)), np.sort(vector))


def test_the_order_of_the_input_does_not_matter_to_a_hard_sort(xp):
    orders = np.array(list(permutations([1.5, -2.0, 1.5, 7.0, 0.0])))
    expected = np.tile(np.sort(orders[0]), (len(orders), 1))
    np.testing.assert_array_equal(xp.call(lambda x: diff_sort(bitonic(5), x, HARD), orders), expected)


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
    np.testing.assert_allclose(sort / 8, expected, rtol=0, atol=10 * np.finfo(dtype).eps * np.finfo(dtype).max)


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
    np.testing.assert_allclose(sort, diff_sort(bitonic(8), x, SmoothMax(2.0 / x.std())), rtol=0, atol=1e-12)


@pytest.mark.parametrize("value", [0.0, 3.25, -1e300, 1.7e308, 5e-324])
def test_equal_values_stay_what_they_are_under_a_scale_free_alpha(xp, value):
    if value == 5e-324 and xp.name in ("jax", "tensorflow"):
        value = 2.3e-308  # to those a smaller one is zero
    sort = xp.call(lambda x: diff_sort(bitonic(8), x, SmoothMax(3.0, scale_free=True)), np.full(8, value))
    np.testing.assert_allclose(sort, value, rtol=1e-15)


@pytest.mark.parametrize("size", [1e-300, 1e300, 1.7e308])
def test_a_scale_free_alpha_takes_any_size(xp, size):
    x = np.array([-1, 1, 0.5, 0.1, -0.3, 0, 1, 0.7])
    sort = xp.call(lambda x: diff_sort(bitonic(8), x, SmoothMax(3.0, scale_free=True)), x * size)
    np.testing.assert_allclose(sort / size, diff_sort(bitonic(8), x, SmoothMax(3.0, scale_free=True)), rtol=0, atol=1e-14)


def test_any_callable_is_a_soft_maximum(xp, form, x):
    own = xp.call(lambda x: diff_sort(form(8), x, lambda a, b: softmax(a, b)), x)
    np.testing.assert_allclose(own, diff_sort(bitonic(8), x, softmax), rtol=0, atol=1e-12)
    hard = xp.call(lambda x: diff_sort(form(8), x, lambda a, b: namespace(a).where(a < b, b, a)), x)
    np.testing.assert_array_equal(hard, np.sort(x))


def test_numpys_own_functions_are_soft_maxima(x):
    np.testing.assert_array_equal(diff_sort(bitonic(8), x, np.maximum), np.sort(x))
    np.testing.assert_array_equal(diff_sort(bitonic(8), x, np.fmax), np.sort(x))
    np.testing.assert_allclose(diff_sort(bitonic(8), x, np.logaddexp), diff_sort(bitonic(8), x), rtol=0, atol=1e-12)


def test_normalize_keeps_values_above_0_in_a_pair():
    vector, soft = np.array([0.5, 0.1]), partial(softmax, normalize=1)
    expected = np.log(np.exp(0.5) + np.exp(0.1) - 1)
    np.testing.assert_allclose(diff_sort(bitonic(2), vector, soft), [0.6 - expected, expected], rtol=0, atol=1e-15)
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


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ([], "must hold at least one value, got none"),
        ([1, np.nan], "must hold finite numbers, got nan in [ 1., nan]"),
        ([np.inf, 1], "must hold finite numbers, got inf in [inf,  1.]"),
        (["3", "1"], "must hold real numbers, got ['3', '1']"),
        (np.array([3, None]), "must hold real numbers, got [3, None]"),
        ([[3], [1, 2]], "must be a list or array of real numbers, got [[3], [1, 2]]"),
        ([3, 1, 2], "must have n = 2 values, one for each wire, got 3"),
        (np.ones((2, 3)), "must have n = 2 values along axis -1, one for each wire, got 3"),
        (np.ones((4, 1)), "must have n = 2 values along axis -1, one for each wire, got 1"),
    ],
)
def test_a_bad_x_is_refused_by_name_rule_and_value(form, values, rule):
    with pytest.raises(DiffsortError, match="^x " + re.escape(rule)):
        diff_sort(form(2), values)


@pytest.mark.parametrize("network", [None, 2, "bitonic", [], [0.5, 1.5], bitonic(2).layers[0]], ids=repr)
@pytest.mark.parametrize("sort", [diff_sort, shuffled_sort, partial(vector_sort, key=abs)], ids=["sort", "shuffled", "rows"])
def test_what_is_no_network_is_refused(network, sort):
    with pytest.raises(DiffsortError, match="^network must be a Network or .*, got " + re.escape(repr(network))):
        sort(network, [2.0, 1.0])


@pytest.mark.parametrize("axis", [1, -2, 0.0, None, "0"], ids=repr)
def test_an_axis_that_is_not_there_is_refused(axis):
    for sort in (diff_sort, soft_permutation):
        with pytest.raises(DiffsortError, match=rf"^axis must be one of the 1 axes of x, of shape \(2,\), got {axis!r}$"):
            sort(bitonic(2), [2.0, 1.0], axis=axis)


@pytest.mark.parametrize(
    "sort",
    [diff_sort, soft_permutation, shuffled_sort, partial(vector_sort, key=abs)],
    ids=["sort", "permutation", "shuffled", "rows"],
)
def test_one_number_is_no_vector(xp, sort):
    with pytest.raises(DiffsortError, match=r"^x must (have|be) .*, got (shape \(\)|3\.0)"):
        sort(bitonic(2), xp.array(3.0))


@pytest.mark.parametrize("softmax", [None, "smoothmax", 3.0], ids=repr)
def test_what_is_no_soft_maximum_is_refused(softmax):
    with pytest.raises(DiffsortError, match=f"^softmax must be .*, got {softmax!r}"):
        diff_sort(bitonic(2), [2.0, 1.0], softmax)


@pytest.mark.parametrize(
    ("softmax", "dtype", "values"),
    [
        (LogSumExp(1e-4), "float16", [6e4] * 4),
        (LogSumExp(1e-39), "float32", [1e38, 3e38, 3e38, 2e38]),
        (LogSumExp(1e-299), "float64", [1.7976931348623157e308] * 4),
        (lambda a, b: a * a + b * b, "float32", [1e30, 2, 3, 4]),
        (lambda a, b: namespace(a).log(namespace(a).exp(a) + namespace(a).exp(b)), "float64", [1e3, 2, 3, 4]),
    ],
    ids=["float16", "float32", "float64", "squares", "the naive formula"],
)
def test_a_result_that_leaves_the_dtype_is_refused(xp, softmax, dtype, values):
    with pytest.raises(
        DiffsortError, match=f"^softmax must keep the values within {dtype}, got .*, under which they leave it$"
    ):
        xp.call(lambda x: diff_sort(bitonic(4), x, softmax), np.array(values, dtype))


def test_a_strong_log_sum_exp_leaves_no_dtype(dtype):
    most = np.finfo(dtype).max
    np.testing.assert_array_equal(diff_sort(bitonic(8), np.full(8, most)), most)


# The soft permutation


def test_a_soft_permutation_is_doubly_stochastic_and_sorts(xp, relaxation):
    if not relaxation.mixes:
        with pytest.raises(DiffsortError, match=r"^softmax must be a relaxation that mixes, such as SmoothMax, got "):
            soft_permutation(bitonic(4), xp.array(batch(4)), relaxation)
        return
    for n in (1, 6, 8) if xp.name == "numpy" else (3,):
        x = batch(n, 2)
        p = xp.call(lambda x, n=n: soft_permutation(bitonic(n), x, relaxation, axis=0), x)
        assert p.shape == (2, n, n)
        assert (p >= 0).all()
        np.testing.assert_allclose([p.sum(axis=-1), p.sum(axis=-2)], 1, rtol=0, atol=1e-12)
        sort = diff_sort(bitonic(n), x, relaxation, axis=0)
        np.testing.assert_allclose((p @ x.T[..., None])[..., 0].T, sort, rtol=0, atol=1e-12)


@pytest.mark.parametrize("kind", MIXING, ids=by_name)
def test_a_scale_free_soft_permutation_sorts(kind):
    x, relaxation = batch(3, 8), kind(2.0, scale_free=True)
    p = soft_permutation(bitonic(8), x, relaxation)
    np.testing.assert_allclose((p @ x[..., None])[..., 0], diff_sort(bitonic(8), x, relaxation), rtol=0, atol=1e-12)
    np.testing.assert_allclose(soft_permutation(bitonic(8), 1e3 * x - 7, relaxation), p, rtol=0, atol=1e-10)


@given(vector=arrays(float, 6, elements=st.floats(allow_nan=False, allow_infinity=False)), alpha=st.floats(0, 1e308))
def test_a_soft_permutation_is_one_for_any_finite_input(vector, alpha):
    p = soft_permutation(bitonic(6), vector, SmoothMax(alpha))
    assert ((p >= 0) & (p <= 1)).all()
    np.testing.assert_allclose([p.sum(axis=0), p.sum(axis=1)], 1, rtol=0, atol=1e-12)


def test_a_hard_soft_permutation_is_a_permutation():
    x = np.random.default_rng(0).permutation(13).astype(float)
    assert np.argmax(soft_permutation(bitonic(13), x, HARD), axis=1).tolist() == np.argsort(x).tolist()
    assert set(soft_permutation(bitonic(13), x, HARD).flat) == {0, 1}


@pytest.mark.parametrize("softmax", [softmax, LogSumExp(5.0), softmax_smooth, np.logaddexp])
def test_what_does_not_mix_has_no_soft_permutation(softmax):
    with pytest.raises(DiffsortError, match=r"^softmax must be a relaxation that mixes, such as SmoothMax, got "):
        soft_permutation(bitonic(4), [1.0, 2, 3, 4], softmax)


def test_a_soft_permutation_needs_to_know_the_wires():
    with pytest.raises(DiffsortError, match=r"^network must be a Network, such as bitonic\(8\), got list$"):
        soft_permutation(bitonic_matrices(4), [1.0, 2, 3, 4])


# Rows by a key, and by a comparison


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (0, [[80, -2], [30, 30], [5.966536, 8.973229], [1.033464, 5.026771]]),
        (1, [[30, 30], [5.911266, 8.927862], [1.156885, 5.065958], [79.931849, -1.993819]]),
    ],
)
def test_rows_are_sorted_by_a_column_as_in_the_seed(xp, form, column, expected):
    rows = xp.call(lambda x: vector_sort(form(4), x, lambda rows: rows[:, column], alpha=1.0), ROWS.astype(float))
    np.testing.assert_allclose(rows, expected, rtol=0, atol=5.01e-7)
    by_product = vector_sort(form(4), ROWS, lambda rows: rows @ [1 - column, column])
    np.testing.assert_allclose(by_product, rows, rtol=0, atol=1e-12)
    ascending = xp.call(lambda x: vector_sort(form(4), x, lambda rows: rows[:, column], descending=False), ROWS.astype(float))
    np.testing.assert_allclose(ascending, vector_sort(form(4), ROWS, lambda rows: -rows[:, column]), rtol=0, atol=1e-12)
    assert ascending[-1, column] > ascending[0, column]


def test_a_comparison_sort_gives_the_digits_of_the_seed(xp, form):
    x = np.random.RandomState(31).normal(0, 100, 8)

    def clamped(a, b):
        return namespace(a).sign(a**2 - b**2)  # to which the seed's tanh comes down

    sort = xp.call(lambda x: comparison_sort(form(8), x, clamped), x)
    expected = [184.935652, -79.102695, -77.712024, -76.319684, -41.475721, -33.336867, -21.859967, 8.109199]
    np.testing.assert_allclose(sort, expected, rtol=0, atol=5.01e-7)
    seeds = comparison_sort(form(8), x, lambda a, b: np.tanh(a**2 - b**2))
    np.testing.assert_allclose(seeds, expected, rtol=0, atol=5.01e-7)


def test_rows_of_one_number_are_sorted_as_numbers(xp):
    x = batch(8)
    expected = diff_sort(bitonic(8), x, SmoothMax(0.8))
    by_key = xp.call(lambda x: vector_sort(bitonic(8), x, lambda rows: rows, 0.8, descending=False), x)
    np.testing.assert_allclose(by_key, expected, rtol=0, atol=1e-12)
    by_pairs = xp.call(lambda x: comparison_sort(bitonic(8), x, lambda a, b: a - b, 0.8, 0.5, descending=False), x)
    np.testing.assert_allclose(by_pairs, expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("n", [1, 4])
def test_images_are_sorted_whole(xp, n):
    images = batch(n, 3, 2)
    brightness = images.mean(axis=(1, 2))
    bright_first = images[np.argsort(-brightness)]

    def mean(x):
        return namespace(x).mean(namespace(x).reshape(x, (x.shape[0], 6)), axis=1)

    by_key = xp.call(lambda x: vector_sort(bitonic(n), x, mean, alpha=1e6), images)
    by_pairs = xp.call(lambda x: comparison_sort(bitonic(n), x, lambda a, b: mean(a) - mean(b), alpha=1e4), images)
    np.testing.assert_allclose([by_key, by_pairs], [bright_first] * 2, rtol=0, atol=1e-9)
    per_pixel = xp.call(lambda x: comparison_sort(bitonic(n), x, lambda a, b: a - b, alpha=1e4), images)
    np.testing.assert_allclose(per_pixel, -np.sort(-images, axis=0), rtol=0, atol=1e-9)
    soft = xp.call(lambda x: vector_sort(bitonic(n), x, mean), images)
    np.testing.assert_allclose(soft.sum(axis=0), images.sum(axis=0), rtol=0, atol=1e-12)


@pytest.mark.parametrize("alpha", [0.0, 1.0, 1e300])
def test_keys_and_rows_of_any_size_are_sorted(xp, alpha):
    rows = np.array([[1, -1.7e308], [-1.7e308, 3], [1.7e308, 1.7e308], [1e300, 5]])
    for sort in (vector_sort, comparison_sort):
        by = (lambda rows: rows[:, 0]) if sort is vector_sort else (lambda a, b: a[:, 0] / 2 - b[:, 0] / 2)
        result = xp.call(lambda x, sort=sort, by=by: sort(bitonic(4), x, by, alpha), rows)
        assert np.isfinite(result).all()
        if alpha:
            np.testing.assert_allclose(result, rows[[2, 3, 0, 1]])


def test_the_rows_that_came_in_are_left_alone(form):
    rows = ROWS.astype(float)
    vector_sort(form(4), rows, lambda rows: rows[:, 0])
    comparison_sort(form(4), rows, lambda a, b: a - b)
    np.testing.assert_array_equal(rows, ROWS)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: vector_sort(bitonic(4), ROWS, lambda rows: rows[:, 0], np.nan), "alpha must be a number, got nan"),
        (lambda: vector_sort(bitonic(4), ROWS, lambda rows: rows[:, 0] / 0), r"key must hold finite numbers, got (-?inf|nan)"),
        (lambda: vector_sort(bitonic(4), ROWS, lambda rows: "key"), "key must hold real numbers, got 'key'"),
        (lambda: vector_sort(bitonic(4), ROWS, lambda rows: rows[:1, 0]), "key must .*"),
        (
            lambda: vector_sort(bitonic(4), ROWS[:3], lambda rows: rows[:, 0]),
            r"x must have n = 4 values along axis 0, .*, got 3",
        ),
        (lambda: vector_sort(bitonic(4), [], lambda rows: rows), r"x must hold at least one value, got none"),
        (lambda: comparison_sort(bitonic(4), ROWS, lambda a, b: a - b, "a"), "alpha must be a number, got 'a'"),
        (lambda: comparison_sort(bitonic(4), ROWS, lambda a, b: a - b, scale=np.nan), "scale must be a number, got nan"),
        (lambda: comparison_sort(bitonic(4), ROWS, lambda a, b: a - b, scale="a"), "scale must be a number, got 'a'"),
        (lambda: comparison_sort(bitonic(4), ROWS, lambda a, b: a * np.inf), "compare_fn must hold finite numbers, got"),
    ],
)
@pytest.mark.filterwarnings("ignore:(divide by zero|invalid value):RuntimeWarning")
def test_bad_keys_and_comparisons_are_refused(call, message):
    with pytest.raises(DiffsortError, match=f"^{message}"):
        call()


# What is built on these


@pytest.mark.parametrize("beta", [0, 0.25, 1])
@pytest.mark.parametrize("softmax", [np.maximum, smoothmax], ids=["hard", "smoothmax"])
def test_a_weave_is_tempered_by_beta(xp, x, beta, softmax):
    first, *fused = [beta * np.eye(8) + (1 - beta) * matrix for matrix in bitonic_woven_matrices(8)]
    values = first @ x
    for matrix in fused:
        high = softmax(values[:4], values[4:])
        values = matrix @ np.concatenate([values[:4] + values[4:] - high, high])
    woven = xp.call(lambda x: diff_sort_weave(bitonic_woven_matrices(8), x, softmax, beta), x)
    np.testing.assert_allclose(woven, values, rtol=0, atol=1e-12)


def test_a_weave_without_beta_is_a_hard_sort(x):
    np.testing.assert_array_equal(diff_sort_weave(bitonic_woven_matrices(8), x), np.sort(x))


@pytest.mark.parametrize("beta", [-0.1, 1.1, np.nan, "a"], ids=repr)
def test_beta_lies_in_0_to_1(x, beta):
    with pytest.raises(DiffsortError, match=rf"^beta must be a number in \[0, 1\], got {beta!r}$"):
        diff_sort_weave(bitonic_woven_matrices(8), x, beta=beta)


@pytest.mark.parametrize(
    "fused", [bitonic(8), bitonic_matrices(8), bitonic_indices(8), None], ids=lambda form: type(form).__name__
)
def test_only_woven_matrices_can_be_tempered(x, fused):
    with pytest.raises(DiffsortError, match=r"^(fused|network) must be .*, got "):
        diff_sort_weave(fused, x)


def test_a_form_whose_layers_do_not_fit_is_refused():
    with pytest.raises(DiffsortError, match=r"^network must be .*"):
        diff_sort(bitonic_matrices(4) + bitonic_matrices(8), [1.0, 2, 3, 4])


def test_a_sort_runs_through_a_transform(xp, x):
    above_0 = x + 2
    soft = xp.call(lambda x: sort_through(bitonic(8), x, namespace(x).log, namespace(x).exp, smoothmax), above_0)
    np.testing.assert_allclose(soft, np.exp(diff_sort(bitonic(8), np.log(above_0), smoothmax)), rtol=1e-12)
    np.testing.assert_allclose(sort_through(bitonic(8), above_0, np.log, np.exp, HARD), np.sort(above_0), rtol=1e-14)


def test_a_shuffled_sort_is_the_mean_over_orders(xp, x):
    rng = np.random.default_rng(7)
    each = [diff_sort(bitonic(8), x[rng.permutation(8)], smoothmax) for _ in range(5)]
    shuffled = xp.call(lambda x: shuffled_sort(bitonic(8), x, smoothmax, repeats=5, seed=7), x)
    np.testing.assert_allclose(shuffled, np.mean(each, axis=0), rtol=0, atol=1e-12)


def test_a_shuffled_sort_varies_less_over_the_orders_of_its_input():
    rng = np.random.default_rng(0)
    orders = [rng.permutation(np.arange(8.0)) for _ in range(60)]
    plain = np.var([diff_sort(bitonic(8), order, smoothmax) for order in orders], axis=0).sum()
    shuffled = np.var([shuffled_sort(bitonic(8), order, smoothmax, repeats=16) for order in orders], axis=0).sum()
    assert shuffled < plain / 8


@pytest.mark.parametrize("repeats", [0, -1, 2.5, "8"], ids=repr)
def test_repeats_is_a_whole_number(x, repeats):
    with pytest.raises(DiffsortError, match=rf"^repeats must be a whole number of at least 1, got {repeats!r}$"):
        shuffled_sort(bitonic(8), x, repeats=repeats)


@pytest.mark.parametrize("shape", [(8, 2), (2, 8), (8, 1)])
def test_only_a_vector_is_shuffled(shape):
    with pytest.raises(DiffsortError, match=rf"^x must be one-dimensional, got shape {re.escape(str(shape))}$"):
        shuffled_sort(bitonic(8), np.ones(shape))


def test_straight_through_has_hard_values_and_soft_derivatives(xp):
    def through(x):
        return straight_through(diff_sort(bitonic(2), x, HARD), diff_sort(bitonic(2), x, smoothmax))

    x = batch(2)
    np.testing.assert_allclose(xp.call(through, x), np.sort(x), rtol=0, atol=1e-13)
    if xp.differentiates:
        np.testing.assert_allclose(xp.jacobian(through, x), sort_jacobian(bitonic(2), x, smoothmax), rtol=0, atol=1e-13)


def test_a_key_gives_one_number_for_each_row():
    with pytest.raises(DiffsortError, match=r"^key must give a number for each of 2 rows, got shape \(2, 3\)$"):
        vector_sort(bitonic(4), np.ones((4, 3)), lambda rows: rows)


def test_plain_tuples_of_index_arrays_are_a_form(x):
    np.testing.assert_array_equal(diff_sort([tuple(layer) for layer in bitonic_indices(8)], x), diff_sort(bitonic(8), x))
