from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import norm

from diffsort_core import (
    HARD,
    Cauchy,
    DiffsortError,
    Gaussian,
    LogSumExp,
    NormalizedLogSumExp,
    Optimal,
    Reciprocal,
    SmoothMax,
    SoftmaxSmooth,
)
from diffsort_core.backends import namespace

GRID = np.concatenate([np.linspace(-20, 20, 21), [0.1, 1e-9, -3.3]])
A, B = (side.ravel() for side in np.meshgrid(GRID, GRID))
ABOVE_0 = np.array([1e-9, 0.1, 0.7, 1, 3, 8.5, 30])
HIGH, HIGHER = (side.ravel() for side in np.meshgrid(ABOVE_0, ABOVE_0))
MIXING = [SmoothMax, Cauchy, Reciprocal, Optimal, Gaussian]
KINDS = [*MIXING, LogSumExp]
SHIFTING = [*KINDS, partial(SoftmaxSmooth, smooth=0.3)]
STRENGTHS = [-5, -0.5, 0.3, 1, 5]


def optimal(d):
    """Petersen et al. 2022: 1/2 + d, up to where its error is largest; then that error is kept."""
    far = np.where(np.abs(d) > 0.25, d, 1.0)
    return np.where(np.abs(d) <= 0.25, 0.5 + d, np.where(d > 0, 1 - 1 / (16 * far), -1 / (16 * far)))


SHARE_OF_A = {  # as sigmoids of d = alpha (a - b): Petersen et al. 2021 and 2022
    SmoothMax: lambda d: 1 / (1 + np.exp(-d)),
    Cauchy: lambda d: 0.5 + np.arctan(d) / np.pi,
    Reciprocal: lambda d: (1 + d / (2 + np.abs(d))) / 2,
    Optimal: optimal,
    Gaussian: norm.cdf,
}


def both(relaxation, xp, a=A, b=B):
    """The soft minima and maxima as an array (2, size)."""
    return xp.call(lambda a, b: namespace(a).stack(relaxation.exchange(a, b)), a, b)


def over_gaps(relaxation):
    """a = 0, b = gap: from tiny gaps to where every relaxation is as good as hard."""
    gaps = np.concatenate([np.linspace(0, 20, 20_001), np.logspace(1.3, 5, 1000)]) / abs(relaxation.alpha)
    return np.zeros_like(gaps), gaps


def by_name(kind):
    return getattr(kind, "__name__", "SoftmaxSmooth")


@pytest.mark.parametrize("alpha", STRENGTHS)
@pytest.mark.parametrize(("kind", "share"), SHARE_OF_A.items(), ids=by_name)
def test_a_soft_maximum_that_mixes_gives_a_the_share_that_its_sigmoid_says(xp, kind, share, alpha):
    of_a = share(alpha * (A - B))
    low, high = both(kind(alpha), xp)
    np.testing.assert_allclose(high, of_a * A + (1 - of_a) * B, rtol=0, atol=1e-12)
    np.testing.assert_allclose(low, of_a * B + (1 - of_a) * A, rtol=0, atol=1e-12)
    np.testing.assert_allclose(xp.call(kind(alpha).weight, A, B), of_a, rtol=0, atol=1e-13)


