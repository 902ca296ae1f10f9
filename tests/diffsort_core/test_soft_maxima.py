from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import (
    HARD,
    Cauchy,
    DiffsortError,
    LogSumExp,
    NormalizedLogSumExp,
    SmoothMax,
    SoftmaxSmooth,
    bitonic,
    diff_sort,
    rank_vjp,
    smoothmax,
    softmax,
    softmax_smooth,
)
from diffsort_core.backends import namespace
from diffsort_core.soft_maxima import as_relaxation, derivative, exchange_by

A, B = (
    side.ravel()
    for side in np.meshgrid(*[np.concatenate([np.linspace(-20, 20, 21), [0.1, 1e-9, -3.3]])] * 2)
)
KNOWN = {
    softmax: LogSumExp(1.0),
    smoothmax: SmoothMax(1.0),
    softmax_smooth: SoftmaxSmooth(1.0, 0.0),
    partial(softmax, alpha=3.0): LogSumExp(3.0),
    partial(softmax, alpha=3.0, normalize=0.0): LogSumExp(3.0),
    partial(smoothmax, alpha=-0.4): SmoothMax(-0.4),
    partial(smoothmax, alpha=0): SmoothMax(0.0),
    partial(softmax_smooth, smooth=0.5): SoftmaxSmooth(1.0, 0.5),
    np.maximum: HARD,
    Cauchy(7.0): Cauchy(7.0),
}


@pytest.mark.parametrize(
    ("function", "relaxation"),
    KNOWN.items(),
    ids=[repr(relaxation) for relaxation in KNOWN.values()],
)
def test_known_soft_maxima_are_recognised(function, relaxation):
    assert as_relaxation(function) == relaxation
    np.testing.assert_array_equal(function(A, B), relaxation(A, B))


def test_softmax_with_normalize_is_recognised_and_takes_away_what_two_zeros_have_too_much():
    assert as_relaxation(partial(softmax, alpha=2.0, normalize=0.5)) == NormalizedLogSumExp(
        2.0, 0.5
    )
    assert softmax(0.0, 0.0, normalize=1) == 0
    a, b = np.abs(A), np.abs(B)
    np.testing.assert_allclose(
        softmax(a, b, 2.0, 0.5), np.log(np.exp(2 * a) + np.exp(2 * b) - 0.5) / 2, rtol=0, atol=1e-12
    )
    assert (softmax(a, b, normalize=1) <= a + b + 1e-14).all()


@pytest.mark.parametrize(
    "own",
    [
        lambda a, b: softmax(a, b, 2.0),
        partial(softmax, 3.0),
        partial(np.maximum),
        partial(max),
        np.add,
    ],
)
def test_a_callable_of_the_users_own_is_no_relaxation(own):
    assert as_relaxation(own) is None


def test_a_callable_need_not_be_hashable():
    class Own:
        __hash__ = None

        def __call__(self, a, b):
            return np.maximum(a, b)

    assert as_relaxation(Own()) is None


def test_a_plain_callable_gives_what_the_closed_form_gives(xp):
    def own(a, b):
        return softmax(a, b, 2.0)

    def both(a, b):
        return namespace(a).stack(exchange_by(own, namespace(a), a, b))

    np.testing.assert_allclose(
        xp.call(both, A, B), LogSumExp(2.0).exchange(A, B), rtol=0, atol=2e-14
    )
    np.testing.assert_allclose(
        derivative(own, A, B), LogSumExp(2.0).derivative(A, B), rtol=0, atol=1e-13
    )
    assert (
        derivative(LogSumExp(2.0), A, B)[0].tolist() == LogSumExp(2.0).derivative(A, B)[0].tolist()
    )


def test_the_sum_is_kept_for_a_callable_that_is_far_above_both():
    low, high = exchange_by(lambda a, b: a + b + 1e3, namespace(A), A, B)
    np.testing.assert_allclose(low + high, A + B, rtol=0, atol=1e-12)


@pytest.mark.parametrize("function", [softmax, smoothmax, softmax_smooth])
def test_smoothmax_stays_below_the_maximum_and_log_sum_exp_above(xp, function):
    soft, hard = xp.call(function, A, B), np.maximum(A, B)
    assert (soft <= hard).all() if function is smoothmax else (soft >= hard).all()
    assert np.abs(soft - hard).max() > 0.2


@pytest.mark.parametrize("function", [softmax, smoothmax, softmax_smooth])
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_soft_maxima_keep_the_library_the_dtype_and_the_shape(xp, function, dtype):
    a, b = xp.array([[1, 2], [3, 4]], dtype), xp.array([[2, 2], [0, -1]], dtype)
    result = function(a, b)
    assert type(result) is type(a)
    assert result.dtype == a.dtype
    np.testing.assert_allclose(
        xp.numpy(result), function(*map(xp.numpy, (a, b))), rtol=4 * np.finfo(dtype).eps
    )


@pytest.mark.parametrize("function", [softmax, smoothmax, softmax_smooth])
def test_an_array_of_a_library_meets_one_of_numpy(xp, function):
    for left, right in (
        (2.0, xp.array([1.0, 4])),
        (xp.array([1.0, 4]), 2.0),
        (np.array([2.0, 2]), xp.array([1.0, 4])),
    ):
        np.testing.assert_allclose(
            xp.numpy(function(left, right)), function(np.array([1.0, 4]), 2.0), rtol=0, atol=1e-15
        )