@pytest.mark.parametrize(("kind", "share"), SHARE_OF_A.items(), ids=by_name)
def test_no_gap_is_missed(kind, share):
    a, b = over_gaps(kind(1.0))
    with np.errstate(over="ignore"):
        of_a = share(a - b)
    np.testing.assert_allclose(kind(1.0).weight(a, b), of_a, rtol=1e-9, atol=1e-16)
    np.testing.assert_allclose(kind(1.0).exchange(a, b)[0], of_a * b, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("alpha", STRENGTHS)
def test_log_sum_exp_is_its_formula(xp, alpha):
    formula = np.log(np.exp(alpha * A) + np.exp(alpha * B)) / alpha
    np.testing.assert_allclose(both(LogSumExp(alpha), xp), [A + B - formula, formula], rtol=0, atol=1e-12)


@pytest.mark.parametrize("alpha", [0.3, 1, 5, -2])
@pytest.mark.parametrize("normalize", [0.25, 1])
def test_normalized_log_sum_exp_is_its_formula(xp, alpha, normalize):
    a, b = np.copysign(HIGH, alpha), np.copysign(HIGHER, alpha)
    formula = np.log(np.exp(alpha * a) + np.exp(alpha * b) - normalize) / alpha
    answer = both(NormalizedLogSumExp(alpha, normalize), xp, a, b)
    np.testing.assert_allclose(answer, [a + b - formula, formula], rtol=0, atol=1e-12)


@pytest.mark.parametrize("smooth", [0, 0.05, 0.5, 1])
@pytest.mark.parametrize("alpha", [-2, 0.5, 1])
def test_softmax_smooth_is_its_formula(xp, alpha, smooth):
    a, b = (1 - smooth / 2) * A + smooth / 2 * B, (1 - smooth / 2) * B + smooth / 2 * A
    formula = (np.log(np.exp(alpha * a) + np.exp(alpha * b)) - np.log1p(smooth)) / alpha
    np.testing.assert_allclose(both(SoftmaxSmooth(alpha, smooth), xp), [A + B - formula, formula], rtol=0, atol=1e-12)


def test_the_sum_is_kept(xp, above_0):
    low, high = both(above_0, xp, HIGH, HIGHER)
    np.testing.assert_allclose(low + high, HIGH + HIGHER, rtol=0, atol=1e-13)


def test_the_order_of_the_arguments_does_not_matter(xp, above_0):
    np.testing.assert_array_equal(both(above_0, xp, HIGH, HIGHER), both(above_0, xp, HIGHER, HIGH))


def test_a_relaxation_that_mixes_says_so_with_weights_in_0_to_1(xp, relaxation):
    low, high = np.sort(relaxation.exchange(A, B), axis=0)
    inside = np.all(low >= np.minimum(A, B)) and np.all(high <= np.maximum(A, B))
    assert inside == (relaxation.mixes or relaxation == SoftmaxSmooth(smooth=1.0))  # which is the mean, and nothing else
    if relaxation.mixes:
        weight = xp.call(relaxation.weight, A, B)
        assert ((weight >= 0) & (weight <= 1)).all()
        np.testing.assert_allclose(weight * A + (1 - weight) * B, xp.call(relaxation, A, B), rtol=0, atol=1e-13)
        np.testing.assert_allclose(xp.call(relaxation.weight, B, A), 1 - weight, rtol=0, atol=1e-15)


@pytest.mark.parametrize("kind", [LogSumExp, SoftmaxSmooth, partial(SoftmaxSmooth, smooth=1.0), NormalizedLogSumExp])
def test_what_does_not_mix_has_no_weights(kind):
    with pytest.raises(
        DiffsortError, match=r"^softmax must be a relaxation that mixes, got .*\(alpha=2\.0.*, which has no mix"
    ):
        kind(2.0).weight(A, B)


@pytest.mark.parametrize("alpha", [0.3, 1, 7])
@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
def test_a_monotone_relaxation_has_no_negative_derivative_and_any_other_has_one(kind, alpha):
    relaxation = kind(alpha)
    by_lesser, by_greater = relaxation.derivative(*over_gaps(relaxation))
    least = min(by_lesser.min(), by_greater.min())
    assert least >= -1e-16 if relaxation.monotone else least < -0.05
    rises = np.diff(relaxation(np.linspace(-30, 30, 10_001) / alpha, np.zeros(10_001)))  # the values say the same
    assert (rises >= -1e-13).all() == relaxation.monotone


@pytest.mark.parametrize("alpha", [-2, 0.3, 1, 7])
@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_the_bound_holds_and_is_the_least_one(kind, alpha):
    relaxation = kind(alpha)
    a, b = over_gaps(relaxation)
    far = np.abs(relaxation.exchange(a, b) - np.array(HARD.exchange(a, b)[:: int(np.sign(alpha))])) * abs(alpha)
    assert far.max() <= relaxation.bound * (1 + 1e-9)
    np.testing.assert_allclose(far.max(), relaxation.bound, atol=1e-3 if kind in (Reciprocal, Cauchy) else 1e-6)


def test_normalize_takes_the_surplus_away_within_the_bound_of_log_sum_exp():
    relaxation = NormalizedLogSumExp(2.0)
    surplus = (relaxation(HIGH, HIGHER) - np.maximum(HIGH, HIGHER)) * 2
    assert (surplus >= -1e-14).all()
    assert relaxation.bound - 1e-6 < surplus.max() <= relaxation.bound + 1e-14


def test_softmax_smooth_has_no_bound():
    assert SoftmaxSmooth(smooth=0.3).bound == np.inf
    far = np.array([0.0, 1e6])
    assert HARD(*far) - SoftmaxSmooth(smooth=0.3)(*far) > 1e5


@pytest.mark.parametrize("relaxation", [*(kind(0.0) for kind in MIXING), SoftmaxSmooth(smooth=1.0)], ids=repr)
def test_alpha_0_is_exactly_the_mean(xp, relaxation):
    np.testing.assert_array_equal(both(relaxation, xp), [(A + B) / 2] * 2)
    assert (relaxation.derivative(A, B) == np.full((2, A.size), 0.5)).all()


@pytest.mark.parametrize("alpha", [0.3, 2.0, np.inf])
@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
def test_a_negative_alpha_swaps_minimum_and_maximum(xp, kind, alpha):
    np.testing.assert_allclose(both(kind(-alpha), xp), both(kind(alpha), xp)[::-1], rtol=0, atol=1e-13)
    np.testing.assert_allclose(np.add(kind(-alpha).derivative(A, B), kind(alpha).derivative(A, B)), 1, rtol=0, atol=1e-15)
    if kind(alpha).mixes:
        np.testing.assert_allclose(kind(-alpha).weight(A, B) + kind(alpha).weight(A, B), 1, rtol=0, atol=1e-15)


@pytest.mark.parametrize("kind", [*KINDS, NormalizedLogSumExp, SoftmaxSmooth], ids=by_name)
def test_alpha_infinity_is_the_hard_minimum_and_maximum(xp, kind, dtype):
    limits = np.finfo(dtype)
    least = limits.tiny if xp.name in ("jax", "tensorflow") else limits.smallest_subnormal  # which to those may be zero
    edges = np.array([limits.max, limits.min, limits.tiny, -limits.tiny, 3 * least, 2 * least, 0, 1], dtype)
    a, b = (side.ravel() for side in np.meshgrid(edges, edges))
    np.testing.assert_array_equal(both(kind(np.inf), xp, a, b), [np.minimum(a, b), np.maximum(a, b)])
    np.testing.assert_array_equal(both(kind(-np.inf), xp, a, b), [np.maximum(a, b), np.minimum(a, b)])
    assert kind(np.inf).is_hard
    assert not kind(1e300).is_hard


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
@given(data=st.data())
def test_alpha_infinity_is_bit_for_bit_what_numpy_says(kind, dtype, any_finite, data):
    a, b = data.draw(arrays(dtype, (2, 4), elements=any_finite))
    low, high = kind(np.inf).exchange(a, b)
    assert low.tobytes() == np.minimum(a, b).tobytes()
    assert high.tobytes() == np.maximum(a, b).tobytes()


def test_a_softer_soft_maximum_at_infinity_is_still_soft():
    assert not SoftmaxSmooth(np.inf, smooth=0.5).is_hard
    np.testing.assert_array_equal(SoftmaxSmooth(np.inf, smooth=0.5).exchange(*np.array([0.0, 4.0])), (1, 3))


ALPHAS = st.floats(0, 1e308) | st.floats(-1e308, 0) | st.sampled_from([np.inf, -np.inf, 5e-324, 1e-308, 1e308])
ANY_RELAXATION = st.one_of(
    st.builds(lambda kind, alpha: kind(alpha), st.sampled_from(MIXING), ALPHAS),
    st.builds(LogSumExp, st.floats(1e-3, np.inf) | st.floats(-np.inf, -1e-3)),
    st.builds(SoftmaxSmooth, st.floats(1e-3, 1e308), st.floats(0, 1)),
)


@given(relaxation=ANY_RELAXATION, data=st.data())
def test_every_finite_pair_has_a_finite_answer_in_its_own_dtype(dtype, any_finite, relaxation, data):
    a, b = data.draw(arrays(dtype, (2, 4), elements=any_finite))
    answers = [*relaxation.exchange(a, b), *relaxation.derivative(a, b)]
    if relaxation.mixes:
        answers.append(relaxation.weight(a, b))
        assert ((answers[-1] >= 0) & (answers[-1] <= 1)).all()
        inside = np.clip(answers[:2], np.minimum(a, b), np.maximum(a, b))
        assert (abs(answers[:2] - inside) <= 2 * np.finfo(dtype).smallest_subnormal).all()
    assert np.isfinite(answers).all()
    assert {answer.dtype for answer in answers} == {np.dtype(dtype)}


@pytest.mark.parametrize("alpha", [1e-30, 1.0, 1e30, 1e300])
@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
def test_the_extremes_of_a_dtype_have_finite_answers_in_every_library(xp, kind, dtype, alpha):
    relaxation, limits = kind(alpha if kind(1.0).mixes else max(alpha, 1e-3)), np.finfo(dtype)
    edges = np.array([limits.max, limits.min, limits.max / 2, limits.tiny, 0, 1, -3], dtype)
    a, b = (side.ravel() for side in np.meshgrid(edges, edges))
    answers, expected = both(relaxation, xp, a, b), np.array(relaxation.exchange(a, b))
    size = np.abs([a, b, *expected]).max(axis=0)
    assert answers.dtype == dtype
    assert np.isfinite(answers).all()
    assert (abs(answers / 2 - expected / 2) <= 4 * limits.eps * size + limits.tiny).all()


@pytest.mark.filterwarnings("ignore:overflow encountered:RuntimeWarning")  # autograd's own, on its way back
@pytest.mark.parametrize(("dtype", "alpha"), [(np.float32, 1e30), (np.float64, 1.0)])
@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
def test_gradients_are_finite_far_beyond_where_exponentials_end(autodiff, kind, dtype, alpha):
    relaxation, most = kind(alpha), np.finfo(dtype).max / 64
    a, b = (side.ravel() for side in np.meshgrid([most, -most, 1, 0], [-most / 2, 1e3, -3, 0.5]))
    pair = np.array([a, b], dtype)
    gradient = autodiff.jacobian(partial(of_sum, relaxation), pair)
    np.testing.assert_allclose(gradient, relaxation.derivative(*pair), rtol=0, atol=100 * np.finfo(dtype).eps)


def of_sum(relaxation, pair):
    return namespace(pair).sum(relaxation(pair[0], pair[1]))


def test_derivatives_are_those_of_each_library(autodiff, above_0):
    a, b = HIGH, HIGHER
    if above_0.is_hard:  # at a hard tie a library takes the derivative of one side
        a, b = a[a != b], b[a != b]
    gradient = autodiff.jacobian(lambda pair: of_sum(above_0, pair), np.stack([a, b]))
    np.testing.assert_allclose(above_0.derivative(a, b), gradient, rtol=0, atol=1e-12)


def test_derivatives_are_finite_differences(above_0):
    a, b = HIGH[HIGH != HIGHER] + 0.01, HIGHER[HIGH != HIGHER] + 0.01
    step = 1e-5
    by_a = (above_0(a + step, b) - above_0(a - step, b)) / (2 * step)
    by_b = (above_0(a, b + step) - above_0(a, b - step)) / (2 * step)
    np.testing.assert_allclose(above_0.derivative(a, b), [by_a, by_b], rtol=0, atol=1e-7)


def test_derivatives_add_up_to_1_and_at_a_tie_are_halves(xp, relaxation):
    by_a, by_b = (xp.call(lambda a, b, side=side: relaxation.derivative(a, b)[side], A, B) for side in (0, 1))
    np.testing.assert_allclose(by_a + by_b, 1, rtol=0, atol=1e-15)
    assert (by_a[A == B] == 0.5).all()


def test_under_normalize_the_derivatives_add_up_to_more_than_1():
    assert (np.sum(NormalizedLogSumExp().derivative(ABOVE_0, ABOVE_0[::-1]), axis=0) > 1).all()


def test_the_arguments_are_left_as_they_were(above_0):
    a, b = HIGH.copy(), HIGHER.copy()
    results = [*above_0.exchange(a, b), above_0(a, b), *above_0.derivative(a, b)]
    np.testing.assert_array_equal([a, b], [HIGH, HIGHER])
    assert not any(np.shares_memory(result, side) for result in results for side in (a, b))


def test_a_number_and_an_array_meet(relaxation):
    answers = relaxation.exchange(np.array([1.0, 4.0]), np.float64(2.0))
    np.testing.assert_array_equal(answers, relaxation.exchange(np.array([1.0, 4.0]), np.array([2.0, 2.0])))
    for place, a in enumerate(np.array([1.0, 4.0])):
        np.testing.assert_allclose(relaxation.exchange(a, np.float64(2.0)), np.array(answers)[:, place], rtol=0, atol=1e-15)


@pytest.mark.parametrize("kind", [SmoothMax, LogSumExp])
@pytest.mark.parametrize("alpha", [-0.7, 0.7, 2])
def test_an_analytic_relaxation_holds_for_complex_numbers(xp, kind, alpha):
    a, b = A / 10 + 0.3j * B, B / 10 - 0.1j * A
    low, high = both(kind(alpha), xp, a, b)
    top, bottom = np.exp(alpha * a), np.exp(alpha * b)
    if kind is SmoothMax:
        np.testing.assert_allclose(high, (a * top + b * bottom) / (top + bottom), rtol=0, atol=1e-11)
    else:  # a logarithm has many branches
        np.testing.assert_allclose(np.exp(alpha * high), top + bottom, rtol=0, atol=1e-12)
    np.testing.assert_allclose(low + high, a + b, rtol=0, atol=1e-12)


@pytest.mark.parametrize("scale_free", [False, True])
def test_a_relaxation_can_be_read_back_from_its_repr(above_0, scale_free):
    kind, told = type(above_0), repr(replace(above_0, scale_free=scale_free))
    assert eval(told, {kind.__name__: kind, "inf": np.inf}) == replace(above_0, scale_free=scale_free)
    assert ("scale_free" in told) == scale_free


def test_relaxations_of_one_kind_and_strength_are_one():
    assert len({SmoothMax(2), SmoothMax(np.float32(2)), SmoothMax(alpha=2.0)}) == 1
    assert len({SmoothMax(2), Cauchy(2), SmoothMax(2, scale_free=True), LogSumExp(2), NormalizedLogSumExp(2)}) == 5


@pytest.mark.parametrize("kind", [*KINDS, NormalizedLogSumExp, SoftmaxSmooth], ids=by_name)
@pytest.mark.parametrize("alpha", [np.nan, "strong", None, [1.0], 1j], ids=repr)
def test_alpha_must_be_a_number(kind, alpha):
    with pytest.raises(DiffsortError, match=r"^alpha must be a number, got (nan|'strong'|None|\[1\.0\]|1j)$"):
        kind(alpha)


@pytest.mark.parametrize("kind", [LogSumExp, NormalizedLogSumExp, SoftmaxSmooth])
@pytest.mark.parametrize("alpha", [0, -0.0, 1e-310])
def test_log_sum_exp_refuses_alpha_0(kind, alpha):
    with pytest.raises(DiffsortError, match=r"^alpha must not be 0 for softmax \(log-sum-exp\), which diverges there, got "):
        kind(alpha)


@pytest.mark.parametrize(("kind", "name"), [(NormalizedLogSumExp, "normalize"), (SoftmaxSmooth, "smooth")])
@pytest.mark.parametrize("value", [-0.1, 1.1, np.nan, "a"], ids=repr)
def test_a_share_must_lie_in_0_to_1(kind, name, value):
    with pytest.raises(DiffsortError, match=rf"^{name} must be a number in \[0, 1\], got "):
        kind(1.0, value)


@example(np.array([5e-324, 1.7e308]), 1e308)
@given(arrays(float, 2, elements=st.floats(-1e308, 1e308)), st.floats(0, 1e308))
def test_scale_free_means_nothing_to_one_pair(pair, alpha):
    np.testing.assert_array_equal(SmoothMax(alpha, scale_free=True).exchange(*pair), SmoothMax(alpha).exchange(*pair))


def test_a_relaxation_takes_two_plain_numbers():
    assert float(SmoothMax(np.inf)(1.0, 2)) == 2
    assert float(LogSumExp()(1, 2)) == pytest.approx(2.313262, abs=5e-7)