@pytest.mark.parametrize("function", [softmax, smoothmax, softmax_smooth])
def test_one_argument_may_be_held_still_while_the_other_is_differentiated(autodiff, function):
    by_a, by_b = as_relaxation(function).derivative(np.array([1.0]), np.array([2.0]))
    np.testing.assert_allclose(
        autodiff.jacobian(lambda a: function(a, np.array([2.0])), [1.0]), [by_a], rtol=0, atol=1e-15
    )
    np.testing.assert_allclose(
        autodiff.jacobian(lambda b: function(np.array([1.0]), b), [2.0]), [by_b], rtol=0, atol=1e-15
    )


def test_whole_numbers_and_lists_are_computed_in_float64():
    for function in (softmax, smoothmax, softmax_smooth):
        np.testing.assert_array_equal(
            function([1, 2], np.array([3, 2])), function(np.array([1.0, 2]), np.array([3.0, 2]))
        )
        assert function(1, True).dtype == np.float64


@given(
    pair=arrays(float, (2, 3), elements=st.floats(-1.7e308, 1.7e308)), alpha=st.floats(1e-3, 1e308)
)
def test_no_number_is_too_large(pair, alpha):
    for soft in (softmax(*pair, alpha), smoothmax(*pair, alpha), smoothmax(*pair, -alpha)):
        assert (soft >= pair.min(axis=0) - 1e-323).all()
        assert (soft <= pair.max(axis=0) + 1e3).all()


@pytest.mark.parametrize("alpha", [-0.5, 1.0, 2.0])
def test_complex_numbers_follow_the_formula(xp, alpha):
    a, b = A / 10 + 0.3j * B, B / 10 - 0.1j * A
    top, bottom = np.exp(alpha * a), np.exp(alpha * b)
    naive = (a * top + b * bottom) / (top + bottom)
    np.testing.assert_allclose(
        xp.call(lambda a, b: smoothmax(a, b, alpha), a, b), naive, rtol=0, atol=1e-11
    )
    soft = xp.call(lambda a, b: softmax(a, b, alpha), a, b)
    np.testing.assert_allclose(np.exp(alpha * soft), top + bottom, rtol=0, atol=1e-12)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: smoothmax(1.0, 2.0, np.nan), r"alpha must be a number, got nan"),
        (lambda: smoothmax(1.0, 2.0, "a"), r"alpha must be a number, got 'a'"),
        (
            lambda: softmax(1.0, 2.0, alpha=0),
            r"alpha must not be 0 for softmax \(log-sum-exp\), which diverges there, got 0",
        ),
        (lambda: softmax(1.0, 2.0, normalize=2), r"normalize must be a number in \[0, 1\], got 2"),
        (lambda: softmax_smooth(1.0, 2.0, -0.1), r"smooth must be a number in \[0, 1\], got -0\.1"),
        (lambda: softmax_smooth(1.0, 2.0, np.nan), r"smooth must be a number in \[0, 1\], got nan"),
        (lambda: softmax(np.inf, 2.0), r"a must hold finite numbers, got inf in inf"),
        (
            lambda: smoothmax(1.0, [2.0, np.nan]),
            r"b must hold finite numbers, got nan in \[ 2\., nan\]",
        ),
        (lambda: smoothmax(1.0, "b"), r"b must hold real numbers, got 'b' of dtype <U1"),
        (
            lambda: softmax_smooth(1j, 2.0),
            r"a must hold real numbers, got 0\.\+1\.j of dtype complex128",
        ),
        (
            lambda: softmax(-2.0, -1.0, normalize=1),
            r"a times alpha must not be negative where normalize is not 0, got -2\.0",
        ),
        (
            lambda: softmax(2.0, 1.0, -1.0, normalize=1),
            r"a times alpha must not be negative where normalize is not 0, got 2\.0",
        ),
        (
            lambda: softmax(-0.1, 2.0, normalize=1),
            r"a times alpha must not be negative where normalize is not 0, got -0\.1",
        ),
    ],
)
def test_bad_arguments_are_refused_by_name_rule_and_value(call, message):
    with pytest.raises(DiffsortError, match=f"^{message}"):
        call()


def test_the_derivative_of_a_plain_callable_needs_numpy(autodiff):
    if autodiff.name != "autograd":
        with pytest.raises(
            DiffsortError, match=r"^softmax must be a relaxation that gives its derivative"
        ):
            derivative(np.maximum, autodiff.array([1.0]), autodiff.array([2.0]))


@pytest.mark.parametrize(
    ("own", "came"),
    [
        (max, "which raised ValueError"),
        (SmoothMax, "which raised TypeError"),
        (NormalizedLogSumExp, "which raised DiffsortError"),
        (lambda a, b: 1 / 0, "which raised ZeroDivisionError"),
        (lambda a, b: None, "which gives None"),
        (lambda a, b: 3.0, "which gives 3.0"),
        (lambda a, b: a.tolist(), "which gives \\["),
        (lambda a, b: np.maximum(a, b).max(), r"which gives shape \(\)"),
        (lambda a, b: np.maximum(a, b)[:1], r"which gives shape \(1,\)"),
        (lambda a, b: np.maximum.outer(a, b), r"which gives shape \(4, 4\)"),
    ],
)
def test_a_soft_maximum_that_gives_anything_else_is_named_with_what_came(own, came):
    told = rf"^softmax must give the soft maxima of two arrays of shape \(4,\), .*, {came}"
    for function, others in ((diff_sort, []), (rank_vjp, [np.arange(8.0)])):
        with pytest.raises(DiffsortError, match=told):
            function(bitonic(8), np.arange(8.0), *others, softmax=own)


def test_a_soft_maximum_that_autograd_cannot_follow_is_named():
    x = np.arange(4.0)
    with pytest.raises(DiffsortError, match=r"^softmax must be made of functions that autograd"):
        rank_vjp(bitonic(4), x, x, softmax=lambda a, b: np.asarray(a, float))
